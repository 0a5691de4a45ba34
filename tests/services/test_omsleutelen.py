"""A power cut, or a disk that refuses, at every step of a conversion: nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from klachtenapp import bootstrap, paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import registreren

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="stops forked processes")
_SCRIPT = Path(__file__).parents[1] / "omsleutelaar.py"


def _loop(
    bron: Path, wat: str, hoe: str, elke: int, omgeving: dict[str, str]
) -> list[dict[str, int]]:
    opdracht = [sys.executable, str(_SCRIPT), str(bron), wat, "2", hoe, str(elke)]
    uit = subprocess.run(opdracht, capture_output=True, text=True, env=omgeving, check=False)
    assert uit.returncode == 0, uit.stderr
    stops: list[dict[str, int]] = [json.loads(regel) for regel in uit.stdout.splitlines()]
    assert all(stop["goed"] for stop in stops), (stops, uit.stderr)
    return stops


@pytest.mark.parametrize(
    ("wat", "hoe", "elke"),
    [
        ("aan", "dood", 5),
        ("uit", "vol", 9),
        *(
            pytest.param(wat, hoe, 1, marks=pytest.mark.lang)
            for wat in ("aan", "over", "uit")
            for hoe in ("dood", "vol")
        ),
    ],
)
def test_bij_elke_stap_gaat_het_register_daarna_open(
    wat: str, hoe: str, elke: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    maak_aanmelding: Callable[..., Aanmelding], proces_omgeving: dict[str, str],
) -> None:  # fmt: skip
    bron = tmp_path / "bron"
    bron.mkdir()
    for naam in ("gegevensmap", "instellingenmap"):
        monkeypatch.setattr(paths, naam, lambda: bron)
    ctx = bootstrap.nieuw(bron / "proef.klachten", Gemeente("Voorbeeldstad"))
    for _ in range(2):
        registreren.registreer(ctx, maak_aanmelding())
    bootstrap.sluit(ctx)
    if wat != "aan":
        opdracht = [sys.executable, str(_SCRIPT), str(bron), "begin", "2", "dood", "1"]
        subprocess.run(opdracht, env=proces_omgeving, check=True)
    stops = _loop(bron, wat, hoe, elke, proces_omgeving)
    geteld = Counter(stop["code"] for stop in stops)
    assert geteld[97] == 1
    assert geteld[9 if hoe == "dood" else 7] >= 25 // elke
