"""Plain language: counts sentences, words and syllables, and finds the difficult words.

The scores are hints (domein §9). They hold the supplied letters at B1 and the stappenplan
at A2, and will serve the person who edits a text.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MAX_WOORDEN_BRIEF = 15
"""Longest sentence in a letter (B1), in words."""

MAX_WOORDEN_STAPPENPLAN = 8
"""Longest sentence on the stappenplan (A2), in words."""

MIN_FLESCH_BRIEF = 70.0
MIN_FLESCH_STAPPENPLAN = 80.0

# A point after these does not end a sentence.
_AFKORTINGEN = {
    *("art", "bijv", "bv", "ca", "dhr", "dr", "drs", "enz", "ing", "ir", "jl", "lid", "mevr"),
    *("mr", "mw", "nr", "prof", "st", "tel", "t.a.v", "t.n.v", "a.u.b", "o.a", "d.w.z"),
}
_EINDE = re.compile(r"[.!?…]+[\"'”’)]*(?=\s)")
_OPSOMMING = re.compile(r"^\s*(?:#+|>|[-•]|\d{1,2}[.)])\s+", re.MULTILINE)
# Digit groups that belong together (a phone number) are one word, a date is three.
_WOORD = re.compile(r"\d+(?:(?: ?- ?| )\d+)*(?:[.,:]\d+)*|[^\W_]+(?:['’.\-][^\W_]+)*")
_KLINKERS = "aeiouy"
_GROEPEN = (  # the longest first
    *("aai", "ooi", "oei", "eeu", "ieu", "eau"),
    *("aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou"),
)


@dataclass(frozen=True, slots=True)
class Meting:
    """The counts of one text; ``lengtes`` holds the number of words of each sentence."""

    lengtes: tuple[int, ...]
    lettergrepen: int

    @property
    def woorden(self) -> int:
        """Number of words."""
        return sum(self.lengtes)

    @property
    def zinnen(self) -> int:
        """Number of sentences."""
        return len(self.lengtes)

    @property
    def langste(self) -> int:
        """Words in the longest sentence."""
        return max(self.lengtes, default=0)

    @property
    def gemiddelde(self) -> float:
        """Words per sentence."""
        return self.woorden / self.zinnen if self.zinnen else 0.0

    @property
    def flesch_douma(self) -> float:
        """Reading ease by Flesch-Douma; 100 for an empty text."""
        return flesch_douma(self.woorden, self.zinnen, self.lettergrepen) if self.woorden else 100.0

    @property
    def leesindex_a(self) -> float:
        """Reading ease by Brouwer (1963); 100 for an empty text."""
        return leesindex_a(self.woorden, self.zinnen, self.lettergrepen) if self.woorden else 100.0


@dataclass(frozen=True, slots=True)
class MoeilijkWoord:
    """A listed word found in a text, between ``start`` and ``eind``, and the plain one."""

    woord: str
    gewoon: str
    opmerking: str
    start: int
    eind: int


def flesch_douma(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """Return 206,835 - 0,93 x (W/Z) - 77 x (L/W): 70 and more reads fairly easily."""
    return 206.835 - 0.93 * (woorden / zinnen) - 77.0 * (lettergrepen / woorden)


def leesindex_a(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """Return Brouwer's Leesindex A: 195 - 2/3 x (100 L/W) - 2 x (W/Z)."""
    return 195.0 - (2.0 / 3.0) * (100.0 * lettergrepen / woorden) - 2.0 * (woorden / zinnen)


def meet(tekst: str) -> Meting:
    """Count a text; a line break ends a sentence, so headings and steps count on their own."""
    lijst = [woorden(zin) for zin in zinnen(tekst)]
    vol = [rij for rij in lijst if rij]
    return Meting(
        lengtes=tuple(len(rij) for rij in vol),
        lettergrepen=sum(lettergrepen(woord) for rij in vol for woord in rij),
    )


def zinnen(tekst: str) -> list[str]:
    """Return the sentences; ``nr. 5``, ``J. de Vries`` and ``10.30 uur`` stay whole."""
    gevonden: list[str] = []
    for regel in _OPSOMMING.sub("", tekst).splitlines():
        begin = 0
        for einde in _EINDE.finditer(regel):
            if regel[einde.start()] == "." and _is_afkorting(regel[begin : einde.start()]):
                continue
            gevonden.append(regel[begin : einde.end()].strip())
            begin = einde.end()
        gevonden.append(regel[begin:].strip())
    return [zin for zin in gevonden if zin]


def _is_afkorting(voor_de_punt: str) -> bool:
    delen = voor_de_punt.split()
    laatste = delen[-1].lstrip("(\"'“‘") if delen else ""
    voorletter = laatste.split(".")[-1]
    return laatste.lower() in _AFKORTINGEN or (len(voorletter) == 1 and voorletter.isupper())


def woorden(zin: str) -> list[str]:
    """Return the words; ``14 0346`` is one word, ``ma-vr`` too."""
    return _WOORD.findall(zin)


def lettergrepen(woord: str) -> int:
    """Count vowel groups; a diaeresis begins a new one. A number counts as one."""
    letters = _grondletters(woord)
    aantal, plek = 0, 0
    while plek < len(letters):
        if letters[plek] not in _KLINKERS or _is_medeklinker_y(letters, plek):
            plek += 1
            continue
        aantal += 1
        plek += next((len(g) for g in _GROEPEN if letters.startswith(g, plek)), 1)
    return max(aantal, 1)


def _grondletters(woord: str) -> str:
    """Return the letters without accents, with a ``|`` before a letter with diaeresis."""
    uit: list[str] = []
    for teken in unicodedata.normalize("NFC", woord.lower()):
        delen = unicodedata.normalize("NFD", teken)
        if "\u0308" in delen:
            uit.append("|")
        uit.append(delen[0])
    return "".join(uit)


def _is_medeklinker_y(letters: str, plek: int) -> bool:
    volgende = letters[plek + 1 : plek + 2]
    return letters[plek] == "y" and volgende != "" and volgende in _KLINKERS


def lees_woordenlijst(tekst: str) -> dict[str, tuple[str, str]]:
    """Read ``moeilijk;gewoon;opmerking`` lines; what stands between brackets is left out."""
    rijen = csv.reader(tekst.splitlines()[1:], delimiter=";")
    return {
        re.sub(r"\s*\([^)]*\)", "", rij[0]).strip().lower(): (rij[1], rij[2])
        for rij in rijen
        if len(rij) == 3 and rij[0].strip()
    }


def moeilijke_woorden(
    tekst: str, lijst: dict[str, tuple[str, str]], *, toegestaan: Iterable[str] = ()
) -> list[MoeilijkWoord]:
    """Find the listed words as whole words, the longest phrase first."""
    mag = {woord.lower() for woord in toegestaan}
    kandidaten = sorted((w for w in lijst if w not in mag), key=len, reverse=True)
    if not kandidaten:
        return []
    patroon = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(w) for w in kandidaten) + r")(?!\w)", re.IGNORECASE
    )
    return [
        MoeilijkWoord(m.group(), *lijst[m.group().lower()], m.start(), m.end())
        for m in patroon.finditer(tekst)
    ]
