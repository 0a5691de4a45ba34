"""What the meter finds in a text: where, what kind it is, and what could stand there instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Vondstsoort(StrEnum):
    """What is hard to read about a stretch of text."""

    TE_LANGE_ZIN = "te lange zin"
    LANGE_ZIN = "lange zin"
    LIJDEND = "lijdende vorm"
    MOEILIJK = "moeilijk woord"
    AFKORTING = "afkorting"
    NAAMWOORD = "naamwoordstijl"
    HOL = "holle zin"

    @property
    def is_zin(self) -> bool:
        """Whether it is about a whole sentence, and so lies under other findings."""
        return self in (Vondstsoort.LANGE_ZIN, Vondstsoort.TE_LANGE_ZIN)


@dataclass(frozen=True, slots=True)
class Taalvondst:
    """A stretch ``start`` to ``eind`` that can be plainer.

    ``uitleg`` tells why, in one sentence. ``keuzes`` are texts that can be put in the place
    ``van`` to ``tot`` (which is the stretch itself, or a little more when a word goes out);
    the first is the best. Without ``keuzes`` the writer has to find the words.
    """

    soort: Vondstsoort
    start: int
    eind: int
    woorden: str
    uitleg: str
    keuzes: tuple[str, ...] = ()
    van: int = -1
    tot: int = -1

    def __post_init__(self) -> None:
        if self.van < 0:
            object.__setattr__(self, "van", self.start)
            object.__setattr__(self, "tot", self.eind)

    def verschoven(self, plaatsen: int) -> Taalvondst:
        """Return the same finding further on in a text."""
        return replace(
            self,
            start=self.start + plaatsen,
            eind=self.eind + plaatsen,
            van=self.van + plaatsen,
            tot=self.tot + plaatsen,
        )

    def toegepast(self, tekst: str, keuze: int = 0) -> str:
        """Return ``tekst`` with one of the ``keuzes`` in place; the rest of it is untouched."""
        return tekst[: self.van] + self.keuzes[keuze] + tekst[self.tot :]


def met_hoofdletter(nieuw: str, oud: str) -> str:
    """Return ``nieuw`` with a capital when ``oud`` began with one."""
    return nieuw[:1].upper() + nieuw[1:] if oud[:1].isupper() else nieuw
