"""The second lock on a register that lies on a share: one small file, held while writing.

SQLite advises it for disks whose own locks cannot be trusted (atomiccommit.html, 9.1). No
clocks of two computers are compared: who waits breaks a lock only after its content stood
still for ``VERVAL_S`` seconds of his own clock, and breaks it by renaming, which one wins.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.gedeeld.proces import computernaam, leeft

VERVAL_S: Final = 10.0
"""A holder that does not move for so long is gone: its computer fell out or fell asleep."""

WACHT_S: Final = 15.0
_HARTSLAG_S: Final = 2.0
_GROOTST: Final = 4096
"""Bytes of the file at most: four short facts about its holder."""
_EERSTE_PAUZE_S: Final = 0.002
_LANGSTE_PAUZE_S: Final = 0.03
"""Short, and nearly the same for who waits long as for who just came."""

_BLIK_S: Final = 0.25


@dataclass(frozen=True, slots=True)
class Houder:
    """Who holds the lock: as written in its file."""

    wie: str
    computer: str
    pid: int
    merk: str

    @property
    def is_dood(self) -> bool:
        """Whether it was a program on this computer that no longer runs."""
        return self.computer == computernaam() and not leeft(self.pid)


class Schrijfslot:
    """The lock beside one register, for one connection; not for two threads at once."""

    def __init__(
        self,
        register: Path,
        wie: str = "",
        *,
        klok: Callable[[], float] = time.monotonic,
        pauze: Callable[[float], None] = time.sleep,
    ) -> None:
        """``wie`` is for the log, should it be broken. ``klok`` counts seconds from any start."""
        self.pad = register.with_name(f"{register.name}.slot")
        self.wie = wie
        self.gebroken: list[Houder] = []
        """Locks that were broken since somebody last wrote that down in the log."""
        self._klok = klok
        self._pauze = pauze
        self._merk = ""
        self._slag = 0
        self._wekker: threading.Timer | None = None
        self._een_tegelijk = threading.Lock()

    @contextmanager
    def houd(self) -> Iterator[None]:
        """Hold the lock during a block.

        :raises SchijfFout: a colleague keeps it for longer than 15 seconds, or the disk
            refuses.
        """
        with _vertaald():
            self._neem()
        self._plan_hartslag()
        try:
            yield
        finally:
            self._laat_los()

    def bevestig(self) -> None:
        """Make sure, just before saving, that the lock is still ours.

        :raises SchijfFout: a computer that slept finds that others went on without it.
        """
        with _vertaald(), self._een_tegelijk:
            van_ons = self._van_ons(self._merk)
        if not van_ons:
            raise SchijfFout(Oorzaak.VERSTOORD, "the write lock was taken over")

    def _neem(self) -> None:
        einde = self._klok() + WACHT_S
        gezien: str | None = None
        sinds, pauze, volgende_blik = self._klok(), _EERSTE_PAUZE_S, self._klok()
        while not self._maak():
            if self._klok() >= volgende_blik:
                # Who holds it is asked now and then: every question is a round trip, and a
                # turn goes to who tries soonest after it is let go.
                volgende_blik = self._klok() + _BLIK_S
                inhoud = self._inhoud()
                if inhoud != gezien:
                    gezien, sinds = inhoud, self._klok()
                if inhoud is not None and self._is_verlaten(inhoud, sinds):
                    self._breek(inhoud)
                    continue
            if self._klok() > einde:
                raise SchijfFout(Oorzaak.BEZET, f"write lock held: {gezien}")
            self._pauze(pauze)
            pauze = min(pauze * 1.5, _LANGSTE_PAUZE_S)

    def _is_verlaten(self, inhoud: str, sinds: float) -> bool:
        """Whether the holder is gone: it did not move for long, or its program ended here."""
        houder = _ontleed(inhoud)
        return self._klok() - sinds > VERVAL_S or (houder is not None and houder.is_dood)

    def _maak(self) -> bool:
        """Make the file if nobody has it; exclusive creation is one step on every share."""
        merk = uuid4().hex
        try:
            greep = os.open(self.pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        except (FileExistsError, PermissionError):
            # Windows says "no permission" while the former holder is taking the file away.
            if not self.pad.exists() and not os.access(self.pad.parent, os.W_OK):
                raise
            return False
        try:
            self._merk, self._slag = merk, 0
            os.write(greep, self._tekst())
        finally:
            os.close(greep)
        return True

    def _breek(self, gezien: str) -> None:
        apart = self.pad.with_name(f"{self.pad.name}.{uuid4().hex}")
        try:
            self.pad.rename(apart)
            inhoud = apart.read_text(encoding="utf-8", errors="replace")
            apart.unlink()
        except (FileNotFoundError, PermissionError):
            return  # it was let go, or another who waited was first
        if inhoud == gezien and (houder := _ontleed(inhoud)):
            self.gebroken.append(houder)

    def _plan_hartslag(self) -> None:
        self._wekker = threading.Timer(_HARTSLAG_S, self.klop)
        self._wekker.daemon = True
        self._wekker.start()

    def klop(self) -> None:
        """Move the content, so that who waits through a long import sees that we live.

        Happens by itself every two seconds, in a thread of its own.
        """
        merk = self._merk
        try:
            with self._een_tegelijk:
                if not self._van_ons(merk):
                    return
                self._slag += 1
                with self.pad.open("r+b") as bestand:
                    bestand.write(self._tekst())
                    bestand.truncate()
        except OSError:
            return  # the share is gone: ``bevestig`` finds that out before anything is saved
        if self._merk == merk:
            self._plan_hartslag()

    def _laat_los(self) -> None:
        if self._wekker is not None:
            self._wekker.cancel()
            self._wekker = None
        merk, self._merk = self._merk, ""
        try:
            with self._een_tegelijk:
                if self._van_ons(merk):
                    self.pad.unlink(missing_ok=True)
        except OSError:
            return  # the share is gone; the next one finds that it does not move, and breaks it

    def _tekst(self) -> bytes:
        inhoud = {
            "wie": self.wie,
            "computer": computernaam(),
            "pid": os.getpid(),
            "merk": self._merk,
            "slag": self._slag,
        }
        return json.dumps(inhoud, ensure_ascii=False).encode()

    def _inhoud(self) -> str | None:
        # Three calls; a text file asks twice as much, and each is a round trip to the server.
        try:
            greep = os.open(self.pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except (FileNotFoundError, PermissionError):
            return None  # let go in the meantime, or a share that remembers "not there"
        try:
            return os.read(greep, _GROOTST).decode(errors="replace")
        finally:
            os.close(greep)

    def _van_ons(self, merk: str) -> bool:
        houder = _ontleed(self._inhoud() or "")
        return bool(merk) and houder is not None and houder.merk == merk


def _ontleed(inhoud: str) -> Houder | None:
    try:
        delen = json.loads(inhoud)
        return Houder(
            str(delen["wie"]), str(delen["computer"]), int(delen["pid"]), str(delen["merk"])
        )
    except (ValueError, KeyError, TypeError):
        return None  # empty or half written: who just made it is busy with it


@contextmanager
def _vertaald() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise SchijfFout(Oorzaak.VERSTOORD, f"write lock: {fout}") from fout
