"""The next step in the formal phase: afschrift, hearing, verslag, advice, judgement, letter."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import (
    bereikbaarheid,
    dagtekst,
    ondertekenmap,
    plichten,
    poort,
    stappen_ondertekenen,
    stappen_poort,
    verloop,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.plichten import Plichttoets, Sluittoestand
from klachtenapp.domain.stap import Stand, Stap, doe, schrijf


def afschrift(stand: Stand) -> Stap | None:
    """The beklaagde gets the klacht (art. 9:9)."""
    dossier = stand.dossier
    if stand.status not in (Status.FORMEEL, Status.HOREN) or verloop.zonder_beklaagde(dossier):
        return None
    plan = verloop.laatste_nu(dossier, G.HOREN_GEPLAND)
    uitgenodigd = plan is not None and plan.datum("beklaagde_uitgenodigd_op") is not None
    if verloop.afschrift(dossier) or not (dossier.beklaagde or uitgenodigd):
        return None
    return doe(
        "afschrift",
        "Geef de klacht aan de beklaagde",
        "geef_afschrift",
        stand.vroegste(stand.datum("afschrift")),
        "De beklaagde moet weten wat de klacht is, met alle bijlagen (art. 9:9 Awb).",
    )


def uitnodigen(stand: Stand) -> Stap | None:
    """Invite both (art. 9:10)."""
    if stand.status is not Status.FORMEEL:
        return None
    alleen_klager = verloop.zonder_beklaagde(stand.dossier)
    return doe(
        "plan_horen",
        "Nodig de klager uit" if alleen_klager else "Nodig klager en beklaagde uit",
        "plan_horen",
        stand.einde,
        "Iedereen mag zijn verhaal doen voordat wij oordelen (art. 9:10 Awb).",
    )


def horen(stand: Stand) -> Stap | None:
    """Hold the talk, hear who was not heard yet, then the verslag."""
    dossier = stand.dossier
    if stand.status is not Status.HOREN:
        return None
    gehoord = verloop.laatste_nu(dossier, G.GEHOORD)
    if gehoord is None:
        return _gesprek(stand, verloop.zittingsdag(dossier))
    for wie in ("klager", "beklaagde"):
        if not verloop.gehoord_of_afwezig(dossier, wie):
            return doe(
                "hoor_ook",
                f"Hoor ook de {wie}",
                "leg_horen_vast",
                stand.einde,
                f"De {wie} is nog niet gehoord (art. 9:10 lid 1 Awb).",
            )
    return doe(
        "verslag",
        "Voeg het verslag toe",
        "stel_verslag_vast",
        stand.einde,
        "Zonder verslag mag de klacht niet formeel worden afgedaan (art. 9:10 lid 3 Awb).",
    )


def _gesprek(stand: Stand, zitting: date | None) -> Stap:
    if zitting is not None and zitting > stand.vandaag:
        return doe(
            "wacht_op_gesprek",
            f"Houd het gesprek op {dagtekst.kort_zonder_jaar(zitting)}",
            "leg_horen_vast",
            zitting,
            f"{_genodigden(stand)} Leg het gesprek daarna vast.",
        )
    return doe(
        "leg_horen_vast",
        "Leg het gesprek vast",
        "leg_horen_vast",
        stand.vroegste(zitting),
        "Wie is gehoord, en wie was er nog meer bij (art. 9:10 Awb)?",
    )


def _genodigden(stand: Stand) -> str:
    if verloop.zonder_beklaagde(stand.dossier):
        return "De klager is uitgenodigd."
    return "Klager en beklaagde zijn uitgenodigd."


def advies(stand: Stand) -> Stap | None:
    """The commissie advises (art. 9:15)."""
    if stand.status is not Status.ADVIES:
        return None
    return doe(
        "advies",
        "Vraag de commissie om haar advies",
        "ontvang_advies",
        stand.einde,
        "De commissie stuurt bevindingen, advies en verslag (art. 9:15 lid 4 Awb).",
    )


def oordeel(stand: Stand) -> Stap | None:
    """Judge, call, send, close: no surprises in the letter (art. 9:12)."""
    dossier = stand.dossier
    if stand.status is not Status.OORDEEL:
        return None
    if verloop.afdoeningsbrief(dossier) is None and plichten.moet_alsnog_gehoord(dossier):
        return doe(
            "hoor_alsnog",
            "Nodig de klager alsnog uit",
            "plan_horen",
            stand.einde,
            "U zag af van horen omdat de klacht kennelijk ongegrond is, maar het oordeel is "
            "anders. Dan moet de klager eerst gehoord kunnen worden (art. 9:10 Awb).",
        )
    if verloop.oordeel(dossier) is None or _mist(stand, plichten.onderdelen_beoordeeld):
        return doe(
            "oordeel",
            "Leg het oordeel vast",
            "vorm_oordeel",
            stand.einde,
            "Per onderdeel: wat wij vonden en wat wij ervan vinden (art. 9:12 lid 1 Awb).",
        )
    if verloop.afdoeningsbrief(dossier) is not None:
        return stappen_poort.sluiten(stand)
    tekenen = stappen_ondertekenen.ondertekenen(stand)
    if tekenen is not None:
        return tekenen
    if _eerst_bellen(stand):
        return doe(
            "bel_uitkomst",
            f"{bereikbaarheid.spoor_aan(dossier)} over de uitkomst",
            "leg_gesprek_vast",
            stand.einde,
            "Geen verrassingen: vertel de uitkomst voordat de brief komt.",
        )
    if ondertekenmap.getekend(dossier, BriefSoort.AFDOENINGSBRIEF) is not None:
        return stappen_ondertekenen.versturen(stand)
    return schrijf(
        "Print de afdoeningsbrief",
        BriefSoort.AFDOENINGSBRIEF,
        stand.einde,
        "De klager krijgt ons oordeel met de reden, en leest over de ombudsman (art. 9:12 Awb).",
    )


def _mist(stand: Stand, plicht: Plichttoets) -> bool:
    toestand, _, _ = plicht(stand.dossier, stand.kader, stand.vandaag)
    return toestand is Sluittoestand.ONTBREEKT


def _eerst_bellen(stand: Stand) -> bool:
    if not _mist(stand, plichten.gebeld_voor_brief):
        return False
    if poort.gepasseerd(stand.dossier, "bellen_voor_brief") is not None:
        return False
    if not bereikbaarheid.kan_gebeld_worden(stand.dossier):
        return False
    return not (stand.vandaag_geprobeerd or stand.vaak_geprobeerd)
