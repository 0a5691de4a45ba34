"""Takes a text apart in headings, paragraphs, steps and quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from klachtenapp.papier.lettertype import VAST

_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATUM = re.compile(rf"\b(\d{{1,2}}) ({_MAANDEN}) (\d{{4}})\b")
_NUMMER = re.compile(r"\+?[\d(][\d ()\-]{4,24}")
_VOORLETTER = re.compile(r"\b([^\W\d_]\.) (?=[^\W\d_])")
_STAP = re.compile(r"(\d{1,2})\. +")


class Bloksoort(StrEnum):
    """What a block of text is."""

    ALINEA = "alinea"
    KOP = "kop"
    SUBKOP = "subkop"
    STAP = "stap"
    PUNT = "punt"
    CITAAT = "citaat"
    KNIP = "knip"
    INVUL = "invul"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A run of text in one weight."""

    tekst: str
    vet: bool = False


@dataclass(frozen=True, slots=True)
class Blok:
    """One paragraph, heading, step or quote. ``nummer`` is that of a step."""

    soort: Bloksoort
    stukken: tuple[Stuk, ...]
    nummer: int = 0

    @property
    def tekst(self) -> str:
        """The words without their weight."""
        return "".join(stuk.tekst for stuk in self.stukken)


def regels(alinea: str) -> list[tuple[Bloksoort, int, str]]:
    """Split a paragraph of the text in its items; a line without a sign goes on with the last."""
    uit: list[tuple[Bloksoort, int, str]] = []
    for regel in alinea.splitlines():
        vorm, nummer, rest = _herken(regel.strip())
        if vorm is Bloksoort.ALINEA and uit:
            vorige = uit[-1]
            uit[-1] = (vorige[0], vorige[1], f"{vorige[2]} {rest}".strip())
        elif rest:
            uit.append((vorm, nummer, rest))
    return uit


def _herken(regel: str) -> tuple[Bloksoort, int, str]:
    stap = _STAP.match(regel)
    if stap:
        return Bloksoort.STAP, int(stap[1]), regel[stap.end() :]
    for teken, vorm in (
        ("## ", Bloksoort.SUBKOP),
        ("# ", Bloksoort.KOP),
        ("- ", Bloksoort.PUNT),
        ("> ", Bloksoort.CITAAT),
        ("---- ", Bloksoort.KNIP),
        ("____ ", Bloksoort.INVUL),
    ):
        if regel.startswith(teken):
            return vorm, 0, regel[len(teken) :]
    return Bloksoort.ALINEA, 0, regel


def aaneen(tekst: str) -> str:
    """Keep a date, a phone number and a name with its initials on one line."""
    if _NUMMER.fullmatch(tekst):
        return tekst.replace(" ", VAST)
    met_datum = _DATUM.sub(rf"\1{VAST}\2{VAST}\3", tekst)
    return _VOORLETTER.sub(rf"\1{VAST}", met_datum)


def alineas(stukken: list[Stuk]) -> list[tuple[Stuk, ...]]:
    """Split at the blank lines inside a fact (a finding in two paragraphs)."""
    uit: list[list[Stuk]] = [[]]
    for stuk in stukken:
        for plek, deel in enumerate(re.split(r"\n\s*\n", stuk.tekst)):
            if plek:
                uit.append([])
            if deel:
                uit[-1].append(replace(stuk, tekst=deel))
    return [tuple(deel) for deel in uit if "".join(s.tekst for s in deel).strip()]
