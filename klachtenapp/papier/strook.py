"""The slip at the foot of a letter: cut it off, fill it in, send it back."""

from __future__ import annotations

from klachtenapp.papier.blad import Blad
from klachtenapp.papier.briefmodel import LINKS, TEKSTBREEDTE
from klachtenapp.papier.kleur import GRIJS
from klachtenapp.papier.opmaak import Plaats, Vak, breek
from klachtenapp.papier.tekst import Blok, Bloksoort

_SCHRIJFREGEL = 9.0  # mm: room for a hand
_LABEL = 34.0  # mm from the margin to where the line begins
_KLEIN = 9.0  # points, of the words at the scissors
_ONDER_DE_LIJN = 1.6  # mm between the dashes and those words


def splits(blokken: tuple[Blok, ...]) -> tuple[tuple[Blok, ...], tuple[Blok, ...]]:
    """Return what is letter and what is slip: all from the first cut on."""
    for plek, blok in enumerate(blokken):
        if blok.soort is Bloksoort.KNIP:
            return blokken[:plek], blokken[plek:]
    return blokken, ()


def vakken(blokken: tuple[Blok, ...], punt: float, regel: float) -> list[Vak]:
    """Return the slip as paragraphs that stay together on one page."""
    uit = [vak(blok, punt, regel) for blok in blokken]
    for eerder in uit[:-1]:
        eerder.bij_volgende = True
    return uit


def vak(blok: Blok, punt: float, regel: float) -> Vak:
    """Return one paragraph of a slip: the cut, a line to write on, or plain words."""
    if blok.soort is Bloksoort.KNIP:
        regels = breek(blok.stukken, TEKSTBREEDTE, _KLEIN)
        return Vak("P", regels, _KLEIN, regel * 0.85, voor=9.0, bijeen=True, knip=True)
    if blok.soort is Bloksoort.INVUL:
        regels = breek(blok.stukken, _LABEL - 2, punt)
        return Vak("P", regels, punt, _SCHRIJFREGEL, bijeen=True, invul=True)
    regels = breek(blok.stukken, TEKSTBREEDTE, punt)
    return Vak("P", regels, punt, regel, voor=1.5, bijeen=True)


def teken_lijnen(blad: Blad, plaats: Plaats) -> None:
    """Draw the dashes to cut along, or the line to write on; they mean nothing when read aloud."""
    stuk, rechts = plaats.vak, LINKS + TEKSTBREEDTE
    if stuk.knip and plaats.van == 0:
        y = plaats.y - _ONDER_DE_LIJN
        with blad.sier():
            blad.lijn(LINKS, y, rechts, y, kleur=GRIJS, dikte=0.3, streep=(2.0, 1.4))
    if stuk.invul:
        y = plaats.y + stuk.regelhoogte * 0.82
        with blad.sier():
            blad.lijn(LINKS + _LABEL, y, rechts, y, kleur=GRIJS, dikte=0.25)
