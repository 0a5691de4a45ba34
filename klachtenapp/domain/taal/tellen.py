"""Counts sentences, words and syllables, and gives the two scores of reading ease (domein §9)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from klachtenapp.domain.taal.afkortingen import MET_PUNT

MAX_WOORDEN_BRIEF = 15
"""Longest sentence in a letter (B1), in words."""

FOUT_WOORDEN_BRIEF = 20
"""A sentence with more words than this is not only long, but too long."""

MAX_WOORDEN_STAPPENPLAN = 8
"""Longest sentence on the stappenplan (A2), in words."""

MIN_FLESCH_BRIEF = 70.0
MIN_FLESCH_STAPPENPLAN = 80.0

# A point after these does not end a sentence.
_AFKORTINGEN = MET_PUNT | {
    *("bv", "dr", "drs", "ing", "ir", "jl", "lid", "mr", "mw", "prof", "st", "t.n.v"),
}
_EINDE = re.compile(r"[.!?…]+[\"'”’)*]*(?=\s)")
_OPSOMMING = re.compile(r"\s*(?:#+|>|[-•]|\d{1,2}[.)])\s+")
# Digit groups that belong together (a phone number) are one word, a date is three.
_WOORD = re.compile(r"\d+(?:(?: ?- ?| )\d+)*(?:[.,:]\d+)*|[^\W_]+(?:['’.\-][^\W_]+)*")
_VAST = "\u00a0"  # the space that does not break a line
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


def flesch_douma(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """Return 206,835 - 0,93 x (W/Z) - 77 x (L/W): 70 and more reads fairly easily."""
    return 206.835 - 0.93 * (woorden / zinnen) - 77.0 * (lettergrepen / woorden)


def leesindex_a(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """Return Brouwer's Leesindex A: 195 - 2/3 x (100 L/W) - 2 x (W/Z)."""
    return 195.0 - (2.0 / 3.0) * (100.0 * lettergrepen / woorden) - 2.0 * (woorden / zinnen)


def meet(tekst: str) -> Meting:
    """Count a text; a line break ends a sentence, so headings and steps count on their own."""
    vol = [rij for rij in map(woorden, zinnen(tekst)) if rij]
    return Meting(
        lengtes=tuple(len(rij) for rij in vol),
        lettergrepen=sum(lettergrepen(woord) for rij in vol for woord in rij),
    )


def zinnen(tekst: str) -> list[str]:
    """Return the sentences; ``nr. 5``, ``J. de Vries`` and ``10.30 uur`` stay whole."""
    return [tekst[van:tot] for van, tot in zinplekken(tekst)]


def zinplekken(tekst: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends, without the sign of a list before it."""
    return [(begin + van, begin + tot) for begin, r in regels(tekst) for van, tot in _in_regel(r)]


def regels(tekst: str) -> list[tuple[int, str]]:
    """Return the lines that are not empty, each with the place where it begins."""
    uit: list[tuple[int, str]] = []
    plek = 0
    for regel in tekst.splitlines(keepends=True):
        if regel.strip():
            uit.append((plek, regel))
        plek += len(regel)
    return uit


def _in_regel(regel: str) -> list[tuple[int, int]]:
    kop = _OPSOMMING.match(regel)
    begin = kop.end() if kop else 0
    grenzen: list[tuple[int, int]] = []
    for einde in _EINDE.finditer(regel, begin):
        if regel[einde.start()] == "." and _is_afkorting(regel[begin : einde.start()]):
            continue
        grenzen.append((begin, einde.end()))
        begin = einde.end()
    grenzen.append((begin, len(regel)))
    return [_kaal(regel, van, tot) for van, tot in grenzen if regel[van:tot].strip()]


def _kaal(regel: str, van: int, tot: int) -> tuple[int, int]:
    stuk = regel[van:tot]
    return van + len(stuk) - len(stuk.lstrip()), van + len(stuk.rstrip())


def _is_afkorting(voor_de_punt: str) -> bool:
    delen = voor_de_punt.split()
    laatste = delen[-1].lstrip("(\"'“‘") if delen else ""
    voorletter = laatste.split(".")[-1]
    return laatste.lower() in _AFKORTINGEN or (len(voorletter) == 1 and voorletter.isupper())


def woorden(zin: str) -> list[str]:
    """Return the words; ``14 0346`` is one word, ``ma-vr`` too."""
    return _WOORD.findall(zin.replace(_VAST, " "))


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
