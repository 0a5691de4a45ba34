"""Who may not handle or sign a klacht: everyone who was involved (art. 9:7 Awb)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.domain.zoektekst import normaliseer

NIET_MEER = "merk_niet_betrokken"
"""The handeling that takes a mark away again."""

_SCHEIDING = re.compile(r"[;,/\n]|\ben\b|\bof\b|&|\+")
_TITELS = frozenset(
    ["de", "heer", "dhr", "hr", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "collega"]
)
_TUSSENVOEGSELS = frozenset(["van", "der", "den", "de", "het", "ten", "ter", "te", "t", "s", "in"])
_WOORD = re.compile(r"\w+")


def beklaagden(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of those complained of, one by one, as they were written."""
    return _namen_in(dossier.beklaagde)


def gemerkten(dossier: Dossier) -> Mapping[str, Gebeurtenis]:
    """Return by name who was marked as involved and still is, each with the event that says why."""
    namen: dict[str, Gebeurtenis] = {}
    for gebeurtenis in dossier.alle(GebeurtenisSoort.BETROKKEN_GEMERKT):
        naam = gebeurtenis.gegevens.get("medewerker", "").strip()
        if gebeurtenis.gegevens.get("_handeling") == NIET_MEER:
            namen.pop(naam, None)
        elif naam:
            namen[naam] = gebeurtenis
    return namen


def betrokkenen(dossier: Dossier) -> tuple[str, ...]:
    """Return everyone who was involved: those complained of, and those marked as such."""
    return tuple(dict.fromkeys((*beklaagden(dossier), *gemerkten(dossier))))


def is_beklaagde(naam: str, dossier: Dossier) -> bool:
    """Whether the medewerker ``naam`` is one of those complained of.

    Titles, capitals, accents and tussenvoegsels make no difference, and a surname without
    a first name or initials is taken to be this person: better one question too many than
    a judge in his own case.
    """
    return is_genoemd(naam, dossier.beklaagde)


def is_betrokken(naam: str, dossier: Dossier) -> bool:
    """Whether the medewerker ``naam`` is complained of, or was marked as involved."""
    return is_beklaagde(naam, dossier) or is_gemerkt(naam, dossier)


def is_gemerkt(naam: str, dossier: Dossier) -> bool:
    """Whether the medewerker ``naam`` was marked as involved, in whatever spelling."""
    return any(_gelijk(naam, ander) or _zelfde(naam, ander) for ander in gemerkten(dossier))


def waarom_niet(naam: str, dossier: Dossier) -> str:
    """Return in a sentence why ``naam`` may not handle or sign; empty when it may be."""
    if is_beklaagde(naam, dossier):
        return f"De klacht gaat over {naam}."
    return f"{naam} was betrokken bij wat er is gebeurd." if is_gemerkt(naam, dossier) else ""


def is_genoemd(naam: str, beklaagde: str) -> bool:
    """Whether the medewerker ``naam`` is named in the text ``beklaagde``; see ``is_betrokken``."""
    return any(_zelfde(naam, ander) for ander in _namen_in(beklaagde))


def leidinggevende_bezwaar(
    naam: str, dossier: Dossier, leidinggevenden: Mapping[str, str], *, veld: str = "behandelaar"
) -> Bezwaar | None:
    """Return a warning when ``naam`` is the direct leidinggevende of the one complained of.

    ``leidinggevenden`` gives by name of a medewerker who leads him. The law does not forbid
    it, so it never refuses: but a klager will not see someone independent in his boss.
    """
    if dossier.soort is not Soort.KLACHT or not naam.strip():
        return None
    for medewerker, leider in leidinggevenden.items():
        if _gelijk(naam, leider) and is_beklaagde(medewerker, dossier):
            return Bezwaar(
                f"{leider} is de leidinggevende van {medewerker}, over wie de klacht gaat. Het "
                "mag, maar de klager kan dit partijdig vinden. Kan iemand anders het doen?",
                "art. 9:7 lid 1 Awb",
                veld,
            )
    return None


def _gelijk(naam: str, ander: str) -> bool:
    return bool(naam.strip()) and normaliseer(naam.strip()) == normaliseer(ander)


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
