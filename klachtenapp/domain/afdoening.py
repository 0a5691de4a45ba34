"""What must have been done before a dossier is closed: one readable list, each with its article.

A duty is done, missing, or set aside with the reason why it does not apply. Own norms
stand in the same list, but only a legal duty can stand in the way of closing, and a letter
that was made and never went out (``handelingen`` see to that).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain import plichten, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.plichten import Sluittoestand, Uitslag

__all__ = ["PLICHTEN", "Plicht", "Route", "Sluitbevinding", "Sluittoestand"]
__all__ += ["bevindingen_bij_sluiten", "route"]


class Route(StrEnum):
    """By which road the dossier is going to its end."""

    INFORMEEL = "informeel"
    FORMEEL = "formeel"
    ANONIEM = "anoniem"
    TERUGKOPPELEN = "terugkoppelen"
    DOORZENDEN = "doorzenden"


@dataclass(frozen=True, slots=True)
class Sluitbevinding:
    """One line of the page *Klaar om af te sluiten?*.

    ``wettelijk`` is false for an own norm. ``handeling`` or ``brief`` names what mends it.
    """

    naam: str
    label: str
    toestand: Sluittoestand
    uitleg: str
    artikel: str = ""
    wettelijk: bool = True
    datum: date | None = None
    handeling: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Plicht:
    """One row of the table: for which roads it holds and how it is judged."""

    naam: str
    label: str
    artikel: str
    routes: frozenset[Route]
    toets: Callable[[Dossier, Kader, date], Uitslag]
    wettelijk: bool = True
    handeling: str = ""
    brief: str = ""


def route(dossier: Dossier) -> Route:
    """Return the road this dossier is on now."""
    if dossier.soort is Soort.DOORZENDING:
        return Route.DOORZENDEN
    if dossier.soort is not Soort.KLACHT:
        return Route.TERUGKOPPELEN
    if dossier.anoniem:
        return Route.ANONIEM
    if verloop.tevredenheid(dossier) is not None:
        return Route.INFORMEEL
    formeel = dossier.status in _FORMEEL or verloop.laatste_nu(dossier, G.FORMEEL_GESTART)
    return Route.FORMEEL if formeel else Route.INFORMEEL


def bevindingen_bij_sluiten(
    dossier: Dossier, kader: Kader, vandaag: date
) -> tuple[Sluitbevinding, ...]:
    """Return every duty that belongs to the road of this dossier, in order of the law."""
    weg = route(dossier)
    uit: list[Sluitbevinding] = []
    for plicht in PLICHTEN:
        if weg not in plicht.routes:
            continue
        toestand, uitleg, datum = plicht.toets(dossier, kader, vandaag)
        mist = toestand is Sluittoestand.ONTBREEKT
        uit.append(
            Sluitbevinding(
                naam=plicht.naam,
                label=plicht.label,
                toestand=toestand,
                uitleg=uitleg,
                artikel=plicht.artikel,
                wettelijk=plicht.wettelijk,
                datum=datum,
                handeling=plicht.handeling if mist else "",
                brief=plicht.brief if mist else "",
            )
        )
    return tuple(uit)


_FORMEEL = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})
_F, _I, _A = Route.FORMEEL, Route.INFORMEEL, Route.ANONIEM
_BRIEF = BriefSoort


def _voor(*routes: Route) -> frozenset[Route]:
    return frozenset(routes)


# fmt: off
PLICHTEN: tuple[Plicht, ...] = (
    Plicht("behandelaar", "Onafhankelijke behandelaar", "art. 9:7 lid 1 Awb", _voor(_I, _F, _A),
           plichten.behandelaar_onafhankelijk, handeling="wijs_behandelaar_toe"),
    Plicht("eerste_contact", "Klager gesproken", "", _voor(_I, _F),
           plichten.klager_gesproken, wettelijk=False, handeling="leg_gesprek_vast"),
    Plicht("ontvangstbevestiging", "Ontvangst bevestigd", "art. 9:6 Awb", _voor(_I, _F),
           plichten.ontvangst_bevestigd, brief=_BRIEF.ONTVANGSTBEVESTIGING),
    Plicht("tevreden", "Klager is tevreden", "art. 9:5 Awb", _voor(_I),
           plichten.klager_tevreden, handeling="klager_tevreden"),
    Plicht("afsluitbrief", "Afspraken op papier", "art. 9:5 Awb", _voor(_I),
           plichten.afsluitbrief_verzonden, wettelijk=False, brief=_BRIEF.AFSLUITBRIEF_INFORMEEL),
    Plicht("afschrift", "Klacht aan beklaagde gegeven", "art. 9:9 Awb", _voor(_F),
           plichten.afschrift_gegeven, handeling="geef_afschrift"),
    Plicht("klager_gehoord", "Klager gehoord", "art. 9:10 lid 1 en 2 Awb", _voor(_F),
           plichten.klager_gehoord, handeling="plan_horen"),
    Plicht("beklaagde_gehoord", "Beklaagde gehoord", "art. 9:10 lid 1 Awb", _voor(_F),
           plichten.beklaagde_gehoord, handeling="plan_horen"),
    Plicht("verslag", "Verslag van het horen", "art. 9:10 lid 3 Awb", _voor(_F),
           plichten.verslag_aanwezig, handeling="stel_verslag_vast"),
    Plicht("advies", "Advies van de commissie", "art. 9:15 lid 4 Awb", _voor(_F),
           plichten.advies_ontvangen, handeling="ontvang_advies"),
    Plicht("onderdelen", "Bevinding en oordeel per onderdeel", "art. 9:12 lid 1 Awb", _voor(_F),
           plichten.onderdelen_beoordeeld, handeling="vorm_oordeel"),
    Plicht("oordeel", "Oordeel vastgelegd", "art. 9:12 lid 1 Awb", _voor(_F),
           plichten.oordeel_vastgelegd, handeling="vorm_oordeel"),
    Plicht("bellen_voor_brief", "Gebeld vóór de brief", "", _voor(_F),
           plichten.gebeld_voor_brief, wettelijk=False, handeling="leg_gesprek_vast"),
    Plicht("afdoeningsbrief", "Brief met oordeel en ombudsman", "art. 9:12 lid 1 en 2 Awb",
           _voor(_F), plichten.afdoeningsbrief_verzonden, brief=_BRIEF.AFDOENINGSBRIEF),
    Plicht("op_tijd", "Binnen de termijn", "art. 9:11 Awb", _voor(_F), plichten.op_tijd),
    Plicht("doorgezet", "Bij de juiste afdeling", "", _voor(Route.TERUGKOPPELEN),
           plichten.doorgezet, wettelijk=False, handeling="zet_door"),
    Plicht("teruggekoppeld", "Verteld wat ermee is gedaan", "", _voor(Route.TERUGKOPPELEN),
           plichten.teruggekoppeld, wettelijk=False, handeling="koppel_terug"),
    Plicht("doorgezonden", "Doorgezonden, met bericht", "art. 2:3 lid 1 Awb",
           _voor(Route.DOORZENDEN), plichten.doorgezonden, handeling="zend_door"),
    Plicht("post", "Geen brief blijft liggen", "", frozenset(Route),
           plichten.geen_brief_blijft_liggen, wettelijk=False),
)
# fmt: on
"""Every duty at closing, in the order of the law; the page *Klaar om af te sluiten?* shows it."""
