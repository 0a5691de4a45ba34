"""Finds what may be a burgerservicenummer in free text, to warn: a klacht needs none.

About one in eleven numbers of nine digits passes the elfproef, so a hit is a warning and
no proof (domein §7.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_SCHEIDING = re.compile("[. \u00a0]")
# Written solid, as 123.456.782, as 1234.56.782 (the old way), or with eight digits.
_KANDIDAAT = re.compile(
    "(?<![0-9])(?:"
    "[0-9]{9}|[0-9]{3}([. \u00a0])[0-9]{3}\\1[0-9]{3}|[0-9]{4}([. \u00a0])[0-9]{2}\\2[0-9]{3}"
    "|[0-9]{8}|[0-9]{2}([. \u00a0])[0-9]{3}\\3[0-9]{3}"
    r")(?!\w|[.,:/-][0-9])",
    re.ASCII,
)
# Every candidate begins so, and looking for this is many times faster.
_MISSCHIEN = re.compile("[0-9]{2}[0-9. \u00a0]{6}")
# What stands before a candidate that is only the tail of a phone number, date or amount.
_STAART_VAN_TELEFOON = re.compile(r"(?:\+[0-9][0-9 ()-]*|(?<![0-9])\(?0[0-9]{0,3}\)?[ ./-]?)$")
_STAART_VAN_GETAL = re.compile("[0-9][. \u00a0,:/-]$")
_VER_ERVOOR = 20
_BEDRAG = re.compile(r"€\s?$")


@dataclass(frozen=True, slots=True)
class Vondst:
    """Where in a text a possible BSN stands: ``tekst[start:eind]``."""

    start: int
    eind: int


def is_bsn(tekst: str) -> bool:
    """Whether ``tekst`` passes the elfproef; dots and spaces are ignored, 8 digits padded."""
    cijfers = _SCHEIDING.sub("", tekst)
    if not re.fullmatch("[0-9]{8,9}", cijfers) or not int(cijfers):
        return False
    som = sum(
        int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers.zfill(9), _GEWICHTEN, strict=True)
    )
    return som % 11 == 0


def vind_bsn(tekst: str) -> tuple[Vondst, ...]:
    """Return where ``tekst`` holds what may be a BSN, from front to back.

    Longer numbers, phone numbers, amounts and parts of them are passed over.
    """
    if not _MISSCHIEN.search(tekst):
        return ()
    return tuple(
        Vondst(gevonden.start(), gevonden.end())
        for gevonden in _KANDIDAAT.finditer(tekst)
        if is_bsn(gevonden[0]) and not _is_iets_anders(_ervoor(tekst, gevonden), gevonden[0])
    )


def maskeer(tekst: str) -> str:
    """Return ``tekst`` with every digit of a possible BSN replaced by ``x``."""
    for vondst in vind_bsn(tekst):
        masker = re.sub("[0-9]", "x", tekst[vondst.start : vondst.eind])
        tekst = tekst[: vondst.start] + masker + tekst[vondst.eind :]
    return tekst


def _ervoor(tekst: str, gevonden: re.Match[str]) -> str:
    return tekst[max(0, gevonden.start() - _VER_ERVOOR) : gevonden.start()]


def _is_iets_anders(ervoor: str, kandidaat: str) -> bool:
    if _STAART_VAN_TELEFOON.search(ervoor) or _BEDRAG.search(ervoor):
        return True
    # Nine digits in a row stand out by themselves; a group may belong to the number before.
    return not re.fullmatch("[0-9]{9}", kandidaat) and bool(_STAART_VAN_GETAL.search(ervoor))
