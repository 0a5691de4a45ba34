"""The colour profile of sRGB, made here so that no file has to be shipped (ICC.1:2001-04)."""

from __future__ import annotations

import struct
from functools import cache

_D50 = (0.9642, 1.0, 0.8249)
# The primaries of sRGB, adapted to D50 (Bradford).
_ROOD = (0.43607, 0.22249, 0.01392)
_GROEN = (0.38515, 0.71687, 0.09708)
_BLAUW = (0.14307, 0.06061, 0.71410)
_STAPPEN = 1024


@cache
def srgb() -> bytes:
    """Return an ICC version 2 display profile; always the same bytes."""
    kromme = _kromme()
    labels = [
        (b"desc", _beschrijving("sRGB")),
        (b"cprt", b"text\0\0\0\0" + b"No copyright, use freely\0"),
        (b"wtpt", _xyz(_D50)),
        (b"rXYZ", _xyz(_ROOD)),
        (b"gXYZ", _xyz(_GROEN)),
        (b"bXYZ", _xyz(_BLAUW)),
        (b"rTRC", kromme),
        (b"gTRC", kromme),
        (b"bTRC", kromme),
    ]
    tabel, inhoud = b"", b""
    begin = 128 + 4 + 12 * len(labels)
    plekken: dict[bytes, int] = {}
    for naam, gegevens in labels:
        if gegevens not in plekken:
            plekken[gegevens] = begin + len(inhoud)
            inhoud += gegevens + b"\0" * (-len(gegevens) % 4)
        tabel += naam + struct.pack(">II", plekken[gegevens], len(gegevens))
    kop = _kop(begin + len(inhoud))
    return kop + struct.pack(">I", len(labels)) + tabel + inhoud


def _kop(lengte: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sIIIIII3i4s44x",
        lengte, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2020, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, 0, 0, 0, 0, 0,
        *(_vast(deel) for deel in _D50), b"\0\0\0\0",
    )  # fmt: skip


def _vast(waarde: float) -> int:
    return round(waarde * 65536)


def _xyz(waarden: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(_vast(deel) for deel in waarden))


def _beschrijving(tekst: str) -> bytes:
    ascii_tekst = tekst.encode("ascii") + b"\0"
    return (
        b"desc\0\0\0\0" + struct.pack(">I", len(ascii_tekst)) + ascii_tekst
        + struct.pack(">II", 0, 0) + struct.pack(">HB67x", 0, 0)
    )  # fmt: skip


def _kromme() -> bytes:
    waarden = []
    for stap in range(_STAPPEN):
        deel = stap / (_STAPPEN - 1)
        licht = deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4
        waarden.append(round(licht * 65535))
    return b"curv\0\0\0\0" + struct.pack(f">I{_STAPPEN}H", _STAPPEN, *waarden)
