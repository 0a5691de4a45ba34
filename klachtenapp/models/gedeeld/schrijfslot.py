"""The second lock on a register that lies on a share: one small file, held while writing.

SQLite advises it for disks whose own locks cannot be trusted (atomiccommit.html, 9.1). No
clocks of two computers are compared: who waits breaks a lock only after its content stood
still for ``VERVAL_S`` seconds of his own clock, and breaks it by renaming, which one wins.
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import uuid4

from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.gedeeld.houder import Houder, ontleed
from klachtenapp.models.gedeeld.proces import computernaam

__all__ = ["VERVAL_S", "WACHT_S", "Houder", "Schrijfslot", "waakklok"]

VERVAL_S: Final = 10.0
"""A holder that does not move for so long is gone: its computer fell out or fell asleep."""

WACHT_S: Final = 15.0
_HARTSLAG_S: Final = 2.0
_GROOTST: Final = 4096
"""Bytes of the file at most: four short facts about its holder."""
_LANGSTE_PAUZE_S: Final = 0.05
_KORTSTE_PAUZE_S: Final = 0.008
_ONGEDULDIG_S: Final = 1.0
"""Who waits so long asks most often: the turn goes to who tries soonest after it is let go."""

_BLIK_S: Final = 0.25
_KIJKT_S: Final = 1.0
"""Looking in the file takes three calls; who still has it open after so long hangs."""

_RESTJES: Final[set[str]] = set()
"""Locks of this program whose file could not be taken away: nobody holds them any more."""

_KANS: Final = random.Random()  # noqa: S311 - spreads those who wait, keeps no secret
_KLOK: Final = (
    getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    if hasattr(time, "clock_gettime")
    else None
)


def waakklok() -> float:
    """Return seconds that also count while the computer sleeps, from any start."""
    return time.monotonic() if _KLOK is None else time.clock_gettime(_KLOK)


class Schrijfslot:
    """The lock beside one register, for one connection; not for two threads at once."""

    def __init__(
        self,
        register: Path,
        wie: str = "",
        *,
        klok: Callable[[], float] = waakklok,
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
        self._bewogen = 0.0
        self._bevestigd = False
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

        The file is looked in only when somebody can have broken it: that is three round trips.

        :raises SchijfFout: a computer that slept finds that others went on without it.
        """
        with _vertaald(), self._een_tegelijk:
            self._bevestigd = self._is_vers or self._van_ons(self._merk)
        if not self._bevestigd:
            raise SchijfFout(Oorzaak.VERSTOORD, "the write lock was taken over")

    def _neem(self) -> None:
        begin = sinds = volgende_blik = self._klok()
        gezien: str | None = None
        while not self._maak():
            if self._klok() >= volgende_blik:
                # Who holds it is asked now and then: every question is a round trip.
                volgende_blik = self._klok() + _BLIK_S
                inhoud = self._inhoud()
                if inhoud != gezien:
                    gezien, sinds = inhoud, self._klok()
                if inhoud is not None and self._is_verlaten(inhoud, sinds):
                    self._breek(inhoud)
                    continue
            gewacht = self._klok() - begin
            if gewacht > WACHT_S:
                raise SchijfFout(Oorzaak.BEZET, f"write lock held: {gezien}")
            self._pauze(_pauze_na(gewacht))

    def _is_verlaten(self, inhoud: str, sinds: float) -> bool:
        """Whether the holder is gone: it did not move for long, or its program ended here."""
        houder = ontleed(inhoud)
        if houder is not None and (houder.is_dood or houder.merk in _RESTJES):
            return True
        return self._klok() - sinds > VERVAL_S

    def _maak(self) -> bool:
        """Make the file if nobody has it; exclusive creation is one step on every share."""
        merk = uuid4().hex
        bewogen = self._klok()  # before it is seen by others, so never too late
        try:
            greep = os.open(self.pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        except FileExistsError:
            return False
        except PermissionError:
            # Windows says "no permission" while the former holder is taking the file away.
            if not self.pad.exists() and not os.access(self.pad.parent, os.W_OK):
                raise
            return False
        self._merk, self._slag, self._bewogen, self._bevestigd = merk, 0, bewogen, False
        tekst = self._tekst()
        try:
            try:
                os.write(greep, tekst)
            finally:
                os.close(greep)
        except BaseException:
            self._ruim_half_op(tekst.decode())
            raise
        return True

    def _ruim_half_op(self, tekst: str) -> None:
        """Take away what we just made and could not write in: it would hold everybody up."""
        merk, self._merk = self._merk, ""
        try:
            inhoud = self._inhoud()
            if inhoud is not None and tekst.startswith(inhoud) and self._is_vers:
                self.pad.unlink(missing_ok=True)
        except OSError:  # the share is gone: who waits finds that it does not move
            _RESTJES.add(merk)

    @property
    def _is_vers(self) -> bool:
        """Whether it moved so short ago that nobody can have broken it."""
        return self._klok() - self._bewogen < VERVAL_S / 2

    def _breek(self, gezien: str) -> None:
        apart = self.pad.with_name(f"{self.pad.name}.{uuid4().hex}")
        try:
            self.pad.rename(apart)
            inhoud = apart.read_text(encoding="utf-8", errors="replace")
            apart.unlink()
        except (FileNotFoundError, PermissionError):
            return  # it was let go, or another who waited was first
        houder = ontleed(inhoud)
        if inhoud == gezien and houder and houder.merk not in _RESTJES:
            self.gebroken.append(houder)

    def _plan_hartslag(self) -> None:
        self._stop_hartslag()
        self._wekker = threading.Timer(_HARTSLAG_S, self.klop)
        self._wekker.daemon = True
        self._wekker.start()

    def _stop_hartslag(self) -> None:
        wekker, self._wekker = self._wekker, None
        if wekker is not None:
            wekker.cancel()

    def klop(self) -> None:
        """Move the content, so that who waits through a long import sees that we live.

        Happens by itself every two seconds, in a thread of its own.
        """
        merk = self._merk
        try:
            with self._een_tegelijk:
                if merk != self._merk or not self._van_ons(merk):
                    return
                self._slag += 1
                begin = self._klok()
                with self.pad.open("r+b") as bestand:
                    bestand.write(self._tekst())
                    bestand.truncate()
                self._bewogen = begin
                self._plan_hartslag()
        except OSError:
            return  # the share is gone: ``bevestig`` finds that out before anything is saved

    def _laat_los(self) -> None:
        merk = self._merk
        try:
            # A heartbeat that is under way ends first: what it wrote later would stay behind.
            with self._een_tegelijk:
                self._merk = ""
                self._stop_hartslag()
                # Confirmed just now and fresh: nobody can have broken it since, and to ask
                # again would take three more round trips while others wait.
                if (self._bevestigd and self._is_vers) or self._van_ons(merk):
                    self._haal_weg()
        except OSError:  # the share is gone: we know it for ours, others see it does not move
            _RESTJES.add(merk)

    def _haal_weg(self) -> None:
        """Take our file away; Windows refuses it while somebody who waits looks in it."""
        begin = self._klok()
        while True:
            try:
                self.pad.unlink(missing_ok=True)
            except PermissionError:
                if self._klok() - begin > _KIJKT_S:
                    raise
                self._pauze(_KORTSTE_PAUZE_S)
            else:
                return

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
        houder = ontleed(self._inhoud() or "")
        return bool(merk) and houder is not None and houder.merk == merk


def _pauze_na(gewacht: float) -> float:
    """Return how long to wait before the next try: long at first, short for who waits long."""
    geduld = max(1 - gewacht / _ONGEDULDIG_S, 0.0)
    pauze = _KORTSTE_PAUZE_S + (_LANGSTE_PAUZE_S - _KORTSTE_PAUZE_S) * geduld
    return pauze * _KANS.uniform(0.5, 1.0)


@contextmanager
def _vertaald() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise SchijfFout(Oorzaak.VERSTOORD, f"write lock: {fout}") from fout
