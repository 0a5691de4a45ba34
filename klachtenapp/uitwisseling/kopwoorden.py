"""Which words in a header name which field, and how surely."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from klachtenapp.uitwisseling.velden import Kolomveld as V
from klachtenapp.uitwisseling.woorden import vouw

Kolomgewicht = tuple[V, int]
"""A field and how surely (1 to 9) a header names it."""

_ONTV = r"(?:ontv\w*|binnengekomen|binnenkomst|ingekomen|ingediend|indiening|inkomst)"
_KLAAR = (
    r"(?:afgedaan|afgehandeld|afhandeling|afdoening|afgerond|afgesloten|afsluiting|gesloten|gereed|"
    r"afd|klaar|beantwoord\w*|antwoord|eindbrief|eind|einde)"
)
_OP = r"(?: ?(?:op|d d|dd|datum))?"
_MENS = r"(?:klager|indiener|melder|inwoner|burger|aanvrager|afzender|client|persoon)"

# Per field and weight: patterns, one of which the whole folded header must match.
_REGELS: tuple[tuple[V, int, tuple[str, ...]], ...] = (
    (V.NIET_OVERNEMEN, 9, (r".*\b(?:bsn|burgerservicenummer|sofi\w*)\b.*",)),
    (
        V.NOTITIES,
        8,
        (
            r".*\b(?:corsa|decos|verseon|mozard|djuma|joinzaak|zaaksysteem|div)\b.*",
            r"(?:uiterste|fatale|streef) ?(?:datum|termijn)?|deadline|termijn\b.*|uiterlijk\b.*",
            r"opm\w*|notities?|bijzonderheden|aantekening(?:en)?|overig\w*",
        ),
    ),
    (
        V.BEVESTIGD_OP,
        8,
        (
            r".*\bbevestig\w*.*|.*\b(?:ontv\w* ?)bev\w*.*",
            r".*\bontvangstbev\w*.*|bev|bev verzonden|ob verzonden",
        ),
    ),
    (
        V.VERDAAGD_TOT,
        8,
        (
            r"(?:datum )?(?:verdaagd|verdaging|verdagingsdatum|uitstel|verlengd)"
            rf"{_OP}(?: tot)?(?: en met)?",
        ),
    ),
    (
        V.ONTVANGEN_OP,
        8,
        (
            rf"(?:datum )?(?:van )?{_ONTV}{_OP}(?: klacht| brief| melding)?",
            r"(?:ontvangst|binnenkomst|indienings|meldings|registratie|klacht|inkomst)datum",
        ),
    ),
    (
        V.ONTVANGEN_OP,
        7,
        (r"datum (?:klacht|melding|brief klager|registratie|binnen|in)|dagtekening",),
    ),
    (V.ONTVANGEN_OP, 3, (r"datum",)),
    (
        V.KLAAR_OP,
        8,
        (
            rf"(?:datum )?{_KLAAR}{_OP}(?: klacht| op)?",
            rf"{_KLAAR}s?datum",
            r"datum .*\b(?:afdoen\w*|afhandel\w*|afgehandeld|afgedaan)\b.*",
        ),
    ),
    (
        V.GEDRAGING_OP,
        8,
        (r"datum (?:van )?(?:het )?(?:voorval|gebeurtenis|incident|gedraging)|gebeurd op",),
    ),
    (
        V.INFORMEEL,
        8,
        (r".*\binformeel\b.*", r"(?:wijze|manier) van behandel\w*|formeel informeel"),
    ),
    (
        V.AFDOENINGSWIJZE,
        8,
        (
            r"(?:afdoenings|afhandel\w*)wijze",
            r"(?:wijze|manier) (?:van )?(?:afdoen\w*|afhandel\w*)",
        ),
    ),
    (V.AFDOENINGSWIJZE, 3, (r"afdoening|afhandeling|resultaat|status",)),
    (V.OORDEEL, 8, (r"oordeel|gegrond.*|uitspraak|uitkomst|eindoordeel|oordeel .*",)),
    (V.OORDEEL, 5, (r"beoordeling|conclusie|resultaat|uitslag",)),
    (
        V.OUD_KENMERK,
        8,
        (
            r"(?:klacht|zaak|dossier|volg|registratie|melding\w*|register|oud) ?"
            r"(?:nr|nummer|kenmerk|id)",
        ),
    ),
    (
        V.OUD_KENMERK,
        7,
        (r"nr|nummer|no|kenmerk|ons kenmerk|id|volgnr|volgno|klacht id|oud kenmerk",),
    ),
    (
        V.AANHEF,
        8,
        (r"aanhef|aanspreek\w*|m v|dhr mw|de heer mevrouw|geslacht|aanspreken als",),
    ),
    (V.VOORLETTERS, 8, (r"voorletters?(?: klager)?|initialen|vl|voorl",)),
    (V.VOORNAAM, 8, (r"(?:voor|roep)na(?:am|men)(?: klager)?",)),
    (V.TUSSENVOEGSEL, 8, (r"tussenvoegsels?|tussenv|voorvoegsels?|tv|tussen",)),
    (V.ACHTERNAAM, 8, (r"(?:achter|familie|geslachts)naam(?: klager)?",)),
    (
        V.ORGANISATIE,
        8,
        (r"organisatie|bedrijf|bedrijfsnaam|instelling|naam (?:organisatie|bedrijf)",),
    ),
    (
        V.KLAGER,
        8,
        (rf"naam(?: (?:van )?(?:de )?)?{_MENS}", rf"{_MENS}(?: naam)?|naam en voorletters"),
    ),
    (V.KLAGER, 6, (r"naam|wie|van wie|naw",)),
    (
        V.ADRES,
        8,
        (
            r"(?:woon)?adres(?: klager)?|straat (?:en |\+ )?(?:huis)?(?:nr|nummer)",
            r"straatnaam (?:en )?(?:huis)?n\w+",
        ),
    ),
    (V.STRAAT, 8, (r"straat(?:naam)?(?: klager)?",)),
    (V.HUISNUMMER, 8, (r"(?:huis ?|h)(?:nr|nummer)",)),
    (V.TOEVOEGING, 8, (r"toev\w*|huisletter|huisnummertoevoeging|huisnr toev\w*",)),
    (
        V.POSTCODE_PLAATS,
        9,
        (r"(?:postcode|pc|postk\w*)(?: en| \+)? (?:woon)?plaats|pc wp",),
    ),
    (V.POSTCODE, 8, (r"postcode(?: klager)?|pc",)),
    (V.PLAATS, 8, (r"(?:woon)?plaats(?: klager)?|dorp|kern|stad",)),
    (V.LAND, 8, (r"land",)),
    (
        V.TELEFOON,
        8,
        (
            r"tel|tel ?(?:nr|nummer)|telefoon(?:nr|nummer)?(?: klager)?",
            r"telefoon (?:nr|nummer)",
        ),
    ),
    (V.TELEFOON, 7, (r"mobiel(?:e)?(?: ?(?:nr|nummer))?|gsm|06 ?(?:nr|nummer)?",)),
    (V.EMAIL, 8, (r"(?:e )?mail(?: ?adres)?(?: klager)?|email(?: ?adres)?",)),
    (
        V.AFDELING,
        8,
        (r"(?:vak)?afdeling(?:en)?|afd|team|organisatieonderdeel|domein|cluster|sector",),
    ),
    (
        V.BEHANDELAAR,
        8,
        (
            r"(?:naam )?(?:klacht)?behandelaar(?: naam)?|behandeld door|behandelend.*",
            r"dossierhouder|in behandeling bij",
        ),
    ),
    (V.BEHANDELAAR, 4, (r"medewerker|contactpersoon|wie behandelt",)),
    (
        V.BEKLAAGDE,
        8,
        (
            r"beklaagde.*|over wie.*|klacht (?:tegen|over)",
            r"betrokken (?:medewerker|ambtenaar)",
        ),
    ),
    (V.SOORT, 8, (r"soort(?: melding| bericht| klacht)?|type(?: melding)?|klacht tip compliment",)),
    (
        V.KANAAL,
        8,
        (
            r"kanaal|via|(?:binnengekomen|ingediend|ontvangen) via|mondeling schriftelijk|vorm",
            r"(?:wijze|manier) van (?:indien\w*|ontvangst|binnenkomst)",
            r"hoe (?:ontvangen|binnen\w*)",
        ),
    ),
    (
        V.ONDERWERP,
        8,
        (
            r"onderwerp(?: klacht)?|betreft|titel|klacht in het kort",
            r"(?:klacht )?kort(?:e omschrijving|e inhoud)?",
            r"korte omschrijving (?:van de )?klacht",
        ),
    ),
    (V.ONDERWERP, 5, (r"aard(?: van)?(?: de)?(?: klacht)?|trefwoord(?:en)?",)),
    (
        V.OMSCHRIJVING,
        8,
        (
            r"(?:klacht)?omschrijving(?: (?:van )?(?:de )?klacht)?|beschrijving",
            r"inhoud(?: (?:van )?(?:de )?klacht)?|klacht(?:inhoud|tekst)",
        ),
    ),
    (V.OMSCHRIJVING, 7, (r"klacht|melding|tekst|bericht|wat is er gebeurd",)),
    (V.OMSCHRIJVING, 4, (r"toelichting",)),
)
_GEMAAKT = tuple(
    (veld, gewicht, re.compile("|".join(patronen))) for veld, gewicht, patronen in _REGELS
)


# Headings of a group of columns, and words that only fill: "Afhandeling oordeel" is an oordeel.
_BIJWOORDEN = frozenset(
    [
        "gegevens",
        "klager",
        "melder",
        "indiener",
        "klacht",
        "naw",
        "persoonsgegevens",
        "van",
        "de",
        "afhandeling",
        "afdoening",
        "behandeling",
        "algemeen",
        "contact",
    ]
)


@lru_cache(maxsize=2048)
def herken_kop(kop: str) -> tuple[Kolomgewicht, ...]:
    """Return the fields this header may name, the surest first; empty when it says nothing."""
    woord = vouw(kop)
    if not woord or len(woord) > 60:
        return ()
    gevonden = _zoek(woord)
    if not gevonden:
        rest = " ".join(w for w in woord.split() if w not in _BIJWOORDEN)
        gevonden = {veld: gewicht - 1 for veld, gewicht in _zoek(rest).items()}
    if not gevonden:
        gevonden = _met_tikfout(woord)
    return tuple(sorted(gevonden.items(), key=lambda paar: -paar[1]))


def _zoek(woord: str) -> dict[V, int]:
    gevonden: dict[V, int] = {}
    for veld, gewicht, patroon in _GEMAAKT:
        if patroon.fullmatch(woord):
            gevonden[veld] = max(gewicht, gevonden.get(veld, 0))
    return gevonden


_GANGBAAR: dict[str, V] = {
    "ontvangen op": V.ONTVANGEN_OP,
    "datum ontvangst": V.ONTVANGEN_OP,
    "ontvangstdatum": V.ONTVANGEN_OP,
    "ontvangstbevestiging": V.BEVESTIGD_OP,
    "datum afgehandeld": V.KLAAR_OP,
    "afgehandeld op": V.KLAAR_OP,
    "datum afgedaan": V.KLAAR_OP,
    "verdaagd tot": V.VERDAAGD_TOT,
    "behandelaar": V.BEHANDELAAR,
    "afdeling": V.AFDELING,
    "naam klager": V.KLAGER,
    "achternaam": V.ACHTERNAAM,
    "onderwerp": V.ONDERWERP,
    "omschrijving": V.OMSCHRIJVING,
    "telefoonnummer": V.TELEFOON,
    "postcode": V.POSTCODE,
    "woonplaats": V.PLAATS,
    "klachtnummer": V.OUD_KENMERK,
    "zaaknummer": V.OUD_KENMERK,
    "opmerkingen": V.NOTITIES,
}
_TIKFOUT_GEWICHT = 5
_TIKFOUT_GELIJKENIS = 88


def _met_tikfout(woord: str) -> dict[V, int]:
    """Return the field of a usual header that differs by a letter or so (``Behandelar``)."""
    beste = process.extractOne(
        woord, _GANGBAAR.keys(), scorer=fuzz.ratio, score_cutoff=_TIKFOUT_GELIJKENIS
    )
    return {_GANGBAAR[beste[0]]: _TIKFOUT_GEWICHT} if beste else {}
