"""Which paragraphs of a text are other than those of another version."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Wijziging(StrEnum):
    """What became of a paragraph."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True)
class Regelverschil:
    """One paragraph: it stayed, it went or it came."""

    soort: Wijziging
    tekst: str


def verschil(oud: str, nieuw: str) -> tuple[Regelverschil, ...]:
    """Return the paragraphs of both texts in order; what went stands before what came."""
    links, rechts = _regels(oud), _regels(nieuw)
    uit: list[Regelverschil] = []
    for wat, van, tot, naar, eind in SequenceMatcher(None, links, rechts, False).get_opcodes():
        if wat == "equal":
            uit += [Regelverschil(Wijziging.GELIJK, regel) for regel in links[van:tot]]
            continue
        uit += [Regelverschil(Wijziging.WEG, regel) for regel in links[van:tot]]
        uit += [Regelverschil(Wijziging.ERBIJ, regel) for regel in rechts[naar:eind]]
    return tuple(uit)


def _regels(tekst: str) -> list[str]:
    return [regel for regel in tekst.split("\n") if regel.strip()]
