"""What is wrong with a letter text, and in which paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tekstbezwaar:
    """One reason why a text cannot be kept.

    ``alinea`` is 0 for the onderwerp, else the number of the paragraph from 1; -1 concerns
    the text as a whole. ``merk`` is the mark it is about, as written.
    """

    zin: str
    alinea: int = -1
    merk: str = ""
    artikel: str = ""


@dataclass(frozen=True, slots=True)
class Tekstoordeel:
    """All that is in the way of a text; without ``bezwaren`` it may be kept."""

    bezwaren: tuple[Tekstbezwaar, ...] = ()

    @property
    def goed(self) -> bool:
        """Whether the text may be kept."""
        return not self.bezwaren
