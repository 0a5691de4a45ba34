"""Puts one of every paper that the program makes in a folder: each letter, each stappenplan.

A letter that was sent is shown as it was sent; one that nobody sent yet is made for a dossier
for which it may go now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.models import meldingen
from klachtenapp.services import correspondentie, stappenblad, zoeken
from klachtenapp.services.context import Context

_ANTWOORDEN: Mapping[BriefSoort, Mapping[str, str]] = {
    BriefSoort.VOORTGANG: {"gedaan": "Wij hebben met u en met onze collega's gepraat."},
    BriefSoort.UITSTEL: {"waarom": "Wij wachten op papieren van een ander kantoor."},
}


def papieren(ctx: Context) -> Iterator[tuple[str, bytes]]:
    """Yield file name and PDF of every kind of paper, in the order of the table."""
    dossiers = meldingen.haal_meer(ctx.register, zoeken.ids(ctx, zoeken.Filter()))
    for nummer, soort in enumerate(BRIEVEN, start=1):
        gevonden = _verzonden(ctx, dossiers, soort) or _nieuw(ctx, dossiers, soort)
        if gevonden is not None:
            kenmerk, pdf = gevonden
            yield f"{nummer:02} {soort} {kenmerk}.pdf", pdf
    yield from _stappenplannen(ctx, dossiers)
    yield "venstertest.pdf", correspondentie.venstertest(ctx.gemeente)


def _verzonden(
    ctx: Context, dossiers: list[Dossier], soort: BriefSoort
) -> tuple[str, bytes] | None:
    """Return the letter of this kind that went out last."""
    kandidaten: list[tuple[DocumentInfo, str]] = [
        (info, dossier.kenmerk)
        for dossier in dossiers
        for info in dossier.documenten
        if info.soort == soort and info.verzonden_op is not None
    ]
    if not kandidaten:
        return None
    info, kenmerk = max(kandidaten, key=lambda paar: (paar[0].toegevoegd_op, paar[0].id))
    return kenmerk, correspondentie.document(ctx, info.id)


def _nieuw(ctx: Context, dossiers: list[Dossier], soort: BriefSoort) -> tuple[str, bytes] | None:
    """Return a letter of this kind for the first dossier for which it may go today."""
    antwoorden = _ANTWOORDEN.get(soort, {})
    for dossier in dossiers:
        if brieven.mag_brief(soort, dossier, ctx.gemeente, ctx.vandaag, ctx.kader, antwoorden):
            continue
        brief = correspondentie.concept(ctx, dossier.kenmerk, soort, antwoorden=antwoorden)
        if not brief.bezwaren:
            return dossier.kenmerk, brief.pdf
    return None


def _stappenplannen(ctx: Context, dossiers: list[Dossier]) -> Iterator[tuple[str, bytes]]:
    """Yield the sheet in every variant and on every paper, and one for a klager."""
    for variant in stappenblad.VARIANTEN:
        for formaat in stappenblad.FORMATEN:
            naam = f"stappenplan {variant} {formaat}.pdf"
            yield naam, correspondentie.stappenplan(ctx, None, variant=variant, formaat=formaat)
        yield (
            f"stappenplan {variant} groot.pdf",
            correspondentie.stappenplan(ctx, None, variant=variant, groot=True),
        )
    van_iemand = next(
        (d for d in dossiers if d.soort is Soort.KLACHT and d.is_open and d.behandelaar), None
    )
    if van_iemand is not None:
        naam = f"stappenplan persoonlijk {van_iemand.kenmerk}.pdf"
        yield naam, correspondentie.stappenplan(ctx, van_iemand.kenmerk)
