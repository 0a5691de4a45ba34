"""Guards of the closing gate: nothing legal is open, and only what is open can be passed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import poort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bewaker, Bezwaar, Handeling, Invoer
from klachtenapp.domain.handelingen.velden import tekst
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.poort import Route, Sluitbevinding

PASSEER_PLICHT, SLA_NORM_OVER = "passeer_plicht", "sla_norm_over"


def plichten_vervuld(weg: Route) -> Bewaker:
    """Return the guard that no legal duty of road ``weg`` is open (art. 9:5-9:16).

    A letter that lies ready has its own guard at every ending.
    """

    def bewaker(dossier: Dossier, _i: Invoer, kader: Kader, vandaag: date) -> Bezwaar | None:
        for regel in poort.houdt_tegen(dossier, kader, vandaag, weg):
            if regel.wettelijk:
                return Bezwaar(f"{regel.uitleg}{_hoe_verder(regel)}", regel.artikel)
        return None

    return bewaker


def staat_open(*, wettelijk: bool) -> Bewaker:
    """Return the guard that the chosen duty (or own norm) is missing now, and may be passed."""

    def bewaker(dossier: Dossier, invoer: Invoer, kader: Kader, vandaag: date) -> Bezwaar | None:
        namen = _open(dossier, kader, vandaag, wettelijk=wettelijk)
        if not namen:
            return Bezwaar(
                "Er staat nu geen wettelijke plicht open die u kunt overslaan."
                if wettelijk
                else "Er staat nu geen eigen norm open die u kunt overslaan."
            )
        gekozen = tekst(invoer, "plicht")
        if gekozen in namen or poort.plicht(gekozen) is None:
            return None
        return Bezwaar(
            f"'{poort.label(gekozen)}' staat nu niet open. Overslaan is niet nodig.", "", "plicht"
        )

    return bewaker


def vooraf(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date
) -> Mapping[str, str]:
    """Return the first duty that can be passed, as the proposed answer."""
    if handeling.naam not in (PASSEER_PLICHT, SLA_NORM_OVER):
        return {}
    namen = _open(dossier, kader, vandaag, wettelijk=handeling.naam == PASSEER_PLICHT)
    return {"plicht": namen[0]} if namen else {}


def _open(dossier: Dossier, kader: Kader, vandaag: date, *, wettelijk: bool) -> list[str]:
    weg = Route.FORMEEL if wettelijk else None
    alle = poort.bevindingen(dossier, kader, vandaag, weg)
    return [b.naam for b in alle if b.passeerbaar and b.wettelijk is wettelijk]


def _hoe_verder(regel: Sluitbevinding) -> str:
    if not regel.passeerbaar:
        return ""
    return " Doe dit alsnog, of laat het afdelingshoofd opschrijven waarom het niet meer kan."
