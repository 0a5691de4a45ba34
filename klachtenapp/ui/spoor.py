"""The way one came: which page, and of a dossier which one."""

from __future__ import annotations

from typing import Final

Plek = tuple[str, str]
"""Name of a page and, for a dossier, its kenmerk."""

DOSSIER: Final = "dossier"
_ZONDER_KNOP: Final = (DOSSIER, "importeren")
_LANG_GENOEG: Final = 20


class Spoor:
    """Remembers the last places, so that Escape leads back."""

    def __init__(self, begin: str) -> None:
        self._begin = begin
        self._vorige: list[Plek] = []
        self.nu: Plek = (begin, "")

    def ga(self, plek: Plek) -> None:
        """Go to a place; the one left behind is remembered."""
        if self.nu != plek:
            self._vorige.append(self.nu)
            del self._vorige[:-_LANG_GENOEG]
            self.nu = plek

    def terug(self) -> Plek | None:
        """Go back one place, in the end to the first page; ``None`` when one is there."""
        plek = self._vorige.pop() if self._vorige else (self._begin, "")
        if plek == self.nu:
            return None
        self.nu = plek
        return plek

    def hoort_bij(self) -> str:
        """Return the page to mark in the navigation: a dossier belongs to its list."""
        if self.nu[0] not in _ZONDER_KNOP:
            return self.nu[0]
        vorige = next((naam for naam, _ in reversed(self._vorige) if naam not in _ZONDER_KNOP), "")
        return vorige if vorige == self._begin else "register"
