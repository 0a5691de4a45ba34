"""The supplied letters, filled from one klacht with a long investigation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from klachtenapp.domain import brieven
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
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.papier.brief import Brief, Ondertekening, teken_brief
from klachtenapp.papier.bronteksten import brieftekst, normzinnen
from klachtenapp.papier.tekst import vul

VANDAAG = date(2026, 11, 24)
_VERHAAL = (
    "Ik had een afspraak om 9 uur. Ik wachtte tot 11 uur. Niemand zei iets tegen mij. "
    "Toen ik ernaar vroeg, zei de medewerker dat ik maar weg moest gaan."
)


def _gebeurd(soort: GebeurtenisSoort, dag: int, **gegevens: str) -> Gebeurtenis:
    op = date(2026, 11, dag)
    return Gebeurtenis(soort, op, datetime(2026, 11, dag, 12), "registrar", gegevens)


def _onderdeel(nummer: int, oordeel: Oordeel) -> Klachtonderdeel:
    return Klachtonderdeel(
        omschrijving=f"Deel {nummer}. {_VERHAAL}",
        aspect=list(Aspect)[nummer],
        bevinding=f"{_VERHAAL}\n\nDat staat ook in het rooster van die dag. {_VERHAAL}",
        oordeel=oordeel,
        verbeterpunt="Wij vertellen wachtende mensen elk kwartier hoe het staat.",
        verbeterpunt_klaar_op=date(2027, 2, 1),
    )


_DOSSIER = Dossier(
    uid="0b2c6a0e-0000-4000-8000-000000000094",
    kenmerk="K2026-0094",
    soort=Soort.KLACHT,
    status=Status.OORDEEL,
    ontvangen_op=date(2026, 11, 2),
    kanaal=Kanaal.BALIE,
    vorm=Vorm.MONDELING,
    omschrijving=_VERHAAL,
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
        _gebeurd(GebeurtenisSoort.FORMEEL_GESTART, 6, reden="klager"),
        _gebeurd(
            GebeurtenisSoort.GEHOORD, 12, klager_gehoord="ja", beklaagde_gehoord="ja",
            gehoord_op="2026-11-12",
        ),
        _gebeurd(GebeurtenisSoort.VERSLAG_VASTGESTELD, 13, verslag_op="2026-11-13"),
    ),
)  # fmt: skip

_OPGELOST = replace(
    _DOSSIER,
    status=Status.INFORMEEL,
    gebeurtenissen=(
        _gebeurd(
            GebeurtenisSoort.TEVREDENHEID_VASTGESTELD, 5, tevreden_op="2026-11-05",
            afspraak=_VERHAAL,
        ),
    ),
)  # fmt: skip


def teken_geleverd(soort: BriefSoort, gemeente: Gemeente) -> bytes:
    """Return the supplied letter ``soort`` as PDF; every field that it needs has a value."""
    kader = Kader(kalender=Kalender(), normen=Normen())
    dossier = _OPGELOST if soort is BriefSoort.AFSLUITBRIEF_INFORMEEL else _DOSSIER
    wie = dossier.behandelaar
    feiten = brieven.velden(soort, dossier, gemeente, kader, VANDAAG, wie, normzinnen())
    ingevuld = vul(brieftekst(soort), feiten)
    assert not ingevuld.leeg, f"the klacht in this test misses {ingevuld.leeg}"
    return teken_brief(
        Brief(
            gemeente=gemeente,
            adres=brieven.adresblok(dossier),
            datum=VANDAAG,
            datum_tekst=feiten["datum"],
            kenmerk=dossier.kenmerk,
            referentie=(("Datum", feiten["datum"]), ("Ons kenmerk", dossier.kenmerk)),
            tekst=ingevuld,
            ondertekening=Ondertekening("M. de Groot", "afdelingshoofd", gemeente.namens),
        )
    )
