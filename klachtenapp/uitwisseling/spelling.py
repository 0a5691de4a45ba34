"""Merges spellings of one name: ``sociaal domein ``, ``Sociaal Domein``; and reports it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from klachtenapp.uitwisseling.woorden import LEEG, vouw

_AFDELING = re.compile(r"^(?:afd|afdeling)\.?:?\s+(?=\w{2})", re.IGNORECASE)
_AANSPREEK = re.compile(r"^(?:mevr(?:ouw)?|mw|dhr|de heer)\.?\s+(?=\w)", re.IGNORECASE)
_LIJKT = 92


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
    opmerkingen = []
    varianten: dict[str, list[str]] = defaultdict(list)
    naam_van = {}
    for tekst in aantallen:
        s = vouw(voorvoegsel.sub("", " ".join(tekst.split())))
        naam_van[tekst] = namen.get(s, "")
        if s in namen and tekst != namen[s]:
            varianten[namen[s]].append(f"'{tekst}'")
    for naam, anders in sorted(varianten.items()):
        opmerkingen.append(f"{wat}: {', '.join(sorted(anders))} is samengevoegd met '{naam}'.")
    alle = sorted({*namen.values(), *vast.values()})
    opmerkingen += [
        f"{wat}: '{een}' lijkt op '{twee}', maar is niet samengevoegd."
        for plek, een in enumerate(alle[:200])
        for twee in alle[plek + 1 : 200]
        if {een, twee} & set(namen.values()) and fuzz.ratio(vouw(een), vouw(twee)) >= _LIJKT
    ]
    return Spelling(naam_van, tuple(opmerkingen))


def _mooiste(groep: Counter[str]) -> str:
    """Return the spelling used most; at a draw the one with most capitals."""
    naam = max(groep, key=lambda n: (groep[n], sum(c.isupper() for c in n), n))
    return naam[:1].upper() + naam[1:] if len(naam) > 4 else naam
