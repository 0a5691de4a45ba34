"""Rows to domain objects and back: every word of the register passes here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from klachtenapp.domain.aanspreken import sorteernaam
from klachtenapp.domain.begrippen import (
    Aanhef,
    Afdoeningswijze,
    Aspect,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.domain.zoektekst import sorteersleutel
from klachtenapp.models.fouten import uit_register

Rij = Mapping[str, Any]
Waarden = tuple[Any, ...]

_W = TypeVar("_W", bound=StrEnum)

TEKSTVELDEN_PERSOON = (
    "achternaam",
    "voorletters",
    "voornaam",
    "tussenvoegsel",
    "organisatie",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
    "land",
    "telefoon",
    "email",
    "taal",
)
_ZELFDE = (
    "uid",
    "ontvangen_op",
    "omschrijving",
    "onderwerp",
    "beklaagde",
    "formeel_regime",
    "commissie",
    "ondertekend",
    "doorgeleid_op",
    "gedraging_op",
    "afdoeningsgrond",
    "afgehandeld_op",
    "oud_kenmerk",
    "notities",
    "koppeling",
)
"""Facts of a dossier that stand in their column as they are."""


def _woord(soort: type[_W], tekst: str) -> _W | None:
    return soort(tekst) if tekst else None


def _tekst(woord: StrEnum | None) -> str:
    return woord.value if woord else ""


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def naar_json(gegevens: Any) -> str:
    """Return JSON in one fixed form, so that the same facts give the same hash."""
    return _JSON.encode(gegevens)


@uit_register
def afdeling(rij: Rij) -> Afdeling:
    """Return the department of a row."""
    return Afdeling(id=rij["id"], naam=rij["naam"], actief=rij["actief"])


@uit_register
def medewerker(rij: Rij) -> Medewerker:
    """Return the medewerker of a row."""
    return Medewerker(
        id=rij["id"],
        naam=rij["naam"],
        aanhef=Aanhef(rij["aanhef"]),
        functie=rij["functie"],
        telefoon=rij["telefoon"],
        email=rij["email"],
        afdeling_id=rij["afdeling"],
        rollen=_rollen(rij["rollen"]),
        actief=rij["actief"],
    )


@lru_cache(maxsize=64)
def _rollen(tekst: str) -> frozenset[Rol]:
    return frozenset(Rol(rol) for rol in json.loads(tekst))


@uit_register
def persoon(rij: Rij) -> Persoon:
    """Return the person of a row."""
    return Persoon(
        aanhef=Aanhef(rij["aanhef"]),
        voorkeur=_woord(Voorkeur, rij["voorkeur"]),
        leest_moeilijk=rij["leest_moeilijk"],
        email_akkoord=rij["email_akkoord"],
        **{veld: rij[veld] for veld in TEKSTVELDEN_PERSOON},
    )


PERSOON = (
    "melding",
    "rol",
    "aanhef",
    "voorkeur",
    "leest_moeilijk",
    "email_akkoord",
    *TEKSTVELDEN_PERSOON,
)
_teksten_van_persoon = attrgetter(*TEKSTVELDEN_PERSOON)


def rij_van_persoon(wie: Persoon, melding: int, rol: str) -> Waarden:
    """Return the values of the columns ``PERSOON``."""
    return (
        melding,
        rol,
        wie.aanhef.value,
        _tekst(wie.voorkeur),
        wie.leest_moeilijk,
        wie.email_akkoord,
        *_teksten_van_persoon(wie),
    )


@uit_register
def onderdeel(rij: Rij) -> Klachtonderdeel:
    """Return the klachtonderdeel of a row."""
    return Klachtonderdeel(
        omschrijving=rij["omschrijving"],
        aspect=_woord(Aspect, rij["aspect"]),
        norm=rij["norm"],
        bevinding=rij["bevinding"],
        oordeel=_woord(Oordeel, rij["oordeel"]),
        verbeterpunt=rij["verbeterpunt"],
        verbeterpunt_klaar_op=rij["verbeterpunt_klaar_op"],
    )


ONDERDEEL = (
    "melding",
    "volgorde",
    "omschrijving",
    "aspect",
    "norm",
    "bevinding",
    "oordeel",
    "verbeterpunt",
    "verbeterpunt_klaar_op",
)


def rij_van_onderdeel(deel: Klachtonderdeel, melding: int, volgorde: int) -> Waarden:
    """Return the values of the columns ``ONDERDEEL``."""
    return (
        melding,
        volgorde,
        deel.omschrijving,
        _tekst(deel.aspect),
        deel.norm,
        deel.bevinding,
        _tekst(deel.oordeel),
        deel.verbeterpunt,
        deel.verbeterpunt_klaar_op,
    )


@uit_register
def lees_feiten(tekst: str) -> dict[str, Any]:
    """Return a stored JSON object; anything else was not put there by us."""
    feiten = json.loads(tekst)
    if not isinstance(feiten, dict):
        raise TypeError("geen object")
    return feiten


@uit_register
def gebeurtenis(rij: Rij) -> Gebeurtenis:
    """Return the event of a row."""
    return Gebeurtenis(
        soort=GebeurtenisSoort(rij["soort"]),
        op=rij["op"],
        vastgelegd_op=rij["vastgelegd_op"],
        door=rij["door"],
        gegevens=lees_feiten(rij["gegevens"]),
        toelichting=rij["toelichting"],
        id=rij["id"],
    )


GEBEURTENIS = ("melding", "soort", "op", "vastgelegd_op", "door", "gegevens", "toelichting")


def rij_van_gebeurtenis(feit: Gebeurtenis, melding: int) -> Waarden:
    """Return the values of the columns ``GEBEURTENIS``."""
    return (
        melding,
        feit.soort.value,
        feit.op,
        feit.vastgelegd_op,
        feit.door,
        naar_json(dict(feit.gegevens)),
        feit.toelichting,
    )


@uit_register
def document(rij: Rij) -> DocumentInfo:
    """Return what is known of a document, without its bytes."""
    return DocumentInfo(
        id=rij["id"],
        naam=rij["naam"],
        soort=rij["soort"],
        sha256=rij["inhoud"],
        bytes=rij["bytes"],
        toegevoegd_op=rij["toegevoegd_op"],
        verzonden_op=rij["verzonden_op"],
        kanaal=rij["kanaal"],
    )


@uit_register
def dossier(rij: Rij, **delen: Any) -> Dossier:
    """Return the dossier of a melding row; ``delen`` are its people, parts and history."""
    if not (isinstance(rij["omschrijving"], str) and isinstance(rij["onderwerp"], str)):
        raise TypeError("bytes waar tekst hoort")
    return Dossier(
        soort=Soort(rij["soort"]),
        status=Status(rij["status"]),
        kanaal=Kanaal(rij["kanaal"]),
        vorm=Vorm(rij["vorm"]),
        wens=_woord(Wens, rij["wens"]),
        afdoeningswijze=_woord(Afdoeningswijze, rij["afdoeningswijze"]),
        oordeel=_woord(Oordeel, rij["oordeel"]),
        kenmerk=rij["kenmerk"],
        versie=rij["versie"],
        **{veld: rij[veld] for veld in _ZELFDE},
        **delen,
    )


MELDING = (
    "kenmerk",
    "versie",
    "soort",
    "status",
    "kanaal",
    "vorm",
    "wens",
    "afdoeningswijze",
    "oordeel",
    "klager_sleutel",
    "afdeling",
    "behandelaar",
    *_ZELFDE,
)
_gelijke_feiten = attrgetter(*_ZELFDE)


def rij_van_dossier(feiten: Dossier, kenmerk: str, versie: int) -> Waarden:
    """Return the values of the columns ``MELDING``."""
    return (
        kenmerk,
        versie,
        feiten.soort.value,
        feiten.status.value,
        feiten.kanaal.value,
        feiten.vorm.value,
        _tekst(feiten.wens),
        _tekst(feiten.afdoeningswijze),
        _tekst(feiten.oordeel),
        sorteersleutel(sorteernaam(feiten.klager)),
        feiten.afdeling.id if feiten.afdeling else None,
        feiten.behandelaar.id if feiten.behandelaar else None,
        *_gelijke_feiten(feiten),
    )
