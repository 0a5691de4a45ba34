"""Folds text so that spellings can be compared: no capitals, accents, points or spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from klachtenapp.domain.zoektekst import normaliseer

_NIET_WOORD = re.compile(r"[^0-9a-z:]+")


_KORT = 200  # texts up to this length are folded once and remembered


def vouw(tekst: str) -> str:
    """Return ``Ontv.bev. verzonden`` as ``ontv bev verzonden``; ``9:8`` keeps its colon."""
    return _onthouden(tekst) if len(tekst) <= _KORT else _vouw(tekst)


def _vouw(tekst: str) -> str:
    return _NIET_WOORD.sub(" ", normaliseer(tekst)).strip()


# Words come back all the time; thousands of pages of text must not fill memory.
_onthouden = lru_cache(maxsize=8192)(_vouw)


LEEG = frozenset({"", "onbekend", "nb", "n b", "nvt", "n v t", "niet bekend", "geen", "unknown"})
"""Folded texts that say: nothing is known."""
