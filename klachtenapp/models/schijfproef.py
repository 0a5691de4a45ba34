"""Tries out the disk of a register: do locks keep out, is it fast, does it keep what it is given.

Everything happens in files of its own beside the register, which are gone afterwards.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final
from uuid import uuid4

from sqlcipher3 import dbapi2 as driver

from klachtenapp.models.gedeeld.bytesloten import ontgrendel, vergrendel
from klachtenapp.models.schijf import SoortSchijf, soort_schijf
from klachtenapp.models.wolkmap import wolkdienst

KEREN: Final = 15
_BLOK: Final = b"k" * 4096
Klok = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Schijfproef:
    """What was found. Times are the middle one of several, in milliseconds.

    ``sloten``: a second handle is kept out, and let in afterwards. ``hernoemen``: a new file
    takes the place of an old one. ``journaal``: the kind that SQLite really uses there.
    """

    soort: SoortSchijf
    wolk: str
    sloten: bool
    hernoemen: bool
    journaal: str
    schrijven_ms: float
    lezen_ms: float
    hernoemen_ms: float
    slot_ms: float
    bewaren_ms: float

    @property
    def traagste_ms(self) -> float:
        """The slowest single operation; to save takes several."""
        return max(self.schrijven_ms, self.lezen_ms, self.hernoemen_ms, self.slot_ms)


def proef(register: Path, *, keren: int = KEREN, klok: Klok = perf_counter) -> Schijfproef:
    """Try out the disk on which ``register`` lies. Raises OSError when it refuses."""
    with _eigen_plek(register) as plek:
        een, ander = plek.with_suffix(".a"), plek.with_suffix(".b")
        schrijven = _gemeten(lambda: _schrijf(een), keren, klok)
        lezen = _gemeten(een.read_bytes, keren, klok)
        hernoemd: list[bool] = []
        hernoemen = _gemeten(lambda: hernoemd.append(_hernoem(een, ander)), keren, klok)
        sloten: list[bool] = []
        slot = _gemeten(lambda: sloten.append(_sloten_werken(ander)), keren, klok)
        journaal, bewaren = _bewaren(plek.with_suffix(".db"), keren, klok)
    return Schijfproef(
        soort=soort_schijf(register),
        wolk=wolkdienst(register),
        sloten=all(sloten),
        hernoemen=all(hernoemd),
        journaal=journaal,
        schrijven_ms=schrijven,
        lezen_ms=lezen,
        hernoemen_ms=hernoemen / 2,  # each time a file was written first
        slot_ms=slot / 4,  # two handles opened, two questions
        bewaren_ms=bewaren,
    )


@contextmanager
def _eigen_plek(register: Path) -> Iterator[Path]:
    naam = f"schijftest-{uuid4().hex[:12]}"
    plek = register.absolute().with_name(f"{naam}.tmp")
    try:
        yield plek
    finally:
        for over in plek.parent.glob(f"{naam}.*"):
            with suppress(OSError):  # the disk went in the middle of it: they are empty files
                over.unlink()


def _gemeten(doe: Callable[[], object], keren: int, klok: Klok) -> float:
    tijden = []
    for _ in range(keren):
        begin = klok()
        doe()
        tijden.append((klok() - begin) * 1_000)
    return float(median(tijden))


def _schrijf(pad: Path) -> None:
    greep = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(greep, _BLOK)
        os.fsync(greep)
    finally:
        os.close(greep)


def _hernoem(een: Path, ander: Path) -> bool:
    een.write_bytes(_BLOK)
    een.replace(ander)
    return ander.read_bytes() == _BLOK and not een.exists()


def _sloten_werken(pad: Path) -> bool:
    """Whether a second handle is kept out as long as the first holds on, and no longer."""
    vlaggen = os.O_RDWR | getattr(os, "O_BINARY", 0)
    een, twee = os.open(pad, vlaggen), os.open(pad, vlaggen)
    try:
        if not vergrendel(een, 0) or vergrendel(twee, 0):
            return False
        ontgrendel(een, 0)
        if not vergrendel(twee, 0):
            return False
        ontgrendel(twee, 0)
        return True
    finally:
        os.close(twee)
        os.close(een)


def _bewaren(pad: Path, keren: int, klok: Klok) -> tuple[str, float]:
    """Save as the register does, and return which journal that really gave."""
    verbinding = driver.connect(str(pad), isolation_level=None)
    try:
        (journaal,) = verbinding.execute("PRAGMA journal_mode=persist").fetchone()
        verbinding.execute("PRAGMA synchronous=FULL")
        verbinding.execute("CREATE TABLE proef (nummer INTEGER PRIMARY KEY, inhoud BLOB)")

        def bewaar() -> None:
            verbinding.execute("BEGIN IMMEDIATE")
            verbinding.execute("INSERT INTO proef (inhoud) VALUES (?)", (_BLOK,))
            verbinding.execute("COMMIT")

        return str(journaal), _gemeten(bewaar, keren, klok)
    except driver.Error as fout:
        raise OSError(str(fout)) from fout
    finally:
        verbinding.close()
