"""Reads the history of a dossier: what has happened so far, in the round that runs now.

A heropening starts a new round: what was found before it stays in the history, but a
hearing, a judgement or a closing letter of the earlier round no longer counts.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis

# After one of these the klacht is being treated again, so an earlier "tevreden" is over.
_VERDERGEGAAN = frozenset(
    {
        G.INFORMEEL_GESTART,
        G.FORMEEL_GESTART,
        G.HOREN_GEPLAND,
        G.GEHOORD,
        G.AFGEZIEN_VAN_HOREN,
        G.VERSLAG_VASTGESTELD,
        G.ADVIES_ONTVANGEN,
        G.OORDEEL_GEVORMD,
    }
)


def lopende_ronde(dossier: Dossier) -> tuple[Gebeurtenis, ...]:
    """Return the events since the last heropening, oldest first."""
    geldig = dossier.geldige_gebeurtenissen
    for plek in range(len(geldig) - 1, -1, -1):
        if geldig[plek].soort is G.HEROPEND:
            return geldig[plek:]
    return geldig


def laatste_nu(dossier: Dossier, *soorten: G) -> Gebeurtenis | None:
    """Return the most recent event of one of ``soorten`` in this round."""
    return next((g for g in reversed(lopende_ronde(dossier)) if g.soort in soorten), None)


def na(dossier: Dossier, eerder: Gebeurtenis, later: Gebeurtenis | None) -> bool:
    """Whether ``later`` exists and was written down after ``eerder``."""
    geldig = dossier.geldige_gebeurtenissen
    return later is not None and geldig.index(later) > geldig.index(eerder)


def tevredenheid(dossier: Dossier) -> Gebeurtenis | None:
    """Return the satisfaction that still stands (art. 9:5 Awb), or ``None``."""
    ronde = lopende_ronde(dossier)
    for gebeurtenis in reversed(ronde):
        if gebeurtenis.soort is G.TEVREDENHEID_VASTGESTELD:
            return gebeurtenis
        if gebeurtenis.soort in _VERDERGEGAAN:
            return None
    return None


def brief_nu(dossier: Dossier, brief: BriefSoort) -> Gebeurtenis | None:
    """Return the latest sending of ``brief`` in this round."""
    return next(
        (
            g
            for g in reversed(lopende_ronde(dossier))
            if g.soort is G.BRIEF_VERZONDEN and g.gegevens.get("brief") == brief
        ),
        None,
    )


def afsluitbrief(dossier: Dossier) -> Gebeurtenis | None:
    """Return the afsluitbrief that was sent after the satisfaction that still stands."""
    tevreden = tevredenheid(dossier)
    brief = brief_nu(dossier, BriefSoort.AFSLUITBRIEF_INFORMEEL)
    return brief if tevreden and na(dossier, tevreden, brief) else None


def oordeel(dossier: Dossier) -> Gebeurtenis | None:
    """Return the judgement of this round; a hearing that was planned after it puts it aside."""
    gevormd = laatste_nu(dossier, G.OORDEEL_GEVORMD)
    plan = laatste_nu(dossier, G.HOREN_GEPLAND)
    return None if gevormd and na(dossier, gevormd, plan) else gevormd


def afdoeningsbrief(dossier: Dossier) -> Gebeurtenis | None:
    """Return the afdoeningsbrief that was sent after the judgement of this round."""
    gevormd = oordeel(dossier)
    brief = brief_nu(dossier, BriefSoort.AFDOENINGSBRIEF)
    return brief if gevormd and na(dossier, gevormd, brief) else None


def _gesprekken(dossier: Dossier) -> list[Gebeurtenis]:
    """Return the contacts of this round in which the klager was really reached."""
    ronde = lopende_ronde(dossier)
    return [g for g in ronde if g.soort is G.GESPREK and g.gegevens.get("bereikt") != "nee"]


def gesproken(dossier: Dossier) -> Gebeurtenis | None:
    """Return the latest contact of this round in which the klager was really reached."""
    return next(reversed(_gesprekken(dossier)), None)


def eerst_gesproken(dossier: Dossier) -> Gebeurtenis | None:
    """Return the first contact of this round in which the klager was really reached."""
    return next(iter(_gesprekken(dossier)), None)


def op_schrift(gesprek: Gebeurtenis) -> bool:
    """Whether a contact was by e-mail or letter: nobody heard a voice."""
    return gesprek.gegevens.get("manier") in ("e-mail", "brief")


def vergeefse_pogingen(dossier: Dossier) -> tuple[date, ...]:
    """Return the days of this round on which we tried in vain since the last contact."""
    dagen: list[date] = []
    for gebeurtenis in reversed(lopende_ronde(dossier)):
        if gebeurtenis.soort is G.GESPREK:
            if gebeurtenis.gegevens.get("bereikt") != "nee":
                break
            dagen.append(gebeurtenis.op)
    return tuple(reversed(dagen))


def zonder_beklaagde(dossier: Dossier) -> bool:
    """Whether it was said on record that the klacht is not about a person (art. 9:9, 9:10)."""
    return not dossier.beklaagde.strip() and any(
        g.ja("geen_beklaagde") for g in dossier.geldige_gebeurtenissen
    )


def over_bestuur(dossier: Dossier) -> bool:
    """Whether the klacht is about the bestuur itself: who handles it may have been involved.

    Said when the behandelaar was assigned, instead of "not involved" (art. 9:7 lid 2 Awb).
    """
    gekozen = dossier.laatste(G.BEHANDELAAR_TOEGEWEZEN), dossier.laatste(G.IN_BEOORDELING)
    gezegd = [g for g in gekozen if g and (g.ja("over_bestuur") or g.ja("niet_betrokken"))]
    return bool(gezegd) and not any(g.ja("niet_betrokken") for g in gezegd)


def ambassadeur(dossier: Dossier) -> str:
    """Return who follows this dossier beside the behandelaar; empty when nobody does."""
    gekozen = dossier.laatste(G.AMBASSADEUR_TOEGEWEZEN)
    return gekozen.gegevens.get("ambassadeur", "") if gekozen else ""


def gehoord_of_afwezig(dossier: Dossier, wie: str) -> bool:
    """Whether ``wie`` (``klager`` or ``beklaagde``) was heard or let the chance pass.

    Someone who will be heard apart (``afwezig_reden`` is ``apart``) still has to be heard.
    """
    if wie == "beklaagde" and zonder_beklaagde(dossier):
        return True
    return any(
        g.ja(f"{wie}_gehoord") or g.gegevens.get("afwezig_reden") in ("niet gekomen", "wil niet")
        for g in lopende_ronde(dossier)
        if g.soort is G.GEHOORD
    )


def afschrift(dossier: Dossier) -> Gebeurtenis | None:
    """Return by what the beklaagde got the klacht (art. 9:9 Awb): our letter, or else by hand."""
    brief = dossier.brief_verzonden(BriefSoort.AFSCHRIFT)
    return brief or dossier.laatste(G.AFSCHRIFT_GEGEVEN)


def verdaagd(dossier: Dossier) -> Gebeurtenis | None:
    """Return the verdaging (art. 9:11 lid 2 Awb); once per klacht, also over a heropening."""
    return dossier.laatste(G.VERDAAGD)


def elders_gegeven(gebeurtenis: Gebeurtenis, veld: str) -> bool:
    """Whether the notice was out before its event was written down: then it is not ours to send.

    So it is in a register that goes on from an older one. A notice of the same day still has
    to be printed, and one without a date was never given.
    """
    op = gebeurtenis.datum(veld)
    return op is not None and op < gebeurtenis.vastgelegd_op.date()


def bericht_van_verdaging(dossier: Dossier, wie: str) -> date | None:
    """Return when ``wie`` (``klager`` or ``beklaagde``) was told of the verdaging.

    By our letter, or otherwise before it was written down.
    """
    brief = dossier.brief_verzonden(BriefSoort(f"verdaging-{wie}"))
    if brief is not None:
        return brief.op
    feit, veld = verdaagd(dossier), f"{wie}_bericht_op"
    return feit.datum(veld) if feit is not None and elders_gegeven(feit, veld) else None


def termijn_vanaf(dossier: Dossier) -> date:
    """Return the day of receipt from which the terms of a klacht count.

    A melding that became a klacht counts from the second contact (domein §1.5).
    """
    omgezet = dossier.laatste(G.OMGEZET)
    if dossier.soort is Soort.KLACHT and omgezet is not None:
        return omgezet.datum("tweede_contact_op") or dossier.ontvangen_op
    return dossier.ontvangen_op


def zittingsdag(dossier: Dossier) -> date | None:
    """Return the day for which klager and beklaagde were last invited."""
    plan = laatste_nu(dossier, G.HOREN_GEPLAND)
    return plan.datum("zitting_op") if plan else None
