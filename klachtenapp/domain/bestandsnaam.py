"""Names of files from outside, made into text that is safe to show and to propose when saving.

What a sender calls a file is his choice: a road out of the folder, a device of Windows, a
hidden stream, letters that turn the reading direction so that ``exe`` poses as ``pdf``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from klachtenapp.domain.tekens import is_zichtbaar
from klachtenapp.errors import RegelFout

NAAMLENGTE: Final = 120
"""Most letters of a name."""

_MAX_BYTES: Final = 220  # of the 255 that a disk takes; a temporary name needs some of them
_MAX_EENHEDEN: Final = 230  # the same for Windows, which counts in UTF-16
_MAX_UITGANG: Final = 12

# Windows refuses the first; the others look like a separator, or are taken for one by
# programs that turn the name into an older code page.
_VERBODEN: Final = frozenset('<>:"/\\|?*') | frozenset("\uff0f\uff3c\u2215\u2044\u29f5\ufe68\uff1a")
# Letters by their class, but there is nothing to see of them.
_ONZICHTBAAR: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
_POORTEN: Final = [f"{poort}{n}" for poort in ("com", "lpt") for n in "0123456789¹²³"]
_APPARATEN: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$", *_POORTEN]
)
_STUREN: Final = frozenset({"desktop.ini", "autorun.inf"})  # change what a folder does


def veilige_naam(naam: str, leeg: str = "bijlage") -> str:
    """Return a file name that is safe to show and to save under; never empty, never a path.

    The last part of a path, composed, on one line, without characters that steer or cannot
    be seen, without signs that Windows refuses, without dots and spaces at its ends, no
    device of Windows, at most 120 letters and within 255 bytes, with its extension. Applied
    again it changes nothing.
    """
    kaal = PurePosixPath(PureWindowsPath(naam).name).name
    tekens = (
        " " if teken in _VERBODEN else teken
        for teken in kaal
        if is_zichtbaar(teken) and teken not in _ONZICHTBAAR
    )
    tekst = " ".join(unicodedata.normalize("NFC", "".join(tekens)).split()).strip(". ")
    stam, punt, uitgang = tekst.rpartition(".")
    if not stam:
        stam, uitgang = tekst, ""
    uitgang = uitgang[:_MAX_UITGANG].strip(". ")
    if stam.split(".", maxsplit=1)[0].strip().casefold() in _APPARATEN:
        stam = f"_{stam}"
    if tekst.casefold() in _STUREN:
        stam = f"_{stam}"
    achter = f"{punt}{uitgang}" if uitgang else ""
    return f"{_ingekort(stam, achter)}{achter}" or leeg


def _ingekort(stam: str, achter: str) -> str:
    """Return as much of ``stam`` as fits with its extension in letters, bytes and UTF-16."""
    stam = stam[: NAAMLENGTE - len(achter)]
    while stam and (
        len((stam + achter).encode()) > _MAX_BYTES
        or len((stam + achter).encode("utf-16-le")) // 2 > _MAX_EENHEDEN
    ):
        stam = stam[:-1]
    return stam.rstrip(". ")


def vrije_naam(naam: str, bezet: Collection[str]) -> str:
    """Return ``naam``, or ``naam (2)`` when there is one; large and small letters are the same."""
    genomen = {ander.casefold() for ander in bezet}
    schoon, nummer = veilige_naam(naam), 2
    kandidaat = schoon
    stam, punt, uitgang = schoon.rpartition(".")
    stam, achter = (stam, punt + uitgang) if stam else (schoon, "")
    while kandidaat.casefold() in genomen:
        telling = f" ({nummer}){achter}"
        kandidaat = f"{_ingekort(stam, telling)}{telling}"
        nummer += 1
    return kandidaat


def uitgang(naam: str) -> str:
    """Return the extension in small letters without the dot; empty when there is none."""
    stam, _, achter = naam.rpartition(".")
    return achter.strip().casefold() if stam else ""


def plek_in(map_: Path, naam: str) -> Path:
    """Return where a file of this name goes in a folder, and nowhere else.

    :raises RegelFout: what stands there under that name leads out of the folder.
    """
    pad = map_ / veilige_naam(naam)
    if pad.resolve().parent != map_.resolve():
        raise RegelFout(
            f"Onder de naam '{pad.name}' staat in deze map een verwijzing naar een andere plek. "
            "Kies een andere map of een andere naam.",
            veld="bijlage",
        )
    return pad
