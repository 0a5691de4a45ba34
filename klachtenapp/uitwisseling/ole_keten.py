"""Walks the chains of blocks in an old Office file before anything reads it.

A file of six kilobytes whose chain bites its own tail makes a reader take all the memory of
the computer. Layout: [MS-CFB] sections 2.2 to 2.6.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_EINDE: Final = 0xFFFFFFFE
_GEWOON: Final = 0xFFFFFFFA  # higher numbers are no blocks but marks
_INGANG: Final = 128  # bytes of one entry of the directory


def is_heel(inhoud: bytes) -> bool:
    """Whether every chain of blocks ends, within the file, and no block comes twice in it."""
    try:
        macht, klein_macht = struct.unpack_from("<HH", inhoud, 30)
        if macht not in (9, 12) or klein_macht != 6:
            return False
        fat = _fat(inhoud, 1 << macht)
        map_, klein_begin = struct.unpack_from("<I", inhoud, 48)[0], _getal(inhoud, 60)
        ingangen = b"".join(_blok(inhoud, nr, macht) for nr in _keten(fat, map_))
        klein = [
            getal
            for nr in _keten(fat, klein_begin)
            for getal in _getallen(_blok(inhoud, nr, macht))
        ]
        grens = _getal(inhoud, 56)
        for plek in range(0, len(ingangen) - _INGANG + 1, _INGANG):
            soort, begin, groot = _ingang(ingangen, plek)
            if soort not in (2, 5) or not groot:
                continue
            for _ in _keten(klein if soort == 2 and groot < grens else fat, begin):
                pass
    except (struct.error, ValueError, IndexError):
        return False
    return True


def _fat(inhoud: bytes, blok: int) -> list[int]:
    """Return for each block which one follows it."""
    nummers = list(struct.unpack_from("<109I", inhoud, 76))
    volgend, rest = _getal(inhoud, 68), len(inhoud) // blok + 1
    while volgend < _GEWOON:
        deel = _getallen(_blok(inhoud, volgend, blok.bit_length() - 1))
        nummers += deel[:-1]
        volgend, rest = deel[-1], rest - 1
        if rest < 0:
            raise ValueError("de lijst van blokken is een lus")
    gebruikt = [nr for nr in nummers if nr < _GEWOON]
    if len(gebruikt) > len(inhoud) // blok + 1:
        raise ValueError("meer blokken dan het bestand groot is")
    return [
        getal for nr in gebruikt for getal in _getallen(_blok(inhoud, nr, blok.bit_length() - 1))
    ]


def _keten(volgende: list[int], begin: int) -> Iterator[int]:
    """Yield the blocks of a chain; more than there are means that it bites its tail."""
    nummer, over = begin, len(volgende)
    while nummer < _GEWOON:
        if over <= 0 or nummer >= len(volgende):
            raise ValueError("een keten zonder eind")
        yield nummer
        nummer, over = volgende[nummer], over - 1
    if nummer not in (_EINDE, 0xFFFFFFFF):
        raise ValueError("een keten met een vreemd eind")


def _ingang(ingangen: bytes, plek: int) -> tuple[int, int, int]:
    """Return kind, first block and size of an entry of the directory."""
    begin, groot = struct.unpack_from("<IQ", ingangen, plek + 116)
    return ingangen[plek + 66], begin, groot & 0xFFFFFFFF


def _blok(inhoud: bytes, nummer: int, macht: int) -> bytes:
    """Return one block; a file may end before the end of its last one."""
    blok = inhoud[(nummer + 1) << macht : (nummer + 2) << macht]
    if not blok:
        raise ValueError("een blok buiten het bestand")
    return blok


def _getal(inhoud: bytes, plek: int) -> int:
    getal: int = struct.unpack_from("<I", inhoud, plek)[0]
    return getal


def _getallen(blok: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(blok) // 4}I", blok[: len(blok) // 4 * 4])
