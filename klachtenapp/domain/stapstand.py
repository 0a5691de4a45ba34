"""What the dossier says about each step: done and when, passed over, promised for which day."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import beloften, bereikbaarheid, dossiertermijn, verloop
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort
from klachtenapp.domain.bereikbaarheid import Contactweg
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.staptabel import (
    ALTIJD,
    GESCHREVEN,
    MAILEN,
    ZELF,
    ZONDER_BELLEN,
    Stapnaam,
    Weg,
)

ALTIJD_BIJ_FORMEEL = {Stapnaam.GESPREK: ALTIJD, Stapnaam.UITZOEKEN: ALTIJD}
"""Steps that on the formal way do not wait for whether there is a solution."""


def vorm(naam: Stapnaam, dossier: Dossier, kader: Kader, weg: Weg) -> str:
    """Return which words fit how this klager is reached, and the way the klacht goes."""
    if weg is Weg.FORMEEL and naam in ALTIJD_BIJ_FORMEEL:
        return ALTIJD_BIJ_FORMEEL[naam]
    if naam is Stapnaam.ANTWOORD:
        gebeld = kader.normen.bellen_voor_brief and bereikbaarheid.kan_gebeld_worden(dossier)
        return "" if gebeld and verloop.tevredenheid(dossier) is None else ZONDER_BELLEN
    if naam is not Stapnaam.BELLEN:
        return ""
    contact = verloop.eerst_gesproken(dossier)
    if contact is not None:
        return GESCHREVEN if verloop.op_schrift(contact) else ""
    contactweg = bereikbaarheid.beloofde_weg(bereikbaarheid.geadresseerde(dossier))
    return {Contactweg.MAILEN: MAILEN, Contactweg.SCHRIJVEN: ZELF, Contactweg.ONBEKEND: ZELF}.get(
        contactweg, ""
    )


def klaar(dossier: Dossier) -> dict[Stapnaam, date]:
    """Return the steps that are done, with their day; a step once passed stays done."""
    brief = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    contact = verloop.eerst_gesproken(dossier)
    samen = verloop.tevredenheid(dossier) or _informeel_geprobeerd(dossier)
    oordeel = verloop.oordeel(dossier)
    afspraak = verloop.afsluitbrief(dossier)
    dagen: dict[Stapnaam, date | None] = {
        Stapnaam.BINNEN: verloop.termijn_vanaf(dossier),
        Stapnaam.BRIEF: brief.op if brief else None,
        Stapnaam.BELLEN: contact.op if contact else None,
        Stapnaam.SAMEN: samen.op if samen else None,
        Stapnaam.GESPREK: _gehoord_op(dossier),
        Stapnaam.UITZOEKEN: oordeel.op if oordeel else None,
        Stapnaam.OORDEEL: oordeel.op if oordeel else None,
        Stapnaam.AFSPRAAK: afspraak.op if afspraak else None,
        Stapnaam.TEVREDEN: _opgelost_op(dossier),
        Stapnaam.ANTWOORD: dossiertermijn.antwoord_op(dossier),
    }
    return {naam: dag for naam, dag in dagen.items() if dag is not None}


def _informeel_geprobeerd(dossier: Dossier) -> Gebeurtenis | None:
    """Return the start of the formal way when a solution was sought before it."""
    begonnen = verloop.laatste_nu(dossier, GebeurtenisSoort.INFORMEEL_GESTART)
    formeel = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    return formeel if begonnen else None


def _opgelost_op(dossier: Dossier) -> date | None:
    opgelost = dossier.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST
    return dossier.afgehandeld_op if opgelost and not dossier.is_open else None


def _gehoord_op(dossier: Dossier) -> date | None:
    gehoord = (
        g.op
        for g in reversed(verloop.lopende_ronde(dossier))
        if g.soort is GebeurtenisSoort.GEHOORD and g.ja("klager_gehoord")
    )
    return next(gehoord, None)


def niet_nodig(dossier: Dossier) -> frozenset[Stapnaam]:
    """Return the steps that will not come: solved together, or no hearing."""
    if verloop.tevredenheid(dossier) is not None:
        return frozenset({Stapnaam.BRIEF, Stapnaam.BELLEN, Stapnaam.GESPREK, Stapnaam.UITZOEKEN})
    over = set()
    if verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART) is not None:
        over.add(Stapnaam.SAMEN)
    if verloop.laatste_nu(dossier, GebeurtenisSoort.AFGEZIEN_VAN_HOREN) is not None:
        over.add(Stapnaam.GESPREK)
    return frozenset(over)


def zitting(dossier: Dossier, vandaag: date) -> date | None:
    """Return the day of the planned hearing, ``None`` when there is none still to come."""
    gepland = verloop.laatste_nu(dossier, GebeurtenisSoort.HOREN_GEPLAND)
    dag = gepland.datum("zitting_op") if gepland else None
    return dag if dag is not None and dag >= vandaag else None


def dagen(dossier: Dossier, kader: Kader, briefdag: date | None) -> dict[Stapnaam, date | None]:
    """Return the last days that we promise; ``briefdag`` when a letter takes them along."""
    vanaf = verloop.termijn_vanaf(dossier)
    brief = kader.normen.termijn("ontvangstbevestiging", vanaf, kader.kalender)
    brief_op = beloften.werkdag_voor(brief.uiterste_datum, kader.kalender) if brief else None
    afspraak = verloop.afsluitbrief(dossier)
    return {
        Stapnaam.AFSPRAAK: beloften.antwoord(dossier, kader),
        Stapnaam.TEVREDEN: beloften.reactie(kader, afspraak.op) if afspraak else None,
        Stapnaam.BELLEN: beloften.contact(dossier, kader, briefdag),
        Stapnaam.BRIEF: brief_op,
        Stapnaam.SAMEN: beloften.oplossing(dossier, kader),
        Stapnaam.ANTWOORD: beloften.antwoord(dossier, kader),
    }
