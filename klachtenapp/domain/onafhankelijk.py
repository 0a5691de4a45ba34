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
    ["de", "heer", "dhr", "hr", "mevrouw", "mevr", "mw", "mej", "meneer", "mijnheer", "collega",
     "dr", "drs", "mr", "ir", "ing", "prof"]
)  # fmt: skip
_TUSSENVOEGSELS = frozenset(["van", "der", "den", "de", "het", "ten", "ter", "te", "in", "op"])
_FUNCTIES = frozenset(
    ["afdelingshoofd", "ambtenaar", "balie", "boa", "burgemeester", "consulent", "consulente",
     "controleur", "directeur", "griffier", "handhaver", "inspecteur", "klantmanager", "loket",
     "manager", "receptionist", "receptioniste", "secretaris", "stagiair", "stagiaire",
     "teamleider", "teammanager", "toezichthouder", "wethouder"]
)  # fmt: skip
_MEDEWERKER = ("medewerker", "medewerkster")
_APOSTROFS = re.compile(r"['\u2019\u2018`\u00b4]")
_WOORD = re.compile(r"\w+")
_DUBBEL = re.compile(r"(?P<een>\w+)\s*[-\u2010-\u2013]\s*(?:[a-z]+\s+)*(?P<twee>\w+)\W*$")
"""A double surname, as of who married: "Jansen-de Vries"; not the first name Jan-Willem."""


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

    Titles, functions, capitals, accents and tussenvoegsels make no difference, either half of
    a double surname will do, and a surname without a first name or initials is taken to be
    this person: better one question too many than a judge in his own case.
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
    if eerste_helft := _eerste_helft(medewerker):
        voor = voor[: voor.index(eerste_helft)] if eerste_helft in voor else voor
        if _past(voor, eerste_helft, woorden):
            return True
    return _past(voor, achternaam, woorden)


def _past(voor: list[str], achternaam: str, woorden: list[str]) -> bool:
    """Whether ``woorden`` have this surname, and no first name or initial against it."""
    if not achternaam or achternaam not in woorden:
        return False
    voor_genoemd = woorden[: woorden.index(achternaam)]
    return not voor or not voor_genoemd or voor[0][0] == voor_genoemd[0][0]


def _eerste_helft(medewerker: str) -> str:
    """Return the first half of a double surname, normalised; empty when it is a single one."""
    dubbel = _DUBBEL.search(_APOSTROFS.sub("", medewerker))
    return normaliseer(dubbel["een"]) if dubbel else ""


def _namen(tekst: str) -> list[str]:
    """Return the words that can be a name, normalised: no titles, only those with a capital.

    Where no word but a title has one ("Mevrouw kok") every word can be a name. The last word
    is no title: there are people who are called De Heer.
    """
    *eerder, laatste = _WOORD.findall(_APOSTROFS.sub("", tekst)) or [""]
    woorden = [*filter(_kan_naam_zijn, eerder), laatste]
    met_hoofdletter = [w for w in woorden if w[:1] != w[:1].lower()] or woorden
    namen = [naam for woord in met_hoofdletter if (naam := normaliseer(woord))]
    while len(namen) > 1 and (namen[0] in _FUNCTIES or namen[0].endswith(_MEDEWERKER)):
        namen = namen[1:]
    return namen


def _kan_naam_zijn(woord: str) -> bool:
    # The t of Van 't Hof and the s of 's-Gravesande; with a capital they are initials.
    return woord not in ("t", "s") and normaliseer(woord) not in _TITELS | _TUSSENVOEGSELS
