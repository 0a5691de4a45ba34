"""Keeps letters: their bytes in the dossier, with what they were made, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.klaarliggend import ANTWOORD, klaarliggend, vervallen
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, gebeurtenissen, meldingen
from klachtenapp.services import stappenblad
from klachtenapp.services.briefmaken import bestandsnaam, briefsoort
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag


def gegevens(
    soort: BriefSoort, info: DocumentInfo, antwoorden: Mapping[str, str], ondertekenaar: str
) -> dict[str, str]:
    """Return the facts of a letter for its event: which paper, and with what it was made."""
    feiten = {"brief": soort.value, "document": str(info.id), "sha256": info.sha256}
    feiten |= {f"{ANTWOORD}{naam}": tekst for naam, tekst in antwoorden.items() if tekst}
    return {**feiten, "ondertekenaar": ondertekenaar} if ondertekenaar else feiten


def verzonden(
    ctx: Context,
    dossier: Dossier,
    info: DocumentInfo,
    op: date,
    kanaal: str,
    feiten: Mapping[str, str],
    niet_gebeld_reden: str,
) -> Uitslag:
    """Write down that a letter went out, in its transaction."""
    documenten.markeer_verzonden(ctx.register, info.id, op, kanaal)
    erbij = {"kanaal": kanaal}
    if niet_gebeld_reden.strip():
        erbij["niet_gebeld_reden"] = niet_gebeld_reden.strip()
    if feiten.get(f"{ANTWOORD}stappenplan_erbij") == "ja":
        erbij |= stappenblad.blad_bij_brief(ctx, dossier)
    noteer(ctx, dossier, GebeurtenisSoort.BRIEF_VERZONDEN, op, {**feiten, **erbij})
    log = {"brief": info.soort, "document": info.id, "sha256": info.sha256}
    return Uitslag(dossier.kenmerk, str(info.id), log)


def noteer(
    ctx: Context, dossier: Dossier, soort: GebeurtenisSoort, op: date, feiten: Mapping[str, str]
) -> None:
    """Add the event of a letter, in its transaction."""
    gebeurtenissen.voeg_toe(
        ctx.register, dossier, Gebeurtenis(soort, op, ctx.nu, ctx.gebruiker, feiten)
    )


def klaar(ctx: Context, nummer: int) -> tuple[Dossier, DocumentInfo]:
    """Return a letter that can still go out, and its dossier; ``RegelFout`` says why not."""
    dossier = meldingen.haal(ctx.register, documenten.kenmerk(ctx.register, nummer))
    info = next(d for d in dossier.documenten if d.id == nummer)
    briefsoort(info.soort)
    if info.verzonden_op is not None:
        raise RegelFout(f"'{info.naam}' is al als verzonden genoteerd.", veld="document")
    if vervallen(dossier, nummer) is not None:
        raise RegelFout(f"'{info.naam}' is weggelegd. Maak een nieuwe brief.", veld="document")
    return dossier, info


def vind(dossier: Dossier, pdf: bytes) -> DocumentInfo | None:
    """Return the document that lies ready with these bytes, so that it is not kept twice."""
    som = documenten.som(pdf)
    return next((d for d in klaarliggend(dossier) if d.sha256 == som), None)


def bewaar(ctx: Context, dossier: Dossier, soort: BriefSoort, pdf: bytes) -> DocumentInfo:
    """Store a letter in its dossier, in its transaction."""
    info = DocumentInfo(0, bestandsnaam(dossier, soort), soort.value, "", len(pdf), ctx.nu)
    return documenten.voeg_toe(ctx.register, dossier.kenmerk, info, pdf)
