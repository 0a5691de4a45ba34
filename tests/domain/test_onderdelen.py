"""From the judgement per part to the one on the whole (domein §4.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.onderdelen import onvolledig, totaaloordeel

G, D, ON, N = Oordeel.GEGROND, Oordeel.DEELS_GEGROND, Oordeel.ONGEGROND, Oordeel.GEEN_OORDEEL


def delen(*oordelen: Oordeel | None) -> tuple[Klachtonderdeel, ...]:
    return tuple(Klachtonderdeel(f"deel {i}", oordeel=o) for i, o in enumerate(oordelen))


@pytest.mark.parametrize(
    ("oordelen", "geheel"),
    [
        ((G,), G),
        ((D,), D),
        ((ON,), ON),
        ((N,), N),
        ((G, G), G),
        ((ON, ON, ON), ON),
        ((N, N), N),
        ((D, D), D),
        ((G, D), D),
        ((G, ON), D),
        ((G, N), D),
        ((D, ON), D),
        ((D, N), D),
        ((ON, N), ON),
        ((G, ON, N), D),
        ((), None),
        ((G, None), None),
    ],
)
def test_het_geheel_volgt_uit_de_delen(
    oordelen: tuple[Oordeel | None, ...], geheel: Oordeel | None
) -> None:
    assert totaaloordeel(delen(*oordelen)) is geheel


@given(st.lists(st.sampled_from(Oordeel), min_size=1, max_size=6), st.randoms())
def test_de_volgorde_maakt_niet_uit(oordelen: list[Oordeel], toeval: object) -> None:
    door_elkaar = sorted(oordelen, key=lambda _: toeval.random())  # type: ignore[attr-defined]
    assert totaaloordeel(delen(*oordelen)) is totaaloordeel(delen(*door_elkaar))


def test_onvolledig_noemt_wat_geen_bevinding_of_oordeel_heeft() -> None:
    af = Klachtonderdeel("af", bevinding="x", oordeel=G)
    leeg = Klachtonderdeel("leeg", bevinding="  ", oordeel=G)
    half = Klachtonderdeel("half", bevinding="x")
    assert onvolledig([af, leeg, half]) == ("leeg", "half")
