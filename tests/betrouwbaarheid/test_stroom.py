"""A power cut at any write of a save: the register is as before or as after, never between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.betrouwbaarheid.conftest import Proefdraai


@pytest.mark.parametrize(
    ("stap", "beelden"),
    [(20, 3), pytest.param(1, 20, marks=pytest.mark.lang)],
    ids=["kort", "elke schrijfactie"],
)
def test_stroomuitval(stap: int, beelden: int, shim: Path, proef: Proefdraai) -> None:
    cijfers = proef.draai("stroom", stap, beelden, shim=shim)
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["beelden"] >= 8 * beelden
