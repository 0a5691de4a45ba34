"""What goes wrong on a Samba share: a cut in a save, who falls out, a register that is replaced."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from klachtenapp import bootstrap
from klachtenapp.services import omsleutelen, reservekopie, terugzetten, versleuteling
from klachtenapp.services.context import Context
from tests.betrouwbaarheid.keuring import BEZORGD, heel, keur, maak_af, probeer
from tests.betrouwbaarheid.sambaregister import LEEG, SOORTEN, Proef, doe
from tests.betrouwbaarheid.wereld import NU, Kind, sinds
from tests.betrouwbaarheid.werk import WERK, Taak
from tests.harnas.stuur import Storing

_VERBROKEN: Final = Storing("verbroken", verbreek=True)


def stekker(proef: Proef, aantal: int, zaadje: int) -> dict[str, object]:
    """Cut the connection at ``aantal`` moments of a save, spread over the kinds of saves."""
    kans, duren, laatste = random.Random(zaadje), [], dict[str, int]()
    for ronde in range(aantal):
        soort = SOORTEN[ronde % len(SOORTEN)]
        if soort not in laatste:
            laatste[soort] = _bewerkingen(proef, soort)
        duren.append(_snij(proef, Taak(soort, 1), kans.randrange(laatste[soort]), ronde % 2 == 0))
    return {"geknipt": aantal, "bewerkingen": laatste, "collega_s": sorted(duren)}


def _bewerkingen(proef: Proef, soort: str) -> int:
    proef.begin()
    ctx = proef.bij[0].open()
    proef.pcs[0].tel_opnieuw()
    doe(ctx, Taak(soort, 1))
    aantal = proef.pcs[0].tel()
    bootstrap.sluit(ctx)
    return sum(aantal[s] for s in _VERBROKEN.soorten)


def _snij(proef: Proef, taak: Taak, na: int, blijft: bool) -> float:
    """Cut once. Who stays finishes it himself when his plug is back; else the program is gone."""
    proef.begin()
    pc, waar = proef.pcs[0], f"{taak.soort} na {na}{' (blijft)' if blijft else ''}"

    def werk(meld: Callable[[Any], None]) -> None:
        ctx = proef.bij[0].open()
        pc.stoor(_VERBROKEN, na)
        uit = probeer(lambda: doe(ctx, taak))
        meld(uit)
        if blijft:
            while pc.lees("disconnected"):
                time.sleep(0.01)
            alsnog = probeer(lambda: maak_af(ctx, taak, uit["uit"], LEEG))
            meld({**uit, "afgemaakt": "ja"} if alsnog["uit"] == BEZORGD else alsnog)

    kind = Kind(werk)
    uit = kind.hoor()
    if not blijft:
        kind.slot()
    duur = proef.collega(waar)  # the plug is still out
    pc.rust()
    if blijft:
        (uit,) = kind.slot()
    keur(proef.bij[0], taak, uit, LEEG, proef.telling, waar)
    proef.keur_nummers(waar)
    return duur


def uitval(proef: Proef) -> dict[str, object]:
    """The server falls out; then a workstation, while it holds the lock, in three ways."""
    herstart = _herstart(proef)
    kabel = _in_transactie(proef, "kabel los", lambda _kind: _trek_kabel(proef))
    gedood = _in_transactie(proef, "venster gedood", lambda kind: os.kill(kind.pid, signal.SIGKILL))
    plat = _in_transactie(proef, "werkplek plat", lambda _kind: proef.pcs[0].val_uit())
    return {
        "venster_gedood_s": gedood, "werkplek_plat_s": plat, "kabel_terug_s": kabel,
        "na_herstart": herstart,
    }  # fmt: skip


def _herstart(proef: Proef) -> str:
    """The server falls over and comes back while a window has the register open."""
    proef.begin()
    taak, ctx = Taak("intake", 1), proef.bij[0].open()
    proef.val_server_om()
    uit = probeer(lambda: doe(ctx, taak))
    maak_af(ctx, taak, uit["uit"], LEEG)
    bootstrap.sluit(ctx)
    keur(proef.bij[0], taak, {**uit, "afgemaakt": "ja"}, LEEG, proef.telling, "herstart")
    proef.collega("herstart")
    return uit["uit"]


def _trek_kabel(proef: Proef) -> None:
    """The server hears nothing of it: it keeps the locks until the workstation is back."""
    pc = proef.pcs[0]
    pc.zet_stil(True)
    pc.zet(disconnected=1)
    proef.collega("kabel los", lukt=False)
    pc.zet(disconnected=0)
    os.listdir(pc.map)


def _in_transactie(proef: Proef, waar: str, val_uit: Callable[[Kind], None]) -> float:
    """Fall out in a transaction, and return after how many seconds the colleague could save."""
    proef.begin()

    def werk(meld: Callable[[Any], None]) -> None:
        ctx = proef.bij[0].open()
        with ctx.register.transactie():
            WERK["notitie"].doe(ctx, Taak("notitie", 1), LEEG)
            meld("vast")
            threading.Event().wait()

    kind = Kind(werk)
    if kind.hoor() != "vast":
        raise RuntimeError(f"{waar}: the lock was not taken")
    val_uit(kind)
    duur = proef.collega(waar)
    kind.dood()
    heel(proef.server, proef.telling, waar)
    proef.keur_nummers(waar)
    ctx = proef.server.open()
    if WERK["notitie"].tel(ctx, Taak("notitie", 1)):
        proef.telling.mis("half opgeslagen", waar)
    bootstrap.sluit(ctx)
    return duur


def wissel(proef: Proef) -> dict[str, object]:
    """Lock the register, save, give it another key, unlock it and put a copy back.

    The share lets nobody take the place of a file that is open on the same computer, as
    Windows does: so what the program does only there is done here.
    """
    vervang: Any = omsleutelen
    vervang._WINDOWS = True
    proef.begin()
    eerste, tweede = versleuteling.nieuw_herstelgeheim(), versleuteling.nieuw_herstelgeheim()
    ctx, duren = proef.bij[0].open(), list[float]()
    stappen: tuple[Callable[[Context], Context], ...] = (
        lambda c: versleuteling.zet_aan(c, eerste, eerste.woorden),
        lambda c: versleuteling.vernieuw_herstelsleutel(c, tweede, tweede.woorden),
        versleuteling.zet_uit,
    )
    for nummer, stap in enumerate(stappen):
        begin = time.monotonic()
        ctx = stap(ctx)
        duren.append(sinds(begin))
        doe(ctx, Taak("intake", nummer))
        proef.collega(f"na stap {nummer}")
    kopie = reservekopie.maak(ctx).pad
    doe(ctx, Taak("intake", 9))
    bootstrap.sluit(ctx)
    begin = time.monotonic()
    terugzetten.herstel(proef.bij[0].pad, kopie, NU, minder_mag=True)
    duren.append(sinds(begin))
    ctx = proef.bij[1].open()
    aantallen = [WERK["intake"].tel(ctx, Taak("intake", nummer)) for nummer in (0, 1, 2, 9)]
    bootstrap.sluit(ctx)
    if aantallen != [1, 1, 1, 0]:
        proef.telling.mis("na het terugzetten", aantallen)
    heel(proef.server, proef.telling, "wissel")
    return {"wissel_s": duren}
