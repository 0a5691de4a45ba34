"""Nothing typed is lost by a kill: the table of every place where one types more than a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.services import registreren
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import bied_aan
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak
from tests.ui.typplekken import PLEKKEN, ZIN

__all__ = ["bureau", "maak"]

WORTEL = Path(__file__).parents[2]
LETTERS = 60
HOOGSTENS_KWIJT = 2.0  # seconds


@pytest.fixture
def opdracht(
    bureau: Context, maak: MaakDossier, maak_aanmelding: Callable[..., Aanmelding]
) -> list[str]:
    brief = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, brief)
    dossier = registreren.registreer(bureau, maak_aanmelding(ontvangen_op=bureau.vandaag)).kenmerk
    register = str(bureau.register.pad)
    return [sys.executable, "-m", "tests.ui.typplekken", register, dossier, brief]


def test_kill_tijdens_typen_op_iedere_plek(tmp_path: Path, opdracht: list[str]) -> None:
    omgeving = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(WORTEL),
        "XDG_DATA_HOME": str(tmp_path),
    }
    momenten: list[float] = []
    with subprocess.Popen(
        [*opdracht, "typ"],
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
    assert momenten, "the program that types did not start"
    getypt = "".join(ZIN[n % len(ZIN)] for n in range(len(momenten)))
    lezer = subprocess.run(
        [*opdracht, "lees"],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    uitkomst = json.loads(lezer.stdout)
    assert "Wat u typte staat er nog." in uitkomst["zin"]
    gevonden = uitkomst["gevonden"]
    assert list(gevonden) == [plek.naam for plek in PLEKKEN]
    for plek, tekst in gevonden.items():
        assert tekst, plek
        assert getypt.startswith(tekst), (plek, tekst)
        kwijt = momenten[len(tekst) + 1 :]  # a space at the end is not kept
        assert not kwijt or momenten[-1] - kwijt[0] <= HOOGSTENS_KWIJT, plek
