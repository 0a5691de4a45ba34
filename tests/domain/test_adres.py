"""The address block of PostNL."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.adres import adresregels, normaliseer_postcode, plaats_in_hoofdletters
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import RegelFout

THUIS = Persoon(
    "Vries", Aanhef.HEER, "J.", tussenvoegsel="de", straat="Dorpsstraat", huisnummer="12 bis",
    postcode="1741ab", plaats="Schagen",
)  # fmt: skip


def test_at_home() -> None:
    assert adresregels(THUIS) == ("De heer J. de Vries", "Dorpsstraat 12 bis", "1741 AB  SCHAGEN")


@pytest.mark.parametrize(
    ("anders", "regels"),
    [
        (
            {"straat": "Postbus 93122", "huisnummer": "", "postcode": "2509 AC"},
            ("Postbus 93122", "2509 AC  SCHAGEN"),
        ),
        ({"straat": "Postbus", "huisnummer": "12"}, ("Postbus 12", "1741 AB  SCHAGEN")),
        (
            {"straat": "Dorpsstraat 12-A", "huisnummer": ""},
            ("Dorpsstraat 12-A", "1741 AB  SCHAGEN"),
        ),
        ({"plaats": "'s-Gravenhage"}, ("Dorpsstraat 12 bis", "1741 AB  'S-GRAVENHAGE")),
        ({"plaats": "\u2019s-Gravenhage"}, ("Dorpsstraat 12 bis", "1741 AB  'S-GRAVENHAGE")),
        ({"plaats": "IJmeer"}, ("Dorpsstraat 12 bis", "1741 AB  IJMEER")),
        ({"plaats": "Ĳmuiden"}, ("Dorpsstraat 12 bis", "1741 AB  IJMUIDEN")),
        ({"land": "Nederland"}, ("Dorpsstraat 12 bis", "1741 AB  SCHAGEN")),
        ({"straat": " Lange \n Voorhout "}, ("Lange Voorhout 12 bis", "1741 AB  SCHAGEN")),
    ],
)
def test_street_and_town(anders: dict[str, str], regels: tuple[str, ...]) -> None:
    assert adresregels(replace(THUIS, **anders))[1:] == regels  # type: ignore[arg-type]


def test_an_organisation_with_and_without_a_person() -> None:
    alleen = Persoon(
        organisatie="Bakkerij Jansen", straat="Markt", huisnummer="1", postcode="1741AB",
        plaats="Schagen",
    )  # fmt: skip
    assert adresregels(alleen)[0] == "Bakkerij Jansen"
    assert len(adresregels(alleen)) == 3
    assert adresregels(replace(THUIS, organisatie="Bakkerij Jansen"))[:2] == (
        "Bakkerij Jansen", "t.a.v. de heer J. de Vries",
    )  # fmt: skip
    kim = replace(THUIS, aanhef=Aanhef.NEUTRAAL, voornaam="Kim", organisatie="COC")
    assert adresregels(kim)[1] == "t.a.v. Kim de Vries"


def test_abroad() -> None:
    belg = replace(THUIS, postcode="b-2000", plaats="Antwerpen", land="België")
    assert adresregels(belg) == (
        "De heer J. de Vries", "Dorpsstraat 12 bis", "B-2000 ANTWERPEN", "BELGIË",
    )  # fmt: skip
    zonder = replace(THUIS, huisnummer="", postcode="", plaats="Marrakech", land="Marokko")
    assert adresregels(zonder)[1:] == ("Dorpsstraat", "MARRAKECH", "MAROKKO")


@pytest.mark.parametrize(
    ("anders", "veld", "in_de_zin"),
    [
        ({"straat": ""}, "straat", "de straat ontbreekt"),
        ({"huisnummer": " "}, "huisnummer", "het huisnummer ontbreekt"),
        ({"straat": "2e Dwarsstraat", "huisnummer": ""}, "huisnummer", "het huisnummer"),
        ({"postcode": ""}, "postcode", "de postcode ontbreekt"),
        ({"plaats": ""}, "plaats", "de plaats ontbreekt"),
        ({"postcode": "0123 AB"}, "postcode", "0123 AB"),
        ({"postcode": "1234 SS"}, "postcode", "vier cijfers en twee letters"),
        (
            {"straat": "", "huisnummer": "", "postcode": "", "plaats": ""},
            "straat",
            "de straat, het huisnummer, de postcode en de plaats ontbreken",
        ),
        ({"achternaam": ""}, "naam", "de naam ontbreekt"),
    ],
)
def test_what_is_missing_is_named_with_what_to_do(
    anders: dict[str, str], veld: str, in_de_zin: str
) -> None:
    persoon = replace(THUIS, aanhef=Aanhef.ONBEKEND, tussenvoegsel="", **anders)  # type: ignore[arg-type]
    with pytest.raises(RegelFout, match=in_de_zin) as fout:
        adresregels(persoon)
    assert fout.value.veld == veld
    assert "Vul" in fout.value.boodschap or "Schrijf" in fout.value.boodschap


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("1234ab", "1234 AB"),
        (" 1234  AB ", "1234 AB"),
        ("1234\u00a0AB", "1234 AB"),
        ("9999 XX", "9999 XX"),
        ("0234 AB", None),
        ("1234 SA", None),
        ("1234 sd", None),
        ("1234 SS", None),
        ("1234", None),
        ("12345 AB", None),
        ("1234 ABC", None),
        ("1234 A1", None),
        ("٣٤٥٦ AB", None),
        ("", None),
    ],
)
def test_postcode(tekst: str, verwacht: str | None) -> None:
    assert normaliseer_postcode(tekst) == verwacht


@given(st.text(max_size=12))
def test_a_postcode_stays_what_it_became(tekst: str) -> None:
    eens = normaliseer_postcode(tekst)
    assert eens is None or normaliseer_postcode(eens) == eens


@given(st.text(max_size=30))
def test_capitals_stay_capitals(plaats: str) -> None:
    eens = plaats_in_hoofdletters(plaats)
    assert plaats_in_hoofdletters(eens) == eens


TEKST = st.text(alphabet="abZ 'ij1-\n", max_size=12)


@given(
    st.builds(
        Persoon, TEKST, st.sampled_from(Aanhef), TEKST, TEKST, TEKST, TEKST, TEKST, TEKST,
        st.sampled_from(["1741AB", ""]), TEKST, st.sampled_from(["", "België"]),
    )
)  # fmt: skip
def test_an_address_is_three_to_six_full_lines_or_a_refusal(persoon: Persoon) -> None:
    try:
        regels = adresregels(persoon)
    except RegelFout:
        return
    assert 3 <= len(regels) <= 6
    assert all(regel.strip() == regel and "\n" not in regel and regel for regel in regels)
