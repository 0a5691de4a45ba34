"""How a person is named: on an envelope, in an aanhef, in a list and in alphabetical order.

Rules of taaladvies.net (domein §8.2-8.3): a tussenvoegsel is written small after initials or
a first name and with a capital without them; never initials after "heer" or "mevrouw".
"""

from __future__ import annotations

import re
from dataclasses import replace

from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.personen import Persoon

ANONIEM = "Anoniem"

_TITELS = {Aanhef.HEER: "De heer", Aanhef.MEVROUW: "Mevrouw"}
_KORTE_TITELS = {Aanhef.HEER: "Dhr.", Aanhef.MEVROUW: "Mevr."}
_KOPPELTEKEN = re.compile(r"\s*[-\u2010\u2011\u2013]\s*")
# The part before the hyphen that is no surname by itself: Al-Hassan, Ben-Ali, Sint-Jago.
_GEEN_EIGEN_NAAM = frozenset(
    ("abd", "abou", "abu", "ait", "al", "as", "ben", "bin", "bou", "el", "ibn", "la", "le")
) | {"mac", "o", "ould", "saint", "san", "santa", "sint", "st"}


def naamregel(persoon: Persoon) -> str:
    """Return the name line of an address: ``De heer J. de Vries``, ``Kim Verbeek``.

    Empty when no person is named (an organisation alone, or nobody).
    """
    persoon = _net(persoon)
    if not (persoon.achternaam or persoon.voornaam):
        return ""
    titel = _TITELS.get(persoon.aanhef, "")
    if titel:
        return _voeg(titel, _met_voor(persoon, voorletters(persoon)))
    if not persoon.achternaam:
        return persoon.voornaam
    voor = persoon.voornaam or voorletters(persoon)
    if not voor and persoon.aanhef is Aanhef.ONBEKEND:
        titel = "De heer of mevrouw"
    return _voeg(titel, _met_voor(persoon, voor))


def aanhef(persoon: Persoon) -> str:
    """Return the salutation of a letter with its comma: ``Geachte heer De Vries,``.

    An organisation without a named person is ``Geacht bestuur,``; someone of whom we have
    only a first name and no title is ``Beste Youssef,``.
    """
    persoon = _net(persoon)
    if not (persoon.achternaam or persoon.voornaam):
        return "Geacht bestuur," if persoon.organisatie else "Geachte heer of mevrouw,"
    if persoon.aanhef is Aanhef.NEUTRAAL or not persoon.achternaam:
        return _aanhef_zonder_titel(persoon)
    wie = {Aanhef.HEER: "heer", Aanhef.MEVROUW: "mevrouw"}.get(persoon.aanhef, "heer of mevrouw")
    return f"Geachte {wie} {_aanspreeknaam(persoon)},"


def _aanhef_zonder_titel(persoon: Persoon) -> str:
    if not persoon.achternaam and persoon.aanhef in _TITELS:
        return f"Geachte {'heer' if persoon.aanhef is Aanhef.HEER else 'mevrouw'},"
    if persoon.voornaam:
        return f"Beste {_met_voor(persoon, persoon.voornaam)},"
    return f"Geachte {_met_voor(persoon, voorletters(persoon))},"


def korte_naam(persoon: Persoon) -> str:
    """Return the name for a list: ``Mevr. S. Alberts``, ``Bakkerij Jansen``, ``Anoniem``."""
    persoon = _net(persoon)
    if not (persoon.achternaam or persoon.voornaam):
        return persoon.organisatie or ANONIEM
    titel = _KORTE_TITELS.get(persoon.aanhef, "")
    if not persoon.achternaam:
        return _voeg(titel, persoon.voornaam)
    return _voeg(titel, _met_voor(persoon, voorletters(persoon)))


def sorteernaam(persoon: Persoon) -> str:
    """Return the name as it is alphabetised: ``Vries, J. de``; an organisation as it is."""
    persoon = _net(persoon)
    if not (persoon.achternaam or persoon.voornaam):
        return persoon.organisatie
    if not persoon.achternaam:
        return persoon.voornaam
    rest = _voeg(voorletters(persoon), persoon.tussenvoegsel.lower())
    return f"{persoon.achternaam}, {rest}" if rest else persoon.achternaam


def voorletters(persoon: Persoon) -> str:
    """Return the initials (``J.W.``), from the first name when there are none."""
    if persoon.voorletters.strip():
        return _schoon(persoon.voorletters)
    namen = re.split(r"[\s\-\u2010\u2011]+", persoon.voornaam)
    return "".join(_eerste_letter(naam) for naam in namen if naam)


def _eerste_letter(naam: str) -> str:
    letter = "IJ" if naam[:2].lower() == "ij" else naam[:1].upper()
    return f"{letter}." if letter.isalpha() else ""


def _met_voor(persoon: Persoon, voor: str) -> str:
    """Return the surname behind ``voor``; without ``voor`` its tussenvoegsel gets a capital."""
    if not persoon.achternaam:
        return persoon.voornaam or voor
    naam = _plak(persoon.tussenvoegsel.lower(), persoon.achternaam)
    return f"{voor} {naam}" if voor else _met_hoofdletter(naam)


def _aanspreeknaam(persoon: Persoon) -> str:
    """Return the surname after heer/mevrouw: capital, and the first of a double name."""
    achternaam = _eerste_achternaam(persoon.achternaam)
    return _met_hoofdletter(_plak(persoon.tussenvoegsel.lower(), achternaam))


def _eerste_achternaam(achternaam: str) -> str:
    eerste = _KOPPELTEKEN.split(achternaam, maxsplit=1)[0]
    kaal = eerste.lower().strip(".'\u2019")
    return achternaam if len(kaal) < 2 or kaal in _GEEN_EIGEN_NAAM else eerste


def _plak(tussen: str, achternaam: str) -> str:
    if not tussen:
        return achternaam
    # d'Hondt and l'Ami are one word; 't Hof and van 't Hof are not.
    los = " " if not re.search(r"(?:^|\s)[dl]['\u2019]$", tussen) else ""
    return f"{tussen}{los}{achternaam}"


def _met_hoofdletter(naam: str) -> str:
    # 't Hof starts with a sign and keeps its small letter.
    return naam[:1].upper() + naam[1:]


def _net(persoon: Persoon) -> Persoon:
    """Return the person with the names free of stray spaces; blank is no name."""
    if all(_schoon(naam) == naam for naam in _namen(persoon)):
        return persoon  # nearly always, and a copy costs more than all the rest
    achternaam, voorletters, voornaam, tussenvoegsel, organisatie = map(_schoon, _namen(persoon))
    return replace(
        persoon,
        achternaam=achternaam,
        voorletters=voorletters,
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        organisatie=organisatie,
    )


def _namen(wie: Persoon) -> tuple[str, ...]:
    return wie.achternaam, wie.voorletters, wie.voornaam, wie.tussenvoegsel, wie.organisatie


def _schoon(tekst: str) -> str:
    return " ".join(tekst.split())


def _voeg(*delen: str) -> str:
    return " ".join(deel for deel in delen if deel)
