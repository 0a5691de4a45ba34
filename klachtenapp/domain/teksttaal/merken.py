"""The marks of a letter text: ``{{veld}}``, ``{{#als feit}}``, ``{{#elk rij}}`` and their ends.

There are no others. A mark is a name from a list, never an expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MAX_TEKST = 20_000
"""Longest text of a letter in characters; the longest supplied one has about five thousand."""
MAX_MERKEN = 1_000
"""Most marks in one text."""
MAX_DIEPTE = 8
"""Most conditions in each other."""

_NAAM = re.compile(r"[a-z][a-z0-9_]{0,59}")
_STUUR = re.compile(
    r"#als (?P<niet>niet )?(?P<feit>[a-z][a-z0-9_]{0,59})|#elk (?P<rij>[a-z]{1,40})|/als|/elk"
)


class Merksoort(StrEnum):
    """What a mark does."""

    VELD = "veld"
    ALS = "als"
    ALS_NIET = "als niet"
    ELK = "elk"
    EINDE_ALS = "/als"
    EINDE_ELK = "/elk"

    @property
    def opent(self) -> bool:
        """Whether it begins a condition or a repetition."""
        return self in (Merksoort.ALS, Merksoort.ALS_NIET, Merksoort.ELK)

    @property
    def sluit(self) -> bool:
        """Whether it ends one."""
        return self in (Merksoort.EINDE_ALS, Merksoort.EINDE_ELK)


@dataclass(frozen=True, slots=True)
class Merk:
    """One mark with the name of its field, fact or row (empty for an end)."""

    soort: Merksoort
    naam: str = ""

    @property
    def tekst(self) -> str:
        """The mark as it stands in a text."""
        if self.soort is Merksoort.VELD:
            return f"{{{{{self.naam}}}}}"
        if self.soort.sluit:
            return f"{{{{{self.soort.value}}}}}"
        return f"{{{{#{self.soort.value} {self.naam}}}}}"


def splits(tekst: str) -> list[str]:
    """Return text and what stands between braces in turn; in time that grows with the length.

    The odd places are the insides of ``{{…}}``, whatever they are. Braces that have no
    other half stay in the text.
    """
    uit: list[str] = []
    vanaf = 0
    while True:
        open_ = tekst.find("{{", vanaf)
        dicht = tekst.find("}}", open_ + 2) if open_ >= 0 else -1
        if dicht < 0:
            return [*uit, tekst[vanaf:]]
        uit += [tekst[vanaf:open_], tekst[open_ + 2 : dicht]]
        vanaf = dicht + 2


def lees_merk(inhoud: str) -> Merk | None:
    """Return the mark that stands between braces, or ``None`` when it is none."""
    schoon = inhoud.strip()
    if _NAAM.fullmatch(schoon):
        return Merk(Merksoort.VELD, schoon)
    stuur = _STUUR.fullmatch(schoon)
    if stuur is None:
        return None
    if stuur["rij"]:
        return Merk(Merksoort.ELK, stuur["rij"])
    if stuur["feit"]:
        soort = Merksoort.ALS_NIET if stuur["niet"] else Merksoort.ALS
        return Merk(soort, stuur["feit"])
    return Merk(Merksoort(schoon))
