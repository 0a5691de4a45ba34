"""Byte-range locks of a mount as those of SMB.

What differs from the locks of Linux that SQLite asks for:

- A lock of SMB belongs to one open file and is mandatory; one of Linux belongs to a process
  (or, for ``F_OFD_*``, to an open file) and keeps nobody from reading. SQLite locks bytes far
  behind the data, so nobody notices the second; for the first this table remembers on which
  open file a process has each of its locks.
- A lock of SMB cannot change from shared to exclusive, cover part of another, or be given back
  in part: it is given back whole and the rest is asked again. Between the two another may come
  in. SQLite on Windows lives with that for its byte of intention keeps the others out, and so
  does this: what cannot be had again is an error.
- Whether a byte is locked can only be asked by locking it for a moment (as SQLite on Windows
  does): two who ask at once may both hear that it is.
- Nobody waits in the server: who would (``F_SETLKW``) is refused, the program never asks it.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.harnas.smbverkeer import Lijn

DEELT, SLUIT_UIT, GEEF_VRIJ, METEEN = 0x01, 0x02, 0x04, 0x10
"""How SMB2 LOCK asks: shared, exclusive, give back; and refused rather than waited for."""

EINDE: Final = (1 << 63) - 1
"""Behind the last byte of any file."""


class Greep:
    """A file that is open on the server."""

    def __init__(self, lijn: Lijn, nummer: bytes, bestand: int) -> None:
        """``nummer`` is the server's for this handle, ``bestand`` that of the file."""
        self.lijn, self.nummer, self.bestand = lijn, nummer, bestand


@dataclass(frozen=True, slots=True)
class Bereik:
    """A range that is locked, or is to be: from ``begin`` up to ``eind``."""

    begin: int
    eind: int
    uitsluitend: bool
    greep: Greep

    def raakt(self, begin: int, eind: int) -> bool:
        """Whether it has a byte of that range."""
        return self.begin < eind and begin < self.eind

    def zonder(self, begin: int, eind: int) -> list[Bereik]:
        """Return what is left of it outside that range."""
        stukken = ((self.begin, min(self.eind, begin)), (max(self.begin, eind), self.eind))
        return [Bereik(b, e, self.uitsluitend, self.greep) for b, e in stukken if b < e]


class Sloten:
    """Who on this workstation holds what."""

    def __init__(self) -> None:
        self._houdt: dict[tuple[int, int], list[Bereik]] = {}
        self._slot = threading.Lock()

    def zet(self, eigenaar: int, nieuw: Bereik) -> None:
        """Take a lock in the place of what this owner has there.

        :raises OSError: EAGAIN when another has it; what the owner had, he keeps.
        """
        with self._slot:
            heeft = self._van(eigenaar, nieuw.greep.bestand)
            if any(
                oud.begin <= nieuw.begin
                and nieuw.eind <= oud.eind
                and oud.uitsluitend == nieuw.uitsluitend
                for oud in heeft
            ):
                return
            self._vervang(heeft, nieuw.begin, nieuw.eind, [nieuw])

    def wis(self, eigenaar: int, bestand: int, begin: int, eind: int) -> None:
        """Give back what this owner has of a range."""
        with self._slot:
            self._vervang(self._van(eigenaar, bestand), begin, eind, [])

    def is_vrij(self, eigenaar: int, vraag: Bereik) -> bool:
        """Whether nobody else has anything of a range.

        Bytes that the owner shares himself are not asked about: SQLite never does.
        """
        with self._slot:
            stukken = [vraag]
            for eigen in self._van(eigenaar, vraag.greep.bestand):
                stukken = [d for s in stukken for d in s.zonder(eigen.begin, eigen.eind)]
            try:
                _neem(stukken)
            except BlockingIOError:
                return False
            _geef(stukken)
            return True

    def vergeet(self, greep: Greep) -> None:
        """Forget the locks of a file that is closed: the server drops them."""
        with self._slot:
            for heeft in self._houdt.values():
                heeft[:] = [bereik for bereik in heeft if bereik.greep is not greep]
            self._houdt = {wie: heeft for wie, heeft in self._houdt.items() if heeft}

    def _van(self, eigenaar: int, bestand: int) -> list[Bereik]:
        """Return the owner's ranges; those of a line that was cut are gone on the server."""
        heeft = self._houdt.setdefault((bestand, eigenaar), [])
        heeft[:] = [bereik for bereik in heeft if not bereik.greep.lijn.dood]
        return heeft

    def _vervang(self, heeft: list[Bereik], begin: int, eind: int, door: list[Bereik]) -> None:
        geraakt = [oud for oud in heeft if oud.raakt(begin, eind)]
        komt = [deel for oud in geraakt for deel in oud.zonder(begin, eind)] + door
        _geef(geraakt)
        heeft[:] = [oud for oud in heeft if oud not in geraakt]
        try:
            _neem(komt)
        except BlockingIOError:
            _neem(geraakt, anders=errno.EIO)
            heeft.extend(geraakt)
            raise
        heeft.extend(komt)


def _per_greep(bereiken: Iterable[Bereik]) -> list[tuple[Greep, bool, list[tuple[int, int]]]]:
    """Return the ranges that go in one request together, as (begin, length)."""

    def samen(bereik: Bereik) -> tuple[int, bool]:
        return id(bereik.greep), bereik.uitsluitend

    return [
        (groep[0].greep, groep[0].uitsluitend, [(b.begin, b.eind - b.begin) for b in groep])
        for groep in (list(g) for _, g in groupby(sorted(bereiken, key=samen), key=samen))
    ]


def _neem(bereiken: Sequence[Bereik], anders: int = errno.EAGAIN) -> None:
    """Lock them all or none; refused is ``anders``."""
    gelukt: list[Bereik] = []
    for greep, uitsluitend, plekken in _per_greep(bereiken):
        soort = SLUIT_UIT if uitsluitend else DEELT
        try:
            greep.lijn.slot(greep.nummer, *plekken, vlag=soort | METEEN)
        except BlockingIOError as fout:
            _geef(gelukt)
            raise OSError(anders, os.strerror(anders)) from fout
        gelukt += [b for b in bereiken if b.greep is greep and b.uitsluitend == uitsluitend]


def _geef(bereiken: Sequence[Bereik]) -> None:
    for greep in {id(b.greep): b.greep for b in bereiken}.values():
        plekken = [(b.begin, b.eind - b.begin) for b in bereiken if b.greep is greep]
        greep.lijn.slot(greep.nummer, *plekken, vlag=GEEF_VRIJ)
