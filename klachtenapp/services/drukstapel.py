"""Makes the pile of letters for the printer, and writes down afterwards which ones went out.

Making writes nothing: a pile that is stopped, or that the printer ate, leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import correspondentie
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.uitgaand import Uitgaand, van_dossier

Voortgang = Callable[[int, int], None]
Gestopt = Callable[[], bool]

_INTUSSEN = "Deze brief hoeft niet meer weg. Iemand anders was u voor, of het dossier is anders."


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """One letter on paper. ``opdracht_uid`` makes sure that it is noted as sent only once."""

    brief: Uitgaand
    pdf: bytes
    opdracht_uid: str
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    ondertekenaar: str = ""


@dataclass(frozen=True, slots=True)
class Stapel:
    """The pile in the order of the envelopes, and what is not in it, each with its reden."""

    brieven: tuple[Drukwerk, ...]
    overgeslagen: tuple[Uitgaand, ...]


@dataclass(frozen=True, slots=True)
class Genoteerd:
    """What came of noting: those that are sent now, and why others are not."""

    gelukt: tuple[Drukwerk, ...]
    mislukt: tuple[tuple[Drukwerk, str], ...]


@vraagt(Recht.BEHANDELEN)
def maak(
    ctx: Context,
    keuze: Sequence[Uitgaand],
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Stapel:
    """Make every letter of ``keuze`` in its order, dated today; store nothing.

    A letter that cannot be made after all is skipped, with the reason.

    :raises RegelFout: when it is stopped.
    """
    mensen = collegas(ctx)
    brieven: list[Drukwerk] = []
    overgeslagen: list[Uitgaand] = []
    for gedaan, gekozen in enumerate(keuze, start=1):
        if gestopt is not None and gestopt():
            raise RegelFout("Gestopt. Er is niets geprint en niets als verzonden genoteerd.")
        dossier = meldingen.haal(ctx.register, gekozen.kenmerk)
        nu = {brief.sleutel: brief for brief in van_dossier(ctx, dossier, mensen)}
        brief = nu.get(gekozen.sleutel, replace(gekozen, reden=_INTUSSEN))
        werk = None if brief.reden else _maak(ctx, brief)
        if isinstance(werk, Drukwerk):
            brieven.append(werk)
        else:
            overgeslagen.append(werk or brief)
        if voortgang is not None:
            voortgang(gedaan, len(keuze))
    return Stapel(tuple(brieven), tuple(overgeslagen))


@vraagt(Recht.BEHANDELEN)
def noteer_verzonden(
    ctx: Context, brieven: Sequence[Drukwerk], *, op: date, voortgang: Voortgang | None = None
) -> Genoteerd:
    """Write down that these letters went out on ``op``: one transaction for each.

    Doing it again changes nothing for those that were noted. One that is refused does not
    keep the others back.
    """
    gelukt: list[Drukwerk] = []
    mislukt: list[tuple[Drukwerk, str]] = []
    for gedaan, werk in enumerate(brieven, start=1):
        try:
            _noteer(ctx, werk, op)
            gelukt.append(werk)
        except (RegelFout, ConflictFout) as fout:
            mislukt.append((werk, fout.boodschap))
        if voortgang is not None:
            voortgang(gedaan, len(brieven))
    return Genoteerd(tuple(gelukt), tuple(mislukt))


def _maak(ctx: Context, brief: Uitgaand) -> Drukwerk | Uitgaand:
    """Return the paper, or the letter with the reason why there is none."""
    if brief.document:
        return Drukwerk(brief, correspondentie.document(ctx, brief.document), nieuw_uid())
    gemaakt = correspondentie.concept(ctx, brief.kenmerk, brief.soort.value)
    if gemaakt.bezwaren:
        return replace(brief, reden=" ".join(bezwaar.tekst for bezwaar in gemaakt.bezwaren))
    return Drukwerk(brief, gemaakt.pdf, nieuw_uid(), gemaakt.antwoorden, gemaakt.ondertekenaar)


def _noteer(ctx: Context, werk: Drukwerk, op: date) -> None:
    brief = werk.brief
    if brief.document:
        correspondentie.markeer_document_verzonden(
            ctx, brief.document, op=op, kanaal=brief.kanaal, opdracht_uid=werk.opdracht_uid
        )
        return
    correspondentie.markeer_verzonden(
        ctx,
        brief.kenmerk,
        brief.soort.value,
        op=op,
        kanaal=brief.kanaal,
        pdf=werk.pdf,
        opdracht_uid=werk.opdracht_uid,
        antwoorden=werk.antwoorden,
        ondertekenaar=werk.ondertekenaar,
    )
