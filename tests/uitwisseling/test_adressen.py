"""Addresses, postcodes, phone numbers and e-mail addresses in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.uitwisseling.adressen import lees_postcode, lees_postcode_plaats, lees_straat
from klachtenapp.uitwisseling.telefoons import lees_email, lees_telefoon


@pytest.mark.parametrize(
    ("tekst", "straat", "nummer"),
    [
        ("P.C. Hooftstraat 204", "P.C. Hooftstraat", "204"),
        ("'t Zand 159 bis", "'t Zand", "159 bis"),
        ("Dorpsstraat 93-2", "Dorpsstraat", "93-2"),
        ("1e Dwarsstraat 3", "1e Dwarsstraat", "3"),
        ("Burg. de Grootlaan 48 bis", "Burg. de Grootlaan", "48 bis"),
        ("Lange Nieuwstraat 97A", "Lange Nieuwstraat", "97A"),
        ("Plein 1940 12", "Plein 1940", "12"),
        ("Dorpsstraat nr. 4", "Dorpsstraat", "4"),
        ("Dorpsstraat12", "Dorpsstraat", "12"),
        ("Dorpsstraat 12 III", "Dorpsstraat", "12 III"),
        ("postbus 93122", "Postbus 93122", ""),
    ],
)
def test_straat_en_huisnummer(tekst: str, straat: str, nummer: str) -> None:
    adres = lees_straat(tekst)
    assert (adres.straat, adres.huisnummer, adres.let_op) == (straat, nummer, "")


def test_een_heel_adres_in_een_cel() -> None:
    adres = lees_straat("Dorpsstraat 12, 1741ab Schagen")
    assert (adres.straat, adres.huisnummer, adres.postcode, adres.plaats) == (
        "Dorpsstraat", "12", "1741 AB", "Schagen",
    )  # fmt: skip


def test_wat_achter_het_nummer_staat_blijft_bewaard() -> None:
    assert lees_straat("Dorpsstraat 12, 3e etage").rest == "3e etage"


def test_zonder_huisnummer_is_het_een_let_op() -> None:
    adres = lees_straat("Kerkweg")
    assert adres.straat == "Kerkweg"
    assert "geen huisnummer" in adres.let_op


@pytest.mark.parametrize(
    ("tekst", "postcode", "plaats"),
    [
        ("8794 GE Sint Maartensvlotbrug", "8794 GE", "Sint Maartensvlotbrug"),
        ("3121ab 's-Gravenzoden", "3121 AB", "'s-Gravenzoden"),
        ("1741 AB, Schagen", "1741 AB", "Schagen"),
        ("Schagen", "", "Schagen"),
        ("2513AA", "2513 AA", ""),
    ],
)
def test_postcode_en_plaats(tekst: str, postcode: str, plaats: str) -> None:
    adres = lees_postcode_plaats(tekst)
    assert (adres.postcode, adres.plaats, adres.let_op) == (postcode, plaats, "")


@pytest.mark.parametrize("tekst", ["0123 AB Dorp", "1234 SS Dorp", "879 GE Dorp"])
def test_een_postcode_die_niet_bestaat_gaat_naar_de_notities(tekst: str) -> None:
    adres = lees_postcode_plaats(tekst)
    assert adres.postcode == ""
    assert "klopt niet" in adres.let_op
    assert adres.rest == tekst


def test_belgisch_adres() -> None:
    adres = lees_postcode_plaats("B-2000 Antwerpen")
    assert (adres.postcode, adres.plaats, adres.land) == ("2000", "Antwerpen", "België")


def test_losse_postcode() -> None:
    assert lees_postcode("1741ab").postcode == "1741 AB"
    assert lees_postcode("geen").rest == "geen"


@pytest.mark.parametrize(
    ("cel", "nummer", "hersteld"),
    [
        (650721828.0, "0650721828", True),
        (650721828, "0650721828", True),
        ("650721828", "0650721828", True),
        ("0650721828", "0650721828", False),
        ("06-12345678 / 0224-123456", "06-12345678 / 0224-123456", False),
        (31612345678.0, "+31612345678", False),
        ("+31 6 12345678", "+31 6 12345678", False),
        ("14 0224", "14 0224", False),
    ],
)
def test_telefoonnummers(cel: str | float, nummer: str, hersteld: bool) -> None:
    gelezen, nul = lees_telefoon(cel)
    assert (gelezen.waarde, nul, gelezen.let_op) == (nummer, hersteld, "")


def test_wat_geen_nummer_is() -> None:
    assert lees_telefoon("geen")[0].fout == "'geen' is geen telefoonnummer"
    assert "te kort" in lees_telefoon("12345")[0].let_op


def test_e_mail() -> None:
    assert lees_email("mailto:a.b@voorbeeld.nl").waarde == "a.b@voorbeeld.nl"
    assert lees_email("geen mail").fout


@given(st.text(max_size=80))
def test_geen_tekst_laat_een_lezer_vallen(tekst: str) -> None:
    lees_straat(tekst)
    lees_postcode(tekst)
    lees_postcode_plaats(tekst)
    lees_telefoon(tekst)
    lees_email(tekst)


STRAAT = st.sampled_from(
    ["Dorpsstraat", "'t Zand", "P.C. Hooftstraat", "1e Dwarsstraat", "De Ruyterlaan"]
)
TOEVOEGING = st.sampled_from(["", "A", " bis", "-2", " a", " hs"])


@given(STRAAT, st.integers(1, 9999), TOEVOEGING)
def test_elk_adres_komt_heel_terug(straat: str, nummer: int, toevoeging: str) -> None:
    adres = lees_straat(f"{straat} {nummer}{toevoeging}")
    assert (adres.straat, adres.huisnummer) == (straat, f"{nummer}{toevoeging}")
