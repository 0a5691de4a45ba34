"""Two workstations on a real Samba share, through the program's own services.

``sambaproef.py PLACE samen``: they save side by side and get in each other's way.
``stekker POINTS SEED``: the connection of the first is cut in the middle of a save.
``wissel``: the register gets a lock, another one, none, and a copy is put back.
``uitval``: the server falls out, or the window, the computer or the cable of who holds the lock.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

from sqlcipher3 import dbapi2 as driver

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.errors import ConflictFout, OmgevingFout
from klachtenapp.models import meldingen, schijf
from klachtenapp.services.samenwerken import Samenwerking
from klachtenapp.services.wijzigen import Wijziging, wijzig
from tests.betrouwbaarheid.keuring import BEZORGD, heel, probeer
from tests.betrouwbaarheid.sambaregister import SOORTEN, Proef, doe
from tests.betrouwbaarheid.sambauitval import stekker, uitval, wissel
from tests.betrouwbaarheid.wereld import NAAM, NU, Kind, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, Taak
from tests.harnas.smbd import Smbd
from tests.harnas.smbshare import werkplekken

GEDULD_S: Final = 3.0
"""How long a save waits for a colleague here; at the office that is fifteen seconds."""

_ELK: Final = 4


def samen(proef: Proef) -> dict[str, object]:
    """Save side by side, then get in each other's way."""
    proef.begin()

    def werkt(nummer: int) -> Callable[[Callable[[Any], None]], None]:
        def werk(meld: Callable[[Any], None]) -> None:
            ctx = proef.bij[nummer].open()
            for teller in range(_ELK):
                taak = Taak(SOORTEN[teller % 2], 100 * nummer + teller)
                meld({"taak": taak.nummer, **probeer(lambda t=taak: doe(ctx, t))})  # type: ignore[misc]
            bootstrap.sluit(ctx)

        return werk

    kinderen = [Kind(werkt(nummer)) for nummer in range(2)]
    gehoord = [regel for kind in kinderen for regel in kind.slot()]
    ctx = proef.server.open()
    for regel in gehoord:
        taak = Taak(SOORTEN[regel["taak"] % 100 % 2], regel["taak"])
        if regel["uit"] != BEZORGD or WERK[taak.soort].tel(ctx, taak) != 1:
            proef.telling.mis("naast elkaar", regel)
    bootstrap.sluit(ctx)
    stand = _in_de_weg(proef)
    gemeten = _meet(proef)
    _leest_mee(proef)
    heel(proef.server, proef.telling, "samen")
    proef.keur_nummers("samen")
    return {"opgeslagen": len(gehoord), **stand, **gemeten, "wal": _wal(proef)}


def _in_de_weg(proef: Proef) -> dict[str, object]:
    """A stale save is a conflict, and the locks are proven to work between the two."""
    een, twee = (bij.open() for bij in proef.bij)
    gelezen = meldingen.haal(een.register, "K2026-0001")
    wijzig(twee, Wijziging(gelezen.kenmerk, gelezen.versie, {"onderwerp": "Van de ander"}))
    try:
        wijzig(een, Wijziging(gelezen.kenmerk, gelezen.versie, {"onderwerp": "Van mij"}))
        proef.telling.mis("oude versie opgeslagen", gelezen.versie)
    except ConflictFout:
        proef.telling.gebeurd["conflict"] += 1
    aanwezig = [Samenwerking(bij.pad, f"Collega {n}", NU) for n, bij in enumerate(proef.bij)]
    for wie in (*aanwezig, *aanwezig):
        gezien = wie.tik()
    for wie in aanwezig:
        wie.sluit()
    stand: dict[str, object] = {
        "sloten_werken": gezien.sloten_werken,
        "anderen": len(gezien.anderen),
        "soort": str(schijf.soort_schijf(proef.bij[0].pad)),
        "journaal": een.register.journaal,
    }
    for ctx in (een, twee):
        bootstrap.sluit(ctx)
    return stand


def _leest_mee(proef: Proef) -> None:
    """Who waits looks at the lock just when it is let go: Windows then does not let it go."""

    def werk(meld: Callable[[Any], None]) -> None:
        ctx = proef.bij[0].open()
        with ctx.register.transactie():
            doe(ctx, Taak("notitie", 400))
            assert ctx.register.slot is not None
            kijkt = os.open(proef.bij[1].share / ctx.register.slot.pad.name, os.O_RDONLY)
            threading.Timer(0.1, os.close, (kijkt,)).start()
        meld("los")
        threading.Event().wait()

    eerder = _verbroken(proef)  # on a very busy computer a lock may have stood still before
    kind = Kind(werk)
    if kind.hoor() != "los":
        raise RuntimeError("the lock was not let go")
    proef.collega("keek mee")
    kind.dood()
    if aantal := _verbroken(proef) - eerder:
        proef.telling.mis("slot bleef staan en moest worden verbroken", aantal)


def _verbroken(proef: Proef) -> int:
    """How many locks the log says were broken."""
    ctx = proef.bij[1].open()
    ((aantal,),) = ctx.register.sql("SELECT count(*) FROM log WHERE handeling LIKE '%verbroken'")
    bootstrap.sluit(ctx)
    return int(aantal)


def _meet(proef: Proef) -> dict[str, object]:
    """Return what a save takes when nobody is in the way."""
    ctx = proef.bij[0].open()
    duren, pc = [], proef.pcs[0]
    begin = pc.verzoeken
    for nummer in range(_ELK):
        sinds_toen = time.monotonic()
        doe(ctx, Taak("intake", 300 + nummer))
        duren.append(time.monotonic() - sinds_toen)
    bootstrap.sluit(ctx)
    verzoeken = (pc.verzoeken - begin) / _ELK
    return {"verzoeken_per_save": round(verzoeken), "ms_per_save": round(1000 * median(duren))}


def _wal(proef: Proef) -> str:
    """Return the journal of a register that somebody left in WAL, once it is opened here."""
    wal = proef.server.share / f"wal-{NAAM}"
    wal.write_bytes(proef.server.pad.read_bytes())
    verbinding = driver.connect(str(wal))
    verbinding.execute("PRAGMA journal_mode=wal").fetchone()
    verbinding.close()
    try:
        ctx = bootstrap.open(
            proef.bij[0].share / wal.name, clock=FixedClock(NU), gebruiker="registrar"
        )
    except OmgevingFout:
        return "geweigerd"
    journaal = ctx.register.journaal
    bootstrap.sluit(ctx)
    return journaal


def main(plek: Path, wat: str, *getallen: int) -> None:
    """Run one of the experiments and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek, geduld=GEDULD_S)
    with Smbd(plek / "samba") as server:
        een, twee = werkplekken(server, plek, 2)
        with een, twee:
            proef = Proef(wereld, server, [een, twee], plek / "zaad.klachten")
            klaar_na = sinds(begin)
            if wat == "samen":
                uit = samen(proef)
            elif wat == "stekker":
                uit = stekker(proef, *getallen)
            elif wat == "wissel":
                uit = wissel(proef)
            else:
                uit = uitval(proef)
    proef.klaar(begin, **uit, opgezet=klaar_na)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
