"""The klacht of which the supplied letters are drawn, and how one letter is described."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from klachtenapp.domain.begrippen import (
    Aanhef,
    Aspect,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Vorm,
)
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.personen import Medewerker, Persoon

VANDAAG = date(2026, 11, 24)
VERHAAL = (
    "Ik had een afspraak om 9 uur. Ik wachtte tot 11 uur. Niemand zei iets tegen mij. "
    "Toen ik ernaar vroeg, zei de medewerker dat ik maar weg moest gaan."
)


@dataclass(frozen=True, slots=True)
class Geleverd:
    """From what a supplied letter is drawn: its klacht, the answers to its questions, its day."""

    dossier: Dossier
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    dag: date = VANDAAG


def gebeurd(soort: GebeurtenisSoort, dag: int, **gegevens: str) -> Gebeurtenis:
    """Return an event of a day in November 2026."""
    op = date(2026, 11, dag)
    return Gebeurtenis(soort, op, datetime(2026, 11, dag, 12), "registrar", gegevens)


def _onderdeel(nummer: int, oordeel: Oordeel) -> Klachtonderdeel:
    return Klachtonderdeel(
        omschrijving=f"Deel {nummer}. {VERHAAL}",
        aspect=list(Aspect)[nummer],
        bevinding=f"{VERHAAL}\n\nDat staat ook in het rooster van die dag. {VERHAAL}",
        oordeel=oordeel,
        verbeterpunt="Wij vertellen wachtende mensen elk kwartier hoe het staat.",
        verbeterpunt_klaar_op=date(2027, 2, 1),
    )


DOSSIER = Dossier(
    uid="0b2c6a0e-0000-4000-8000-000000000094",
    kenmerk="K2026-0094",
    soort=Soort.KLACHT,
    status=Status.OORDEEL,
    ontvangen_op=date(2026, 11, 2),
    kanaal=Kanaal.BALIE,
    vorm=Vorm.MONDELING,
    omschrijving=VERHAAL,
    onderwerp="Lang wachten aan de balie",
    klager=Persoon(
        "Yılmaz-Łukasz", Aanhef.MEVROUW, voorletters="Ş.Ő.", straat="Dorpsstraat", huisnummer="12",
        postcode="1234 AB", plaats="Voorbeeldstad", telefoon="06 - 12 34 56 78",
    ),
    behandelaar=Medewerker(
        1, "Zoë Đặng", functie="klachtbehandelaar", telefoon="0123 - 45 67 01", email="z@v.nl"
    ),
    beklaagde="A. de Boer",
    onderdelen=tuple(_onderdeel(nummer, oordeel) for nummer, oordeel in enumerate(Oordeel)),
    oordeel=Oordeel.DEELS_GEGROND,
    gebeurtenissen=(
        gebeurd(GebeurtenisSoort.FORMEEL_GESTART, 6, reden="klager"),
        gebeurd(
            GebeurtenisSoort.GEHOORD, 12, klager_gehoord="ja", beklaagde_gehoord="ja",
            gehoord_op="2026-11-12",
        ),
        gebeurd(GebeurtenisSoort.VERSLAG_VASTGESTELD, 13, verslag_op="2026-11-13"),
    ),
)  # fmt: skip
"""A klacht at the end of a long investigation; change it with ``replace``."""
