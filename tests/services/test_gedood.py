"""A process that is killed while it registers: what it said was saved is there, and whole."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from klachtenapp.models import log, meldingen, nummers
from klachtenapp.services import reservekopie
from klachtenapp.services.context import Context

_RONDES = 6
_SCHRIJVER = Path(__file__).parents[1] / "schrijver.py"


def test_een_gedood_proces_laat_niets_half_achter(
    ctx: Context, proces_omgeving: dict[str, str]
) -> None:
    willekeur = random.Random(11)  # noqa: S311
    beloofd: dict[str, str] = {}
    for _ in range(_RONDES):
        proces = subprocess.Popen(
            [sys.executable, str(_SCHRIJVER), str(ctx.register.pad), "100000"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=proces_omgeving,
        )
        assert proces.stdin is not None
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
        proces.stdin.write("\n")
        proces.stdin.flush()
        regels = [proces.stdout.readline() for _ in range(willekeur.randrange(1, 12))]
        proces.kill()
        regels += proces.communicate()[0].splitlines()
        for regel in regels:
            if regel.strip().endswith("}"):
                gezegd = json.loads(regel)
                beloofd[gezegd["kenmerk"]] = gezegd["uid"]
        assert all(bevinding.goed for bevinding in reservekopie.controleer(ctx.register.pad))
    assert log.controleer(ctx.register) is None
    reeks = [kenmerk for _, kenmerk, _ in nummers.reeks(ctx.register, 2026)]
    aanwezig = {d.kenmerk: d for d in meldingen.openstaand(ctx.register)}
    assert reeks == sorted(aanwezig) == [f"K2026-{n:04}" for n in range(1, len(reeks) + 1)]
    assert {kenmerk: aanwezig[kenmerk].uid for kenmerk in beloofd} == beloofd
    assert all(len(d.gebeurtenissen) == 1 for d in aanwezig.values())
    assert len(log.regels(ctx.register, maximaal=10**6)) == len(aanwezig) + 1
