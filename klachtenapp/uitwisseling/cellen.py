"""A sheet as it was read: rows of plain values, with the comments that hang on cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

Cel = str | int | float | bool | date | datetime
"""One cell; an empty cell is ``""``. Times of day and durations are text."""

Rij = list[Cel]

_KORT = 80  # texts up to this length are cleaned once and remembered

_STUUR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]")
_EXCEL_STUUR = re.compile(r"_x000[0-9A-F]_")
_MOJIBAKE = re.compile("[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_WIT = re.compile(r"[^\S\n]+")


@dataclass(slots=True)
class Blad:
    """One sheet. ``rijen[0]`` is row 1; every row has the same number of cells.

    ``aantekeningen`` maps ``(row, column)``, both from 0, to what is not the value of the
    cell but says something: its comment, its colour, a formula without a result.
    ``samengevoegd`` are merged cells as ``(top, left, bottom, right)``, from 0.
    """

    naam: str
    rijen: list[Rij]
    verborgen: bool = False
    aantekeningen: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    samengevoegd: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def breedte(self) -> int:
        """Number of columns."""
        return len(self.rijen[0]) if self.rijen else 0


@dataclass(slots=True)
class Werkmap:
    """A file that was read. ``vorm`` is ``xlsx``, ``xls``, ``ods`` or ``csv``.

    ``opmerkingen`` are Dutch sentences about the file as a whole (guessed encoding, …).
    """

    bestand: str
    sha256: str
    vorm: str
    bladen: tuple[Blad, ...]
    opmerkingen: tuple[str, ...] = ()


def is_leeg(cel: Cel) -> bool:
    """Return whether nothing (visible) stands in the cell."""
    return isinstance(cel, str) and (not cel or cel.isspace())


def als_tekst(cel: Cel) -> str:
    """Return the cell as a person reads it: ``12.0`` is ``12``, a date is ``3-4-2021``."""
    if isinstance(cel, str):
        return schoon(cel)
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() and abs(cel) < 1e15 else repr(cel)
    if isinstance(cel, datetime):
        dag = f"{cel.day}-{cel.month}-{cel.year}"
        return f"{dag} {cel:%H:%M}" if cel.hour or cel.minute else dag
    if isinstance(cel, date):
        return f"{cel.day}-{cel.month}-{cel.year}"
    return str(cel)


def begin(cel: Cel, letters: int) -> str:
    """Return about the first ``letters`` of the cell as text, however long it is."""
    return als_tekst(cel[:letters] if isinstance(cel, str) else cel)


# Names of departments, streets and days come back all the time; long texts must not fill memory.
_onthouden = lru_cache(maxsize=16384, typed=True)(als_tekst)


def teksten(rij: Rij) -> list[str]:
    """Return every cell of a row as ``als_tekst`` does, quickly."""
    return [
        _onthouden(cel) if not isinstance(cel, str) or len(cel) <= _KORT else schoon(cel)
        for cel in rij
    ]


def schoon(tekst: str) -> str:
    """Return the text without control characters and superfluous white space; lines stay."""
    if tekst.isascii() and tekst.isprintable() and "  " not in tekst and "_x000" not in tekst:
        return tekst.strip()
    tekst = _EXCEL_STUUR.sub("", tekst) if "_x000" in tekst else tekst
    tekst = _STUUR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(_WIT.sub(" ", regel).strip() for regel in tekst.split("\n")).strip()


def herstel_mojibake(tekst: str) -> str:
    """Return the text with UTF-8 that was read as cp1252 put right (``Ã–zdemir``), if it can be."""
    if tekst.isascii() or not _MOJIBAKE.search(tekst):
        return tekst
    try:
        return tekst.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return tekst
