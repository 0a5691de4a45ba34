"""Folds text so that spellings can be compared: no capitals, accents, points or spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from klachtenapp.domain.zoektekst import normaliseer

_NIET_WOORD = re.compile(r"[^0-9a-z:]+")


@lru_cache(maxsize=8192)
def vouw(tekst: str) -> str:
    """Return ``Ontv.bev. verzonden`` as ``ontv bev verzonden``; ``9:8`` keeps its colon."""
    return _NIET_WOORD.sub(" ", normaliseer(tekst)).strip()


LEEG = frozenset({"", "onbekend", "nb", "n b", "nvt", "n v t", "niet bekend", "geen", "unknown"})
"""Folded texts that say: nothing is known."""
