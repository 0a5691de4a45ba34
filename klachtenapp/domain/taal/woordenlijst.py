"""The difficult words and the plain ones: the supplied list, and what a gemeente adds to it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort, met_hoofdletter

# Letters that are something else in another alphabet but count as these when case is ignored.
_ANDERE_LETTERS = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
_LIDWOORD = re.compile(r"(?:de|het|een) ", re.IGNORECASE)
_NA_LIDWOORD = re.compile(
    r"\b(?:de|het|een|uw|deze|die|dit|dat|onze|ons|geen|mijn|haar|hun|elke|iedere) $",
    re.IGNORECASE,
)
# Words that are plain by themselves, and hard only behind these.
_ALLEEN_NA = {
    "schrijven": re.compile(r"\b(?:het|uw|ons|dit|dat|een|mijn|bovengenoemd) $", re.IGNORECASE),
    "welke": re.compile(r"(?:, |\b(?:in|van|met|aan|op|voor|door) )$", re.IGNORECASE),
    "horen": re.compile(r"\b(?:het|worden|wordt|u|laten|klager|partijen) $", re.IGNORECASE),
}
_AANWIJZING = ("noem ", "toelichten", "vermijd")
# A whole clause explains the word, but does not fit in its place.
_BIJZIN = re.compile(r"(?:wij |u heeft|u krijgt|het is |hoe |wat \w)")


@dataclass(frozen=True, slots=True)
class MoeilijkWoord:
    """A listed word found in a text, between ``start`` and ``eind``, and the plain one."""

    woord: str
    gewoon: str
    opmerking: str
    start: int
    eind: int


@dataclass(frozen=True, eq=False)
class Woordenlijst:
    """Difficult words in small letters, each with the plain word and a remark.

    A word without plain word may be used: so a gemeente sets a supplied word aside.
    """

    woorden: Mapping[str, tuple[str, str]]

    @cached_property
    def _patroon(self) -> re.Pattern[str] | None:
        namen = sorted((w for w, (gewoon, _) in self.woorden.items() if gewoon), key=len)
        if not namen:
            return None
        keuzes = "|".join(re.escape(woord) for woord in reversed(namen))
        return re.compile(rf"(?<!\w)(?:{keuzes})(?!\w)", re.IGNORECASE)

    def met(self, eigen: Mapping[str, str]) -> Woordenlijst:
        """Return the list with words of one's own; these win."""
        nieuw = {_sleutel(woord): (gewoon, "") for woord, gewoon in eigen.items()}
        return Woordenlijst({**self.woorden, **nieuw})

    def zonder(self, woorden: Iterable[str]) -> Woordenlijst:
        """Return the list without words that may stand in this text."""
        weg = {woord.lower() for woord in woorden}
        return Woordenlijst({w: v for w, v in self.woorden.items() if w not in weg})

    def zoek(self, tekst: str) -> list[MoeilijkWoord]:
        """Find the listed words as whole words, the longest phrase first."""
        if self._patroon is None:
            return []
        return [
            MoeilijkWoord(raak.group(), *self._bij(raak.group()), *raak.span())
            for raak in self._patroon.finditer(tekst)
            if _telt(tekst, raak)
        ]

    def _bij(self, gevonden: str) -> tuple[str, str]:
        """Return the row of a word in a text; some scripts have more than two cases."""
        rij = self.woorden.get(_sleutel(gevonden))
        return rij or next(
            rij
            for woord, rij in self.woorden.items()
            if re.fullmatch(re.escape(woord), gevonden, re.IGNORECASE)
        )


def lees_woordenlijst(tekst: str) -> dict[str, tuple[str, str]]:
    """Read ``moeilijk;gewoon;opmerking`` lines; what stands between brackets is left out."""
    rijen = csv.reader(tekst.splitlines()[1:], delimiter=";")
    return {
        _zonder_haakjes(rij[0]).lower(): (rij[1], rij[2])
        for rij in rijen
        if len(rij) == 3 and rij[0].strip()
    }


def moeilijke_woorden(
    tekst: str, lijst: Mapping[str, tuple[str, str]], *, toegestaan: Iterable[str] = ()
) -> list[MoeilijkWoord]:
    """Find the words of ``lijst`` in a text, but for those that are allowed there."""
    return Woordenlijst(lijst).zonder(toegestaan).zoek(tekst)


def woordvondsten(regel: str, lijst: Woordenlijst) -> list[Taalvondst]:
    """Return the difficult words in one line, with what can stand there instead."""
    return [_vondst(regel, woord) for woord in lijst.zoek(regel)]


def keuzes(gewoon: str) -> tuple[str, ...]:
    """Return what of ``zaak, onderwerp`` or ``op tijd, of noem de datum`` can be put in place."""
    delen = re.split(r",\s*(?:of:?\s+)?", _zonder_haakjes(gewoon))
    return tuple(
        "" if deel == "weglaten" else deel
        for deel in delen
        if deel and not deel.startswith(_AANWIJZING) and not _BIJZIN.match(deel)
    )


def _vondst(regel: str, woord: MoeilijkWoord) -> Taalvondst:
    gevonden = keuzes(woord.gewoon)
    uitleg = f"Moeilijk woord. Gewoon: {woord.gewoon}."
    if woord.opmerking:
        uitleg += f" Let op: {woord.opmerking}."
    soort, start, eind = Vondstsoort.MOEILIJK, woord.start, woord.eind
    if gevonden == ("",):
        van, tot, nieuw = _weggelaten(regel, start, eind)
        uitleg = "Dit woord kan weg."
        return Taalvondst(soort, start, eind, woord.woord, uitleg, (nieuw,), van, tot)
    na_lidwoord = _NA_LIDWOORD.search(regel, max(0, start - 8), start) is not None
    passend = [_LIDWOORD.sub("", k, count=1) if na_lidwoord else k for k in gevonden]
    nieuw_ = tuple(dict.fromkeys(met_hoofdletter(k, woord.woord) for k in passend))
    return Taalvondst(soort, start, eind, woord.woord, uitleg, nieuw_)


def _telt(tekst: str, raak: re.Match[str]) -> bool:
    ervoor = _ALLEEN_NA.get(raak.group().lower())
    return ervoor is None or bool(ervoor.search(tekst, max(0, raak.start() - 15), raak.start()))


def _weggelaten(regel: str, start: int, eind: int) -> tuple[int, int, str]:
    """Return what to replace when a word goes out: with its space, and a capital that moves."""
    if start > 0 and regel[start - 1] == " " and not regel[start].isupper():
        return start - 1, eind, ""
    if regel[eind : eind + 1] == " " and eind + 1 < len(regel):
        letter = regel[eind + 1]
        return start, eind + 2, met_hoofdletter(letter, regel[start])
    return start, eind, ""


def _sleutel(tekst: str) -> str:
    return tekst.translate(_ANDERE_LETTERS).lower()


def _zonder_haakjes(tekst: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", tekst).strip()
