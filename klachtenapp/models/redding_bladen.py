"""Finds rows on loose pages: those whose road through the tree is gone but that are still whole.

A row stands on a leaf page of 4096 bytes (sqlite.org/fileformat2.html, 1.6 and 2.1) with
its number and its values. When a page higher up is damaged SQLite can reach none of them.
Here every page of the file is looked at; only for a file that is not locked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_BLAD: Final = 4096
_RIJBLAD: Final = 0x0D
_KOP: Final = 8
_LENGTES: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_MEESTE: Final = 64 * 1024 * 1024
ONLEESBAAR: Final = "\ufffd"


def losse_rijen(pad: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the number and the values of each row on each page; free pages are left out."""
    inhoud = pad.read_bytes()
    vrij = _vrije_bladen(inhoud)
    for nummer in range(1, len(inhoud) // _BLAD):
        blad = inhoud[nummer * _BLAD : (nummer + 1) * _BLAD]
        if blad[0] != _RIJBLAD or nummer + 1 in vrij:
            continue
        aantal = struct.unpack_from(">H", blad, 3)[0]
        if not 0 < aantal <= (_BLAD - _KOP) // 6:
            continue
        for plek in struct.unpack_from(f">{aantal}H", blad, _KOP):
            try:
                yield _rij(inhoud, blad, plek)
            except (ValueError, IndexError, struct.error):
                continue  # this cell was overwritten; its neighbours may be whole


def _vrije_bladen(inhoud: bytes) -> frozenset[int]:
    """Return the pages that hold what was removed: that must not come back."""
    if not inhoud.startswith(b"SQLite format 3\0"):
        return frozenset()
    vrij: set[int] = set()
    stam = struct.unpack_from(">I", inhoud, 32)[0]
    while 0 < stam <= len(inhoud) // _BLAD and stam not in vrij:
        begin = (stam - 1) * _BLAD
        volgende, aantal = struct.unpack_from(">II", inhoud, begin)
        vrij.add(stam)
        if aantal <= _BLAD // 4 - 2:
            vrij.update(struct.unpack_from(f">{aantal}I", inhoud, begin + 8))
        stam = volgende
    return frozenset(vrij)


def _rij(inhoud: bytes, blad: bytes, plek: int) -> tuple[int, tuple[Any, ...]]:
    if plek < _KOP:
        raise ValueError("buiten het blad")
    lengte, plek = _getal(blad, plek)
    rij, plek = _getal(blad, plek)
    if not 0 < lengte <= _MEESTE or rij <= 0:
        raise ValueError("geen rij")
    return rij, tuple(_waarden(_lading(inhoud, blad, plek, lengte)))


def _lading(inhoud: bytes, blad: bytes, plek: int, lengte: int) -> bytes:
    """Return the whole content of a cell, with what runs over to other pages."""
    if lengte <= _BLAD - 35:
        if plek + lengte > _BLAD:
            raise ValueError("buiten het blad")
        return blad[plek : plek + lengte]
    kleinste = (_BLAD - 12) * 32 // 255 - 23
    hier = kleinste + (lengte - kleinste) % (_BLAD - 4)
    hier = hier if hier <= _BLAD - 35 else kleinste
    delen = [blad[plek : plek + hier]]
    volgende = struct.unpack_from(">I", blad, plek + hier)[0]
    nog = lengte - hier
    while nog > 0:
        if not 1 < volgende <= len(inhoud) // _BLAD:
            raise ValueError("de rest is weg")
        begin = (volgende - 1) * _BLAD
        volgende = struct.unpack_from(">I", inhoud, begin)[0]
        delen.append(inhoud[begin + 4 : begin + 4 + min(nog, _BLAD - 4)])
        nog -= _BLAD - 4
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
