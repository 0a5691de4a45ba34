"""Reads back with what answers a letter was sent; so nothing has to be typed twice.

The event of a letter keeps each answer under ``antwoord_`` and the name of its question.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import verloop
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.klaarliggend import antwoorden_van


def antwoorden(verzending: Gebeurtenis | None) -> dict[str, str]:
    """Return what was really answered for the letter that went out, by name of the question."""
    return {naam: tekst for naam, tekst in antwoorden_van(verzending).items() if tekst.strip()}


def van_brief(dossier: Dossier, soort: BriefSoort) -> dict[str, str]:
    """Return the answers for the last ``soort`` that went out in this round; empty when none."""
    return antwoorden(verloop.brief_nu(dossier, soort))


def dag(dossier: Dossier, soort: BriefSoort) -> date | None:
    """Return the day on which ``soort`` last went out in this round."""
    verzending = verloop.brief_nu(dossier, soort)
    return verzending.op if verzending else None
