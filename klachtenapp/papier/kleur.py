"""Colours on paper: the house colour of the gemeente, its tints, and what stays readable."""

from __future__ import annotations

import re

Kleur = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""

INKT: Kleur = (0x1B / 255, 0x27 / 255, 0x33 / 255)
GRIJS: Kleur = (0x51 / 255, 0x60 / 255, 0x6F / 255)
LIJN: Kleur = (0xC9 / 255, 0xD3 / 255, 0xDD / 255)
WIT: Kleur = (1.0, 1.0, 1.0)
OEFENING: Kleur = (0xB8 / 255, 0x5C / 255, 0x00 / 255)

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_STANDAARD = "#0B5CAD"
_LEESBAAR = 4.5  # WCAG AA for ordinary text


def lees(hex_kleur: str) -> Kleur:
    """Return ``#RRGGBB`` as a colour; something else gives the blue of the program."""
    gevonden = _HEX.fullmatch(hex_kleur.strip())
    waarde = int(gevonden[1] if gevonden else _STANDAARD[1:], 16)
    return ((waarde >> 16) / 255, (waarde >> 8 & 255) / 255, (waarde & 255) / 255)


def meng(kleur: Kleur, met: Kleur, deel: float) -> Kleur:
    """Return ``kleur`` with ``deel`` (0 to 1) of ``met`` mixed in."""
    r, g, b = (eigen + (ander - eigen) * deel for eigen, ander in zip(kleur, met, strict=True))
    return (r, g, b)


def contrast(een: Kleur, ander: Kleur) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def leesbaar_op_wit(kleur: Kleur) -> Kleur:
    """Return ``kleur``, darkened until it can be read on white (and white on it)."""
    while contrast(kleur, WIT) < _LEESBAAR:
        kleur = meng(kleur, (0.0, 0.0, 0.0), 0.1)
    return kleur


def _helderheid(kleur: Kleur) -> float:
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kleur)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
