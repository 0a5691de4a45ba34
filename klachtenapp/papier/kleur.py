"""Colours on paper: the house colour of the gemeente, its tints, and what stays readable."""

from __future__ import annotations

from klachtenapp.domain.huisstijl import contrast, lees_kleur, leesbare_kleur

__all__ = [
    "GRIJS",
    "INKT",
    "LIJN",
    "OEFENING",
    "WIT",
    "Kleur",
    "contrast",
    "lees",
    "leesbaar_op_wit",
    "meng",
]  # fmt: skip

Kleur = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""

INKT: Kleur = (0x1B / 255, 0x27 / 255, 0x33 / 255)
GRIJS: Kleur = (0x51 / 255, 0x60 / 255, 0x6F / 255)
LIJN: Kleur = (0xC9 / 255, 0xD3 / 255, 0xDD / 255)
WIT: Kleur = (1.0, 1.0, 1.0)
OEFENING: Kleur = (0xB8 / 255, 0x5C / 255, 0x00 / 255)

_STANDAARD = "#0B5CAD"


def lees(hex_kleur: str) -> Kleur:
    """Return ``#RRGGBB`` as a colour; something else gives the blue of the program."""
    return lees_kleur(hex_kleur) or lees(_STANDAARD)


def meng(kleur: Kleur, met: Kleur, deel: float) -> Kleur:
    """Return ``kleur`` with ``deel`` (0 to 1) of ``met`` mixed in."""
    r, g, b = (eigen + (ander - eigen) * deel for eigen, ander in zip(kleur, met, strict=True))
    return (r, g, b)


def leesbaar_op_wit(kleur: Kleur) -> Kleur:
    """Return ``kleur``, darkened until it can be read on white (and white on it)."""
    return leesbare_kleur(kleur)
