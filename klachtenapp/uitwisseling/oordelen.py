"""Outcomes in every abbreviation: the oordeel, the afdoeningswijze, or both from one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel
from klachtenapp.uitwisseling.woorden import vouw


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a cell says about the end. ``zeker`` is false when only a part was understood."""

    oordeel: Oordeel | None = None
    wijze: Afdoeningswijze | None = None
    zeker: bool = True

    @property
    def herkend(self) -> bool:
        """Whether anything was understood."""
        return self.oordeel is not None or self.wijze is not None


_OORDELEN = {
    Oordeel.GEGROND: "gegrond|gegr|geg|g|klacht gegrond|geheel gegrond|volledig gegrond|terecht",
    Oordeel.DEELS_GEGROND: (
        "deels gegrond|deels gegr|deels|deel|gedeeltelijk gegrond|gedeeltelijk gegr|gedeeltelijk|"
        "ged gegrond|ged gegr|gedeelt gegrond|gedeelt gegr|dg|d g|deels terecht|deels ongegrond|"
        "gedeeltelijk ongegrond|deels gegrond deels ongegrond|gegrond ongegrond|ged"
    ),
    Oordeel.ONGEGROND: (
        "ongegrond|ongegr|ongeg|ong|o|og|o g|niet gegrond|niet gegr|kennelijk ongegrond|"
        "klacht ongegrond|onterecht"
    ),
    Oordeel.GEEN_OORDEEL: (
        "geen oordeel|neutraal|neutr|geen|go|g o|geen uitspraak|onthouden van oordeel|nvt|n v t|"
        "onthouding|geen oordeel mogelijk"
    ),
}
_WIJZEN = {
    Afdoeningswijze.INFORMEEL_OPGELOST: (
        "informeel|informeel opgelost|informeel afgedaan|informeel afgehandeld|opgelost|"
        "naar tevredenheid|naar tevredenheid opgelost|informele afhandeling|inf|9:5"
    ),
    Afdoeningswijze.FORMEEL_AFGEHANDELD: "formeel|formeel afgehandeld|formeel afgedaan|9:12",
    Afdoeningswijze.INGETROKKEN: "ingetrokken|intrekking|ingetr|klacht ingetrokken|intr",
    Afdoeningswijze.NIET_IN_BEHANDELING: (
        "niet in behandeling|niet in behandeling genomen|nib|9:8|niet ontvankelijk|"
        "niet ontv|n o|buiten behandeling|buiten behandeling gesteld"
    ),
    Afdoeningswijze.DOORGEZONDEN: "doorgezonden|doorgestuurd|doorverwezen|doorzending|2:3",
    Afdoeningswijze.DOORGELEID_ALS_BEZWAAR: (
        "bezwaar|als bezwaar|doorgeleid als bezwaar|beroep|doorgeleid als bezwaar of beroep|6:15"
    ),
    Afdoeningswijze.OMGEZET_IN_MELDING: "melding|omgezet in melding|mor",
    Afdoeningswijze.GEEN_KLACHT: "geen klacht|vraag|verzoek|geen klacht vraag verzoek beantwoord",
    Afdoeningswijze.GEEN_REACTIE: (
        "geen reactie|geen reactie klager|geen reactie van klager|onvoldoende gegevens|9:4"
    ),
    Afdoeningswijze.ANONIEM_SIGNAAL: "anoniem|anoniem signaal",
    Afdoeningswijze.BEANTWOORD: "beantwoord|beantwoord per brief|beantwoord per mail",
}
_BEKEND: dict[str, Uitkomst] = {
    **{w: Uitkomst(oordeel=o) for o, rij in _OORDELEN.items() for w in rij.split("|")},
    **{w: Uitkomst(wijze=a) for a, rij in _WIJZEN.items() for w in rij.split("|")},
}
_ONGEGROND = re.compile(r"\b(?:ongegr\w*|niet gegr\w*)")
_GEGROND = re.compile(r"\bgegr\w*")
_DEELS = re.compile(r"\b(?:deels|gedeelt\w*|ged)\b")
_ZINSDEEL = (
    (re.compile(r"\bgeen oordeel|\bneutraal"), Uitkomst(oordeel=Oordeel.GEEN_OORDEEL, zeker=False)),
    (
        re.compile(r"\bingetrokken|\bintrekking"),
        Uitkomst(wijze=Afdoeningswijze.INGETROKKEN, zeker=False),
    ),
    (
        re.compile(r"\bniet in behandeling|\bbuiten behandeling|\b9:8\b"),
        Uitkomst(wijze=Afdoeningswijze.NIET_IN_BEHANDELING, zeker=False),
    ),
    (
        re.compile(r"\bdoorgezonden|\bdoorgestuurd"),
        Uitkomst(wijze=Afdoeningswijze.DOORGEZONDEN, zeker=False),
    ),
    (re.compile(r"\binformeel"), Uitkomst(wijze=Afdoeningswijze.INFORMEEL_OPGELOST, zeker=False)),
)


@lru_cache(maxsize=2048)
def lees_uitkomst(tekst: str) -> Uitkomst:
    """Return what the cell says; nothing is ``herkend`` when it is empty or strange."""
    woord = vouw(tekst)
    if woord in _BEKEND:
        return _BEKEND[woord]
    if not woord:
        return Uitkomst()
    oordeel = _oordeel_in_zin(woord)
    if oordeel is not None:
        return Uitkomst(oordeel=oordeel, zeker=False)
    return next((uit for patroon, uit in _ZINSDEEL if patroon.search(woord)), Uitkomst())


def _oordeel_in_zin(woord: str) -> Oordeel | None:
    ongegrond = bool(_ONGEGROND.search(woord))
    gegrond = bool(_GEGROND.search(_ONGEGROND.sub("", woord)))
    if (gegrond and ongegrond) or ((gegrond or ongegrond) and _DEELS.search(woord)):
        return Oordeel.DEELS_GEGROND
    if gegrond:
        return Oordeel.GEGROND
    return Oordeel.ONGEGROND if ongegrond else None
