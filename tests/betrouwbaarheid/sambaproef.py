"""Two workstations on a real Samba share, through the program's own services.

``sambaproef.py PLACE samen``: they save side by side and get in each other's way.
``stekker POINTS SEED``: the connection of the first is cut in the middle of a save.
``uitval``: the server falls out, or the window, the computer or the cable of who holds the lock.
"""

from __future__ import annotations

import os
import random
import signal
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
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import ConflictFout, OmgevingFout
from klachtenapp.models import meldingen, schijf
from klachtenapp.services.samenwerken import Samenwerking
from klachtenapp.services.wijzigen import Wijziging, wijzig
from tests.betrouwbaarheid.keuring import BEZORGD, Telling, heel, keur, maak_af, probeer
from tests.betrouwbaarheid.wereld import NAAM, NU, Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, ZAKEN, Taak, Voorraad
from tests.harnas.smbd import Smbd
from tests.harnas.smbshare import SmbShare, werkplekken
from tests.harnas.stuur import Storing

GEDULD_S: Final = 3.0
"""How long a save waits for a colleague here; at the office that is fifteen seconds."""

_ELK: Final = 4
_LEEG: Final = Voorraad((), None)  # type: ignore[arg-type]  # no letters, no import
_VERBROKEN: Final = Storing("verbroken", verbreek=True)
_SOORTEN: Final = ("intake", "notitie", "handeling", "wijziging")


class Proef:
    """A register on the share, as the server has it and as two workstations have it."""

    def __init__(self, wereld: Wereld, server: Smbd, pcs: list[SmbShare], zaad: Path) -> None:
        self.pcs, self.val_server_om = pcs, server.herstart
        self.bij = [Wereld(pc.map, wereld.lokaal) for pc in pcs]
        self.server = Wereld(server.map, wereld.lokaal)
        self.telling = Telling()
        self._zaad = zaad
        self._volgende = 500
        ctx = bootstrap.nieuw(
            zaad, Gemeente("Voorbeeldstad"), clock=FixedClock(NU), gebruiker="registrar"
        )
        for nummer in range(ZAKEN):
            WERK["intake"].doe(ctx, Taak("intake", 900 + nummer), _LEEG)
        bootstrap.sluit(ctx)

    def begin(self) -> None:
        """Put a fresh register on the share, all plugs in."""
        for pc in self.pcs:
            pc.rust()
            pc.zet_stil(False)
        self.server.begin(self._zaad)

    def collega(self, waar: str, *, lukt: bool = True) -> float:
        """Let the other workstation save, and return after how many seconds it could."""
        self._volgende += 1
        taak, begin = Taak("intake", self._volgende), time.monotonic()
        ctx = self.bij[1].open()
        uit = probeer(lambda: WERK["intake"].doe(ctx, taak, _LEEG))
        duur = time.monotonic() - begin
        if (uit["uit"] == BEZORGD) is not lukt:
            self.telling.mis("collega", waar, uit)
        if WERK["intake"].tel(ctx, taak) != lukt:
            self.telling.mis("collega kwijt of dubbel", waar, uit)
        bootstrap.sluit(ctx)
        return round(duur, 2)

    def keur_nummers(self, waar: str) -> None:
        """The kenmerken have no gaps."""
        ctx = self.server.open()
        vraag = "SELECT volgnummer FROM nummer ORDER BY volgnummer"
        nummers = [nummer for (nummer,) in ctx.register.sql(vraag)]
        bootstrap.sluit(ctx)
        if nummers != list(range(1, len(nummers) + 1)):
            self.telling.mis("kenmerken met gaten", waar, nummers)

    def klaar(self, begin: float, **wat: object) -> None:
        """Print the figures."""
        cijfers(
            **wat, seconden=sinds(begin), gebeurd=dict(self.telling.gebeurd),
            fouten=dict(self.telling.fouten), voorbeelden=self.telling.voorbeelden,
        )  # fmt: skip


def samen(proef: Proef) -> dict[str, object]:
    """Save side by side, then get in each other's way."""
    proef.begin()

    def werkt(nummer: int) -> Callable[[Callable[[Any], None]], None]:
        def werk(meld: Callable[[Any], None]) -> None:
            ctx = proef.bij[nummer].open()
            for teller in range(_ELK):
                taak = Taak(_SOORTEN[teller % 2], 100 * nummer + teller)
                meld({"taak": taak.nummer, **probeer(lambda t=taak: _doe(ctx, t))})  # type: ignore[misc]
            bootstrap.sluit(ctx)

        return werk

    kinderen = [Kind(werkt(nummer)) for nummer in range(2)]
    gehoord = [regel for kind in kinderen for regel in kind.slot()]
    ctx = proef.server.open()
    for regel in gehoord:
        taak = Taak(_SOORTEN[regel["taak"] % 100 % 2], regel["taak"])
        if regel["uit"] != BEZORGD or WERK[taak.soort].tel(ctx, taak) != 1:
            proef.telling.mis("naast elkaar", regel)
    bootstrap.sluit(ctx)
    stand = _in_de_weg(proef)
    gemeten = _meet(proef)
    _leest_mee(proef)
    heel(proef.server, proef.telling, "samen")
    proef.keur_nummers("samen")
    return {"opgeslagen": len(gehoord), **stand, **gemeten, "wal": _wal(proef)}


def _doe(ctx: Any, taak: Taak) -> None:
    WERK[taak.soort].doe(ctx, taak, _LEEG)


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
            _doe(ctx, Taak("notitie", 400))
            assert ctx.register.slot is not None
            kijkt = os.open(proef.bij[1].share / ctx.register.slot.pad.name, os.O_RDONLY)
            threading.Timer(0.1, os.close, (kijkt,)).start()
        meld("los")
        threading.Event().wait()

    kind = Kind(werk)
    if kind.hoor() != "los":
        raise RuntimeError("the lock was not let go")
    proef.collega("keek mee")
    kind.dood()
    ctx = proef.bij[1].open()
    ((aantal,),) = ctx.register.sql("SELECT count(*) FROM log WHERE handeling LIKE '%verbroken'")
    bootstrap.sluit(ctx)
    if aantal:
        proef.telling.mis("slot bleef staan en moest worden verbroken", aantal)


def _meet(proef: Proef) -> dict[str, object]:
    """Return what a save takes when nobody is in the way."""
    ctx = proef.bij[0].open()
    duren, pc = [], proef.pcs[0]
    begin = pc.verzoeken
    for nummer in range(_ELK):
        sinds_toen = time.monotonic()
        _doe(ctx, Taak("intake", 300 + nummer))
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


def stekker(proef: Proef, aantal: int, zaadje: int) -> dict[str, object]:
    """Cut the connection at ``aantal`` moments of a save, spread over the kinds of saves."""
    kans, duren, laatste = random.Random(zaadje), [], dict[str, int]()
    for ronde in range(aantal):
        soort = _SOORTEN[ronde % len(_SOORTEN)]
        if soort not in laatste:
            laatste[soort] = _bewerkingen(proef, soort)
        duren.append(_snij(proef, Taak(soort, 1), kans.randrange(laatste[soort]), ronde % 2 == 0))
    return {"geknipt": aantal, "bewerkingen": laatste, "collega_s": sorted(duren)}


def _bewerkingen(proef: Proef, soort: str) -> int:
    proef.begin()
    ctx = proef.bij[0].open()
    proef.pcs[0].tel_opnieuw()
    _doe(ctx, Taak(soort, 1))
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
        uit = probeer(lambda: _doe(ctx, taak))
        meld(uit)
        if blijft:
            while pc.lees("disconnected"):
                time.sleep(0.01)
            alsnog = probeer(lambda: maak_af(ctx, taak, uit["uit"], _LEEG))
            meld({**uit, "afgemaakt": "ja"} if alsnog["uit"] == BEZORGD else alsnog)

    kind = Kind(werk)
    uit = kind.hoor()
    if not blijft:
        kind.slot()
    duur = proef.collega(waar)  # the plug is still out
    pc.rust()
    if blijft:
        (uit,) = kind.slot()
    keur(proef.bij[0], taak, uit, _LEEG, proef.telling, waar)
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
    uit = probeer(lambda: _doe(ctx, taak))
    maak_af(ctx, taak, uit["uit"], _LEEG)
    bootstrap.sluit(ctx)
    keur(proef.bij[0], taak, {**uit, "afgemaakt": "ja"}, _LEEG, proef.telling, "herstart")
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
            WERK["notitie"].doe(ctx, Taak("notitie", 1), _LEEG)
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
            else:
                uit = uitval(proef)
    proef.klaar(begin, **uit, opgezet=klaar_na)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
