"""Small turns of phrase for the facts of a letter."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst


def ja(waar: bool) -> str:
    """Return a yes/no fact: ``ja`` or empty."""
    return "ja" if waar else ""


def begin(tekst: str) -> str:
    """Return ``tekst`` as it stands at the beginning of a sentence."""
    return tekst[:1].upper() + tekst[1:]


def lang(dag: date | None) -> str:
    """Return a date with its weekday, or empty."""
    return dagtekst.lang_met_dag(dag) if dag else ""


def zin(tekst: str) -> str:
    """Return ``tekst`` with a capital and a point, so that it can stand between sentences."""
    schoon = tekst.strip()
    if not schoon:
        return ""
    return begin(schoon) + ("" if schoon[-1] in ".!?…" else ".")
