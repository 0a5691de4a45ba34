"""A dossier in which every field is filled, and a function to store it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from klachtenapp.domain.begrippen import (
    Aanhef,
    Afdoeningswijze,
    Aspect,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.models import beheer, meldingen
from klachtenapp.models.register import Register

PATROON = "K{jaar}-{nummer:04}"


@pytest.fixture
def vol_dossier(register: Register) -> Dossier:
    """Every fact filled in, with department and behandelaar that are in the register."""
    with register.transactie():
        afdeling = beheer.bewaar_afdeling(register, Afdeling(0, "Werk & Inkomen"))
        behandelaar = beheer.bewaar_medewerker(
            register,
            Medewerker(
                0, "P. Yılmaz", Aanhef.HEER, "klachtbehandelaar", "0123", "p@voorbeeldstad.nl",
                afdeling.id, frozenset({Rol.BEHANDELAAR, Rol.REGISTRAR}), True,
            ),
        )  # fmt: skip
    klager = Persoon(
        achternaam="Żółkiewska", aanhef=Aanhef.MEVROUW, voorletters="A.M.", voornaam="Ola",
        tussenvoegsel="van den", organisatie="Bakkerij Ola", straat="'s-Gravenweg",
        huisnummer="12 bis", postcode="1234 AB", plaats="IJsselstein", land="", email="o@x.nl",
        telefoon="06 - 1234 5678", voorkeur=Voorkeur.BELLEN, leest_moeilijk=True, taal="Pools",
        email_akkoord=True,
    )  # fmt: skip
    return Dossier(
        uid="0d5c2d5e-7f2b-4a53-9d51-b6e0d0000001",
        kenmerk="",
        soort=Soort.KLACHT,
        status=Status.OORDEEL,
        ontvangen_op=date(2026, 10, 1),
        kanaal=Kanaal.BRIEF,
        vorm=Vorm.SCHRIFTELIJK,
        omschrijving='Regel één\nRegel "twee" met % en _ en \\',
        onderwerp="Geluidsoverlastklacht",
        klager=klager,
        gemachtigde=Persoon("Berg", voorletters="J.", land="België"),
        afdeling=afdeling,
        behandelaar=behandelaar,
        beklaagde="K. de Boer",
        wens=Wens.EXCUSES,
        formeel_regime=True,
        commissie=True,
        ondertekend=False,
        doorgeleid_op=date(2026, 10, 2),
        gedraging_op=date(2026, 9, 1),
        afdoeningswijze=Afdoeningswijze.FORMEEL_AFGEHANDELD,
        afdoeningsgrond="9:8 lid 1 sub b",
        oordeel=Oordeel.DEELS_GEGROND,
        afgehandeld_op=date(2026, 11, 12),
        oud_kenmerk="2019/44-b",
        notities="Kolom M: zie map 7",
        koppeling="K2025-0001",
        onderdelen=(
            Klachtonderdeel(
                "Wachttijd", Aspect.BEJEGENING, "Fatsoenlijke bejegening", "Twee uur",
                Oordeel.GEGROND, "Meer balies", date(2027, 1, 1),
            ),
            Klachtonderdeel("Toon"),
        ),
        gebeurtenissen=(
            Gebeurtenis(
                GebeurtenisSoort.GEREGISTREERD, date(2026, 10, 1), datetime(2026, 10, 2, 8, 30),
                "registrar", {"regime": "formeel"}, "binnen",
            ),
            Gebeurtenis(
                GebeurtenisSoort.VERDAAGD, date(2026, 11, 1), datetime(2026, 11, 1, 8),
                "registrar", {"tot": "2026-12-10"},
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def bewaar(register: Register) -> Callable[..., Dossier]:
    """Store a dossier in its own transaction and return it as it was read back."""

    def doe(dossier: Dossier, **anders: object) -> Dossier:
        with register.transactie():
            nieuw = meldingen.voeg_toe(register, replace(dossier, **anders), PATROON)  # type: ignore[arg-type]
        return meldingen.haal(register, nieuw.kenmerk)

    return doe
