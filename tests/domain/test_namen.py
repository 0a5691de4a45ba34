"""Names as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.namen import splits_achternaam, splits_voornaam


@pytest.mark.parametrize(
    ("getypt", "tussenvoegsel", "achternaam"),
    [
        ("Mohamed", "", "Mohamed"),
        ("van den Berg", "van den", "Berg"),
        ("Van den Berg", "van den", "Berg"),
        ("van  den   Berg", "van den", "Berg"),
        ("Berg, van den", "van den", "Berg"),
        ("v.d. Berg", "van der", "Berg"),
        ("vd Aa", "van der", "Aa"),
        ("Van 't Hof", "van 't", "Hof"),
        ("in \u2019t Veld", "in 't", "Veld"),
        ("'s-Gravesande", "", "'s-Gravesande"),
        ("de Vries-van Dam", "de", "Vries-van Dam"),
        ("El Amrani", "", "El Amrani"),
        ("el Amrani", "el", "Amrani"),
        ("de la Fuente", "de la", "Fuente"),
        ("Żółkiewska", "", "Żółkiewska"),
        ("Van", "", "Van"),
        ("Nguyễn Văn", "", "Nguyễn Văn"),
        ("Jansen, pensioen", "", "Jansen, pensioen"),
        ("", "", ""),
    ],
)
def test_achternaam_wordt_gesplitst(getypt: str, tussenvoegsel: str, achternaam: str) -> None:
    assert splits_achternaam(getypt) == (tussenvoegsel, achternaam)


@given(st.text(st.characters(categories=["L", "Zs"], include_characters="'-.,"), max_size=40))
def test_bij_een_achternaam_gaat_geen_woord_verloren(getypt: str) -> None:
    tussen, achternaam = splits_achternaam(getypt)
    assert bool(achternaam) == bool(getypt.split())
    if "," not in getypt and "." not in getypt and not tussen:
        assert achternaam.split() == getypt.split()


@pytest.mark.parametrize(
    ("getypt", "voorletters", "voornaam"),
    [
        ("Youssef", "", "Youssef"),
        ("Jo", "", "Jo"),
        ("Y", "Y.", ""),
        ("y.", "Y.", ""),
        ("YM", "Y.M.", ""),
        ("Y M", "Y.M.", ""),
        ("y. m.", "Y.M.", ""),
        ("J.Th.", "J.Th.", ""),
        ("IJ.", "IJ.", ""),
        ("Jan Willem", "", "Jan Willem"),
        ("Jan W.", "", "Jan W."),
        ("Ł", "Ł.", ""),
        ("", "", ""),
    ],
)
def test_voornaam_of_voorletters(getypt: str, voorletters: str, voornaam: str) -> None:
    assert splits_voornaam(getypt) == (voorletters, voornaam)
