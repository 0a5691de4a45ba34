"""A table over pages: measured first, then drawn with rows, heads and scopes in the tree.

The head is content once, on the first page; where it is repeated it is an artifact, so
that a screen reader hears it once. A row stays whole; only one that is taller than a page
is cut between its lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import lru_cache

from klachtenapp.papier.afronden import Element
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.kleur import INKT, LIJN, Kleur
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET, drukbaar, ontbrekend
from klachtenapp.papier.opmaak import Regel, breek
from klachtenapp.papier.tekst import Stuk

VERVANGER = "?"
"""What stands for a character that our font does not have: a list is printed all the same."""

_WIT = 1.1  # mm above and below the lines of a row
_GOOT = 2.4  # mm between two columns
_PER_PUNT = 0.45  # mm of line height for each point of type
_MINSTENS = 2  # lines of a cut row at the foot of a page


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. ``breedte`` is a share: all shares together fill the table.

    ``rijkop`` marks the column that names the row (``TH`` with scope Row).
    """

    kop: str
    breedte: float
    rijkop: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of plain text. ``x`` and ``breedte`` in mm, ``maat`` in points."""

    kolommen: tuple[Kolom, ...]
    rijen: Sequence[Sequence[str]]
    x: float = 18.0
    breedte: float = 174.0
    maat: float = 9.0

    @property
    def regelhoogte(self) -> float:
        """Height of one line in mm."""
        return self.maat * _PER_PUNT


@dataclass(frozen=True, slots=True)
class _Rij:
    """The broken lines of each cell of one row."""

    cellen: tuple[list[Regel], ...]

    @property
    def regels(self) -> int:
        return max(1, *(len(cel) for cel in self.cellen))


@dataclass(frozen=True, slots=True)
class _Strook:
    """Lines ``van`` to ``tot`` of a row, its top at ``y``."""

    rij: int
    van: int
    tot: int
    y: float


@dataclass(slots=True)
class Gezet:
    """A table on its pages, ready to draw. ``onder`` is the y below its last row."""

    tabel: Tabel
    kop: _Rij
    rijen: list[_Rij]
    paginas: list[list[_Strook]] = field(default_factory=lambda: [[]])
    boven: list[float] = field(default_factory=list)
    onder: float = 0.0
    vervangen: bool = False


@lru_cache(maxsize=4096)
def in_lijst(tekst: str) -> str:
    """Return the text as it can be printed; a list may not fail for one odd character."""
    schoon = drukbaar(tekst)
    for vreemd in ontbrekend(schoon):
        schoon = schoon.replace(vreemd, VERVANGER)
    return schoon


def zet(tabel: Tabel, ruimte: Callable[[int], tuple[float, float]]) -> Gezet:
    """Lay the table on pages. ``ruimte`` gives top and bottom in mm on page 0, 1, …

    ``vervangen`` tells that a character had no shape and became a question mark.
    """
    breedtes = _breedtes(tabel)

    fonts = [_font(kolom) for kolom in tabel.kolommen]

    def rij(cellen: Sequence[str], letters: Sequence[str]) -> _Rij:
        return _Rij(
            tuple(
                breek([Stuk(in_lijst(cel))], breed, tabel.maat, gewoon=font)
                for cel, breed, font in zip(cellen, breedtes, letters, strict=True)
            )
        )

    kop = rij([kolom.kop for kolom in tabel.kolommen], [VET] * len(fonts))
    gezet = Gezet(tabel, kop, [rij(cellen, fonts) for cellen in tabel.rijen])
    gezet.vervangen = any(
        in_lijst(cel) != drukbaar(cel) for cellen in tabel.rijen for cel in cellen
    )
    _verdeel(gezet, ruimte)
    return gezet


def teken(
    blad: Blad, gezet: Gezet, nieuwe_pagina: Callable[[int], None], *, kleur: Kleur = INKT
) -> float:
    """Draw the table on the page that is open; return the y below it.

    ``nieuwe_pagina`` is called with 1, 2, … to start each further page and draw what
    stands around the table there.
    """
    stukken: dict[tuple[int, int], Element] = {}
    eerste = next((n for n, stroken in enumerate(gezet.paginas) if stroken), 0)
    for nummer in range(1, eerste + 1):
        nieuwe_pagina(nummer)
    with blad.element("Table"):
        _teken_kop(blad, gezet, gezet.boven[eerste])
        with blad.element("TBody") if gezet.rijen else nullcontext():
            for nummer, stroken in enumerate(gezet.paginas[eerste:], start=eerste):
                if nummer > eerste:
                    nieuwe_pagina(nummer)
                    with blad.sier("Pagination"):
                        for cel, x in zip(gezet.kop.cellen, _plekken(gezet.tabel), strict=True):
                            _teken_cel(blad, gezet, cel, x, gezet.boven[nummer], VET)
                onder_kop = gezet.boven[nummer] + _hoogte(gezet, gezet.kop.regels)
                _teken_lijn(blad, gezet.tabel, onder_kop, kleur, 0.5)
                for strook in stroken:
                    _teken_strook(blad, gezet, strook, stukken)
    return gezet.onder


def _font(kolom: Kolom) -> str:
    return HALFVET if kolom.rijkop else GEWOON


def _breedtes(tabel: Tabel) -> list[float]:
    beschikbaar = tabel.breedte - _GOOT * (len(tabel.kolommen) - 1)
    delen = sum(kolom.breedte for kolom in tabel.kolommen)
    return [beschikbaar * kolom.breedte / delen for kolom in tabel.kolommen]


def _plekken(tabel: Tabel) -> list[float]:
    plekken, x = [], tabel.x
    for breed in _breedtes(tabel):
        plekken.append(x)
        x += breed + _GOOT
    return plekken


def _hoogte(gezet: Gezet, regels: int) -> float:
    return regels * gezet.tabel.regelhoogte + 2 * _WIT


def _verdeel(gezet: Gezet, ruimte: Callable[[int], tuple[float, float]]) -> None:
    """Give every row its page; a first page without room for head and row stays empty."""
    boven, onder = ruimte(0)
    gezet.boven.append(boven)
    y = boven + _hoogte(gezet, gezet.kop.regels)
    for nummer, rij in enumerate(gezet.rijen):
        van = 0
        while van < rij.regels:
            past = int((onder - y - 2 * _WIT) / gezet.tabel.regelhoogte + 1e-6)
            tot = min(rij.regels, van + past)
            volgend_boven, volgend_onder = ruimte(len(gezet.paginas))
            vol = volgend_onder - volgend_boven - _hoogte(gezet, gezet.kop.regels)
            te_hoog = _hoogte(gezet, rij.regels) > vol
            vers = len(gezet.paginas) > 1 and not gezet.paginas[-1]
            mag = tot == rij.regels or (te_hoog and past > _MINSTENS) or vers
            if past < 1 or not mag:
                gezet.paginas.append([])
                gezet.boven.append(volgend_boven)
                y, onder = volgend_boven + _hoogte(gezet, gezet.kop.regels), volgend_onder
                continue
            gezet.paginas[-1].append(_Strook(nummer, van, tot, y))
            y += _hoogte(gezet, tot - van)
            van = tot
    gezet.onder = y


def _teken_kop(blad: Blad, gezet: Gezet, y: float) -> None:
    with blad.element("THead"), blad.element("TR"):
        for kolom, x in enumerate(_plekken(gezet.tabel)):
            with blad.inhoud("TH", bereik="Column"):
                _teken_cel(blad, gezet, gezet.kop.cellen[kolom], x, y, VET)


def _teken_lijn(blad: Blad, tabel: Tabel, y: float, kleur: Kleur, dikte: float) -> None:
    with blad.sier():
        blad.lijn(tabel.x, y, tabel.x + tabel.breedte, y, kleur=kleur, dikte=dikte)


def _teken_strook(
    blad: Blad, gezet: Gezet, strook: _Strook, stukken: dict[tuple[int, int], Element]
) -> None:
    """Draw a row or part of it; ``stukken`` holds the cells that were begun before."""
    plekken = _plekken(gezet.tabel)
    if strook.van == 0:
        with blad.element("TR"):
            for kolom, x in enumerate(plekken):
                soort = "TH" if gezet.tabel.kolommen[kolom].rijkop else "TD"
                with blad.inhoud(soort) as element:
                    stukken[strook.rij, kolom] = element
                    _teken_deel(blad, gezet, strook, kolom, x)
    else:
        for kolom, x in enumerate(plekken):
            with blad.inhoud(stukken[strook.rij, kolom]):
                _teken_deel(blad, gezet, strook, kolom, x)
    onder = strook.y + _hoogte(gezet, strook.tot - strook.van)
    _teken_lijn(blad, gezet.tabel, onder, LIJN, 0.2)


def _teken_deel(blad: Blad, gezet: Gezet, strook: _Strook, kolom: int, x: float) -> None:
    regels = gezet.rijen[strook.rij].cellen[kolom][strook.van : strook.tot]
    _teken_cel(blad, gezet, regels, x, strook.y, _font(gezet.tabel.kolommen[kolom]))


def _teken_cel(
    blad: Blad, gezet: Gezet, regels: Sequence[Regel], x: float, y: float, font: str
) -> None:
    """Draw the lines of one cell, each ending in a space so that words stay apart."""
    for nummer, regel in enumerate(regels):
        basis = y + _WIT + gezet.tabel.regelhoogte * (nummer + 0.76)
        tekst = "".join(deel.tekst for deel in regel.delen)
        blad.tekst(x, basis, tekst + " ", font=font, maat=gezet.tabel.maat, kleur=INKT)
