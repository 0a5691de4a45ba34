"""Which facts of a dossier change by a handeling; the state and the event come besides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Oordeel, Soort, Wens
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.handeling import Collegas, Gevolg, Invoer
from klachtenapp.domain.handelingen.velden import datum, ja, tekst
from klachtenapp.domain.onderdelen import totaaloordeel
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.errors import RegelFout

Feiten = Mapping[str, Any]


def _medewerker(invoer: Invoer, naam: str, collegas: Collegas) -> Medewerker:
    wie = tekst(invoer, naam)
    if wie not in collegas.medewerkers:
        raise RegelFout(
            f"{wie} staat niet in de lijst met medewerkers. "
            "Kies iemand uit de lijst, of voeg de naam toe bij Beheer.",
            veld=naam,
        )
    return collegas.medewerkers[wie]


def _afdeling(invoer: Invoer, naam: str, collegas: Collegas) -> Afdeling:
    welke = tekst(invoer, naam)
    if welke not in collegas.afdelingen:
        raise RegelFout(
            f"{welke} staat niet in de lijst met afdelingen. "
            "Kies er een uit de lijst, of voeg de afdeling toe bij Beheer.",
            veld=naam,
        )
    return collegas.afdelingen[welke]


def toewijzen(_dossier: Dossier, invoer: Invoer, collegas: Collegas) -> Feiten:
    """The behandelaar becomes the one who was named."""
    return {"behandelaar": _medewerker(invoer, "behandelaar", collegas)}


def ambassadeur_kiezen(_dossier: Dossier, invoer: Invoer, collegas: Collegas) -> Feiten:
    """Nothing of the dossier changes; where people have that rol, it is one of them."""
    wie = _medewerker(invoer, "ambassadeur", collegas)
    met_rol = [m.naam for m in collegas.medewerkers.values() if Rol.AMBASSADEUR in m.rollen]
    if met_rol and wie.naam not in met_rol:
        raise RegelFout(
            f"{wie.naam} is geen ambassadeur. Kies uit: {', '.join(met_rol)}.", veld="ambassadeur"
        )
    return {}


def doorzetten(_dossier: Dossier, invoer: Invoer, collegas: Collegas) -> Feiten:
    """The department, and if named the behandelaar, become those to whom it was passed."""
    feiten: dict[str, Any] = {"afdeling": _afdeling(invoer, "afdeling", collegas)}
    if tekst(invoer, "behandelaar"):
        feiten["behandelaar"] = _medewerker(invoer, "behandelaar", collegas)
    return feiten


def wens_overnemen(_dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """What the klager hopes for is remembered as soon as we know it."""
    return {"wens": Wens(tekst(invoer, "wens"))} if tekst(invoer, "wens") else {}


def formeel_maken(dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """From now on art. 9:6-9:12 apply; with a commissie the term is 10 weeks."""
    commissie = ja(invoer, "commissie") if tekst(invoer, "commissie") else dossier.commissie
    return {"formeel_regime": True, "commissie": commissie}


def later_beginnen(_dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """The term counts from the inner passing on (art. 2:24 Awb); the day of receipt stays."""
    return {"doorgeleid_op": datum(invoer, "doorgeleid_op")}


def oordeel_overnemen(dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """The judgement follows from the parts; a klacht without parts gets its first one here."""
    onderdelen = dossier.onderdelen or (
        Klachtonderdeel(
            omschrijving=tekst(invoer, "onderdeel") or dossier.onderwerp or dossier.omschrijving,
            bevinding=tekst(invoer, "bevinding"),
            oordeel=Oordeel(tekst(invoer, "oordeel")),
        ),
    )
    return {"onderdelen": onderdelen, "oordeel": totaaloordeel(onderdelen)}


def omzetten(dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """The kind changes; a new klacht gets the formal regime until triage says otherwise."""
    soort = Soort(tekst(invoer, "nieuwe_soort"))
    return {
        "soort": soort,
        "formeel_regime": True if soort is Soort.KLACHT else dossier.formeel_regime,
    }


def heropenen(_dossier: Dossier, _invoer: Invoer, _collegas: Collegas) -> Feiten:
    """The ending is taken away; the day of receipt and the term stay as they were."""
    return {
        "afdoeningswijze": None,
        "afdoeningsgrond": "",
        "oordeel": None,
        "afgehandeld_op": None,
    }


def sluiten(wijze: Afdoeningswijze, datumveld: str, grondveld: str = "") -> Gevolg:
    """Return the effect of an ending on the date in ``datumveld``, without a judgement."""

    def gevolg(dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
        grond = tekst(invoer, grondveld) if grondveld else ""
        return _einde(dossier, wijze, datum(invoer, datumveld), grond)

    return gevolg


def sluiten_zonder_behandeling(dossier: Dossier, invoer: Invoer, collegas: Collegas) -> Feiten:
    """Not handled (art. 9:8): the ground, and for ground b when it happened."""
    feiten = dict(
        sluiten(Afdoeningswijze.NIET_IN_BEHANDELING, "brief_op", "grond")(dossier, invoer, collegas)
    )
    gedraging = datum(invoer, "gedraging_op")
    return feiten | ({"gedraging_op": gedraging} if gedraging else {})


def sluiten_informeel(dossier: Dossier, _invoer: Invoer, _collegas: Collegas) -> Feiten:
    """Ended on the day of the afsluitbrief; without a letter when the klager was satisfied."""
    tevreden = verloop.tevredenheid(dossier)
    brief = verloop.afsluitbrief(dossier) or tevreden
    return _einde(dossier, Afdoeningswijze.INFORMEEL_OPGELOST, brief.op if brief else None)


def sluiten_formeel(dossier: Dossier, _invoer: Invoer, _collegas: Collegas) -> Feiten:
    """Ended on the day the afdoeningsbrief was sent, with the judgement of its parts."""
    brief = verloop.afdoeningsbrief(dossier)
    return {
        "afdoeningswijze": Afdoeningswijze.FORMEEL_AFGEHANDELD,
        "oordeel": totaaloordeel(dossier.onderdelen),
        "afgehandeld_op": brief.op if brief else None,
    }


def sluiten_beantwoord(dossier: Dossier, invoer: Invoer, _collegas: Collegas) -> Feiten:
    """Ended as answered; a klacht that proved to be a melding is counted as such."""
    omgezet = dossier.laatste(GebeurtenisSoort.OMGEZET)
    was_klacht = omgezet is not None and omgezet.gegevens.get("_was_soort") == Soort.KLACHT
    naar_melding = was_klacht and dossier.soort is Soort.MELDING_OPENBARE_RUIMTE
    wijze = Afdoeningswijze.OMGEZET_IN_MELDING if naar_melding else Afdoeningswijze.BEANTWOORD
    return _einde(dossier, wijze, datum(invoer, "afgehandeld_op"))


def _einde(dossier: Dossier, wijze: Afdoeningswijze, op: date | None, grond: str = "") -> Feiten:
    """Only a formal ending judges (domein §4.1); a tip or compliment is never judged."""
    return {
        "afdoeningswijze": wijze,
        "afdoeningsgrond": grond,
        "oordeel": Oordeel.GEEN_OORDEEL if dossier.soort is Soort.KLACHT else None,
        "afgehandeld_op": op,
    }
