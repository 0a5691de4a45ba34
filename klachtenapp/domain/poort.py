"""The closing gate: what must have been done before a dossier closes, each with its article.

One readable list. A duty is done, missing, or set aside with the words why. A missing legal
duty keeps the dossier open: it is done after all, or the afdelingshoofd passes it in writing
(``passeerbaar``). Own norms stand in the same list and never keep it open; a letter that was
made and never went out does (``altijd``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain import dagtekst, plichten, plichten_brief, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.plichten import Sluittoestand, Uitslag

__all__ = ["AFSLUITING", "PLICHTEN", "Plicht", "Route", "Sluitbevinding", "Sluittoestand"]
__all__ += ["bevindingen", "gepasseerd", "houdt_tegen", "label", "plicht", "route"]


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
    ``houdt_tegen``: the dossier cannot close like this. ``wacht``: it is judged on the letter
    that is still to go. ``gepasseerd``: someone passed it, the words say who and why.
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
    houdt_tegen: bool = False
    passeerbaar: bool = False
    gepasseerd: bool = False
    wacht: bool = False


@dataclass(frozen=True, slots=True)
class Plicht:
    """One row of the table: for which roads it holds, how it is judged, and what mends it.

    ``na_brief``: judged on the afdoeningsbrief as it was sent. ``passeerbaar``: may be passed
    with a written reason. ``altijd``: keeps the dossier open although it is an own norm.
    ``bij_sluiten``: the form of the closing itself asks for the reason.
    """

    naam: str
    label: str
    artikel: str
    routes: frozenset[Route]
    toets: Callable[[Dossier, Kader, date], Uitslag]
    wettelijk: bool = True
    handeling: str = ""
    brief: str = ""
    na_brief: bool = False
    passeerbaar: bool = True
    altijd: bool = False
    bij_sluiten: bool = False


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


def bevindingen(
    dossier: Dossier, kader: Kader, vandaag: date, weg: Route | None = None
) -> tuple[Sluitbevinding, ...]:
    """Return every duty that belongs to the road of this dossier (or to ``weg``), in order."""
    op_weg = weg or route(dossier)
    return tuple(
        _bevinding(rij, dossier, kader, vandaag) for rij in PLICHTEN if op_weg in rij.routes
    )


def houdt_tegen(
    dossier: Dossier, kader: Kader, vandaag: date, weg: Route | None = None
) -> tuple[Sluitbevinding, ...]:
    """Return the duties that keep this dossier from closing."""
    alle = bevindingen(dossier, kader, vandaag, weg)
    return tuple(bevinding for bevinding in alle if bevinding.houdt_tegen)


def gepasseerd(dossier: Dossier, naam: str) -> Gebeurtenis | None:
    """Return with what event duty ``naam`` was passed in this round; ``None`` when it was not."""
    ronde = reversed(verloop.lopende_ronde(dossier))
    return next(
        (g for g in ronde if g.soort is G.PLICHT_GEPASSEERD and g.gegevens.get("plicht") == naam),
        None,
    )


def plicht(naam: str) -> Plicht | None:
    """Return the row of the table with this name."""
    return next((rij for rij in PLICHTEN if rij.naam == naam), None)


def label(naam: str) -> str:
    """Return what duty ``naam`` is called; the name itself when it is not in the table."""
    rij = plicht(naam)
    return rij.label if rij else naam


def _bevinding(rij: Plicht, dossier: Dossier, kader: Kader, vandaag: date) -> Sluitbevinding:
    wacht = rij.na_brief and verloop.afdoeningsbrief(dossier) is None
    toestand, uitleg, datum = _WACHT if wacht else rij.toets(dossier, kader, vandaag)
    feit = gepasseerd(dossier, rij.naam) if toestand is Sluittoestand.ONTBREEKT else None
    if feit is not None:
        toestand, uitleg, datum = _overgeslagen(feit)
    mist = toestand is Sluittoestand.ONTBREEKT
    return Sluitbevinding(
        naam=rij.naam,
        label=rij.label,
        toestand=toestand,
        uitleg=uitleg,
        artikel=rij.artikel,
        wettelijk=rij.wettelijk,
        datum=datum,
        handeling=rij.handeling if mist else "",
        brief=rij.brief if mist else "",
        houdt_tegen=mist and (rij.altijd or (rij.wettelijk and not rij.bij_sluiten)),
        passeerbaar=mist and rij.passeerbaar,
        gepasseerd=feit is not None,
        wacht=wacht,
    )


def _overgeslagen(feit: Gebeurtenis) -> Uitslag:
    reden = feit.gegevens.get("reden", "").strip()
    zin = f"Overgeslagen door {feit.door} op {dagtekst.lang(feit.op)}. Reden: {reden}"
    return Sluittoestand.TERZIJDE, zin if zin.endswith((".", "!", "?")) else f"{zin}.", feit.op


_WACHT: Uitslag = (Sluittoestand.TERZIJDE, "Dit volgt als de afdoeningsbrief weg is.", None)
_FORMEEL = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})
AFSLUITING: Mapping[Route, str] = {
    Route.INFORMEEL: "sluit_informeel",
    Route.FORMEEL: "sluit_formeel",
    Route.ANONIEM: "sluit_anoniem",
    Route.TERUGKOPPELEN: "sluit_beantwoord",
    Route.DOORZENDEN: "zend_door",
}
"""With which handeling each road ends."""

_F, _I, _A = Route.FORMEEL, Route.INFORMEEL, Route.ANONIEM
_T, _D = Route.TERUGKOPPELEN, Route.DOORZENDEN
_BRIEF = BriefSoort


def _voor(*routes: Route) -> frozenset[Route]:
    return frozenset(routes)


# fmt: off
PLICHTEN: tuple[Plicht, ...] = (
    Plicht("behandelaar", "Onafhankelijke behandelaar", "art. 9:7 lid 1 Awb", _voor(_I, _F, _A),
           plichten.behandelaar_onafhankelijk, handeling="wijs_behandelaar_toe",
           passeerbaar=False),
    Plicht("eerste_contact", "Klager gesproken", "", _voor(_I, _F),
           plichten.klager_gesproken, wettelijk=False, handeling="leg_gesprek_vast"),
    Plicht("ontvangstbevestiging", "Ontvangst bevestigd", "art. 9:6 Awb", _voor(_I, _F),
           plichten.ontvangst_bevestigd, brief=_BRIEF.ONTVANGSTBEVESTIGING),
    Plicht("tevreden", "Klager is tevreden", "art. 9:5 Awb", _voor(_I),
           plichten.klager_tevreden, handeling="klager_tevreden", passeerbaar=False),
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
    Plicht("verdaging", "Verdaging gemeld", "art. 9:11 lid 2 Awb", _voor(_F),
           plichten.verdaging_gemeld),
    Plicht("onderdelen", "Bevinding en oordeel per onderdeel", "art. 9:12 lid 1 Awb", _voor(_F),
           plichten.onderdelen_beoordeeld, handeling="vorm_oordeel", passeerbaar=False),
    Plicht("oordeel", "Oordeel vastgelegd", "art. 9:12 lid 1 Awb", _voor(_F),
           plichten.oordeel_vastgelegd, handeling="vorm_oordeel", passeerbaar=False),
    Plicht("bellen_voor_brief", "Gebeld vóór de brief", "", _voor(_F),
           plichten.gebeld_voor_brief, wettelijk=False, handeling="leg_gesprek_vast"),
    Plicht("afdoeningsbrief", "Brief met ons oordeel verzonden", "art. 9:12 lid 1 Awb", _voor(_F),
           plichten.afdoeningsbrief_verzonden, brief=_BRIEF.AFDOENINGSBRIEF, passeerbaar=False),
    Plicht("ombudsman", "Ombudsman staat in de brief", "art. 9:12 lid 2 Awb", _voor(_F),
           plichten_brief.ombudsman_genoemd, brief=_BRIEF.AFDOENINGSBRIEF, na_brief=True),
    Plicht("ondertekenaar", "Onafhankelijke ondertekenaar", "art. 9:7 lid 1 Awb", _voor(_F),
           plichten_brief.ondertekenaar_onafhankelijk, brief=_BRIEF.AFDOENINGSBRIEF,
           na_brief=True, passeerbaar=False),
    Plicht("tekenaar_sprak", "Wie tekent, sprak de klager", "", _voor(_F),
           plichten_brief.tekenaar_sprak_klager, wettelijk=False, handeling="leg_gesprek_vast",
           na_brief=True),
    Plicht("leesbaar", "Brief in duidelijke taal (B1)", "", _voor(_F),
           plichten_brief.brief_leesbaar, wettelijk=False, na_brief=True),
    Plicht("kanaal", "Verzonden zoals de klager wil", "art. 2:8 Awb", _voor(_F),
           plichten_brief.langs_goede_weg, brief=_BRIEF.AFDOENINGSBRIEF, na_brief=True),
    Plicht("op_tijd", "Binnen de termijn", "art. 9:11 Awb", _voor(_F), plichten.op_tijd,
           bij_sluiten=True, passeerbaar=False),
    Plicht("doorgezet", "Bij de juiste afdeling", "", _voor(_T),
           plichten.doorgezet, wettelijk=False, handeling="zet_door"),
    Plicht("teruggekoppeld", "Verteld wat ermee is gedaan", "", _voor(_T),
           plichten.teruggekoppeld, wettelijk=False, handeling="koppel_terug",
           passeerbaar=False),
    Plicht("doorgezonden", "Doorgezonden, met bericht", "art. 2:3 lid 1 Awb", _voor(_D),
           plichten.doorgezonden, handeling="zend_door", passeerbaar=False),
    Plicht("post", "Geen brief blijft liggen", "", frozenset(Route),
           plichten.geen_brief_blijft_liggen, wettelijk=False, altijd=True, passeerbaar=False),
)
# fmt: on
"""Every duty at closing, in the order of the law; the page *Klaar om af te sluiten?* shows it."""
