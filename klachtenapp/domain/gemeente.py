"""The gemeente that owns the register: its names, numbers, ombudsman and choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VensterKant(StrEnum):
    """On which side the window of the envelope is."""

    LINKS = "links"
    RECHTS = "rechts"


class Briefhoofd(StrEnum):
    """On which side of the paper the logo or the name of the gemeente stands."""

    LINKS = "links"
    RECHTS = "rechts"


@dataclass(frozen=True, slots=True)
class Ombudsman:
    """Who looks at a klacht after us (art. 9:17 Awb); checked yearly by the gemeente."""

    naam: str = "Nationale ombudsman"
    adres: str = "Postbus 93122"
    postcode: str = "2509 AC"
    plaats: str = "Den Haag"
    telefoon: str = "0800 - 33 55 555"
    website: str = "www.nationaleombudsman.nl"


@dataclass(frozen=True, slots=True)
class Venster:
    """Where the address must lie on A4, in mm from the top left (domein §8.1)."""

    kant: VensterKant = VensterKant.LINKS
    x: float = 33.0
    y: float = 54.0
    breedte: float = 85.0
    hoogte: float = 30.0
    regelhoogte: float = 4.6
    vouwlijn: float = 105.0


@dataclass(frozen=True, slots=True)
class Gemeente:
    """Settings of the register, editable in Beheer.

    ``belnummer`` is the number that people see when we call. ``kenmerkpatroon`` knows
    ``{jaar}`` and ``{nummer}``. ``mondeling_formeel``: oral klachten follow the formal
    regime too (K4, default on). ``oefening``: fictional register, OEFENING on every print.
    ``logo`` is the sha256 of a picture that lies in the register (empty: none), ``logo_soort``
    what it is (``png`` or ``svg``), ``logo_alt`` its words for who cannot see it.
    ``ondertekenen``: a letter with our judgement goes by way of the ondertekenmap.
    ``aanmelden_met_geheim``: on a computer that several people share one signs in with a name
    and a PIN or password. ``voetregels``: own lines at the foot of a letter; empty is the
    ordinary foot.
    """

    naam: str
    bezoekadres: str = ""
    postadres: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    belnummer: str = ""
    email: str = ""
    website: str = ""
    openingstijden: str = ""
    namens: str = "namens het college van burgemeester en wethouders"
    ondertekenaar: str = ""
    ondertekenaar_functie: str = ""
    kleur: str = "#0B5CAD"
    logo: str = ""
    logo_soort: str = ""
    logo_alt: str = ""
    briefhoofd: Briefhoofd = Briefhoofd.LINKS
    voetregels: str = ""
    kenmerkpatroon: str = "K{jaar}-{nummer:04}"
    mondeling_formeel: bool = True
    commissie: bool = False
    aanmelden_met_geheim: bool = False
    ondertekenen: bool = False
    oefening: bool = False
    klokverschil_dagen: int = 0
    ombudsman: Ombudsman = Ombudsman()
    venster: Venster = Venster()
