"""A fault at any file operation of a save loses nothing that was typed and saves nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.betrouwbaarheid.conftest import Proefdraai


@pytest.mark.parametrize(
    ("aantal", "seconden"),
    [(60, 120), pytest.param(0, 2 * 3600, marks=pytest.mark.lang)],
    ids=["kort", "alle"],
)
def test_een_storing_bij_elke_bewerking(
    aantal: int, seconden: int, shim: Path, proef: Proefdraai
) -> None:
    cijfers = proef.draai("storingen", aantal, seconden, 20261124, shim=shim)
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["geprobeerd"] > 0
    assert cijfers["gebeurd"]["wacht"] > 0
    assert cijfers["gebeurd"]["geweigerd"] > 0
