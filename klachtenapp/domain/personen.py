"""People and departments: who complains, who is complained of, who handles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klachtenapp.domain.begrippen import Aanhef, Voorkeur


@dataclass(frozen=True, slots=True)
class Persoon:
    """A klager or gemachtigde. Empty text means: not known; no field is ever ``None``.

    ``straat`` + ``huisnummer`` (with its addition, such as ``12 bis``) or a postbus in
    ``straat``. ``land`` is empty for the Netherlands. ``voorkeur`` is empty when nobody
    asked. ``email_akkoord`` is art. 2:8 Awb: said expressly to be reachable by e-mail.
    """

    achternaam: str = ""
    aanhef: Aanhef = Aanhef.ONBEKEND
    voorletters: str = ""
    voornaam: str = ""
    tussenvoegsel: str = ""
    organisatie: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = ""
    telefoon: str = ""
    email: str = ""
    voorkeur: Voorkeur | None = None
    leest_moeilijk: bool = False
    taal: str = ""
    email_akkoord: bool = False

    @property
    def is_leeg(self) -> bool:
        """Whether nobody is named: an anoniem signaal (K6)."""
        return not (self.achternaam or self.voornaam or self.organisatie)

    @property
    def heeft_adres(self) -> bool:
        """Whether a letter can be posted (art. 9:4 lid 2 sub a Awb)."""
        return bool(self.straat and self.plaats)


@dataclass(frozen=True, slots=True)
class Afdeling:
    """A department of the gemeente."""

    id: int
    naam: str
    actief: bool = True


class Rol(StrEnum):
    """What a medewerker does in this program."""

    REGISTRAR = "registrar"
    BEHANDELAAR = "behandelaar"
    BALIEMEDEWERKER = "baliemedewerker"
    AFDELINGSHOOFD = "afdelingshoofd"
    AMBASSADEUR = "ambassadeur"
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True)
class Medewerker:
    """Someone who works for the gemeente: behandelaar, beklaagde, ondertekenaar."""

    id: int
    naam: str  # as it is written in a letter: "P. Yılmaz"
    aanhef: Aanhef = Aanhef.ONBEKEND
    functie: str = ""
    telefoon: str = ""
    email: str = ""
    afdeling_id: int | None = None
    rollen: frozenset[Rol] = frozenset()
    actief: bool = True
