"""Kill -9 at random moments: what was said to be saved is there, the rest whole or not at all."""

from __future__ import annotations

import sys

import pytest

from tests.betrouwbaarheid.conftest import Proefdraai


@pytest.mark.skipif(sys.platform == "win32", reason="the children are forked")
@pytest.mark.parametrize(
    "keren", [18, pytest.param(1000, marks=pytest.mark.lang)], ids=["kort", "duizend"]
)
def test_gedood_op_een_willekeurig_moment(keren: int, proef: Proefdraai) -> None:
    cijfers = proef.draai("gedood", keren, 20261124)
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert len(cijfers["per_soort"]) == 9
    assert cijfers["gebeurd"]["bevestigd"] > 0
