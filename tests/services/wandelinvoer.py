"""What is filled in on a walk through the services: right, merely possible, and wrong."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from random import Random
from typing import Any

from klachtenapp.domain import brieven, termijnkaart
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import (
    Aanhef,
    Aspect,
    Kanaal,
    Oordeel,
    Soort,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import vragen
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel, dossierbijlagen
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.onafhankelijk import gemerkten, is_betrokken
from klachtenapp.domain.personen import Persoon

BEHANDELAARS = ("H. de Boer", "P. Yılmaz", "A. van Egdom", "J. Blom", "K. Postma", "T. Vos")
HOOFDEN = ("S. Smit", "M. de Groot")
MENSEN = (*BEHANDELAARS, *HOOFDEN)
AFDELINGEN = ("Burgerzaken", "Sociaal domein")
GEMEENTE = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    email="klachten@voorbeeld.test", ondertekenaar=HOOFDEN[0],
    ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip
ADRES = {
    "straat": "Dorpsstraat", "huisnummer": "1", "postcode": "1741 AB", "plaats": "Voorbeeldstad",
}  # fmt: skip
KLAGERS = (
    Persoon("Alberts", Aanhef.MEVROUW, voornaam="Sonja", telefoon="06-12345601", **ADRES),
    Persoon("Klock", Aanhef.HEER, voorletters="K.", voorkeur=Voorkeur.BRIEF, **ADRES),
    Persoon("Mohamed", voornaam="Youssef", telefoon="06-12345602", leest_moeilijk=True),
    Persoon("Jangha", email="evi@voorbeeld.test", voorkeur=Voorkeur.MAILEN, email_akkoord=True),
    Persoon("Bos", email="bos@voorbeeld.test", voorkeur=Voorkeur.MAILEN, **ADRES),
    Persoon(organisatie="Bakkerij Brood", telefoon="0123-456789", **ADRES),
    Persoon("Zola", straat="Rue 1", postcode="75001", plaats="Paris", land="Frankrijk"),
    Persoon(),
    Persoon(telefoon="06-12345603"),
    Persoon(**ADRES),
)
_GEMACHTIGDEN = (
    Persoon("Recht", Aanhef.MEVROUW, organisatie="Rechtshulp", **ADRES),
    Persoon("Zus", telefoon="06-12345604", email="z@voorbeeld.test", email_akkoord=True),
)
_BEKLAAGDEN = ("", "", "", "de balie", "mevrouw De Boer", "J. Blom", "Postma en Vos", "P. Yilmaz")
_TEKSTEN = (
    "Zo is het gegaan.",
    "Niet teruggebeld.",
    "x",
    "É\u0142\u00f8 \u0131 – “ja”",
    "regel\nregel",
)
_FOUT = ("", " ", "morgen", "2026-02-30", "1890-01-01", "2199-01-01", "misschien", "\0", "x" * 3000)


def aanmelding(rng: Random, vandaag: date) -> Aanmelding:
    """Return an intake of any kind; most are klachten, and what is in it can be wrong."""
    ontvangen = vandaag - timedelta(days=rng.choice((0, 0, 0, 1, 2, 5, 12, 30, 60)))
    if rng.random() < 0.02:
        ontvangen = vandaag + timedelta(days=1)
    beklaagde = rng.choice(_BEKLAAGDEN)
    geweest = rng.choice((None, None, 0, 3, 40, 366, 900))
    return Aanmelding(
        soort=rng.choice((*[Soort.KLACHT] * 8, *Soort)),
        ontvangen_op=ontvangen,
        kanaal=rng.choice(list(Kanaal)),
        omschrijving=rng.choice(_TEKSTEN) if rng.random() > 0.01 else " ",
        onderwerp=rng.choice(("", "Lang wachten")),
        vorm=rng.choice((None, None, *Vorm)),
        klager=rng.choice((*KLAGERS[:6] * 2, *KLAGERS)),
        gemachtigde=rng.choice((None, None, None, None, *_GEMACHTIGDEN)),
        afdeling=rng.choice(("", *AFDELINGEN)),
        behandelaar=rng.choice(("", "", *BEHANDELAARS)) if rng.random() > 0.01 else "Niemand",
        beklaagde=beklaagde,
        wens=rng.choice((None, None, *Wens)),
        gedraging_op=None if geweest is None else ontvangen - timedelta(days=geweest),
        ondertekend=rng.random() > 0.2,
    )


def oud_register(rng: Random, vandaag: date) -> str:
    """Return some rows of an old register as CSV: open ones, and some that were closed there."""
    regels = ["Nr.;Datum ontvangst;Naam klager;Klacht;Afdeling;Datum afgedaan;Oordeel"]
    for nummer in range(1, rng.randint(2, 5)):
        binnen = vandaag - timedelta(days=rng.randrange(90))
        klaar = rng.choice(("", "", (binnen + timedelta(days=1)).strftime("%d-%m-%Y")))
        if binnen >= vandaag:
            klaar = ""
        oordeel = rng.choice(("gegrond", "ongegrond", "")) if klaar else ""
        klager = rng.choice(("Mw. A. Bos", "J. de Wit", "Anoniem", ""))
        dag = binnen.strftime("%d-%m-%Y")
        regels.append(f"{nummer};{dag};{klager};Niet teruggebeld;Burgerzaken;{klaar};{oordeel}")
    return "\n".join(regels)


def als_json(van: Aanmelding) -> Any:
    """Return the intake as the command line reads it, all the way through JSON."""
    velden = asdict(van)
    if van.gemachtigde is None:
        del velden["gemachtigde"]
    kaal = {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "")}
    return json.loads(json.dumps(kaal, default=str))


def onpartijdig(dossier: Dossier, mensen: tuple[str, ...] = MENSEN) -> str:
    """Return the first who was not involved."""
    return next(naam for naam in mensen if not is_betrokken(naam, dossier))


def antwoord(veld: Veld, dossier: Dossier, vandaag: date, rng: Random | None) -> str:
    """Return an answer that is right in itself; without ``rng`` always the same."""
    n = rng.randrange(1000) if rng else 0
    if veld.soort is VeldSoort.DATUM:
        if veld.toekomst:
            return (vandaag + timedelta(days=1 + n % 21)).isoformat()
        eerder = vandaag - timedelta(days=n % 4)
        if veld.voor_ontvangst and n % 2:
            eerder = dossier.ontvangen_op - timedelta(days=n % 800)
            return eerder.isoformat()
        return max(dossier.ontvangen_op, eerder).isoformat()
    if veld.soort is VeldSoort.KEUZE:
        return veld.keuzes[n % len(veld.keuzes)][0]
    if veld.soort is VeldSoort.JA_NEE:
        return ("ja", "ja", "ja", "nee")[n % 4]
    if veld.soort is VeldSoort.MEDEWERKER:
        return MENSEN[n % len(MENSEN)]
    if veld.soort is VeldSoort.AFDELING:
        return AFDELINGEN[n % 2]
    if veld.soort is VeldSoort.BIJLAGE:
        bijlagen = dossierbijlagen(dossier.documenten)
        return bijlagen[n % len(bijlagen)] if bijlagen else ""
    return _TEKSTEN[n % len(_TEKSTEN)]


def goede_invoer(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date
) -> dict[str, str]:
    """Return what a careful registrar fills in: every question answered, honestly."""
    invoer = {
        **{veld.naam: antwoord(veld, dossier, vandaag, None) for veld in handeling.velden},
        **voorinvullen(handeling, dossier, kader, vandaag),
    }
    zelf = {
        "merk_niet_betrokken": {"medewerker": next(iter(gemerkten(dossier)), "")},
        "wijs_behandelaar_toe": {"behandelaar": onpartijdig(dossier)},
        "sluit_formeel": {"ondertekenaar": invoer.get("ondertekenaar", "")},
        "zie_af_van_horen": {"grond": "b"},
        "leg_gesprek_vast": {"bereikt": "ja", "wens": str(dossier.wens or Wens.GESPREK)},
        "start_formeel": {"commissie": "ja" if dossier.commissie else "nee"},
    }
    einde = termijnkaart.uiterste_datum(dossier, kader)
    if handeling.naam == "stel_uit" and einde:
        invoer["tot"] = (max(einde, vandaag) + timedelta(days=14)).isoformat()
    invoer |= zelf.get(handeling.naam, {})
    if handeling.naam == "sluit_formeel" and is_betrokken(invoer["ondertekenaar"], dossier):
        invoer["ondertekenaar"] = onpartijdig(dossier, HOOFDEN[::-1] + BEHANDELAARS)
    if handeling.naam == "leg_gesprek_vast":
        invoer = {naam: tekst for naam, tekst in invoer.items() if not naam.startswith("belofte")}
    for weg in ("geen_beklaagde",) if dossier.beklaagde else ():
        invoer.pop(weg, None)
    for naam, weg in (
        ("start_formeel", "commissie_gemeld_op"),
        ("leg_horen_vast", "afwezig_reden"),
    ):
        if handeling.naam == naam:
            invoer.pop(weg, None)
    return invoer


def briefantwoorden(
    soort: BriefSoort, dossier: Dossier, kader: Kader, vandaag: date
) -> dict[str, str]:
    """Return what is answered to a letter: its own proposals, and words where it has none."""
    if soort is BriefSoort.STAPPENPLAN:
        return {}
    voorstel = brieven.vooraf(soort, dossier, GEMEENTE, kader, vandaag)
    gegeven = {
        veld.naam: antwoord(veld, dossier, vandaag, None)
        for veld in vragen.vragen(brieven.BRIEVEN[soort])
        if veld.verplicht and not voorstel.get(veld.naam)
    }
    plan = dossier.laatste(G.HOREN_GEPLAND)
    if plan and soort in (BriefSoort.UITNODIGING_KLAGER, BriefSoort.UITNODIGING_BEKLAAGDE):
        gegeven["antwoord_voor"] = plan.gegevens["zitting_op"]  # however soon that is
    return gegeven


def losse_invoer(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date, rng: Random
) -> dict[str, str]:
    """Return answers that are each possible; together they may be refused."""
    vooraf = voorinvullen(handeling, dossier, kader, vandaag) if rng.random() < 0.6 else {}
    eigen = {
        veld.naam: antwoord(veld, dossier, vandaag, rng)
        for veld in handeling.velden
        if rng.random() < (0.9 if veld.verplicht else 0.5)
    }
    return {**eigen, **vooraf}


def foute_invoer(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date, rng: Random
) -> dict[str, str]:
    """Return answers of which some make no sense."""
    invoer = losse_invoer(handeling, dossier, kader, vandaag, rng)
    for veld in rng.sample(handeling.velden, min(2, len(handeling.velden))):
        invoer[veld.naam] = rng.choice(_FOUT)
        if veld.soort is VeldSoort.DATUM and rng.random() < 0.7:
            dagen = rng.choice((-400, -30, 1, 30, 400, 4000))
            invoer[veld.naam] = (vandaag + timedelta(days=dagen)).isoformat()
    if rng.random() < 0.2:
        invoer["bestaat_niet"] = "x"
    return invoer


def onderdelen(rng: Random) -> list[Klachtonderdeel]:
    """Return some parts of a klacht, not always complete."""
    return [
        Klachtonderdeel(
            omschrijving=f"Onderdeel {nummer}" if rng.random() > 0.03 else " ",
            aspect=rng.choice((None, *Aspect)),
            bevinding=rng.choice(("", "Dit vonden wij.", "Dit vonden wij.")),
            oordeel=rng.choice((None, *Oordeel, *Oordeel)),
        )
        for nummer in range(rng.randint(0, 3))
    ]


def wijziging(dossier: Dossier, vandaag: date, rng: Random) -> dict[str, str]:
    """Return new values for facts of a dossier, as they are typed; some make no sense."""
    dag = (dossier.ontvangen_op + timedelta(days=rng.randint(-20, 12))).isoformat()
    keuzes = {
        "beklaagde": rng.choice(_BEKLAAGDEN),
        "ontvangen_op": dag,
        "gedraging_op": rng.choice(("", dag, "2024-01-01")),
        "omschrijving": rng.choice((*_TEKSTEN, " ")),
        "onderwerp": rng.choice(_TEKSTEN),
        "kanaal": rng.choice((*Kanaal, "duif")),
        "vorm": rng.choice(list(Vorm)),
        "wens": rng.choice(("", *Wens)),
        "ondertekend": rng.choice(("ja", "nee", "soms")),
        "klager.achternaam": rng.choice(("", "Alberts", "Anders")),
        "klager.straat": rng.choice(("", "Kerkstraat")),
        "klager.plaats": rng.choice(("", "Voorbeeldstad")),
        "klager.postcode": rng.choice(("", "1741 AB", "12")),
        "klager.telefoon": rng.choice(("", "06-12345699")),
        "klager.email": rng.choice(("", "a@voorbeeld.test")),
        "klager.email_akkoord": rng.choice(("ja", "nee")),
        "klager.voorkeur": rng.choice(("", *Voorkeur)),
        "gemachtigde.achternaam": rng.choice(("", "Recht")),
        "koppeling": rng.choice(("", dossier.kenmerk, "K1999-9999")),
        "afdeling": rng.choice(("", *AFDELINGEN, "Bestaat niet")),
        "status": "afgehandeld",
    }
    return {veld: keuzes[veld] for veld in rng.sample(list(keuzes), rng.choice((1, 1, 2, 3)))}
