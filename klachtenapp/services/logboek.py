"""The log for whoever must be able to see what was done, by whom, and from what to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from klachtenapp.domain import logwoorden
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.tekens import op_een_regel
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.models import logboek as opslag
from klachtenapp.models.log import Logregel
from klachtenapp.models.logboek import Logrij, Logvraag, Woord
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import mag, vraagt
from klachtenapp.uitwisseling.csv_schrijven import schrijf_csv
from klachtenapp.uitwisseling.rekenblad_schrijven import Bladinhoud, Waarde, schrijf_xlsx

__all__ = ["Boekregel", "Logkeuze", "Logregel", "aantal", "bladzij", "naar_bestand"]
__all__ += ["handelingen", "personen", "regels", "van_dossier"]

_BLOK = 2_000
_KOPPEN = ("Wanneer", "Wie", "Kenmerk", "Wat", "Van → naar", "Gegevens")
_BREEDTES = (17, 22, 14, 34, 50, 40)

Voortgang = Callable[[int, int], None]
Gestopt = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Logkeuze:
    """Which part of the log; an empty field asks for everything. ``van`` and ``tot`` count."""

    tekst: str = ""
    persoon: str = ""
    kenmerk: str = ""
    handeling: str = ""  # as it is shown
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Boekregel:
    """One line in words."""

    moment: datetime
    wie: str
    kenmerk: str
    wat: str
    van_naar: str
    gegevens: str


@vraagt(Recht.LEZEN)
def regels(ctx: Context, kenmerk: str, maximaal: int = 500) -> list[Logregel]:
    """Return the latest lines of the dossier ``kenmerk`` as stored, newest first."""
    return log.regels(ctx.register, kenmerk, maximaal)


@vraagt(Recht.LEZEN)
def van_dossier(ctx: Context, kenmerk: str, maximaal: int = 500) -> list[Boekregel]:
    """Return the latest lines of the dossier ``kenmerk`` in words, newest first."""
    vraag = Logvraag(kenmerk=kenmerk)
    return [_regel(rij) for rij in opslag.rijen(ctx.register, vraag, hoeveel=maximaal)]


@vraagt(Recht.LOGBOEK)
def aantal(ctx: Context, keuze: Logkeuze) -> int:
    """Return how many lines fit."""
    return opslag.aantal(ctx.register, _vraag(ctx, keuze))


@vraagt(Recht.LOGBOEK)
def bladzij(
    ctx: Context, keuze: Logkeuze, *, vanaf: int = 0, hoeveel: int = 100
) -> list[Boekregel]:
    """Return ``hoeveel`` lines from place ``vanaf``, newest first.

    Who sees no dossiers reads which fields were changed, not what stands in them.
    """
    rijen = opslag.rijen(ctx.register, _vraag(ctx, keuze), vanaf=vanaf, hoeveel=hoeveel)
    ziet = mag(ctx, Recht.LEZEN)
    return [_regel(rij if ziet else replace(rij, feit={})) for rij in rijen]


@vraagt(Recht.LOGBOEK)
def personen(ctx: Context) -> list[str]:
    """Return everyone who stands in the log."""
    return opslag.gebruikers(ctx.register)


@vraagt(Recht.LOGBOEK)
def handelingen(ctx: Context) -> list[str]:
    """Return what stands in the log as done, in words, by the alphabet."""
    return sorted({logwoorden.wat(h) for h in opslag.handelingen(ctx.register)}, key=normaliseer)


@vraagt(Recht.EXPORTEREN)
def naar_bestand(
    ctx: Context,
    keuze: Logkeuze,
    pad: Path,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> int:
    """Write the lines to .xlsx or .csv, by the ending of ``pad``; return how many.

    :raises RegelFout: another ending, or it was stopped.
    :raises OmgevingFout: the file cannot be written.
    """
    rijen = (_cellen(regel) for regel in _alles(ctx, keuze, voortgang, gestopt))
    uitgang = pad.suffix.casefold()
    if uitgang == ".csv":
        return schrijf_csv(pad, _KOPPEN, rijen)
    if uitgang == ".xlsx":
        titel = f"{ctx.gemeente.naam}, logboek"
        return schrijf_xlsx(pad, [Bladinhoud("Logboek", _KOPPEN, rijen, _BREEDTES)], titel)
    raise RegelFout("Kies een bestand dat eindigt op .xlsx of .csv.", veld="pad")


def _alles(
    ctx: Context, keuze: Logkeuze, voortgang: Voortgang | None, gestopt: Gestopt | None
) -> Iterator[Boekregel]:
    vraag = _vraag(ctx, keuze)
    totaal = opslag.aantal(ctx.register, vraag)
    for begin in range(0, totaal, _BLOK):
        if gestopt is not None and gestopt():
            raise RegelFout("Gestopt. Er is geen bestand gemaakt.")
        yield from map(_regel, opslag.rijen(ctx.register, vraag, vanaf=begin, hoeveel=_BLOK))
        if voortgang is not None:
            voortgang(min(begin + _BLOK, totaal), totaal)


def _vraag(ctx: Context, keuze: Logkeuze) -> Logvraag:
    """Find out which people and handelingen are meant by the words that were typed."""
    woorden = normaliseer(keuze.tekst).split()
    mensen = opslag.gebruikers(ctx.register) if woorden else []
    gedaan = opslag.handelingen(ctx.register) if woorden or keuze.handeling else []
    namen: Mapping[str, str] = {h: logwoorden.wat(h) for h in gedaan}
    return Logvraag(
        woorden=[
            Woord(
                woord,
                [naam for naam in mensen if woord in normaliseer(naam)],
                [h for h, naam in namen.items() if woord in normaliseer(naam)],
            )
            for woord in woorden
        ],
        gebruiker=keuze.persoon,
        kenmerk=keuze.kenmerk.strip(),
        handelingen=[h for h, naam in namen.items() if naam == keuze.handeling],
        van=keuze.van,
        tot=keuze.tot,
    )


def _regel(rij: Logrij) -> Boekregel:
    gegevens: Mapping[str, Any] = rij.gegevens
    return Boekregel(
        rij.moment,
        rij.gebruiker,
        rij.kenmerk,
        logwoorden.wat(rij.handeling),
        logwoorden.van_naar(rij.soort, rij.feit, gegevens),
        logwoorden.verder(gegevens),
    )


def _cellen(regel: Boekregel) -> tuple[Waarde, ...]:
    moment = f"{regel.moment:%Y-%m-%d %H:%M}"
    woorden = (regel.wie, regel.kenmerk, regel.wat, regel.van_naar, regel.gegevens)
    # A line is one line: nobody can write a second one behind it in his own name.
    return (moment, *(op_een_regel(woord) for woord in woorden))
