"""What can be in the book of a dossier, and who should not get all of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Boekdeel(StrEnum):
    """A part one can leave out. The klacht itself and the list of documents are always in."""

    TIJDLIJN = "tijdlijn"
    TERMIJNEN = "termijnen"
    GESPREKKEN = "gesprekken"
    OORDEEL = "oordeel"
    BRIEVEN = "brieven"
    BIJLAGEN = "bijlagen"
    CONTACT = "contactgegevens"
    AANTEKENINGEN = "aantekeningen"
    LOGBOEK = "logboek"


LABELS: Mapping[Boekdeel, str] = {
    Boekdeel.TIJDLIJN: "Tijdlijn",
    Boekdeel.TERMIJNEN: "Termijnen, en hoe elke datum ontstond",
    Boekdeel.GESPREKKEN: "Gesprekken en horen",
    Boekdeel.OORDEEL: "Oordeel per onderdeel",
    Boekdeel.BRIEVEN: "Brieven, zoals zij zijn verzonden",
    Boekdeel.BIJLAGEN: "Bijlagen",
    Boekdeel.CONTACT: "Adres, telefoon en e-mail van de klager",
    Boekdeel.AANTEKENINGEN: "Interne aantekeningen",
    Boekdeel.LOGBOEK: "Logboek: wie deed wat",
}
"""How each part is called where one chooses."""

ALLES = frozenset(Boekdeel)
GEWOON = ALLES - {Boekdeel.AANTEKENINGEN, Boekdeel.LOGBOEK}
"""For the ombudsman or a hearing."""

VOOR_BEKLAAGDE = GEWOON - {Boekdeel.CONTACT, Boekdeel.BIJLAGEN}
"""For the person the klacht is about: no address, and nothing in which it could stand."""

WEGGELATEN: Mapping[Boekdeel, str] = {
    Boekdeel.TIJDLIJN: "De tijdlijn.",
    Boekdeel.TERMIJNEN: "De termijnen.",
    Boekdeel.GESPREKKEN: "De verslagen van gesprekken.",
    Boekdeel.OORDEEL: "Het oordeel.",
    Boekdeel.BRIEVEN: "De brieven. Wel staat erin welke brieven er zijn.",
    Boekdeel.BIJLAGEN: "De bijlagen. Wel staat erin welke bijlagen er zijn.",
    Boekdeel.CONTACT: "Adres, telefoon en e-mail van de klager, en de brieven waarop die staan.",
    Boekdeel.AANTEKENINGEN: "De interne aantekeningen.",
    Boekdeel.LOGBOEK: "Het logboek.",
}
"""What the cover says of each part that is not in the book."""
