"""Places in a text: Python counts letters, Qt counts halves of some of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

_BUITEN = "\uffff"  # beyond this Qt needs two places for one letter


class Plekken:
    """Turns a place in a Python text into one in a Qt document, and back."""

    def __init__(self, tekst: str) -> None:
        self._som: list[int] | None = None
        if any(teken > _BUITEN for teken in tekst):
            breedtes = (2 if teken > _BUITEN else 1 for teken in tekst)
            self._som = list(accumulate(breedtes, initial=0))

    def naar_qt(self, plek: int) -> int:
        """Return the place in the document."""
        return plek if self._som is None else self._som[plek]

    def van_qt(self, plek: int) -> int:
        """Return the place in the text; halfway a letter is its beginning or the next."""
        if self._som is None:
            return plek
        return min(bisect_left(self._som, plek), len(self._som) - 1)
