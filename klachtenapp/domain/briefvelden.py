"""The facts a letter may name: one flat table of texts, made from the dossier.

A name that is here is known to the letter texts, an empty value is a fact that is not there.
Facts for ``{{#als …}}`` are ``ja`` or empty. Rows are numbered: ``onderdeel1_klacht``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import adres, beloften, dagtekst, termijnen, verloop
from klachtenapp.domain.begrippen import Aanhef, GebeurtenisSoort, Vorm, Wens
from klachtenapp.domain.bereikbaarheid import (
    Contactweg,
    beloofde_weg,
    geadresseerde,
    kan_gebeld_worden,
)
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.oordeelvelden import formele_velden, onderdeelvelden
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.velddelen import begin, ja, lang, zin

_LANGE_OMSCHRIJVING = 900


def velden(
    soort: BriefSoort,
    dossier: Dossier,
    gemeente: Gemeente,
    kader: Kader,
    vandaag: date,
    ondertekenaar: Medewerker | None,
    normzinnen: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return every fact for the texts of letter ``soort``, dated ``vandaag``.

    ``normzinnen`` gives a plain sentence for a norm or an aspect, by its name in small letters
    (``resources/brieven``).
    """
    return {
        **_personen(dossier, gemeente, ondertekenaar),
        **_gemeente(gemeente),
        **_ombudsman(gemeente.ombudsman, vandaag),
        **_zaak(dossier, kader, vandaag),
        **_contact(dossier, kader, vandaag),
        **_keuze(dossier),
        **_informeel(dossier, kader, vandaag),
        **formele_velden(dossier),
        **onderdeelvelden(dossier, normzinnen or {}),
        "stappenplan_erbij": "",
    }


def medewerkernaam(wie: Medewerker | None) -> str:
    """Return ``mevrouw P. Yılmaz``, or the bare name when we do not know how to address."""
    if wie is None:
        return ""
    titel = {Aanhef.MEVROUW: "mevrouw ", Aanhef.HEER: "de heer "}.get(wie.aanhef, "")
    return f"{titel}{wie.naam}"


def _personen(
    dossier: Dossier, gemeente: Gemeente, ondertekenaar: Medewerker | None
) -> dict[str, str]:
    aan = geadresseerde(dossier)
    gemachtigd = aan is not dossier.klager
    klager = _naam_in_zin(dossier.klager)
    uw_klacht = f"de klacht van {klager}" if gemachtigd else "uw klacht"
    behandelaar = medewerkernaam(dossier.behandelaar)
    contact = dossier.behandelaar or ondertekenaar
    return {
        "aanhef": adres.aanhef(aan),
        "klager_naam": klager,
        "klager_naam_begin": begin(klager),
        "gemachtigd": ja(gemachtigd),
        "leest_moeilijk": ja(aan.leest_moeilijk),
        "uw_klacht": uw_klacht,
        "uw_klacht_begin": begin(uw_klacht),
        "behandelaar": behandelaar,
        "niet_betrokken": ja(not verloop.over_bestuur(dossier)),
        "behandelaar_begin": begin(behandelaar),
        "contact": medewerkernaam(contact),
        "contact_telefoon": (contact.telefoon if contact else "") or gemeente.telefoon,
        "contact_email": (contact.email if contact else "") or gemeente.email,
    }


def _naam_in_zin(persoon: Persoon) -> str:
    """Return a name for the middle of a sentence: ``de heer J. de Vries``."""
    naam = adres.naamregel(persoon) or persoon.organisatie
    for titel in ("De heer of mevrouw", "De heer", "Mevrouw"):
        if naam.startswith(titel + " "):
            return titel.lower() + naam.removeprefix(titel)
    return naam


def _gemeente(gemeente: Gemeente) -> dict[str, str]:
    return {
        "gemeente": gemeente.naam,
        "telefoon": gemeente.telefoon,
        "belnummer": gemeente.belnummer or gemeente.telefoon,
        "email": gemeente.email,
        "website": gemeente.website,
        "bezoekadres": gemeente.bezoekadres,
        "openingstijden": gemeente.openingstijden,
    }


def _ombudsman(ombudsman: Ombudsman, vandaag: date) -> dict[str, str]:
    plek = f"{ombudsman.postcode} {ombudsman.plaats}".strip()
    return {
        "ombudsman": ombudsman.naam,
        "ombudsman_adres": ", ".join(deel for deel in (ombudsman.adres, plek) if deel),
        "ombudsman_telefoon": ombudsman.telefoon,
        "ombudsman_website": ombudsman.website,
        "ombudsman_tot": dagtekst.lang(termijnen.ombudsman(vandaag).uiterste_datum),
    }


def _zaak(dossier: Dossier, kader: Kader, vandaag: date) -> dict[str, str]:
    uiterste = beloften.antwoord(dossier, kader)
    zelf_opgeschreven = dossier.vorm is Vorm.MONDELING or not dossier.onderwerp
    te_lang = len(dossier.omschrijving) > _LANGE_OMSCHRIJVING
    return {
        "kenmerk": dossier.kenmerk,
        "datum": dagtekst.lang(vandaag),
        "onderwerp": dossier.onderwerp,
        "onderwerp_begin": zin(dossier.onderwerp),
        # The klager has his own paper; what we wrote down for him he must be able to check.
        "omschrijving": "" if te_lang or not zelf_opgeschreven else dossier.omschrijving.strip(),
        "mondeling": ja(dossier.vorm is Vorm.MONDELING),
        "ontvangen_op": lang(verloop.termijn_vanaf(dossier)),
        "uiterste_datum": lang(uiterste),
        "te_laat": ja(uiterste is not None and vandaag > uiterste),
        "commissie": ja(dossier.commissie),
        "geen_handtekening": ja(dossier.vorm is Vorm.SCHRIFTELIJK and not dossier.ondertekend),
    }


def _contact(dossier: Dossier, kader: Kader, vandaag: date) -> dict[str, str]:
    """How and by when we reach the klager; a promise that can still be kept."""
    weg = beloofde_weg(geadresseerde(dossier))
    gesprek = verloop.gesproken(dossier)
    op = lang(gesprek.op) if gesprek else ""
    geschreven = gesprek is not None and verloop.op_schrift(gesprek)
    wegen = {
        "wil_mailen": weg is Contactweg.MAILEN,
        "wil_langskomen": weg is Contactweg.UITNODIGEN,
        "wil_brief": weg is Contactweg.SCHRIJVEN,
        "wij_bellen": weg is Contactweg.BELLEN,
        "geen_telefoon": weg is Contactweg.ONBEKEND,
    }
    return {
        "gesproken_op": "" if geschreven else op,
        "geschreven_op": op if geschreven else "",
        "contact_gehad": ja(gesprek is not None),
        "nieuws_datum": lang(beloften.nieuws(dossier, kader, vandaag)),
        "bel_datum": lang(beloften.contact(dossier, kader, vandaag)),
        **{feit: ja(waar) for feit, waar in wegen.items()},
        "eerst_bellen": ja(kader.normen.bellen_voor_brief and kan_gebeld_worden(dossier)),
    }


def _keuze(dossier: Dossier) -> dict[str, str]:
    formeel = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    onderzoek = formeel is not None or dossier.wens is Wens.OFFICIELE_BRIEF
    informeel = verloop.laatste_nu(dossier, GebeurtenisSoort.INFORMEEL_GESTART)
    samen = not onderzoek and (informeel is not None or dossier.wens is not None)
    return {
        "keuze_onderzoek": ja(onderzoek),
        "keuze_samen": ja(samen),
        "keuze_open": ja(not onderzoek and not samen),
    }


def _informeel(dossier: Dossier, kader: Kader, vandaag: date) -> dict[str, str]:
    tevreden = verloop.tevredenheid(dossier)
    punten = [deel for deel in dossier.onderdelen if deel.verbeterpunt.strip()]
    feiten = {
        "tevreden_op": lang(tevreden.op) if tevreden else "",
        "afspraak": tevreden.gegevens.get("afspraak", "").strip() if tevreden else "",
        "reactie_tot": lang(beloften.reactie(kader, vandaag)),
        "verbeterpunt_aantal": str(len(punten)) if punten else "",
        "verbeterpunt_tekst": "",
        "verbeterpunt_klaar_op": "",
    }
    for nummer, deel in enumerate(punten, start=1):
        feiten[f"verbeterpunt{nummer}_tekst"] = zin(deel.verbeterpunt)
        klaar = deel.verbeterpunt_klaar_op
        feiten[f"verbeterpunt{nummer}_klaar_op"] = dagtekst.lang(klaar) if klaar else ""
    return feiten
