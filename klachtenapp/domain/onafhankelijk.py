"""Who may not handle or sign a klacht: everyone who was involved (art. 9:7 Awb)."""

from __future__ import annotations

import re

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.zoektekst import normaliseer

_SCHEIDING = re.compile(r"[;,/\n]|\ben\b|\bof\b|&|\+")
_TITELS = frozenset(
    ["de", "heer", "dhr", "hr", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "collega"]
)
_TUSSENVOEGSELS = frozenset(["van", "der", "den", "de", "het", "ten", "ter", "te", "t", "s", "in"])
_WOORD = re.compile(r"\w+")


def betrokkenen(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of those complained of, one by one, as they were written."""
    return _namen_in(dossier.beklaagde)


def is_betrokken(naam: str, dossier: Dossier) -> bool:
    """Whether the medewerker ``naam`` is one of those complained of.

    Titles, capitals, accents and tussenvoegsels make no difference, and a surname without
    a first name or initials is taken to be this person: better one question too many than
    a judge in his own case.
    """
    return is_genoemd(naam, dossier.beklaagde)


def is_genoemd(naam: str, beklaagde: str) -> bool:
    """Whether the medewerker ``naam`` is named in the text ``beklaagde``; see ``is_betrokken``."""
    return any(_zelfde(naam, ander) for ander in _namen_in(beklaagde))


def _namen_in(beklaagde: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in _SCHEIDING.split(beklaagde) if deel.strip())


def _zelfde(medewerker: str, genoemd: str) -> bool:
    """Compare "P. Yılmaz" with what stands in the klacht: "de heer Yilmaz van de balie"."""
    *voor, achternaam = _namen(medewerker) or [""]
    woorden = _namen(genoemd)
    if not achternaam or achternaam not in woorden:
        return False
    voor_genoemd = woorden[: woorden.index(achternaam)]
    return not voor or not voor_genoemd or voor[0][0] == voor_genoemd[0][0]


def _namen(tekst: str) -> list[str]:
    """Return the words that can be a name, normalised: no titles, only those with a capital."""
    woorden = _WOORD.findall(tekst)
    met_hoofdletter = [w for w in woorden if w[:1] != w[:1].lower()] or woorden
    namen = [normaliseer(w) for w in met_hoofdletter]
    return [n for n in namen if n and n not in _TITELS | _TUSSENVOEGSELS]
