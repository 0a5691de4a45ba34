"""Source Sans, loaded once, embedded in every PDF; and what it cannot draw."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from klachtenapp.errors import RegelFout

GEWOON = "SourceSans"
HALFVET = "SourceSans-Semibold"
VET = "SourceSans-Bold"

_BESTANDEN = {
    GEWOON: "SourceSansPro-Regular.ttf",
    HALFVET: "SourceSansPro-Semibold.ttf",
    VET: "SourceSansPro-Bold.ttf",
}
# Signs that look the same as one we do have.
_GELIJK = {
    "\u0132": "IJ",
    "\u0133": "ij",
    "\u2010": "-",
    "\u2011": "-",
    "\u2028": "\n",
    "\u2029": "\n\n",
    "\u202f": "\u00a0",
    "\u2007": "\u00a0",
    "\t": " ",
    "\x0b": "\n",
    "\x0c": "\n",
}
VAST = "\u00a0"
"""A space at which no line breaks; it is drawn as an ordinary space."""


@cache
def laad() -> dict[str, Any]:
    """Register the fonts with reportlab; return the glyph tables by font name."""
    bestanden = Path(font_source_sans_pro.__file__).parent / "files"
    glyphs: dict[str, Any] = {}
    for naam, bestand in _BESTANDEN.items():
        font = TTFont(naam, str(bestanden / bestand))
        pdfmetrics.registerFont(font)
        glyphs[naam] = font.face.charToGlyph
    return glyphs


def breedte(tekst: str, font: str, maat: float) -> float:
    """Return the width of ``tekst`` in points; ``maat`` is the font size in points.

    Everything that is drawn is measured here first, so a character without a shape is
    refused (``RegelFout``) and never becomes a black box.
    """
    return _breedte_per_punt(tekst, font) * maat


@lru_cache(maxsize=8192)
def _breedte_per_punt(tekst: str, font: str) -> float:
    tekens = ontbrekend(tekst)
    if tekens:
        raise RegelFout(zin_ontbrekend(tekens, ""))
    return float(pdfmetrics.stringWidth(tekst.replace(VAST, " "), font, 1))


@lru_cache(maxsize=2048)
def drukbaar(tekst: str) -> str:
    """Return ``tekst`` as it can be printed: one form for each letter, no control characters.

    Accents written apart are put on their letter, odd spaces and hyphens become ordinary
    ones, and what has no shape at all (control characters, direction marks, joiners) goes.
    """
    if tekst.isascii() and tekst.isprintable():
        return tekst
    uit: list[str] = []
    for teken in unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n")):
        gelijk = _GELIJK.get(teken)
        if gelijk is not None:
            uit.append(gelijk)
        elif teken in "\n" or teken == VAST:
            uit.append(teken)
        elif unicodedata.category(teken) == "Zs":
            uit.append(" ")
        elif unicodedata.category(teken) in ("Cc", "Cf") or "\ufe00" <= teken <= "\ufe0f":
            continue
        else:
            uit.append(teken)
    return "".join(uit)


def ontbrekend(tekst: str) -> tuple[str, ...]:
    """Return the characters of ``tekst`` that our font cannot draw, each once, in order."""
    tabellen = laad().values()
    return tuple(
        dict.fromkeys(
            teken
            for teken in drukbaar(tekst)
            if teken != "\n" and not all(ord(teken) in tabel for tabel in tabellen)
        )
    )


def zin_ontbrekend(tekens: tuple[str, ...], waar: str) -> str:
    """Return the sentence that names characters we cannot print, and in which field."""
    namen = ", ".join(
        f"{teken if teken.isprintable() else '?'} (U+{ord(teken):04X})" for teken in tekens[:5]
    )
    plek = f" in {waar}" if waar else ""
    return (
        f"Ons lettertype kent dit teken niet{plek}: {namen}. "
        "Schrijf de tekst daar met gewone letters."
    )
