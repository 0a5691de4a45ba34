"""A share whose locks keep nobody out: it is found out, writing stops, and nothing is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.betrouwbaarheid.conftest import Proefdraai
from tests.harnas.share import Share


@pytest.mark.parametrize(
    ("mensen", "hoogstens_s"),
    [(2, 60.0), pytest.param(4, 5.0, marks=pytest.mark.lang)],
    ids=["kort", "vier"],
)
def test_sloten_die_niemand_tegenhouden(
    mensen: int, hoogstens_s: float, fuseshare: Path, plek: Path, proef: Proefdraai
) -> None:
    """How soon is only measured in the long form; the short one runs beside other tests."""
    achter = plek / "achter"
    achter.mkdir()
    with (
        Share(fuseshare, achter, plek / "pc1") as een,
        Share(fuseshare, achter, plek / "pc2") as twee,
    ):
        for pc in (een, twee):
            pc.zet(lock_mode=1)
        cijfers = proef.draai("losse_sloten", mensen, 30, achter, een.map, twee.map)
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["gezien"] == mensen
    assert cijfers["opgeslagen"] > 0
    assert cijfers["laatste_na"] <= hoogstens_s
