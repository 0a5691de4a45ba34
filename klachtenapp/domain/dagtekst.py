"""Dates as Dutch words: one place, so that every screen and letter writes them the same."""

from __future__ import annotations

from datetime import date

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip

_EEN_WEEK = 7


def kort(dag: date) -> str:
    """Return ``vr 20 feb 2026``."""
    return f"{kort_zonder_jaar(dag)} {dag.year}"


def kort_zonder_jaar(dag: date) -> str:
    """Return ``vr 20 feb``."""
    return f"{dagnaam_kort(dag)} {dag.day} {MAANDEN_KORT[dag.month - 1]}"


def dagnaam_kort(dag: date) -> str:
    """Return ``vr``."""
    return DAGEN[dag.weekday()][:2]


def lang(dag: date) -> str:
    """Return ``20 februari 2026``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def lang_met_dag(dag: date) -> str:
    """Return ``vrijdag 20 februari 2026``."""
    return f"{DAGEN[dag.weekday()]} {lang(dag)}"


def relatief(dag: date, vandaag: date) -> str:
    """Return how far ``dag`` is from ``vandaag``, in the words of the werkvoorraad.

    ``3 dagen te laat``, ``vandaag``, ``morgen``, within a week the day (``do 26 nov``),
    later the number of days (``11 dagen``).
    """
    verschil = (dag - vandaag).days
    if verschil < 0:
        return f"{aantal(-verschil, 'dag', 'dagen')} te laat"
    if verschil == 0:
        return "vandaag"
    if verschil == 1:
        return "morgen"
    return kort_zonder_jaar(dag) if verschil <= _EEN_WEEK else f"{verschil} dagen"


def aantal(hoeveel: int, enkelvoud: str, meervoud: str) -> str:
    """Return ``1 dag`` or ``3 dagen``."""
    return f"{hoeveel} {enkelvoud if hoeveel == 1 else meervoud}"
