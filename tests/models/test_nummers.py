"""Numbers: one sequence a year, without a gap, and none is ever used twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from klachtenapp.domain.dossier import Dossier
from klachtenapp.models import log, nummers
from klachtenapp.models.controle import controleer
from klachtenapp.models.register import Register

_PROCESSEN = 8
_ELK = 12
_SCHRIJVER = Path(__file__).parents[1] / "schrijver.py"


def test_each_year_has_its_own_sequence(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier]
) -> None:
    kenmerken = [
        bewaar(vol_dossier, uid=f"u{i}", ontvangen_op=dag).kenmerk
        for i, dag in enumerate(
            [date(2025, 12, 31), date(2026, 1, 1), date(2025, 1, 1), date(2026, 11, 1)]
        )
    ]
    assert kenmerken == ["K2025-0001", "K2026-0001", "K2025-0002", "K2026-0002"]


def test_a_number_that_was_given_in_vain_is_given_back(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    def mislukt() -> None:
        with register.transactie():
            nummers.geef(register, [2026, 2026], "K{jaar}-{nummer:04}")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mislukt()
    assert bewaar(vol_dossier).kenmerk == "K2026-0001"


def test_a_number_that_lapsed_stays_in_the_sequence(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    with register.transactie():
        (eerste,) = nummers.geef(register, [2026], "K{jaar}-{nummer:04}")
        nummers.laat_vervallen(register, [eerste], datetime(2026, 1, 1), "import ongedaan gemaakt")
    assert bewaar(vol_dossier).kenmerk == "K2026-0002"
    assert nummers.reeks(register, 2026) == [
        (1, "K2026-0001", "import ongedaan gemaakt"),
        (2, "K2026-0002", ""),
    ]


def test_eight_processes_at_once_leave_no_gap(
    register: Register, proces_omgeving: dict[str, str]
) -> None:
    processen = [
        subprocess.Popen(
            [sys.executable, str(_SCHRIJVER), str(register.pad), str(_ELK)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=proces_omgeving,
        )
        for _ in range(_PROCESSEN)
    ]
    for proces in processen:
        assert proces.stdin is not None
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
    uitvoer = []
    for proces in processen:
        assert proces.stdin is not None
        proces.stdin.write("\n")
        proces.stdin.flush()
    for proces in processen:
        uitvoer += proces.communicate(timeout=100)[0].splitlines()
        assert proces.returncode == 0
    gegeven = [json.loads(regel)["kenmerk"] for regel in uitvoer]
    aantal = _PROCESSEN * _ELK
    assert sorted(gegeven) == [f"K2026-{n:04}" for n in range(1, aantal + 1)]
    assert [kenmerk for _, kenmerk, _ in nummers.reeks(register, 2026)] == sorted(gegeven)
    assert log.controleer(register) is None
    assert [b.tekst for b in controleer(register.pad) if not b.goed] == []
