"""Ten thousand mutated imports and two thousand damaged registers: sentences, nothing else.

The short form runs every time, the long one with ``-m lang``; each prints a line of figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from klachtenapp.uitwisseling import grenzen

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
_WORTEL = Path(__file__).parents[2]


def _draai(soort: str, van: int, tot: int, map_: Path, tijd: float) -> dict[str, Any]:
    uitkomst = subprocess.run(
        [sys.executable, "-m", "tests.betrouwbaarheid.vijandlus", soort, str(van), str(tot), map_],
        cwd=_WORTEL,
        env={**os.environ, "PYTHONPATH": str(_WORTEL)},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=tijd,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stderr[-2000:]
    regel = uitkomst.stdout.strip().splitlines()[-1]
    print(regel)
    cijfers: dict[str, Any] = json.loads(regel)
    return cijfers


def _klopt(cijfers: dict[str, Any], aantal: int) -> None:
    assert cijfers["bestanden"] == aantal
    assert cijfers["fouten"] == []
    assert (cijfers["crashes"], cijfers["half"], cijfers["hangt"]) == (0, 0, 0), cijfers["traag"]
    assert cijfers["geheugen_MB"] * 2**20 < grenzen.LEESGEHEUGEN


@pytest.mark.parametrize(("soort", "aantal"), [("imports", 40), ("registers", 26)])
def test_strange_files_give_a_sentence(soort: str, aantal: int, tmp_path: Path) -> None:
    _klopt(_draai(soort, 0, aantal, tmp_path, 120), aantal)


@pytest.mark.lang
@pytest.mark.parametrize(("soort", "aantal"), [("imports", 10_000), ("registers", 2_000)])
def test_very_many_strange_files_give_a_sentence(soort: str, aantal: int, tmp_path: Path) -> None:
    _klopt(_draai(soort, 0, aantal, tmp_path, 3 * 3600), aantal)
