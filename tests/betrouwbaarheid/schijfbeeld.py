"""What may stand on a disk after a power cut: from a trace of every change, image by image.

A disk keeps what was forced to it. Of what was written since, any sector may be there, not
be there, or be there for half; names change in the order in which they were changed, and a
forced file takes the names before it along, as a file system with a journal does.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.harnas.stuur import SOORTEN

SECTOR: Final = 512
_KOP: Final = struct.Struct("<IIqq")
_O_TRUNC: Final = 0o1000


@dataclass(frozen=True, slots=True)
class Verandering:
    """One line of the trace: the kind of operation, the file, where, and what was written."""

    soort: str
    pad: str
    plek: int
    inhoud: bytes


@dataclass
class Bestand:
    """A file: what was forced to the disk, and what was done to it since (an int: cut off)."""

    zeker: bytes = b""
    sindsdien: list[tuple[int, bytes | None]] = field(default_factory=list)


def lees_spoor(pad: Path) -> Iterator[Verandering]:
    """Yield every change in a trace."""
    spoor, plek = pad.read_bytes(), 0
    while plek < len(spoor):
        nummer, lengte, waar, grootte = _KOP.unpack_from(spoor, plek)
        plek += _KOP.size
        naam = spoor[plek : plek + lengte].decode()
        plek += lengte
        yield Verandering(SOORTEN[nummer], naam, waar, spoor[plek : plek + grootte])
        plek += grootte


class Schijf:
    """The disk, change after change."""

    def __init__(self, share: Path) -> None:
        """Begin with what lies on the share now, all of it certain."""
        self.namen = {
            str(pad): Bestand(pad.read_bytes()) for pad in share.rglob("*") if pad.is_file()
        }
        self._zekere_namen = dict(self.namen)
        self._naamswijzigingen: list[tuple[str, str]] = []

    def verander(self, wat: Verandering) -> None:
        """Apply one change."""
        if wat.soort == "SYNC":
            self._dwing_af(wat.pad)
        elif wat.soort == "OTHER":
            self._hernoem(wat.pad, wat.inhoud.decode())
        elif wat.soort == "UNLINK":
            self._hernoem(wat.pad, "")
        else:
            bestand = self._van(wat.pad)
            if wat.soort == "WRITE":
                bestand.sindsdien.append((wat.plek, wat.inhoud))
            elif wat.soort == "TRUNC":
                bestand.sindsdien.append((wat.plek, None))
            elif wat.plek & _O_TRUNC and (bestand.zeker or bestand.sindsdien):
                bestand.sindsdien.append((0, None))

    def beelden(self, willekeur: random.Random, aantal: int) -> Iterator[dict[str, bytes]]:
        """Yield some images: nothing unforced kept, all kept, and the others by chance."""
        for nummer in range(aantal):
            kans = (0.0, 1.0)[nummer] if nummer < 2 <= aantal else willekeur.choice((0.2, 0.5, 0.8))
            namen = dict(self._zekere_namen)
            tot = willekeur.randint(0, len(self._naamswijzigingen))
            for van, naar in self._naamswijzigingen[:tot]:
                _wissel(namen, van, naar, self.namen)
            yield {naam: _inhoud(bestand, willekeur, kans) for naam, bestand in namen.items()}

    def _van(self, pad: str) -> Bestand:
        if pad not in self.namen:
            self.namen[pad] = Bestand()
            self._naamswijzigingen.append(("", pad))
        return self.namen[pad]

    def _hernoem(self, van: str, naar: str) -> None:
        _wissel(self.namen, van, naar, self.namen)
        self._naamswijzigingen.append((van, naar))

    def _dwing_af(self, pad: str) -> None:
        if pad in self.namen:
            bestand = self.namen[pad]
            bestand.zeker = _inhoud(bestand, random.Random(0), 1.0)
            bestand.sindsdien.clear()
        self._zekere_namen = dict(self.namen)
        self._naamswijzigingen.clear()


def _wissel(namen: dict[str, Bestand], van: str, naar: str, alle: dict[str, Bestand]) -> None:
    if not van:
        namen[naar] = alle.get(naar) or Bestand()
        return
    bestand = namen.pop(van, None)
    if bestand is not None and naar:
        namen[naar] = bestand


def _inhoud(bestand: Bestand, willekeur: random.Random, kans: float) -> bytes:
    beeld = bytearray(bestand.zeker)
    for plek, stuk in bestand.sindsdien:
        if stuk is None:
            if willekeur.random() < kans or kans == 1.0:
                del beeld[plek:]
                beeld.extend(bytes(max(plek - len(beeld), 0)))
            continue
        for begin in _sectoren(plek, len(stuk)):
            eind = min((begin // SECTOR + 1) * SECTOR, plek + len(stuk))
            nieuw = stuk[begin - plek : eind - plek]
            if kans < 1.0 and willekeur.random() >= kans:
                continue
            if 0.0 < kans < 1.0 and willekeur.random() < 0.1:
                nieuw = nieuw[: len(nieuw) // 2]  # torn
            beeld.extend(bytes(max(begin - len(beeld), 0)))
            beeld[begin : begin + len(nieuw)] = nieuw
    return bytes(beeld)


def _sectoren(plek: int, lengte: int) -> Iterator[int]:
    begin = plek
    while begin < plek + lengte:
        yield begin
        begin = (begin // SECTOR + 1) * SECTOR
