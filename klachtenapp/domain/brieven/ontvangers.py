"""To whom a letter goes: what stands in the window, how it begins, and by which road."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from klachtenapp.domain import adres, onafhankelijk
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Veld, VeldSoort
from klachtenapp.domain.namen import splits_achternaam
from klachtenapp.domain.onafhankelijk import is_genoemd
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.errors import RegelFout

VERTROUWELIJK = "Persoonlijk en vertrouwelijk"

INSTANTIEVRAGEN = (
    Veld("instantie_naam", "Naam van de andere organisatie"),
    Veld("instantie_adres", "Straat en nummer, of postbus"),
    Veld("instantie_postcode", "Postcode", verplicht=False, hulp="Leeg voor het buitenland."),
    Veld("instantie_plaats", "Plaats"),
)
BEKLAAGDEVRAGEN = (
    Veld(
        "beklaagde_naam",
        "Aan welke medewerker?",
        VeldSoort.MEDEWERKER,
        hulp="Gaat de klacht over meer mensen? Maak voor ieder een eigen brief.",
    ),
)
ONTVANGERVRAGEN = {
    Ontvanger.BEKLAAGDE: BEKLAAGDEVRAGEN,
    Ontvanger.INSTANTIE: INSTANTIEVRAGEN,
}
"""What must be known of a receiver whom the dossier does not know."""

_TITELS = (
    (re.compile(r"(?:de )?heer |(?:dhr|hr)\.? |meneer |mijnheer ", re.IGNORECASE), Aanhef.HEER),
    (re.compile(r"mevrouw |(?:mevr|mw)\.? ", re.IGNORECASE), Aanhef.MEVROUW),
)
_VOORAAN = re.compile(r"(?P<letters>(?:[^\W\d_]{1,3}\.\s*)+)|(?P<voornaam>[^\W\d_]+\s+)")


@dataclass(frozen=True, slots=True)
class Adressering:
    """The receiver of one letter: the lines in the window, the aanhef, and an e-mail address."""

    regels: tuple[str, ...]
    aanhef: str
    email: str = ""
    groot: bool = False  # whether large type was asked for


def adressering(regel: Briefregel, zaak: Briefzaak) -> Adressering:
    """Return the receiver of a letter; ``RegelFout`` names what is missing of him."""
    match regel.ontvanger:
        case Ontvanger.BEKLAAGDE:
            return _beklaagde(zaak)
        case Ontvanger.INSTANTIE:
            return _instantie(zaak)
        case Ontvanger.OMBUDSMAN:
            return _ombudsman(zaak)
        case Ontvanger.KLAGER:
            return _klager(zaak.dossier, met_adres=regel.met_adres)


def aanhef(regel: Briefregel, zaak: Briefzaak) -> str:
    """Return how the letter begins, also when its receiver has no address yet."""
    match regel.ontvanger:
        case Ontvanger.BEKLAAGDE:
            return adres.aanhef(_als_persoon(zaak, _wie(zaak)))
        case Ontvanger.INSTANTIE:
            return "Geacht bestuur,"
        case Ontvanger.OMBUDSMAN:
            return "Geachte ombudsman,"
        case Ontvanger.KLAGER:
            return adres.aanhef(geadresseerde(zaak.dossier))


def adresblok(dossier: Dossier) -> tuple[str, ...]:
    """Return the lines for the klager; ``RegelFout`` names what is missing.

    Someone without a postal address who agreed to e-mail (art. 2:8 Awb) gets the letter as
    an attachment: then the block holds the name and the e-mail address.
    """
    wie = geadresseerde(dossier)
    if not wie.heeft_adres and wie.email and wie.email_akkoord:
        naam = adres.naamregel(wie) or wie.organisatie
        return (naam, f"Per e-mail: {wie.email}")
    return adres.adresregels(wie)


def beklaagden(dossier: Dossier) -> tuple[str, ...]:
    """Return who is complained of, one by one; a description when there is no name."""
    namen = onafhankelijk.beklaagden(dossier)
    return namen or ((dossier.beklaagde.strip(),) if dossier.beklaagde.strip() else ())


def _klager(dossier: Dossier, *, met_adres: bool) -> Adressering:
    wie = geadresseerde(dossier)
    try:
        regels = adresblok(dossier)
    except RegelFout:
        naam = adres.naamregel(wie) or wie.organisatie
        if met_adres or not naam:
            raise
        regels = (naam, f"Per e-mail: {wie.email}") if wie.email else (naam,)
    return Adressering(regels, adres.aanhef(wie), wie.email, wie.leest_moeilijk)


def _beklaagde(zaak: Briefzaak) -> Adressering:
    """A colleague gets it by name and confidentially (art. 9:9, 9:10 Awb)."""
    naam = _wie(zaak)
    if not naam:
        raise RegelFout(
            "Wij weten nog niet aan welke medewerker. Vul bij de klacht in over wie het gaat.",
            veld="beklaagde_naam",
        )
    collega = _collega(zaak, naam)
    persoon = _als_persoon(zaak, naam)
    afdeling = _afdeling(zaak, collega)
    regels = (
        adres.naamregel(replace(persoon, aanhef=persoon.aanhef)) or naam,
        VERTROUWELIJK,
        *((f"Afdeling {afdeling}",) if afdeling else ()),
        zaak.gemeente.naam,
    )
    return Adressering(regels, adres.aanhef(persoon), collega.email if collega else "")


def _instantie(zaak: Briefzaak) -> Adressering:
    antwoorden = zaak.antwoorden
    wie = Persoon(
        organisatie=antwoorden.get("instantie_naam", ""),
        straat=antwoorden.get("instantie_adres", ""),
        postcode=antwoorden.get("instantie_postcode", ""),
        plaats=antwoorden.get("instantie_plaats", ""),
    )
    try:
        regels = adres.adresregels(wie)
    except RegelFout as fout:
        veld = {"naam": "naam", "postcode": "postcode", "plaats": "plaats"}.get(fout.veld or "")
        raise RegelFout(fout.boodschap, veld=f"instantie_{veld or 'adres'}") from fout
    return Adressering(regels, adres.aanhef(wie), antwoorden.get("instantie_email", ""))


def _ombudsman(zaak: Briefzaak) -> Adressering:
    wie = zaak.gemeente.ombudsman
    persoon = Persoon(
        organisatie=wie.naam, straat=wie.adres, postcode=wie.postcode, plaats=wie.plaats
    )
    try:
        regels = adres.adresregels(persoon)
    except RegelFout as fout:
        raise RegelFout(
            "Het adres van de ombudsman is niet af. Vul het in bij Beheer.", veld="ombudsman"
        ) from fout
    return Adressering(regels, "Geachte ombudsman,")


def _wie(zaak: Briefzaak) -> str:
    genoemd = beklaagden(zaak.dossier)
    return zaak.antwoorden.get("beklaagde_naam", "").strip() or (genoemd[0] if genoemd else "")


def _collega(zaak: Briefzaak, naam: str) -> Medewerker | None:
    alle = zaak.collegas.medewerkers
    return alle.get(naam) or next((m for m in alle.values() if is_genoemd(m.naam, naam)), None)


def _als_persoon(zaak: Briefzaak, naam: str) -> Persoon:
    """Return a colleague as someone who can be addressed: title, initials, surname."""
    collega = _collega(zaak, naam)
    titel = collega.aanhef if collega else Aanhef.ONBEKEND
    rest = collega.naam if collega else naam
    for patroon, eigen in _TITELS:
        gevonden = patroon.match(rest)
        if gevonden:
            titel, rest = eigen, rest[gevonden.end() :]
    letters = voornaam = ""
    voor = _VOORAAN.match(rest)
    if voor and rest[voor.end() :].strip() and rest[:1].isupper():
        letters, voornaam = (voor["letters"] or "").strip(), (voor["voornaam"] or "").strip()
        if splits_achternaam(f"{voornaam} x")[0]:  # "Van Dam": no first name
            voornaam = ""
        else:
            rest = rest[voor.end() :]
    tussenvoegsel, achternaam = splits_achternaam(rest)
    return Persoon(achternaam, titel, letters, voornaam=voornaam, tussenvoegsel=tussenvoegsel)


def _afdeling(zaak: Briefzaak, collega: Medewerker | None) -> str:
    if collega is not None and collega.afdeling_id is not None:
        for afdeling in zaak.collegas.afdelingen.values():
            if afdeling.id == collega.afdeling_id:
                return afdeling.naam
    return zaak.dossier.afdeling.naam if zaak.dossier.afdeling else ""
