"""The fields to which a column of an old register can go."""

from __future__ import annotations

from enum import StrEnum


class Kolomveld(StrEnum):
    """Stored name of a field; stands in a saved mapping (TOML)."""

    OUD_KENMERK = "oud_kenmerk"
    ONTVANGEN_OP = "ontvangen_op"
    SOORT = "soort"
    KANAAL = "kanaal"
    KLAGER = "klager"
    AANHEF = "aanhef"
    VOORLETTERS = "voorletters"
    VOORNAAM = "voornaam"
    TUSSENVOEGSEL = "tussenvoegsel"
    ACHTERNAAM = "achternaam"
    ORGANISATIE = "organisatie"
    ADRES = "adres"
    STRAAT = "straat"
    HUISNUMMER = "huisnummer"
    TOEVOEGING = "toevoeging"
    POSTCODE_PLAATS = "postcode_plaats"
    POSTCODE = "postcode"
    PLAATS = "plaats"
    LAND = "land"
    TELEFOON = "telefoon"
    EMAIL = "email"
    ONDERWERP = "onderwerp"
    OMSCHRIJVING = "omschrijving"
    AFDELING = "afdeling"
    BEHANDELAAR = "behandelaar"
    BEKLAAGDE = "beklaagde"
    GEDRAGING_OP = "gedraging_op"
    BEVESTIGD_OP = "bevestigd_op"
    VERDAAGD_TOT = "verdaagd_tot"
    INFORMEEL = "informeel"
    KLAAR_OP = "klaar_op"
    OORDEEL = "oordeel"
    AFDOENINGSWIJZE = "afdoeningswijze"
    NOTITIES = "notities"
    NIET_OVERNEMEN = "niet_overnemen"


LABELS: dict[Kolomveld, str] = {
    Kolomveld.OUD_KENMERK: "Oud nummer",
    Kolomveld.ONTVANGEN_OP: "Ontvangen op",
    Kolomveld.SOORT: "Soort melding",
    Kolomveld.KANAAL: "Binnengekomen via",
    Kolomveld.KLAGER: "Klager: hele naam",
    Kolomveld.AANHEF: "Klager: aanspreken als",
    Kolomveld.VOORLETTERS: "Klager: voorletters",
    Kolomveld.VOORNAAM: "Klager: voornaam",
    Kolomveld.TUSSENVOEGSEL: "Klager: tussenvoegsel",
    Kolomveld.ACHTERNAAM: "Klager: achternaam",
    Kolomveld.ORGANISATIE: "Klager: organisatie",
    Kolomveld.ADRES: "Straat en huisnummer",
    Kolomveld.STRAAT: "Straat",
    Kolomveld.HUISNUMMER: "Huisnummer",
    Kolomveld.TOEVOEGING: "Toevoeging huisnummer",
    Kolomveld.POSTCODE_PLAATS: "Postcode en plaats",
    Kolomveld.POSTCODE: "Postcode",
    Kolomveld.PLAATS: "Plaats",
    Kolomveld.LAND: "Land",
    Kolomveld.TELEFOON: "Telefoon",
    Kolomveld.EMAIL: "E-mail",
    Kolomveld.ONDERWERP: "Onderwerp",
    Kolomveld.OMSCHRIJVING: "Omschrijving",
    Kolomveld.AFDELING: "Afdeling",
    Kolomveld.BEHANDELAAR: "Behandelaar",
    Kolomveld.BEKLAAGDE: "Over wie gaat het",
    Kolomveld.GEDRAGING_OP: "Datum van het voorval",
    Kolomveld.BEVESTIGD_OP: "Ontvangst bevestigd op",
    Kolomveld.VERDAAGD_TOT: "Verdaagd tot",
    Kolomveld.INFORMEEL: "Informeel (ja of nee)",
    Kolomveld.KLAAR_OP: "Afgehandeld op",
    Kolomveld.OORDEEL: "Oordeel",
    Kolomveld.AFDOENINGSWIJZE: "Manier van afdoen",
    Kolomveld.NOTITIES: "Naar de notities, met het kopje erbij",
    Kolomveld.NIET_OVERNEMEN: "Niet overnemen",
}
"""What the user sees."""

DATUMVELDEN = frozenset(
    {
        Kolomveld.ONTVANGEN_OP,
        Kolomveld.GEDRAGING_OP,
        Kolomveld.BEVESTIGD_OP,
        Kolomveld.VERDAAGD_TOT,
        Kolomveld.KLAAR_OP,
    }
)

HERHAALBAAR = frozenset({Kolomveld.NOTITIES, Kolomveld.NIET_OVERNEMEN, Kolomveld.OMSCHRIJVING})
"""Fields to which more than one column of a sheet may go."""

KERN = frozenset(
    {
        Kolomveld.KLAGER,
        Kolomveld.ACHTERNAAM,
        Kolomveld.VOORNAAM,
        Kolomveld.ORGANISATIE,
        Kolomveld.OMSCHRIJVING,
        Kolomveld.ONDERWERP,
    }
)
"""Without one of these a row says nothing about a melding."""
