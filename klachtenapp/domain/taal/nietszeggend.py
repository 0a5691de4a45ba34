"""Whether a letter says something: each part of the klacht, what we found, and what comes next.

It looks for the words of the dossier in the letter. Someone who reads it may still find it
empty; a letter that misses these is empty for certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.zoektekst import normaliseer

_STAM = 5  # letters that must agree: wachten, wachtte and wachttijd are the same thing
_KLEIN = frozenset(
    ("heeft", "hebben", "wordt", "worden", "werden", "waren", "niet", "geen", "deze", "daar",
     "over", "voor", "naar", "door", "maar", "want", "omdat", "toen", "later", "weer", "zelf",
     "onze", "mijn", "haar", "klacht", "klager", "gemeente", "medewerker", "mevrouw", "heer",
     "moest", "moeten", "kunnen", "zouden", "wilde", "willen", "steeds", "nooit", "altijd",
     "niemand", "iemand", "niets", "iets", "zonder", "tijdens", "volgens", "nadat", "werd")
)  # fmt: skip
_DEEL = 0.5  # of the words of a part or finding that must come back
_NUMMER = re.compile(r"(?:\+|\b)\d(?:[\s()–-]{0,3}\d){5,12}\b")  # a postbus has five
_VERDER = re.compile(
    r"\b(?:wij (?:bellen|sturen|gaan|zoeken|praten|maken|passen|vertellen|schrijven|doen|laten|"
    r"zorgen|nodigen|bespreken|lezen|betalen|antwoorden|kijken|beginnen|leggen)|u (?:krijgt|hoort|"
    r"kunt|mag|hoeft)|uiterlijk|tot en met|voortaan|klaar op|vanaf)\b",
    re.IGNORECASE,
)
_OORDEEL = re.compile(r"\b(?:gelijk|gegrond|ongegrond|geen oordeel)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Briefinhoud:
    """What a letter should say something about.

    ``over`` is the klacht in one line, for a letter without parts. ``met_oordeel`` holds
    where the letter answers the klacht. ``telefoon`` are numbers that one can call.
    """

    over: str = ""
    onderdelen: Sequence[Klachtonderdeel] = ()
    met_oordeel: bool = False
    telefoon: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Gemis:
    """Something a letter leaves out. ``naam``: onderdeel, bevinding, oordeel, vervolg, bellen."""

    naam: str
    zin: str


def nietszeggend(tekst: str, inhoud: Briefinhoud) -> tuple[Gemis, ...]:
    """Return what a letter should say and does not, the weightiest first."""
    stammen = _stammen(tekst)
    gemist: list[Gemis] = []
    for nummer, deel in enumerate(inhoud.onderdelen, start=1):
        gemist.extend(_deel(nummer, deel, stammen, met_oordeel=inhoud.met_oordeel))
    if not inhoud.onderdelen and not _komt_terug(inhoud.over, stammen):
        gemist.append(Gemis("onderdeel", "De brief zegt niet waar de klacht over gaat."))
    if inhoud.met_oordeel and not _OORDEEL.search(tekst):
        gemist.append(Gemis("oordeel", "De brief zegt niet of de klager gelijk heeft."))
    if not _VERDER.search(tekst):
        gemist.append(Gemis("vervolg", "De brief zegt niet wat er nu gebeurt."))
    if not _belbaar(tekst, inhoud.telefoon):
        gemist.append(Gemis("bellen", "De brief noemt geen nummer om te bellen."))
    return tuple(gemist)


def _deel(
    nummer: int, deel: Klachtonderdeel, stammen: frozenset[str], *, met_oordeel: bool
) -> list[Gemis]:
    uit: list[Gemis] = []
    kort = deel.omschrijving.strip()
    kort = kort if len(kort) <= 60 else kort[:59].rstrip() + "…"
    if not _komt_terug(deel.omschrijving, stammen):
        uit.append(Gemis("onderdeel", f"De brief zegt niets over onderdeel {nummer}: {kort}"))
    if not met_oordeel:
        return uit
    if not deel.bevinding.strip():
        uit.append(Gemis("bevinding", f"Bij onderdeel {nummer} staat niet wat wij vonden: {kort}"))
    elif not _komt_terug(deel.bevinding, stammen):
        uit.append(Gemis("bevinding", f"Wat wij vonden bij onderdeel {nummer} staat er niet in."))
    goed = deel.oordeel in (Oordeel.GEGROND, Oordeel.DEELS_GEGROND)
    if goed and deel.verbeterpunt.strip() and not _komt_terug(deel.verbeterpunt, stammen):
        uit.append(Gemis("vervolg", f"Wat wij beter doen bij onderdeel {nummer} staat er niet in."))
    return uit


def _komt_terug(deel: str, stammen: frozenset[str]) -> bool:
    eigen = _stammen(deel)
    return not eigen or len(eigen & stammen) >= _DEEL * len(eigen)


def _stammen(tekst: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a meaning."""
    woorden: Iterable[str] = re.findall(r"[^\W\d_]{4,}", normaliseer(tekst))
    return frozenset(woord[:_STAM] for woord in woorden if woord not in _KLEIN)


def _belbaar(tekst: str, nummers: Sequence[str]) -> bool:
    cijfers = re.sub(r"\D", "", tekst)
    bekend = [re.sub(r"\D", "", nummer) for nummer in nummers]
    return any(n and n in cijfers for n in bekend) or bool(_NUMMER.search(tekst))
