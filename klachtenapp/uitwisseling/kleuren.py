"""Finds which cell styles of an xlsx have a fill colour, and gives the colour a Dutch name."""

from __future__ import annotations

import colorsys
from xml.etree.ElementTree import Element

Onderdelen = dict[str, Element]
"""Parsed parts of the zip by name: ``xl/styles.xml``, ``xl/theme/theme1.xml``."""

_H = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEMA = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)))
_GEINDEXEERD = {
    8: "000000", 9: "FFFFFF", 10: "FF0000", 11: "00FF00", 12: "0000FF", 13: "FFFF00",
    14: "FF00FF", 15: "00FFFF", 22: "C0C0C0", 23: "808080", 34: "FFFF99", 42: "CCFFCC",
    43: "FFFF99", 45: "FF99CC", 47: "FFCC99", 50: "99CC00", 51: "FFCC00", 52: "FF9900",
}  # fmt: skip
_TINTEN = (
    (0.04, "rood"), (0.11, "oranje"), (0.19, "geel"), (0.45, "groen"),
    (0.69, "blauw"), (0.82, "paars"), (0.95, "roze"), (1.01, "rood"),
)  # fmt: skip


def gekleurde_stijlen(onderdelen: Onderdelen) -> dict[int, str]:
    """Return the number of every cell style with a visible fill, with the name of its colour."""
    stijlen = onderdelen.get("xl/styles.xml")
    if stijlen is None:
        return {}
    thema = _themakleuren(onderdelen.get("xl/theme/theme1.xml"))
    vullingen = [_naam_van_vulling(v, thema) for v in stijlen.iterfind(f"{_H}fills/{_H}fill")]
    gevonden: dict[int, str] = {}
    for nummer, xf in enumerate(stijlen.iterfind(f"{_H}cellXfs/{_H}xf")):
        vulling = _getal(xf.get("fillId"))
        if vulling is not None and 1 < vulling < len(vullingen) and vullingen[vulling]:
            gevonden[nummer] = vullingen[vulling]
    return gevonden


def _naam_van_vulling(vulling: Element, thema: list[str]) -> str:
    patroon = vulling.find(f"{_H}patternFill")
    if patroon is None or patroon.get("patternType", "none") in ("none", "gray125"):
        return ""
    kleur = patroon.find(f"{_H}fgColor")
    return "" if kleur is None else kleurnaam(_rgb(kleur.attrib, thema))


def _rgb(kleur: dict[str, str], thema: list[str]) -> str:
    if "rgb" in kleur:
        return kleur["rgb"][-6:]
    nummer = _getal(kleur.get("theme"))
    if nummer is not None and 0 <= nummer < len(thema):
        return thema[nummer]
    return _GEINDEXEERD.get(_getal(kleur.get("indexed")) or -1, "")


def _themakleuren(thema: Element | None) -> list[str]:
    if thema is None:
        return []
    schema = thema.find(f"{_A}themeElements/{_A}clrScheme")
    if schema is None:
        return []
    kleuren = []
    for naam in _THEMA:
        knoop = schema.find(f"{_A}{naam}")
        kind = next(iter(knoop), None) if knoop is not None else None
        kleuren.append("" if kind is None else kind.get("val", "") or "")
    return [k if len(k) == 6 else "" for k in kleuren]


def kleurnaam(rgb: str) -> str:
    """Return the Dutch name nearest to ``RRGGBB``; white and unreadable values give ``""``."""
    try:
        r, g, b = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return ""
    tint, licht, verzadiging = colorsys.rgb_to_hls(r, g, b)
    if licht > 0.97:
        return ""
    if verzadiging < 0.12:
        return "zwart" if licht < 0.15 else "grijs"
    return next(naam for grens, naam in _TINTEN if tint < grens)


def _getal(tekst: str | None) -> int | None:
    try:
        return int(tekst or "")
    except ValueError:
        return None
