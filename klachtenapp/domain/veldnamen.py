"""What the facts of a letter are called on screen, and where one fills them in."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BEHEER = "Vul het in bij Beheer."
_KLACHT = "Vul het in bij de klacht."
_OORDEEL = "Vul het in bij Oordeel."

_VELDEN: Mapping[str, tuple[str, str]] = {
    "aanhef": ("de aanhef", "Vul de naam in bij Personen."),
    "adres": ("het adres", "Vul het in bij Personen."),
    "afspraak": ("wat is afgesproken", "Schrijf het bij 'Klager is tevreden'."),
    "afwijkreden": ("waarom wij het advies niet volgen", _OORDEEL),
    "behandelaar": ("de naam van de behandelaar", "Wijs een behandelaar toe."),
    "bel_datum": ("de dag waarop wij bellen", "Zet de norm aan bij Beheer."),
    "belnummer": ("het nummer waarmee wij bellen", _BEHEER),
    "bezoekadres": ("het bezoekadres", _BEHEER),
    "conclusies": ("wat wij ermee doen", _OORDEEL),
    "contact": ("de naam van de contactpersoon", "Wijs een behandelaar toe."),
    "contact_email": ("het e-mailadres van de contactpersoon", _BEHEER),
    "contact_telefoon": ("het telefoonnummer van de contactpersoon of de gemeente", _BEHEER),
    "functie": ("de functie van wie de brief tekent", _BEHEER),
    "gemeente": ("de naam van de gemeente", _BEHEER),
    "klager_naam": ("de naam van de klager", "Vul de naam in bij Personen."),
    "namens": ("namens wie de brief is", _BEHEER),
    "ombudsman": ("de naam van de ombudsman", _BEHEER),
    "ombudsman_adres": ("het adres van de ombudsman", _BEHEER),
    "ombudsman_telefoon": ("het telefoonnummer van de ombudsman", _BEHEER),
    "omschrijving": ("de omschrijving van de klacht", _KLACHT),
    "ondertekenaar": ("de naam van wie de brief tekent", _BEHEER),
    "onderdeel_bevinding": ("wat wij hebben gevonden", _OORDEEL),
    "onderdeel_klacht": ("waar het onderdeel over gaat", _OORDEEL),
    "onderdeel_norm": ("waarom wij dat vinden", _OORDEEL),
    "onderdeel_verbeterpunt": ("het verbeterpunt", _OORDEEL),
    "onderwerp": ("het onderwerp", _KLACHT),
    "openingstijden": ("de openingstijden", _BEHEER),
    "telefoon": ("het telefoonnummer van de gemeente", _BEHEER),
    "tevreden_op": ("wanneer de klager tevreden was", "Leg dat vast met 'Klager is tevreden'."),
    "uiterste_datum": ("de uiterste datum", "Zet de norm aan bij Beheer."),
    "uw_klacht": ("de naam van de klager", "Vul de naam in bij Personen."),
    "verbeterpunt_tekst": ("het verbeterpunt", _OORDEEL),
    "website": ("de website", _BEHEER),
}
_RIJ = re.compile(r"(onderdeel|verbeterpunt)(\d+)_(\w+)")


def label(veld: str) -> str:
    """Return what a fact is called in a sentence: ``wat wij hebben gevonden (deel 2)``."""
    rij = _RIJ.fullmatch(veld)
    if rij:
        return f"{label(f'{rij[1]}_{rij[3]}')} (deel {rij[2]})"
    gewoon = _VELDEN.get(veld.removesuffix("_begin"))
    return gewoon[0] if gewoon else veld.replace("_", " ")


def waar(veld: str) -> str:
    """Return the sentence that says where a fact is filled in."""
    rij = _RIJ.fullmatch(veld)
    naam = f"{rij[1]}_{rij[3]}" if rij else veld.removesuffix("_begin")
    return _VELDEN.get(naam, ("", "Vul het in bij de klacht."))[1]
