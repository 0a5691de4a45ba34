"""Who has this register open now, and whether the locks of its disk work between computers.

Each program has one slot in ``<register>.aanwezig``. As long as it lives it holds a lock on
a byte of that slot and moves a counter in it. Who sees a counter move but can lock that same
byte has proof that the disk keeps nobody out; then writing together would ruin the register.
"""

from __future__ import annotations

import json
import os
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from klachtenapp.errors import OmgevingFout
from klachtenapp.models.gedeeld.bytesloten import ontgrendel, vergrendel
from klachtenapp.models.gedeeld.proces import computernaam

PLEKKEN: Final = 64
GROOTTE: Final = 320
VERLATEN_S: Final = 60.0
_TELLER: Final = struct.Struct("<Q")
_LEEG: Final = b"\0" * GROOTTE
_BEWIJZEN: Final = 2
"""How often in a row a moving slot must be free: once could be somebody who just left."""


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """One open window. ``kenmerk`` is the dossier that it shows, ``kenmerk_sinds`` since when."""

    naam: str
    computer: str
    sinds: datetime
    kenmerk: str = ""
    kenmerk_sinds: datetime | None = None
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Aanwezigen:
    """The others who are there, and ``sloten_werken``: ``None`` as long as nobody else is."""

    anderen: tuple[Aanwezige, ...]
    sloten_werken: bool | None


@dataclass(slots=True)
class _Gezien:
    """What we know of one slot. ``bewijzen`` counts how often it moved while it was free."""

    teller: int
    bewogen_op: float
    merk: str
    bezet: bool = False
    bewijzen: int = 0

    def is_er(self, nu: float) -> bool:
        """Whether somebody is there: he holds his lock, or moves, and not long ago."""
        return (self.bezet or self.bewijzen > 0) and nu - self.bewogen_op <= VERLATEN_S


class Aanwezigheid:
    """Our own slot, and a look at the others; call ``klop`` and ``kijk`` every two seconds."""

    def __init__(
        self,
        register: Path,
        ik: Aanwezige,
        *,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take a slot.

        :raises OmgevingFout: the folder cannot be written, or all slots are taken.
        """
        self.pad = register.with_name(f"{register.name}.aanwezig")
        merk = uuid4().hex[:16]
        self.ik = replace(ik, computer=ik.computer or computernaam(), merk=merk)
        self._klok = klok
        self._teller = 0
        self._gezien: dict[int, _Gezien] = {}
        self._greep = _open(self.pad)
        self._plek = self._neem_plek()
        self.klop()

    def klop(self) -> None:
        """Show that we are still there. Raises OSError when the disk is gone."""
        self._teller += 1
        self._schrijf(self._plek, self._teller, self.ik)

    def toon(self, kenmerk: str, sinds: datetime | None) -> None:
        """Tell the others which dossier is open here; seen with the next ``klop``."""
        self.ik = replace(self.ik, kenmerk=kenmerk, kenmerk_sinds=sinds if kenmerk else None)

    def kijk(self) -> Aanwezigen:
        """Return who else is there now. Raises OSError when the disk is gone."""
        nu = self._klok()
        anderen: list[Aanwezige] = []
        bezet, bewijs = False, False
        for plek, (teller, wie) in enumerate(self._plekken()):
            if plek == self._plek:
                # With locks that work nobody else writes in a slot that we hold.
                bewijs = bewijs or wie is None or wie.merk != self.ik.merk
            elif not teller:
                self._gezien.pop(plek, None)
            else:
                gezien = self._bekijk(plek, teller, wie.merk if wie else "", nu)
                bezet = bezet or gezien.bezet
                bewijs = bewijs or gezien.bewijzen >= _BEWIJZEN
                if wie is not None and gezien.is_er(nu):
                    anderen.append(wie)
        return Aanwezigen(tuple(anderen), False if bewijs else True if bezet else None)

    def _bekijk(self, plek: int, teller: int, merk: str, nu: float) -> _Gezien:
        gezien = self._gezien.get(plek)
        if gezien is None or (merk and merk != gezien.merk):  # another sits there now
            gezien = self._gezien[plek] = _Gezien(teller, nu, merk)
        bewogen = gezien.teller != teller
        if bewogen:
            gezien.teller, gezien.bewogen_op = teller, nu
        gezien.bezet = not vergrendel(self._greep, plek)
        if gezien.bezet:
            gezien.bewijzen = 0
            return gezien
        if bewogen:
            gezien.bewijzen += 1
            # It may have moved once more after we read and before its computer fell out: only
            # what moves while the lock is ours to take is proof.
            gezien.teller = self._lees_teller(plek)
        elif nu - gezien.bewogen_op > VERLATEN_S:
            # Left by a program that was killed: make room.
            self._schrijf_bytes(plek, _LEEG)
        ontgrendel(self._greep, plek)
        return gezien

    def sluit(self) -> None:
        """Leave: empty the slot and let go of it; a disk that is gone is no objection."""
        if self._greep < 0:
            return
        try:
            self._schrijf_bytes(self._plek, _LEEG)
            ontgrendel(self._greep, self._plek)
        except OSError:
            return  # the others see that the slot no longer moves and is free
        finally:
            greep, self._greep = self._greep, -1
            os.close(greep)

    def _neem_plek(self) -> int:
        """Lock a slot that is empty; one that was left behind only when there is no other."""
        plekken = self._plekken()
        leeg = [n for n in range(PLEKKEN) if n >= len(plekken) or not plekken[n][0]]
        for plek in (*leeg, *(n for n in range(PLEKKEN) if n not in leeg)):
            if vergrendel(self._greep, plek):
                return plek
        os.close(self._greep)
        raise OmgevingFout(
            f"Er zijn al {PLEKKEN} vensters met dit register open. Sluit er eerst een."
        )

    def _plekken(self) -> list[tuple[int, Aanwezige | None]]:
        os.lseek(self._greep, 0, os.SEEK_SET)
        inhoud = os.read(self._greep, PLEKKEN * GROOTTE)
        stukken = range(0, len(inhoud) - GROOTTE + 1, GROOTTE)
        return [_ontleed(inhoud[begin : begin + GROOTTE]) for begin in stukken]

    def _lees_teller(self, plek: int) -> int:
        os.lseek(self._greep, plek * GROOTTE, os.SEEK_SET)
        inhoud = os.read(self._greep, _TELLER.size)
        return int(_TELLER.unpack(inhoud)[0]) if len(inhoud) == _TELLER.size else 0

    def _schrijf(self, plek: int, teller: int, wie: Aanwezige) -> None:
        self._schrijf_bytes(plek, _TELLER.pack(teller) + _als_bytes(wie))

    def _schrijf_bytes(self, plek: int, inhoud: bytes) -> None:
        os.lseek(self._greep, plek * GROOTTE, os.SEEK_SET)
        os.write(self._greep, inhoud)


def _open(pad: Path) -> int:
    try:
        return os.open(pad, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as fout:
        raise OmgevingFout(
            f"In de map {pad.parent} kan niet worden geschreven. "
            "Vraag ICT om schrijfrechten op de map waarin het register staat."
        ) from fout


def _als_bytes(wie: Aanwezige) -> bytes:
    """Return a slot's text; names that do not fit are cut, never the facts behind them."""
    for lengte in (60, 30, 12):
        velden = {
            "n": wie.naam[:lengte],
            "c": wie.computer[:lengte],
            "s": wie.sinds.isoformat(timespec="seconds"),
            "k": wie.kenmerk[:24],
            "o": wie.kenmerk_sinds.isoformat(timespec="seconds") if wie.kenmerk_sinds else "",
            "m": wie.merk,
        }
        tekst = json.dumps(velden, ensure_ascii=False, separators=(",", ":")).encode()
        if len(tekst) <= GROOTTE - _TELLER.size:
            break
    return tekst.ljust(GROOTTE - _TELLER.size)


def _ontleed(inhoud: bytes) -> tuple[int, Aanwezige | None]:
    """Return the counter and who it is; nobody when it was read while being written."""
    (teller,) = _TELLER.unpack_from(inhoud)
    try:
        velden = json.loads(inhoud[_TELLER.size :].decode())
        open_sinds = velden["o"]
        wie = Aanwezige(
            str(velden["n"]),
            str(velden["c"]),
            datetime.fromisoformat(velden["s"]),
            str(velden["k"]),
            datetime.fromisoformat(open_sinds) if open_sinds else None,
            str(velden["m"]),
        )
    except (ValueError, KeyError, TypeError):
        return teller, None
    return teller, wie
