"""Registers meldingen from a process of its own: ``schrijver.py REGISTER AANTAL``.

Says ``klaar`` when the register is open, waits for a line, then prints one JSON line for
each melding once it is saved. Tests kill it half-way.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.personen import Persoon
from klachtenapp.services.registreren import registreer


def _schrijf(pad: str, aantal: int) -> None:
    ctx = bootstrap.open(pad, clock=FixedClock(datetime(2026, 11, 24, 9)), gebruiker="schrijver")
    _meld("klaar")
    sys.stdin.readline()
    for i in range(aantal):
        dossier = registreer(
            ctx,
            Aanmelding(
                Soort.KLACHT,
                date(2026, 11, 20),
                Kanaal.TELEFOON,
                f"Melding {i} van proces {os.getpid()}. " * 20,
                klager=Persoon(f"Tester{i}", straat="Kade", huisnummer="1", plaats="Stad"),
            ),
        )
        _meld(json.dumps({"kenmerk": dossier.kenmerk, "uid": dossier.uid}))
    bootstrap.sluit(ctx)


def _meld(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _schrijf(sys.argv[1], int(sys.argv[2]))
