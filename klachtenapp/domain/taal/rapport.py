"""The whole judgement of a text: its counts, what could be plainer and where, in words.

A line stands on its own, so lines are judged one by one and remembered: while someone types,
only the line that changed is looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from klachtenapp.domain.taal import tellen
from klachtenapp.domain.taal.afkortingen import afkortingen
from klachtenapp.domain.taal.lijdend import lijdende_vormen
from klachtenapp.domain.taal.stijl import stijlvondsten
from klachtenapp.domain.taal.tellen import Meting
from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort
from klachtenapp.domain.taal.woordenlijst import Woordenlijst, woordvondsten

_MERK = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TE_KORT = 5  # words; a score of less says nothing
_WOORDEN_PER_TIP = 40  # with more tips than this it is not called easy


@dataclass(frozen=True, slots=True)
class Verborgen:
    """A stretch that is not judged. It counts as one short word, or as ``leeg`` for nothing."""

    start: int
    eind: int
    leeg: bool = False


@dataclass(frozen=True, slots=True)
class Taalrapport:
    """What the meter says of one text; ``vondsten`` stand in the order of the text."""

    meting: Meting
    vondsten: tuple[Taalvondst, ...]

    @property
    def cijfer(self) -> float:
        """Reading ease by Flesch-Douma."""
        return self.meting.flesch_douma

    @property
    def woord(self) -> str:
        """The score in words; short words alone do not make a text with many tips easy."""
        if self.meting.woorden < _TE_KORT:
            return "Nog te kort om te meten"
        if self.goed and len(self.vondsten) <= 1 + self.meting.woorden // _WOORDEN_PER_TIP:
            return "Goed leesbaar"
        trappen = ((60.0, "Kan eenvoudiger"), (45.0, "Lastig"))
        return next((woord for grens, woord in trappen if self.cijfer >= grens), "Moeilijk")

    @property
    def goed(self) -> bool:
        """Whether it reads at B1: easy enough, and no sentence that is too long."""
        te_lang = any(v.soort is Vondstsoort.TE_LANGE_ZIN for v in self.vondsten)
        return self.cijfer >= tellen.MIN_FLESCH_BRIEF and not te_lang

    def aantal(self, *soorten: Vondstsoort) -> int:
        """Return how many findings are of one of these kinds."""
        return sum(v.soort in soorten for v in self.vondsten)


def velden_verborgen(tekst: str) -> tuple[Verborgen, ...]:
    """Return the marks of a letter text: ``{{naam}}`` as a word, ``{{#als x}}`` as nothing."""
    return tuple(
        Verborgen(*raak.span(), leeg=raak.group()[2:3] in ("#", "/"))
        for raak in _MERK.finditer(tekst)
    )


def controleer(
    tekst: str, lijst: Woordenlijst, *, verborgen: Iterable[Verborgen] = ()
) -> Taalrapport:
    """Judge a text with a list of words; what is ``verborgen`` is not judged as words."""
    lengtes: list[int] = []
    lettergrepen = 0
    vondsten: list[Taalvondst] = []
    te_zien = _verberg(tekst, verborgen)
    for begin, regel in tellen.regels(te_zien):
        meting, gevonden = _regel(regel, lijst)
        lengtes.extend(meting.lengtes)
        lettergrepen += meting.lettergrepen
        vondsten.extend(vondst.verschoven(begin) for vondst in gevonden)
    return Taalrapport(Meting(tuple(lengtes), lettergrepen), tuple(vondsten))


def _verberg(tekst: str, verborgen: Iterable[Verborgen]) -> str:
    """Return a text of the same length in which what is hidden cannot be read."""
    uit = list(tekst.replace("\u00a0", " "))
    for stuk in verborgen:
        van, tot = max(0, stuk.start), min(len(tekst), stuk.eind)
        uit[van:tot] = (" " if stuk.leeg else "x") * max(0, tot - van)
    return "".join(uit)


@lru_cache(maxsize=4096)
def _regel(regel: str, lijst: Woordenlijst) -> tuple[Meting, tuple[Taalvondst, ...]]:
    vondsten = [*woordvondsten(regel, lijst), *afkortingen(regel)]
    for van, tot in tellen.zinplekken(regel):
        zin = regel[van:tot]
        eigen = [*_te_lang(zin), *lijdende_vormen(zin), *stijlvondsten(zin)]
        vondsten.extend(vondst.verschoven(van) for vondst in eigen)
    return tellen.meet(regel), tuple(sorted(_zonder_dubbel(vondsten), key=_plaats))


def _te_lang(zin: str) -> list[Taalvondst]:
    aantal = len(tellen.woorden(zin))
    if aantal <= tellen.MAX_WOORDEN_BRIEF:
        return []
    erg = aantal > tellen.FOUT_WOORDEN_BRIEF
    soort = Vondstsoort.TE_LANGE_ZIN if erg else Vondstsoort.LANGE_ZIN
    raad = "Maak er twee of drie zinnen van." if erg else "Kan het in twee zinnen?"
    kop = "Te lange zin" if erg else "Lange zin"
    return [Taalvondst(soort, 0, len(zin), zin, f"{kop}: {aantal} woorden. {raad}")]


def _zonder_dubbel(vondsten: Sequence[Taalvondst]) -> list[Taalvondst]:
    """Leave out what lies inside another finding of words: one stretch, one advice."""
    los = [v for v in vondsten if not v.soort.is_zin]
    return [
        v
        for v in vondsten
        if v.soort.is_zin
        or not any(
            o is not v and o.keuzes and o.start <= v.start and v.eind <= o.eind
            and (o.eind - o.start) > (v.eind - v.start)
            for o in los
        )
    ]  # fmt: skip


def _plaats(vondst: Taalvondst) -> tuple[int, int]:
    return vondst.start, -vondst.eind
