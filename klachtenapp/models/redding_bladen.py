"""Finds rows on loose pages: those whose road through the tree is gone but that are still whole.

A row stands on a leaf page (sqlite.org/fileformat2.html, 1.6 and 2.1) with its number and
its values. When a page higher up is damaged SQLite can reach none of them.
Here every page of the file is looked at; only for a file that is not locked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_GROOTTES: Final = (4096, 8192, 16384)
"""What the pages of a register can be: those of before, and those of now."""
_RIJBLAD: Final = 0x0D
_MAGIE: Final = b"SQLite format 3\0"
_KOP: Final = 8
_LENGTES: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_MEESTE: Final = 64 * 1024 * 1024
ONLEESBAAR: Final = "\ufffd"


def losse_rijen(pad: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the number and the values of each row on each page; free pages are left out."""
    bladen = _Bladen(pad.read_bytes())
    vrij = bladen.vrij()
    for nummer in range(2, bladen.aantal + 1):
        blad = bladen.blad(nummer)
        if nummer in vrij or not (aantal := _rijen_op(blad)):
            continue
        for plek in struct.unpack_from(f">{aantal}H", blad, _KOP):
            try:
                yield _rij(bladen, blad, plek)
            except (ValueError, IndexError, struct.error):
                continue  # this cell was overwritten; its neighbours may be whole


class _Bladen:
    """The pages of a damaged file, counted from 1."""

    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud
        self.grootte = _bladgrootte(inhoud)
        self.aantal = len(inhoud) // self.grootte

    def blad(self, nummer: int) -> bytes:
        """Return a page; ValueError when the file has no such page."""
        if not 1 <= nummer <= self.aantal:
            raise ValueError("buiten het bestand")
        return self._inhoud[(nummer - 1) * self.grootte : nummer * self.grootte]

    def vrij(self) -> frozenset[int]:
        """Return the pages that hold what was removed: that must not come back."""
        if not self._inhoud.startswith(_MAGIE):
            return frozenset()
        vrij: set[int] = set()
        stam = struct.unpack_from(">I", self._inhoud, 32)[0]
        while 0 < stam <= self.aantal and stam not in vrij:
            blad = self.blad(stam)
            volgende, aantal = struct.unpack_from(">II", blad)
            vrij.add(stam)
            if aantal <= self.grootte // 4 - 2:
                vrij.update(struct.unpack_from(f">{aantal}I", blad, 8))
            stam = volgende
        return frozenset(vrij)


def _bladgrootte(inhoud: bytes) -> int:
    """Return how large a page is: as the file says, or as most of its pages look."""
    if inhoud.startswith(_MAGIE):
        gezegd = int(struct.unpack_from(">H", inhoud, 16)[0])
        if gezegd in _GROOTTES:
            return gezegd

    def passen(grootte: int) -> int:
        begin = range(grootte, len(inhoud) - grootte + 1, grootte)
        return sum(_vult(inhoud[n : n + grootte]) for n in begin)

    return max(_GROOTTES, key=passen)


def _vult(blad: bytes) -> bool:
    """Whether these bytes are one whole page with rows: the rows stand at the end of it."""
    plekken = struct.unpack_from(f">{_rijen_op(blad)}H", blad, _KOP)
    return len(blad) // 2 < max(plekken, default=0) < len(blad)


def _rijen_op(blad: bytes) -> int:
    """Return how many rows stand on a page; 0 for a page of another kind."""
    if blad[0] != _RIJBLAD:
        return 0
    aantal = int(struct.unpack_from(">H", blad, 3)[0])
    return aantal if aantal <= (len(blad) - _KOP) // 6 else 0


def _rij(bladen: _Bladen, blad: bytes, plek: int) -> tuple[int, tuple[Any, ...]]:
    if plek < _KOP:
        raise ValueError("buiten het blad")
    lengte, plek = _getal(blad, plek)
    rij, plek = _getal(blad, plek)
    if not 0 < lengte <= _MEESTE or rij <= 0:
        raise ValueError("geen rij")
    return rij, tuple(_waarden(_lading(bladen, blad, plek, lengte)))


def _lading(bladen: _Bladen, blad: bytes, plek: int, lengte: int) -> bytes:
    """Return the whole content of a cell, with what runs over to other pages."""
    grootte = bladen.grootte
    if lengte <= grootte - 35:
        if plek + lengte > grootte:
            raise ValueError("buiten het blad")
        return blad[plek : plek + lengte]
    kleinste = (grootte - 12) * 32 // 255 - 23
    hier = kleinste + (lengte - kleinste) % (grootte - 4)
    hier = hier if hier <= grootte - 35 else kleinste
    delen = [blad[plek : plek + hier]]
    volgende = struct.unpack_from(">I", blad, plek + hier)[0]
    nog = lengte - hier
    while nog > 0:
        if volgende == 1:
            raise ValueError("de rest is weg")
        vervolg = bladen.blad(volgende)
        volgende = struct.unpack_from(">I", vervolg)[0]
        delen.append(vervolg[4 : 4 + min(nog, grootte - 4)])
        nog -= grootte - 4
    return b"".join(delen)


def _waarden(lading: bytes) -> Iterator[Any]:
    kop, plek = _getal(lading, 0)
    if not plek <= kop <= len(lading):
        raise ValueError("geen kop")
    soorten = []
    while plek < kop:
        soort, plek = _getal(lading, plek)
        soorten.append(soort)
    for soort in soorten:
        lengte = _LENGTES[soort] if soort in _LENGTES else (soort - 12) // 2
        if soort in (10, 11) or plek + lengte > len(lading):
            raise ValueError("geen waarde")
        yield _waarde(soort, lading[plek : plek + lengte])
        plek += lengte
    if plek != len(lading):
        raise ValueError("de kop klopt niet")


def _waarde(soort: int, ruw: bytes) -> Any:
    if soort == 0:
        return None
    if soort in (8, 9):
        return soort - 8
    if soort == 7:
        return struct.unpack(">d", ruw)[0]
    if soort < 7:
        return int.from_bytes(ruw, "big", signed=True)
    if soort % 2 == 0:
        return ruw
    return ruw.decode("utf-8", "replace")


def _getal(ruw: bytes, plek: int) -> tuple[int, int]:
    """Return the number of one to nine bytes at ``plek``, and where the next begins."""
    waarde = 0
    for stap in range(8):
        byte = ruw[plek + stap]
        waarde = waarde << 7 | byte & 0x7F
        if byte < 0x80:
            return waarde, plek + stap + 1
    waarde = waarde << 8 | ruw[plek + 8]
    return waarde - (1 << 64) if waarde >= 1 << 63 else waarde, plek + 9
