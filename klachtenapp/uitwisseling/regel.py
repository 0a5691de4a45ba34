"""The verdict on one row, and rows that were passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from klachtenapp.domain.aanmelding import Oudedossier


class Verdict(StrEnum):
    """What may be done with a row."""

    GOED = "goed"
    LET_OP = "let op"
    GEWEIGERD = "geweigerd"


@dataclass(slots=True)
class Regel:
    """One row with a melding. ``rij`` counts from 1, as the sheet does.

    ``redenen`` are sentences: what was assumed, or why it is refused. ``dossier`` is
    ``None`` exactly when it is refused; ``inhoud`` then is the row as text, so that nobody
    has to search for it. ``bekend`` is true when the register has this very row already.
    """

    blad: str
    rij: int
    verdict: Verdict
    redenen: tuple[str, ...]
    oud_kenmerk: str
    dossier: Oudedossier | None
    inhoud: str = ""
    bekend: bool = False

    def met_redenen(self, delen: Sequence[str]) -> Regel:
        """Give the row its let ops, written out as sentences."""
        self.redenen = tuple(f"{deel[:1].upper()}{deel[1:]}." for deel in delen)
        self.verdict = Verdict.LET_OP if delen else Verdict.GOED
        return self

    def merk_op(self, zin: str) -> None:
        """Add a let op to a row that is accepted; a refused one keeps its own reasons."""
        if self.verdict is not Verdict.GEWEIGERD:
            self.verdict = Verdict.LET_OP
            self.redenen = (*self.redenen, zin)


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A row, or with ``rij`` 0 a whole sheet, that holds no melding; ``inhoud`` is its text."""

    blad: str
    rij: int
    reden: str
    inhoud: str = ""
