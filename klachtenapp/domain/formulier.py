"""The intake form as it is typed, and how it becomes an aanmelding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur, Vorm, Wens
from klachtenapp.domain.namen import splits_achternaam, splits_voornaam
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.taal import zinnen
from klachtenapp.errors import RegelFout

_Keuze = TypeVar("_Keuze", bound=StrEnum)

JA = "ja"
ONDERWERP_LENGTE = 60


@dataclass(frozen=True, slots=True)
class Formulier:
    """What stands in the intake form: text as typed, ``"ja"`` for a box that is ticked.

    ``voornaam`` may hold initials and ``achternaam`` a tussenvoegsel; ``naar_aanmelding``
    takes them apart. Dates are ISO text. Fields that a switch opened (``namens``,
    ``in_buitenland``, ``is_organisatie``, ``andere_taal``) count only while it is on, so
    that closing a switch by mistake throws nothing away.
    """

    aanhef: str = ""
    voornaam: str = ""
    achternaam: str = ""
    telefoon: str = ""
    postcode: str = ""
    huisnummer: str = ""
    straat: str = ""
    plaats: str = ""
    email: str = ""
    email_akkoord: str = ""
    voorkeur: str = ""
    leest_moeilijk: str = ""
    andere_taal: str = ""
    taal: str = ""
    is_organisatie: str = ""
    organisatie: str = ""
    in_buitenland: str = ""
    land: str = ""
    namens: str = ""
    gemachtigde_aanhef: str = ""
    gemachtigde_voornaam: str = ""
    gemachtigde_achternaam: str = ""
    gemachtigde_organisatie: str = ""
    gemachtigde_telefoon: str = ""
    gemachtigde_email: str = ""
    gemachtigde_postcode: str = ""
    gemachtigde_huisnummer: str = ""
    gemachtigde_straat: str = ""
    gemachtigde_plaats: str = ""
    soort: str = Soort.KLACHT.value
    omschrijving: str = ""
    onderwerp: str = ""
    afdeling: str = ""
    beklaagde: str = ""
    gedraging_op: str = ""
    kanaal: str = ""
    vorm: str = ""
    ondertekend: str = JA
    ontvangen_op: str = ""
    wens: str = ""
    behandelaar: str = ""
    koppeling: str = ""

    def velden(self) -> dict[str, str]:
        """Return every field that is not empty, by name: what a concept keeps."""
        return {naam: tekst for naam, tekst in asdict(self).items() if tekst}

    @classmethod
    def uit_velden(cls, velden: Mapping[str, str]) -> Formulier:
        """Return the form with these fields; a name that is no longer known is left out."""
        bekend = {veld.name for veld in fields(cls)}
        leeg = {"soort": "", "ondertekend": ""}  # kept only when filled in
        return cls(**{**leeg, **{n: t for n, t in velden.items() if n in bekend}})


VRIJE_TEKST: tuple[tuple[str, str], ...] = (
    ("omschrijving", "Wat is er gebeurd"),
    ("onderwerp", "Onderwerp"),
    ("beklaagde", "Over wie"),
    ("achternaam", "Achternaam"),
    ("organisatie", "Organisatie"),
)
"""Fields in which a burgerservicenummer may turn up, with their labels (UAVG 46)."""


def vorm_van(kanaal: Kanaal) -> Vorm:
    """Return the form that goes with a channel: spoken at the counter or by phone (art. 2:13)."""
    mondeling = kanaal in (Kanaal.BALIE, Kanaal.TELEFOON)
    return Vorm.MONDELING if mondeling else Vorm.SCHRIFTELIJK


def voorstel_onderwerp(omschrijving: str) -> str:
    """Return a subject from the first sentence: at most 60 characters, cut between words."""
    regel = next(iter(omschrijving.strip().splitlines()), "")
    zin = next(iter(zinnen(regel)), "")
    zin = " ".join(zin.split()).rstrip(".!?,;: ")
    if len(zin) > ONDERWERP_LENGTE:
        zin = zin[: ONDERWERP_LENGTE - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
    return zin


def klager(formulier: Formulier) -> Persoon:
    """Return the klager as far as typed; never refuses."""
    letters, voornaam = splits_voornaam(formulier.voornaam)
    tussen, achternaam = splits_achternaam(formulier.achternaam)
    postcode = formulier.postcode.strip()
    land = formulier.land.strip() if formulier.in_buitenland else ""
    return Persoon(
        achternaam=achternaam,
        aanhef=keuze(Aanhef, formulier.aanhef) or Aanhef.ONBEKEND,
        voorletters=letters,
        voornaam=voornaam,
        tussenvoegsel=tussen,
        organisatie=formulier.organisatie.strip() if formulier.is_organisatie else "",
        straat=formulier.straat.strip(),
        huisnummer=formulier.huisnummer.strip(),
        postcode=postcode if land else normaliseer_postcode(postcode) or postcode,
        plaats=formulier.plaats.strip(),
        land=land,
        telefoon=formulier.telefoon.strip(),
        email=formulier.email.strip(),
        voorkeur=keuze(Voorkeur, formulier.voorkeur),
        leest_moeilijk=bool(formulier.leest_moeilijk),
        taal=formulier.taal.strip() if formulier.andere_taal else "",
        email_akkoord=bool(formulier.email_akkoord and formulier.email.strip()),
    )


def gemachtigde(formulier: Formulier) -> Persoon | None:
    """Return who speaks for the klager (art. 2:1 Awb), or ``None``."""
    if not formulier.namens:
        return None
    letters, voornaam = splits_voornaam(formulier.gemachtigde_voornaam)
    tussen, achternaam = splits_achternaam(formulier.gemachtigde_achternaam)
    postcode = formulier.gemachtigde_postcode.strip()
    persoon = Persoon(
        achternaam=achternaam,
        aanhef=keuze(Aanhef, formulier.gemachtigde_aanhef) or Aanhef.ONBEKEND,
        voorletters=letters,
        voornaam=voornaam,
        tussenvoegsel=tussen,
        organisatie=formulier.gemachtigde_organisatie.strip(),
        straat=formulier.gemachtigde_straat.strip(),
        huisnummer=formulier.gemachtigde_huisnummer.strip(),
        postcode=normaliseer_postcode(postcode) or postcode,
        plaats=formulier.gemachtigde_plaats.strip(),
        telefoon=formulier.gemachtigde_telefoon.strip(),
        email=formulier.gemachtigde_email.strip(),
    )
    return None if persoon == Persoon() else persoon


def persoonsvelden(persoon: Persoon) -> dict[str, str]:
    """Return the fields of the form that say who the klager is, from somebody we know already."""

    def vlag(aan: object) -> str:
        return JA if aan else ""

    return {
        "aanhef": "" if persoon.aanhef is Aanhef.ONBEKEND else persoon.aanhef.value,
        "voornaam": persoon.voornaam or persoon.voorletters,
        "achternaam": f"{persoon.tussenvoegsel} {persoon.achternaam}".strip(),
        "telefoon": persoon.telefoon,
        "postcode": persoon.postcode,
        "huisnummer": persoon.huisnummer,
        "straat": persoon.straat,
        "plaats": persoon.plaats,
        "email": persoon.email,
        "email_akkoord": vlag(persoon.email_akkoord),
        "voorkeur": persoon.voorkeur.value if persoon.voorkeur else "",
        "leest_moeilijk": vlag(persoon.leest_moeilijk),
        "andere_taal": vlag(persoon.taal),
        "taal": persoon.taal,
        "is_organisatie": vlag(persoon.organisatie),
        "organisatie": persoon.organisatie,
        "in_buitenland": vlag(persoon.land),
        "land": persoon.land,
    }


def naar_aanmelding(formulier: Formulier, uid: str) -> Aanmelding:
    """Return the aanmelding that the form stands for.

    Raises ``RegelFout`` naming the first field that is missing or cannot be read.
    """
    kanaal = keuze(Kanaal, formulier.kanaal)
    omschrijving = formulier.omschrijving.strip()
    if not omschrijving:
        raise RegelFout("Schrijf op wat er is gebeurd. Eén zin is genoeg.", veld="omschrijving")
    if kanaal is None:
        raise RegelFout("Kies hoe de melding is binnengekomen.", veld="kanaal")
    for veld in ("postcode", "gemachtigde_postcode"):
        _controleer_postcode(formulier, veld)
    soort = keuze(Soort, formulier.soort)
    if soort is None:
        raise RegelFout(
            "Kies wat het is: een klacht, tip, compliment of iets anders.", veld="soort"
        )
    ontvangen = _datum(formulier.ontvangen_op, "ontvangen_op")
    if ontvangen is None:
        raise RegelFout("Vul in op welke dag de melding binnenkwam.", veld="ontvangen_op")
    vorm = keuze(Vorm, formulier.vorm) or vorm_van(kanaal)
    return Aanmelding(
        soort=soort,
        ontvangen_op=ontvangen,
        kanaal=kanaal,
        omschrijving=omschrijving,
        uid=uid,
        vorm=vorm,
        onderwerp=formulier.onderwerp.strip() or voorstel_onderwerp(omschrijving),
        klager=klager(formulier),
        gemachtigde=gemachtigde(formulier),
        afdeling=formulier.afdeling.strip(),
        behandelaar=formulier.behandelaar.strip(),
        beklaagde=formulier.beklaagde.strip(),
        wens=keuze(Wens, formulier.wens),
        gedraging_op=_datum(formulier.gedraging_op, "gedraging_op"),
        ondertekend=bool(formulier.ondertekend),
        koppeling=formulier.koppeling.strip(),
    )


def _controleer_postcode(formulier: Formulier, veld: str) -> None:
    if veld == "postcode" and formulier.in_buitenland:
        return
    if veld != "postcode" and not formulier.namens:
        return
    tekst = str(getattr(formulier, veld)).strip()
    if tekst and normaliseer_postcode(tekst) is None:
        raise RegelFout(
            f"De postcode “{tekst}” bestaat niet. Een postcode ziet eruit als 1741 AB. "
            "Woont iemand in het buitenland? Kies dan “woont in buitenland”.",
            veld=veld,
        )


def keuze(soort: type[_Keuze], tekst: str) -> _Keuze | None:
    """Return the word, ``None`` when nothing is chosen or an older program wrote something else."""
    return next((woord for woord in soort if woord.value == tekst), None)


def datum(tekst: str) -> date | None:
    """Return the day that ``tekst`` (ISO) names, or ``None``."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _datum(tekst: str, veld: str) -> date | None:
    dag = datum(tekst)
    if tekst and dag is None:
        raise RegelFout(
            f"“{tekst}” is geen datum. Schrijf bijvoorbeeld 24-11 of 24 nov 2026.", veld=veld
        )
    return dag
