"""A process that is killed while somebody types loses at most the last two seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.domain.gemeente import Gemeente
from tests.ui.typproces import ZIN

WORTEL = Path(__file__).parents[2]
LETTERS = 130
HOOGSTENS_KWIJT = 2.0  # seconds


def _opdracht(register: Path, concepten: Path, doe: str) -> list[str]:
    return [sys.executable, "-m", "tests.ui.typproces", str(register), str(concepten), doe]


def test_kill_tijdens_typen(tmp_path: Path) -> None:
    register, concepten = tmp_path / "register.klachten", tmp_path / "concepten"
    bootstrap.sluit(bootstrap.nieuw(register, Gemeente("Gemeente Voorbeeldstad")))
    omgeving = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(WORTEL),
        "XDG_DATA_HOME": str(tmp_path),
    }
    momenten: list[float] = []
    with subprocess.Popen(
        _opdracht(register, concepten, "typ"),
        cwd=WORTEL,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as typt:
        assert typt.stdout is not None
        for regel in typt.stdout:
            momenten.append(float(regel.split()[1]))
            if len(momenten) >= LETTERS:
                typt.kill()  # SIGKILL, or TerminateProcess on Windows: no goodbye
                break
        momenten += [float(regel.split()[1]) for regel in typt.stdout if len(regel.split()) == 2]
    getypt = "".join(ZIN[n % len(ZIN)] for n in range(len(momenten)))
    lezer = subprocess.run(
        _opdracht(register, concepten, "lees"),
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    gevonden = json.loads(lezer.stdout)["omschrijving"]
    assert gevonden
    assert getypt.startswith(gevonden)
    kwijt = momenten[len(gevonden) :]
    assert not kwijt or momenten[-1] - kwijt[0] <= HOOGSTENS_KWIJT
