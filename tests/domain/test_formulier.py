"""From what is typed to an aanmelding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur, Vorm, Wens
from klachtenapp.domain.formulier import (
    ONDERWERP_LENGTE,
    Formulier,
    gemachtigde,
    klager,
    naar_aanmelding,
    persoonsvelden,
    voorstel_onderwerp,
)
from klachtenapp.errors import RegelFout

UID = "6f1c1c70-7d9c-4b1e-9d0f-0a1b2c3d4e5f"
YOUSSEF = Formulier(
    aanhef="heer",
    voornaam="Youssef",
    achternaam="Mohamed",
    telefoon="06 12 34 56 78",
    postcode="1741ab",
    huisnummer="12",
    straat="Dorpsstraat",
    plaats="Voorbeeldstad",
    voorkeur="bellen",
    leest_moeilijk="ja",
    omschrijving="Drie keer gebeld over een brief. Niemand belt terug.",
    afdeling="Sociaal domein",
    kanaal="balie",
    ontvangen_op="2026-11-24",
    wens="gesprek",
)


def test_het_formulier_wordt_een_aanmelding() -> None:
    aanmelding = naar_aanmelding(YOUSSEF, UID)
    assert aanmelding.uid == UID
    assert (aanmelding.soort, aanmelding.kanaal) == (Soort.KLACHT, Kanaal.BALIE)
    assert aanmelding.vorm is Vorm.MONDELING
    assert aanmelding.ontvangen_op == date(2026, 11, 24)
    assert aanmelding.onderwerp == "Drie keer gebeld over een brief"
    assert aanmelding.wens is Wens.GESPREK
    assert aanmelding.klager.aanhef is Aanhef.HEER
    assert aanmelding.klager.voornaam == "Youssef"
    assert aanmelding.klager.postcode == "1741 AB"
    assert aanmelding.klager.voorkeur is Voorkeur.BELLEN
    assert aanmelding.klager.leest_moeilijk
    assert aanmelding.gemachtigde is None


@pytest.mark.parametrize(
    ("wijziging", "veld"),
    [
        ({"omschrijving": "  "}, "omschrijving"),
        ({"kanaal": ""}, "kanaal"),
        ({"soort": "iets ouds"}, "soort"),
        ({"ontvangen_op": ""}, "ontvangen_op"),
        ({"ontvangen_op": "gisterochtend"}, "ontvangen_op"),
        ({"gedraging_op": "ooit"}, "gedraging_op"),
        ({"postcode": "0741 AB"}, "postcode"),
        ({"namens": "ja", "gemachtigde_postcode": "174 AB"}, "gemachtigde_postcode"),
    ],
)
def test_het_eerste_veld_dat_niet_klopt_wordt_genoemd(wijziging: dict[str, str], veld: str) -> None:
    with pytest.raises(RegelFout) as fout:
        naar_aanmelding(replace(YOUSSEF, **wijziging), UID)
    assert fout.value.veld == veld


def test_een_buitenlandse_postcode_mag_anders_zijn() -> None:
    belg = replace(YOUSSEF, in_buitenland="ja", land="België", postcode="2018", plaats="Antwerpen")
    assert naar_aanmelding(belg, UID).klager.postcode == "2018"
    terug = replace(belg, in_buitenland="", postcode="1741 AB")
    assert naar_aanmelding(terug, UID).klager.land == ""


def test_een_dichtgeklapt_deel_telt_niet_mee_maar_is_niet_weg() -> None:
    vol = replace(
        YOUSSEF,
        namens="ja",
        gemachtigde_achternaam="van der Aa",
        andere_taal="ja",
        taal="Arabisch",
        is_organisatie="ja",
        organisatie="Bakkerij",
    )
    wie = gemachtigde(vol)
    assert wie is not None
    assert (wie.tussenvoegsel, wie.achternaam) == ("van der", "Aa")
    dicht = replace(vol, namens="", andere_taal="", is_organisatie="")
    assert gemachtigde(dicht) is None
    assert klager(dicht).taal == klager(dicht).organisatie == ""
    assert dicht.gemachtigde_achternaam == "van der Aa"


def test_namens_iemand_zonder_naam_is_geen_gemachtigde() -> None:
    assert gemachtigde(replace(YOUSSEF, namens="ja")) is None


def test_mailen_mag_alleen_met_een_adres() -> None:
    assert not klager(replace(YOUSSEF, email_akkoord="ja")).email_akkoord
    assert klager(replace(YOUSSEF, email_akkoord="ja", email="y@x.nl")).email_akkoord


def test_een_concept_komt_gelijk_terug() -> None:
    assert Formulier.uit_velden(YOUSSEF.velden()) == YOUSSEF
    zonder = replace(YOUSSEF, ondertekend="")
    assert Formulier.uit_velden(zonder.velden()) == zonder
    assert Formulier.uit_velden({"achternaam": "X", "bestaat_niet": "y"}).achternaam == "X"


def test_wie_wij_al_kennen_vult_het_formulier() -> None:
    gevuld = Formulier(**persoonsvelden(klager(replace(YOUSSEF, achternaam="van den Berg"))))
    assert gevuld.achternaam == "van den Berg"
    assert klager(gevuld) == klager(replace(YOUSSEF, achternaam="van den Berg"))


@pytest.mark.parametrize(
    ("omschrijving", "onderwerp"),
    [
        ("", ""),
        ("Losse tegel.", "Losse tegel"),
        ("Geen antwoord?! Al weken.", "Geen antwoord"),
        ("Eerste regel\nTweede regel", "Eerste regel"),
        ("De heer J. de Vries belde. Twee keer.", "De heer J. de Vries belde"),
    ],
)
def test_het_onderwerp_komt_uit_de_eerste_zin(omschrijving: str, onderwerp: str) -> None:
    assert voorstel_onderwerp(omschrijving) == onderwerp


@given(st.text(max_size=400))
def test_een_voorstel_is_kort_en_op_een_regel(omschrijving: str) -> None:
    voorstel = voorstel_onderwerp(omschrijving)
    assert len(voorstel) <= ONDERWERP_LENGTE
    assert "\n" not in voorstel
