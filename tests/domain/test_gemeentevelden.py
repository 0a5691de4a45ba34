"""The settings of a gemeente as text, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.gemeente import Gemeente, VensterKant
from klachtenapp.domain.gemeentevelden import (
    A4_BREED,
    met_velden,
    standaardvenster,
    velden,
    venstervelden,
)
from klachtenapp.errors import RegelFout

GEMEENTE = Gemeente("Gemeente Voorbeeldstad", postcode="1740 AA", email="a@b.nl", oefening=True)


def test_heen_en_terug_is_hetzelfde() -> None:
    assert met_velden(GEMEENTE, velden(GEMEENTE)) == GEMEENTE


def test_wat_niet_genoemd_is_blijft() -> None:
    nieuw = met_velden(GEMEENTE, {"telefoon": "  14  0000 ", "ombudsman_naam": "Eigen ombudsman"})
    assert nieuw.telefoon == "14 0000"
    assert nieuw.ombudsman.naam == "Eigen ombudsman"
    assert nieuw.ombudsman.telefoon == GEMEENTE.ombudsman.telefoon
    assert nieuw.venster == GEMEENTE.venster
    assert nieuw.oefening


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("naam", "  "),
        ("postcode", "12345"),
        ("ombudsman_postcode", "0000 AA"),
        ("email", "geen adres"),
        ("kleur", "blauw"),
        ("venster_x", "ver weg"),
        ("venster_y", "-1"),
        ("venster_hoogte", "500"),
        ("venster_breedte", "nan"),
    ],
)
def test_een_weigering_noemt_het_veld(veld: str, waarde: str) -> None:
    with pytest.raises(RegelFout) as fout:
        met_velden(GEMEENTE, {veld: waarde})
    assert fout.value.veld == veld


def test_een_venster_ligt_op_het_papier() -> None:
    with pytest.raises(RegelFout) as fout:
        met_velden(GEMEENTE, {"venster_x": "180", "venster_breedte": "85"})
    assert fout.value.veld == "venster_breedte"


def test_maten_met_komma_en_mm() -> None:
    assert met_velden(GEMEENTE, {"venster_regelhoogte": "4,5 mm"}).venster.regelhoogte == 4.5
    assert venstervelden(GEMEENTE.venster)["venster_regelhoogte"] == "4,6"


@pytest.mark.parametrize("kant", list(VensterKant))
def test_gewone_maten_per_kant_passen(kant: VensterKant) -> None:
    venster = standaardvenster(kant)
    assert venster.kant is kant
    assert venster.x + venster.breedte <= A4_BREED
    assert met_velden(GEMEENTE, venstervelden(venster)).venster == venster


@given(x=st.floats(0, 120, allow_nan=False), breedte=st.floats(30, 80, allow_nan=False))
def test_elke_maat_op_het_papier_mag(x: float, breedte: float) -> None:
    venster = met_velden(GEMEENTE, {"venster_x": f"{x:.1f}", "venster_breedte": f"{breedte:.1f}"})
    assert venster.venster.x == float(f"{x:.1f}")
