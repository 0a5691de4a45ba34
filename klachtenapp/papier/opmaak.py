"""Breaks text into lines and lines into pages; draws nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from klachtenapp.papier.blad import MM
from klachtenapp.papier.lettertype import GEWOON, HALFVET, breedte
from klachtenapp.papier.tekst import Stuk

_MIN_REGELS = 2  # of a paragraph on each side of a page break


@dataclass(frozen=True, slots=True)
class Deel:
    """Part of a line in one font; ``x`` in millimetres from the start of the line."""

    x: float
    tekst: str
    font: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One line; ``breedte`` in millimetres."""

    delen: tuple[Deel, ...]
    breedte: float


@dataclass(slots=True)
class Vak:
    """A paragraph in lines, with the room it takes. Lengths in millimetres, ``maat`` in points."""

    rol: str
    regels: list[Regel]
    maat: float
    regelhoogte: float
    voor: float = 0.0
    inspring: float = 0.0
    label: str = ""
    streep: bool = False
    bij_volgende: bool = False
    bijeen: bool = False
    knip: bool = False  # a dashed line above it
    invul: bool = False  # a line to write on behind it
    naam: bool = False  # who signs: above it is room for the signature

    @property
    def hoogte(self) -> float:
        """Height of the lines, without the space before."""
        return len(self.regels) * self.regelhoogte


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where lines ``van`` to ``tot`` of a vak come: ``y`` is the top of the first line."""

    vak: Vak
    van: int
    tot: int
    y: float


@dataclass(frozen=True, slots=True)
class _Woord:
    """Parts in their font, up to a space; ``per_punt`` is the width at a size of one point."""

    delen: tuple[tuple[str, str], ...]
    per_punt: float
    nieuwe_regel: bool


def breek(
    stukken: Iterable[Stuk], ruimte: float, maat: float, *, gewoon: str = GEWOON, vet: str = HALFVET
) -> list[Regel]:
    """Break runs of text into lines of at most ``ruimte`` millimetres."""
    return list(_gebroken(tuple(stukken), ruimte, maat, gewoon, vet))


@lru_cache(maxsize=512)
def _gebroken(
    stukken: tuple[Stuk, ...], ruimte: float, maat: float, gewoon: str, vet: str
) -> tuple[Regel, ...]:
    """Break into lines; kept, because a letter is tried with different white as well."""
    breed = ruimte * MM
    spatie = breedte(" ", gewoon, maat)
    regels: list[list[_Woord]] = [[]]
    vol = 0.0
    for woord in _pas(_woorden(stukken, gewoon, vet), breed, maat):
        eigen = woord.per_punt * maat
        past = not regels[-1] or vol + spatie + eigen <= breed + 1e-6
        if woord.nieuwe_regel or not past:
            regels.append([])
            vol = 0.0
        vol += (spatie if regels[-1] else 0.0) + eigen
        regels[-1].append(woord)
    return tuple(_regel(woorden, maat, spatie) for woorden in regels)


def breek_gelijk(
    stukken: Iterable[Stuk], ruimte: float, maat: float, *, gewoon: str = GEWOON, vet: str = HALFVET
) -> list[Regel]:
    """Break like ``breek`` in as few lines, but lines of about the same length."""
    lijst = tuple(stukken)
    beste = breek(lijst, ruimte, maat, gewoon=gewoon, vet=vet)
    smal, breed = ruimte / max(len(beste), 1) * 0.8, ruimte
    while len(beste) > 1 and breed - smal > 1.0:
        proef = (smal + breed) / 2
        regels = breek(lijst, proef, maat, gewoon=gewoon, vet=vet)
        if len(regels) == len(beste):
            beste, breed = regels, proef
        else:
            smal = proef
    return beste


@lru_cache(maxsize=512)
def _woorden(stukken: tuple[Stuk, ...], gewoon: str, vet: str) -> tuple[_Woord, ...]:
    """Split at spaces and line breaks; a word may change its weight halfway.

    Kept, because a letter is laid out in several sizes before one fits.
    """
    woorden: list[_Woord] = []
    delen: list[tuple[str, str]] = []
    nieuw = False
    for stuk in stukken:
        font = vet if stuk.vet else gewoon
        for deel in re.split(r"([ \n])", stuk.tekst):
            if deel in (" ", "\n"):
                if delen:
                    woorden.append(_woord(delen, nieuw and bool(woorden)))
                    delen, nieuw = [], False
                nieuw = nieuw or deel == "\n"
            elif deel:
                delen.append((deel, font))
    if delen:
        woorden.append(_woord(delen, nieuw and bool(woorden)))
    return tuple(woorden)


def _woord(delen: list[tuple[str, str]], nieuwe_regel: bool) -> _Woord:
    per_punt = sum(breedte(tekst, font, 1) for tekst, font in delen)
    return _Woord(tuple(delen), per_punt, nieuwe_regel)


def _pas(woorden: Iterable[_Woord], breed: float, maat: float) -> Iterable[_Woord]:
    """Cut words that are wider than a line (a long web address)."""
    for woord in woorden:
        if woord.per_punt * maat <= breed:
            yield woord
            continue
        delen: list[tuple[str, str]] = []
        vol, nieuw = 0.0, woord.nieuwe_regel
        for teken, font in ((t, font) for tekst, font in woord.delen for t in tekst):
            eigen = breedte(teken, font, maat)
            if delen and vol + eigen > breed:
                yield _woord(delen, nieuw)
                delen, vol, nieuw = [], 0.0, False
            delen.append((teken, font))
            vol += eigen
        yield _woord(delen, nieuw)


def _regel(woorden: list[_Woord], maat: float, spatie: float) -> Regel:
    """Join the words of a line; neighbours in the same font become one string."""
    delen: list[tuple[float, str, str]] = []
    x = 0.0
    for nummer, woord in enumerate(woorden):
        for plek, (tekst, font) in enumerate(woord.delen):
            los = " " if nummer and not plek else ""
            if delen and delen[-1][2] == font:
                delen[-1] = (delen[-1][0], delen[-1][1] + los + tekst, font)
                x += (spatie if los else 0.0) + breedte(tekst, font, maat)
                continue
            if los and delen:
                delen[-1] = (delen[-1][0], delen[-1][1] + los, delen[-1][2])
                x += spatie
            delen.append((x, tekst, font))
            x += breedte(tekst, font, maat)
    return Regel(tuple(Deel(plek / MM, tekst, font) for plek, tekst, font in delen), x / MM)


def verdeel(
    vakken: Sequence[Vak], ruimte: Callable[[int], tuple[float, float]]
) -> list[list[Plaats]]:
    """Lay the paragraphs on pages. ``ruimte`` gives top and bottom of page 0, 1, …

    A heading stays with its paragraph, at least two lines stay together, and a block that
    is ``bijeen`` is never cut.
    """
    paginas: list[list[Plaats]] = [[]]
    y, onder = ruimte(0)
    for plek, vak in enumerate(vakken):
        van = 0
        while van < len(vak.regels):
            voor = vak.voor if paginas[-1] and van == 0 else 0.0
            past = int((onder - y - voor) / vak.regelhoogte + 1e-6)
            volgende = ruimte(len(paginas))
            tot = _tot(vakken, plek, van, past, onder - y - voor, volgende[1] - volgende[0])
            if tot == van and paginas[-1]:
                paginas.append([])
                y, onder = ruimte(len(paginas) - 1)
                continue
            tot = max(tot, min(van + max(past, 1), len(vak.regels))) if tot == van else tot
            paginas[-1].append(Plaats(vak, van, tot, y + voor))
            y += voor + (tot - van) * vak.regelhoogte
            van = tot
    return paginas


def _tot(vakken: Sequence[Vak], plek: int, van: int, past: int, ruimte: float, blad: float) -> int:
    """Return up to which line the vak can stay on this page; ``van`` when nothing can.

    ``ruimte`` is what is left here, ``blad`` the room on a page of its own.
    """
    vak = vakken[plek]
    over = len(vak.regels) - van
    if past >= over:
        rest = ruimte - over * vak.regelhoogte
        if van == 0 and vak.bij_volgende and rest < _nodig(vakken, plek + 1, blad):
            return van
        return len(vak.regels)
    if vak.bijeen or over < 2 * _MIN_REGELS or past < _MIN_REGELS:
        return van
    return van + min(past, over - _MIN_REGELS)


def _nodig(vakken: Sequence[Vak], plek: int, blad: float) -> float:
    """Return the room the vak at ``plek`` needs at least to begin on the same page.

    Headings take along what comes below them. More of them than a page holds can never stay
    together: then they need nothing, and fill the pages like any text.
    """
    nodig = 0.0
    for vak in islice(vakken, plek, None):
        heel = vak.bijeen or vak.bij_volgende or len(vak.regels) < 2 * _MIN_REGELS
        regels = len(vak.regels) if heel else _MIN_REGELS
        nodig += vak.voor + regels * vak.regelhoogte
        if nodig > blad:
            return 0.0
        if not vak.bij_volgende:
            break
    return nodig
