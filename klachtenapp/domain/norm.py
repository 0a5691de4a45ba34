"""One own service norm: a length in kantooruren, werkdagen or kalenderdagen, on or off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kalender import Kalender

KANTOORUREN_PER_DAG = 8
MAXIMUM = 365
_NORM = re.compile(
    r"(?P<aantal>[0-9]{1,4}) ?(?P<eenheid>uur|werkdag(?:en)?|kalenderdag(?:en)?|week|weken)"
    r"(?P<uit> \(uit\))?"
)


class Eenheid(StrEnum):
    """In what a norm counts."""

    UUR = "uur"  # kantooruren
    WERKDAG = "werkdag"
    KALENDERDAG = "kalenderdag"


@dataclass(frozen=True, slots=True)
class Norm:
    """A length with its unit; ``aan`` says whether the gemeente uses it."""

    aantal: int
    eenheid: Eenheid
    aan: bool = True

    @property
    def duur(self) -> str:
        """Return the length in words: ``1 werkdag``, ``14 kalenderdagen``, ``4 uur``."""
        if self.eenheid is Eenheid.UUR:
            return f"{self.aantal} uur"
        return dagtekst.aantal(self.aantal, self.eenheid, f"{self.eenheid}en")

    @property
    def tekst(self) -> str:
        """Return the norm as it is kept: ``1 werkdag``, ``4 uur (uit)``."""
        return self.duur if self.aan else f"{self.duur} (uit)"

    def na(self, dag: date, kalender: Kalender) -> date:
        """Return the last day of this norm when it starts on ``dag``, which does not count.

        We know days, not hours: up to 8 kantooruren end on the werkdag of the start itself.
        """
        if self.eenheid is Eenheid.KALENDERDAG:
            return dag + timedelta(days=self.aantal)
        if self.eenheid is Eenheid.WERKDAG:
            return kalender.plus_werkdagen(dag, self.aantal)
        eerste = kalender.plus_werkdagen(dag, 0)
        return kalender.plus_werkdagen(eerste, max(self.aantal - 1, 0) // KANTOORUREN_PER_DAG)


def lees_norm(tekst: str) -> Norm | None:
    """Return the norm that ``tekst`` says (``2 werkdagen``, ``3 weken``), or ``None``."""
    gevonden = _NORM.fullmatch(" ".join(tekst.lower().split()))
    if gevonden is None:
        return None
    aantal, woord, aan = int(gevonden["aantal"]), gevonden["eenheid"], gevonden["uit"] is None
    if woord in ("week", "weken"):
        norm = Norm(aantal * 7, Eenheid.KALENDERDAG, aan)
    else:
        norm = Norm(aantal, Eenheid(woord.removesuffix("en")), aan)
    return norm if norm.aantal <= MAXIMUM else None
