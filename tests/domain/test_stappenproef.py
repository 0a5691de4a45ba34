"""Two stappenplannen by turns: who gets which, the count, and an exact test that holds back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.stappenproef import (
    BLADEN,
    LABELS,
    Gegeven,
    Stappenproef,
    Telling,
    blad_van,
    conclusie,
    controleer,
    fisher,
    tel,
)
from klachtenapp.errors import RegelFout

PROEF = Stappenproef(True, "kort", "compleet")
_KLEIN = st.integers(0, 12)


def test_the_number_decides_and_always_the_same() -> None:
    nummers = [f"K2026-{n:04}" for n in range(1, 401)]
    eerst = [PROEF.voor_nummer(nummer) for nummer in nummers]
    assert eerst == [PROEF.voor_nummer(nummer) for nummer in nummers]
    assert 160 < eerst.count("kort") < 240
    assert set(eerst) == set(PROEF.bladen())


def test_for_anybody_by_turns() -> None:
    assert [PROEF.voor_beurt(n) for n in range(4)] == ["kort", "compleet"] * 2


def test_every_sheet_has_a_name() -> None:
    assert LABELS.keys() == BLADEN.keys()
    assert all(blad_van(*vorm) == naam for naam, vorm in BLADEN.items())
    assert blad_van("kort", "a5") == blad_van("", "a4") == ""


@pytest.mark.parametrize(
    ("een", "ander", "veld"),
    [("kort", "kort", "proef_ander"), ("x", "kort", "proef_een"), ("kort", "", "proef_ander")],
)
def test_two_different_sheets_that_exist(een: str, ander: str, veld: str) -> None:
    with pytest.raises(RegelFout) as gevangen:
        controleer(een, ander)
    assert gevangen.value.veld == veld


def test_counting() -> None:
    gegeven = [
        Gegeven("kort"),
        Gegeven("kort", afgesloten=True, informeel=True),
        Gegeven("kort", afgesloten=False, heropend=True),
        Gegeven("compleet", afgesloten=True),
    ]
    assert tel("kort", gegeven, 7) == Telling("kort", 3, 7, 2, 1, 1)


@pytest.mark.parametrize(
    ("tabel", "p"),
    [  # values of R's fisher.test
        ((3, 1, 1, 3), 0.4857),
        ((8, 2, 1, 5), 0.03497),
        ((10, 2, 3, 15), 0.0005367),
        ((0, 5, 5, 0), 0.007937),
        ((0, 0, 0, 0), 1.0),
        ((5, 0, 0, 0), 1.0),
    ],
)
def test_fisher_as_known(tabel: tuple[int, int, int, int], p: float) -> None:
    assert math.isclose(fisher(*tabel), p, rel_tol=1e-3)


@given(_KLEIN, _KLEIN, _KLEIN, _KLEIN)
def test_fisher_is_a_chance_and_sees_both_sides_alike(a: int, b: int, c: int, d: int) -> None:
    p = fisher(a, b, c, d)
    assert 0.0 < p <= 1.0
    assert math.isclose(p, fisher(c, d, a, b))
    assert math.isclose(p, fisher(b, a, d, c))


def test_few_numbers_say_nothing() -> None:
    vroeg = conclusie(Telling("kort", 40, 0, 29, 0), Telling("compleet", 40, 0, 29, 29))
    assert "te vroeg" in vroeg
    assert "29" in vroeg
    gelijk = conclusie(Telling("kort", 40, 0, 40, 4), Telling("compleet", 40, 0, 40, 5))
    assert "toeval zijn" in gelijk
    anders = conclusie(Telling("kort", 40, 0, 40, 1), Telling("compleet", 40, 0, 40, 15))
    assert "“kort” werden minder klachten heropend" in anders
    assert "kleiner dan 0,01" in anders
