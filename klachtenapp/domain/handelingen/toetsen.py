"""What may be done to a dossier now, and why not: the questions that everyone asks the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtenapp.domain import ondertekenmap, termijnkaart, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bewaker, Bezwaar, Handeling, Invoer
from klachtenapp.domain.handelingen import bewakers_termijn, uit_brieven
from klachtenapp.domain.handelingen.bewakers_belofte import (
    ONVERWIJLD,
    geen_belofte_blijft_liggen,
)
from klachtenapp.domain.handelingen.bewakers_poort import vooraf
from klachtenapp.domain.handelingen.bewakers_sluiten import geen_brief_blijft_liggen
from klachtenapp.domain.handelingen.tabel import HANDELINGEN
from klachtenapp.domain.handelingen.velden import tekst
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.toezeggingen import openstaand
from klachtenapp.domain.veldtoets import is_gevraagd, onjuist


def mogelijk(dossier: Dossier, kader: Kader, vandaag: date) -> tuple[Handeling, ...]:
    """Return what can be done to this dossier in its present state, in the order of the table.

    The answers may still meet objections: ``bezwaren`` tells.
    """
    del kader, vandaag  # asked for by the agreed door: a later rule may need them
    return tuple(handeling for handeling in HANDELINGEN.values() if _hoort_bij(handeling, dossier))


def bezwaren(
    handeling: Handeling, dossier: Dossier, invoer: Invoer, kader: Kader, vandaag: date
) -> tuple[Bezwaar, ...]:
    """Return everything that stands in the way, each with its field and article.

    Never raises, whatever was filled in. When the state is wrong that is the only answer.
    """
    if not _hoort_bij(handeling, dossier):
        return (_verkeerde_toestand(handeling, dossier),)
    gevonden = [
        *_onbekende_velden(handeling, invoer),
        *_veldbezwaren(handeling, dossier, invoer, vandaag),
    ]
    for bewaker in (*handeling.bewakers, *_bij_sluiten(handeling)):
        bezwaar = bewaker(dossier, invoer, kader, vandaag)
        if bezwaar is not None and not any(b.veld and b.veld == bezwaar.veld for b in gevonden):
            gevonden.append(bezwaar)
    return tuple(gevonden)


def toestand_na(handeling: Handeling, dossier: Dossier, invoer: Invoer) -> Status:
    """Return the state of the dossier after ``handeling``."""
    if handeling.bestemming is not None:
        return handeling.bestemming(dossier, invoer)
    return handeling.naar or dossier.status


def voorinvullen(
    handeling: Handeling,
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
    wie: Medewerker | None = None,
) -> dict[str, str]:
    """Return the answers that can be proposed: today, the beklaagde, a letter that was sent, …

    ``wie`` fills in the form, when that is known.
    """
    voorstel = {
        veld.naam: vandaag.isoformat() if veld.vooraf == "vandaag" else veld.vooraf
        for veld in handeling.velden
        if veld.vooraf
    }
    namen = {veld.naam for veld in handeling.velden}
    voorstel |= _voorgestelde_datums(handeling, dossier, kader, vandaag)
    voorstel |= vooraf(handeling, dossier, kader, vandaag)
    voorstel |= uit_brieven.voorstel(handeling.naam, dossier)
    if not dossier.beklaagde:  # then there may be nobody; the form asks
        voorstel = {n: t for n, t in voorstel.items() if not n.startswith("beklaagde_")}
    if "geen_beklaagde" in namen and verloop.zonder_beklaagde(dossier):
        voorstel["geen_beklaagde"] = "ja"
    if "aan" in namen and dossier.beklaagde:
        voorstel["aan"] = dossier.beklaagde
    if "gesproken_door" in namen and (beller := _beller(dossier, wie)):
        voorstel["gesproken_door"] = beller.naam
        voorstel["nummer"] = beller.telefoon
    if handeling.naam == "kom_belofte_na":
        voorstel |= _eerste_belofte(dossier)
    if handeling.naam == "sluit_formeel":
        voorstel |= _wie_tekende(dossier)
    if "wens" in namen and dossier.wens:
        voorstel["wens"] = dossier.wens
    return voorstel


def _beller(dossier: Dossier, wie: Medewerker | None) -> Medewerker | None:
    """Return who called: an afdelingshoofd who opens the form does so because he called."""
    if wie is not None and Rol.AFDELINGSHOOFD in wie.rollen:
        return wie
    return dossier.behandelaar


def _eerste_belofte(dossier: Dossier) -> dict[str, str]:
    open_ = openstaand(dossier)
    return {"belofte": open_[0].wat} if open_ else {}


def _wie_tekende(dossier: Dossier) -> dict[str, str]:
    """Return who really signed the letter that went out; without signature, the name under it."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return {}
    gezet = ondertekenmap.handtekening_onder(dossier, brief)
    naam = (gezet or brief).gegevens.get("ondertekenaar", "")
    uit = {"ondertekenaar": naam} if naam else {}
    if gezet is not None and not verloop.over_bestuur(dossier):
        # Said at the signing; nothing was signed without it.
        uit["ondertekenaar_niet_betrokken"] = gezet.gegevens.get("niet_betrokken", "")
    return {veld: woord for veld, woord in uit.items() if woord}


def _voorgestelde_datums(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date
) -> dict[str, str]:
    """Return the dates that follow from law and norms; a klager gets until a werkdag."""
    dagen: dict[str, date | None] = {}
    if handeling.naam == "verdaag":
        ruimste = termijnkaart.verdaagbare_termijn(dossier, kader)
        dagen["tot"] = ruimste.uiterste_datum if ruimste else None
    if handeling.naam == "laat_later_beginnen":
        dagen["doorgeleid_op"] = bewakers_termijn.gemelde_start(dossier)
    if handeling.naam == "stel_uit":
        vraag = verloop.brief_nu(dossier, BriefSoort.UITSTEL)
        dagen["tot"] = vraag.datum("antwoord_uitstel_tot") if vraag else None
    if handeling.naam == "vraag_aanvulling":
        dagen["reageren_voor"] = _antwoorddag("antwoordtermijn_aanvulling", kader, vandaag)
    if handeling.naam == "plan_horen":
        dagen["antwoord_voor"] = _antwoorddag("antwoordtermijn_horen", kader, vandaag)
    if handeling.naam == "zie_af_van_horen":
        plan = verloop.laatste_nu(dossier, GebeurtenisSoort.HOREN_GEPLAND)
        dagen["antwoord_voor"] = plan.datum("antwoord_voor") if plan else None
    return {naam: dag.isoformat() for naam, dag in dagen.items() if dag is not None}


def _antwoorddag(norm: str, kader: Kader, vandaag: date) -> date | None:
    termijn = kader.normen.termijn(norm, vandaag, kader.kalender)
    return kader.kalender.plus_werkdagen(termijn.uiterste_datum, 0) if termijn else None


def _bij_sluiten(handeling: Handeling) -> tuple[Bewaker, ...]:
    """Return what holds for every ending, so that no row can forget it."""
    sluit = handeling.gebeurtenis is GebeurtenisSoort.AFGEHANDELD
    if not sluit:
        return ()
    if handeling.naam in ONVERWIJLD:
        return (geen_brief_blijft_liggen,)
    return (geen_brief_blijft_liggen, geen_belofte_blijft_liggen)


def _hoort_bij(handeling: Handeling, dossier: Dossier) -> bool:
    return (
        dossier.status in handeling.van
        and dossier.soort in handeling.soorten
        and (handeling.past is None or handeling.past(dossier))
    )


def _verkeerde_toestand(handeling: Handeling, dossier: Dossier) -> Bezwaar:
    if dossier.soort not in handeling.soorten:
        zin = f"'{handeling.label}' kan niet bij een {dossier.soort}."
    elif dossier.status is Status.AFGEHANDELD:
        zin = f"'{handeling.label}' kan niet: {dossier.kenmerk} is afgehandeld. Heropen het eerst."
    else:
        zin = f"'{handeling.label}' kan nu niet: de stand is '{dossier.status}'."
    return Bezwaar(zin, handeling.artikel)


def _onbekende_velden(handeling: Handeling, invoer: Invoer) -> Iterator[Bezwaar]:
    bekend = {veld.naam for veld in handeling.velden}
    for naam in invoer:
        if naam not in bekend:
            yield Bezwaar(f"'{handeling.label}' heeft geen veld '{naam}'.", "", naam)


def _veldbezwaren(
    handeling: Handeling, dossier: Dossier, invoer: Invoer, vandaag: date
) -> Iterator[Bezwaar]:
    for veld in handeling.velden:
        antwoord = tekst(invoer, veld.naam)
        if not is_gevraagd(veld, invoer):
            continue
        if not antwoord:
            if veld.verplicht:
                yield Bezwaar(f"Vul in: {veld.label}", handeling.artikel, veld.naam)
            continue
        zin = onjuist(veld, antwoord, dossier, vandaag)
        if zin:
            yield Bezwaar(zin, "", veld.naam)
