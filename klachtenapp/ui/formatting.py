"""What people type and what they read: dates, numbers and sizes in the words of the window."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from klachtenapp.domain import dagtekst

_MAANDEN = {
    kop: nummer
    for nummer, namen in enumerate(
        (
            ("jan",), ("feb",), ("mrt", "maa"), ("apr",), ("mei",), ("jun",),
            ("jul",), ("aug",), ("sep",), ("okt",), ("nov",), ("dec",),
        ),
        start=1,
    )
    for kop in namen
}  # fmt: skip
_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WOORDEN = re.compile(r"(\d{1,2})[ -]*([a-z]{3,9})\.?(?:[ -]*(\d{4}|\d{2}))?")
_STAP = re.compile(r"([+-])\s*(\d{1,3})")
_DAGNAAM = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+(?=\d)")
_VASTE_WOORDEN = {
    "t": 0, "v": 0, "vandaag": 0, "gisteren": -1, "g": -1, "morgen": 1, "eergisteren": -2,
    "overmorgen": 2,
}  # fmt: skip


def lees_datum(tekst: str, vandaag: date) -> date | None:
    """Read a date as people type it; ``None`` when it is not one.

    ``24-11``, ``24-11-26``, ``24 nov``, ``di 24 november 2026``, ``2026-11-24``, ``t`` or
    ``vandaag``, ``gisteren``, ``-3``, ``+7``. Without a year the nearest such day is meant.
    """
    kaal = _DAGNAAM.sub("", " ".join(tekst.casefold().split()))
    if kaal in _VASTE_WOORDEN:
        return vandaag + timedelta(days=_VASTE_WOORDEN[kaal])
    if stap := _STAP.fullmatch(kaal):
        return vandaag + timedelta(days=int(stap[1] + stap[2]))
    if iso := _ISO.fullmatch(kaal):
        return _dag(int(iso[1]), int(iso[2]), int(iso[3]))
    if cijfers := _CIJFERS.fullmatch(kaal):
        return _met_jaar(int(cijfers[1]), int(cijfers[2]), cijfers[3], vandaag)
    if woorden := _WOORDEN.fullmatch(kaal):
        maand = _maand(woorden[2])
        return _met_jaar(int(woorden[1]), maand, woorden[3], vandaag) if maand else None
    return None


def _maand(woord: str) -> int:
    kop = next((m for k, m in _MAANDEN.items() if woord.startswith(k)), 0)
    heel = dagtekst.MAANDEN[kop - 1] if kop else ""
    return kop if heel.startswith(woord) or woord in {"mrt", *dagtekst.MAANDEN_KORT} else 0


def _met_jaar(dag: int, maand: int, jaar: str | None, vandaag: date) -> date | None:
    if jaar:
        return _dag(int(jaar) if len(jaar) > 2 else 2000 + int(jaar), maand, dag)
    keuzes = (_dag(vandaag.year + stap, maand, dag) for stap in (-1, 0, 1))
    return min(
        (keuze for keuze in keuzes if keuze), key=lambda k: abs((k - vandaag).days), default=None
    )


def _dag(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def getal(aantal: int) -> str:
    """Return ``12.345``, with the Dutch thousands point."""
    return f"{aantal:,}".replace(",", ".")


def moment(wanneer: datetime, vandaag: date) -> str:
    """Return ``vandaag 07:02``, ``gisteren 16:40`` or ``vr 20 feb 2026``."""
    dagen = (vandaag - wanneer.date()).days
    if dagen in (0, 1):
        return f"{'vandaag' if dagen == 0 else 'gisteren'} {wanneer:%H:%M}"
    return dagtekst.kort(wanneer.date())


def dagdeel(wanneer: datetime) -> str:
    """Return the greeting that fits the hour."""
    if wanneer.hour < 12:
        return "Goedemorgen"
    return "Goedemiddag" if wanneer.hour < 18 else "Goedenavond"
