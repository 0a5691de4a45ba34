"""Merges spellings of one name: ``sociaal domein ``, ``Sociaal Domein``; and reports it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from klachtenapp.uitwisseling.woorden import LEEG, vouw

_AFDELING = re.compile(r"^(?:afd|afdeling)\.?:?\s+(?=\w{2})", re.IGNORECASE)
_AANSPREEK = re.compile(r"^(?:mevr(?:ouw)?|mw|dhr|de heer)\.?\s+(?=\w)", re.IGNORECASE)
_LIJKT = 92
_VERGELEKEN = 200  # names that are compared with each other
_GENOEMD = 8  # spellings of one name that are told
_ZINNEN = 40  # sentences of one kind


@dataclass(frozen=True, slots=True)
class Spelling:
    """``naam_van`` maps every text as it stands in a cell to the one name; ``""`` is nobody.

    ``opmerkingen`` are sentences about what was merged, and what looks alike but was not.
    """

    naam_van: Mapping[str, str]
    opmerkingen: tuple[str, ...] = ()


def afdelingen(teksten: Iterable[str], bekend: Iterable[str]) -> Spelling:
    """Merge names of departments; a name the register already has wins."""
    return _voeg_samen(teksten, bekend, _AFDELING, "Afdeling")


def medewerkers(teksten: Iterable[str], bekend: Iterable[str]) -> Spelling:
    """Merge names of behandelaars; a name the register already has wins."""
    return _voeg_samen(teksten, bekend, _AANSPREEK, "Behandelaar")


def _voeg_samen(
    teksten: Iterable[str], bekend: Iterable[str], voorvoegsel: re.Pattern[str], wat: str
) -> Spelling:
    aantallen = Counter(teksten)
    groepen: dict[str, Counter[str]] = defaultdict(Counter)
    for tekst, aantal in aantallen.items():
        naam = voorvoegsel.sub("", " ".join(tekst.split()))
        if vouw(naam) not in LEEG:
            groepen[vouw(naam)][naam] += aantal
    vast = {vouw(naam): naam for naam in bekend}
    namen = {s: vast.get(s) or _mooiste(groep) for s, groep in groepen.items()}
    varianten: dict[str, list[str]] = defaultdict(list)
    naam_van = {}
    for tekst in aantallen:
        s = vouw(voorvoegsel.sub("", " ".join(tekst.split())))
        naam_van[tekst] = namen.get(s, "")
        if s in namen and tekst != namen[s]:
            varianten[namen[s]].append(f"'{tekst}'")
    samengevoegd = [_samengevoegd(naam, anders) for naam, anders in sorted(varianten.items())]
    zinnen = [
        *_hooguit(samengevoegd, "zijn ook schrijfwijzen samengevoegd"),
        *_hooguit(list(_lijken(namen.values(), vast.values())), "lijken namen ook op elkaar"),
    ]
    return Spelling(naam_van, tuple(f"{wat}: {zin}." for zin in zinnen))


def _samengevoegd(naam: str, anders: list[str]) -> str:
    eerste, meer = sorted(anders)[:_GENOEMD], len(anders) - _GENOEMD
    if meer <= 0:
        return f"{', '.join(eerste)} is samengevoegd met '{naam}'"
    return f"{', '.join(eerste)} en nog {meer} schrijfwijzen zijn samengevoegd met '{naam}'"


def _lijken(eigen: Collection[str], vast: Iterable[str]) -> Iterator[str]:
    """Yield which names of the sheet look like another one, among the first of all names."""
    van_hier = set(eigen)
    alle = sorted({*van_hier, *vast})[:_VERGELEKEN]
    gevouwen = [vouw(naam) for naam in alle]
    for (plek, een), (ander, twee) in combinations(enumerate(alle), 2):
        if van_hier.isdisjoint((een, twee)):
            continue
        if fuzz.ratio(gevouwen[plek], gevouwen[ander]) >= _LIJKT:
            yield f"'{een}' lijkt op '{twee}', maar is niet samengevoegd"


def _hooguit(zinnen: list[str], wat: str) -> list[str]:
    """Return the first sentences, and how many more there are: nobody reads thousands."""
    meer = len(zinnen) - _ZINNEN
    return zinnen if meer <= 0 else [*zinnen[:_ZINNEN], f"bij nog {meer} andere {wat}"]


def _mooiste(groep: Counter[str]) -> str:
    """Return the spelling used most; at a draw the one with most capitals."""
    naam = max(groep, key=lambda n: (groep[n], sum(c.isupper() for c in n), n))
    return naam[:1].upper() + naam[1:] if len(naam) > 4 else naam
