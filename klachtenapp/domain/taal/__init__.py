"""Plain language: how hard a text is to read, what makes it so, and where (domein §9).

The scores are hints. They hold the supplied letters at B1 and the stappenplan at A2, and
serve the person who writes a text.
"""

from __future__ import annotations

from klachtenapp.domain.taal.nietszeggend import Briefinhoud, Gemis, nietszeggend
from klachtenapp.domain.taal.rapport import (
    Taalrapport,
    Verborgen,
    controleer,
    velden_verborgen,
)
from klachtenapp.domain.taal.tellen import (
    FOUT_WOORDEN_BRIEF,
    MAX_WOORDEN_BRIEF,
    MAX_WOORDEN_STAPPENPLAN,
    MIN_FLESCH_BRIEF,
    MIN_FLESCH_STAPPENPLAN,
    Meting,
    flesch_douma,
    leesindex_a,
    lettergrepen,
    meet,
    woorden,
    zinnen,
)
from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort
from klachtenapp.domain.taal.woordenlijst import (
    MoeilijkWoord,
    Woordenlijst,
    lees_woordenlijst,
    moeilijke_woorden,
)

__all__ = [
    "FOUT_WOORDEN_BRIEF",
    "MAX_WOORDEN_BRIEF",
    "MAX_WOORDEN_STAPPENPLAN",
    "MIN_FLESCH_BRIEF",
    "MIN_FLESCH_STAPPENPLAN",
    "Briefinhoud",
    "Gemis",
    "Meting",
    "MoeilijkWoord",
    "Taalrapport",
    "Taalvondst",
    "Verborgen",
    "Vondstsoort",
    "Woordenlijst",
    "controleer",
    "flesch_douma",
    "lees_woordenlijst",
    "leesindex_a",
    "lettergrepen",
    "meet",
    "moeilijke_woorden",
    "nietszeggend",
    "velden_verborgen",
    "woorden",
    "zinnen",
]
