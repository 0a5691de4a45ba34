"""The steps of the stappenplan: what is done, where the klager is now, and what comes when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain import beloften, bereikbaarheid, dossiertermijn, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.bereikbaarheid import Contactweg
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.normen import Normen


class Stapnaam(StrEnum):
    """The steps, in the order in which they happen."""

    BINNEN = "binnen"
    BELLEN = "bellen"
    BRIEF = "brief"
    SAMEN = "samen"
    GESPREK = "gesprek"
    UITZOEKEN = "uitzoeken"
    ANTWOORD = "antwoord"


class Toestand(StrEnum):
    """Where a step stands on the paper of one klager."""

    KLAAR = "klaar"
    NU = "nu"
    LATER = "later"
    NIET_NODIG = "niet nodig"


VARIANTEN: dict[str, tuple[Stapnaam, ...]] = {
    "kort": (
        Stapnaam.BINNEN,
        Stapnaam.BELLEN,
        Stapnaam.SAMEN,
        Stapnaam.UITZOEKEN,
        Stapnaam.ANTWOORD,
    ),
    "compleet": tuple(Stapnaam),
}


@dataclass(frozen=True, slots=True)
class Plek:
    """One step as it stands. Without a dossier ``toestand`` is ``None`` and ``norm`` the length.

    ``klaar_op`` is when it happened, ``afspraak`` a fixed day, ``uiterlijk`` the last day.
    ``vorm`` names other words for it, where the usual ones would promise something else.
    """

    naam: Stapnaam
    toestand: Toestand | None = None
    klaar_op: date | None = None
    afspraak: date | None = None
    uiterlijk: date | None = None
    norm: Norm | None = None
    vorm: str = ""


MAILEN, ZELF, GESCHREVEN, ZONDER_BELLEN = "mailen", "zelf", "geschreven", "zonder_bellen"
"""The other words: we e-mail, you call us, we wrote, the answer comes without a call before it."""


def algemeen(variant: str, normen: Normen, *, weken: int = 6) -> tuple[Plek, ...]:
    """Return the steps for the counter: no dates, only how long each takes."""
    duur = {
        Stapnaam.BRIEF: normen.ontvangstbevestiging,
        Stapnaam.BELLEN: normen.eerste_telefonisch_contact,
        Stapnaam.SAMEN: normen.afdoening_streef,
        Stapnaam.ANTWOORD: _weken(weken),
    }
    vormen = {} if normen.bellen_voor_brief else {Stapnaam.ANTWOORD: ZONDER_BELLEN}
    return tuple(
        Plek(naam, norm=norm if norm and norm.aan else None, vorm=vormen.get(naam, ""))
        for naam in VARIANTEN[variant]
        for norm in [duur.get(naam)]
    )


def persoonlijk(
    variant: str, dossier: Dossier, kader: Kader, vandaag: date, *, per_post: bool = False
) -> tuple[Plek, ...]:
    """Return the steps of one klacht: done, here, still to come, each with its date.

    The klager is at the first step after the last one that is done; our letter may go out
    before the call or after it. ``per_post``: it goes with a letter of ``vandaag``, and names
    the same day for the call.
    """
    klaar = _klaar(dossier)
    over = _niet_nodig(dossier)
    dagen = _dagen(dossier, kader, vandaag if per_post else None)
    namen = VARIANTEN[variant]
    voorbij = (klaar.keys() | (over & {Stapnaam.SAMEN})) - {Stapnaam.BRIEF}
    laatste = max((plek for plek, naam in enumerate(namen) if naam in voorbij), default=-1)
    verder = [naam for naam in namen[laatste + 1 :] if naam not in over and naam not in klaar]
    nu = verder[0] if verder and dossier.is_open else None

    def plek(naam: Stapnaam) -> Plek:
        vorm = _vorm(naam, dossier, kader)
        if naam in klaar:
            return Plek(naam, Toestand.KLAAR, klaar_op=klaar[naam], vorm=vorm)
        if naam in over or not dossier.is_open:
            return Plek(naam, Toestand.NIET_NODIG, vorm=vorm)
        toestand = Toestand.NU if naam is nu else Toestand.LATER
        if naam is Stapnaam.GESPREK:
            return Plek(naam, toestand, afspraak=_zitting(dossier, vandaag))
        uiterlijk = None if vorm == ZELF else dagen.get(naam)
        return Plek(naam, toestand, uiterlijk=uiterlijk, vorm=vorm)

    return tuple(plek(naam) for naam in namen)


def _vorm(naam: Stapnaam, dossier: Dossier, kader: Kader) -> str:
    """Return which words fit how this klager is reached."""
    if naam is Stapnaam.ANTWOORD:
        gebeld = kader.normen.bellen_voor_brief and bereikbaarheid.kan_gebeld_worden(dossier)
        return "" if gebeld and verloop.tevredenheid(dossier) is None else ZONDER_BELLEN
    if naam is not Stapnaam.BELLEN:
        return ""
    contact = verloop.eerst_gesproken(dossier)
    if contact is not None:
        return GESCHREVEN if verloop.op_schrift(contact) else ""
    weg = bereikbaarheid.beloofde_weg(bereikbaarheid.geadresseerde(dossier))
    return {Contactweg.MAILEN: MAILEN, Contactweg.SCHRIJVEN: ZELF, Contactweg.ONBEKEND: ZELF}.get(
        weg, ""
    )


def _klaar(dossier: Dossier) -> dict[Stapnaam, date]:
    """Return the steps that are done, with their day; a step once passed stays done."""
    brief = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    contact = verloop.eerst_gesproken(dossier)
    samen = verloop.tevredenheid(dossier) or _informeel_geprobeerd(dossier)
    oordeel = verloop.oordeel(dossier)
    dagen: dict[Stapnaam, date | None] = {
        Stapnaam.BINNEN: verloop.termijn_vanaf(dossier),
        Stapnaam.BRIEF: brief.op if brief else None,
        Stapnaam.BELLEN: contact.op if contact else None,
        Stapnaam.SAMEN: samen.op if samen else None,
        Stapnaam.GESPREK: _gehoord_op(dossier),
        Stapnaam.UITZOEKEN: oordeel.op if oordeel else None,
        Stapnaam.ANTWOORD: dossiertermijn.antwoord_op(dossier),
    }
    return {naam: dag for naam, dag in dagen.items() if dag is not None}


def _informeel_geprobeerd(dossier: Dossier) -> Gebeurtenis | None:
    """Return the start of the formal way when a solution was sought before it."""
    begonnen = verloop.laatste_nu(dossier, GebeurtenisSoort.INFORMEEL_GESTART)
    formeel = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    return formeel if begonnen else None


def _gehoord_op(dossier: Dossier) -> date | None:
    gehoord = (
        g.op
        for g in reversed(verloop.lopende_ronde(dossier))
        if g.soort is GebeurtenisSoort.GEHOORD and g.ja("klager_gehoord")
    )
    return next(gehoord, None)


def _niet_nodig(dossier: Dossier) -> frozenset[Stapnaam]:
    """Return the steps that will not come: solved together, or no hearing."""
    if verloop.tevredenheid(dossier) is not None:
        return frozenset({Stapnaam.BRIEF, Stapnaam.BELLEN, Stapnaam.GESPREK, Stapnaam.UITZOEKEN})
    over = set()
    if verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART) is not None:
        over.add(Stapnaam.SAMEN)
    if verloop.laatste_nu(dossier, GebeurtenisSoort.AFGEZIEN_VAN_HOREN) is not None:
        over.add(Stapnaam.GESPREK)
    return frozenset(over)


def _zitting(dossier: Dossier, vandaag: date) -> date | None:
    gepland = verloop.laatste_nu(dossier, GebeurtenisSoort.HOREN_GEPLAND)
    zitting = gepland.datum("zitting_op") if gepland else None
    return zitting if zitting is not None and zitting >= vandaag else None


def _dagen(dossier: Dossier, kader: Kader, briefdag: date | None) -> dict[Stapnaam, date | None]:
    """Return the last days that we promise; ``briefdag`` when a letter takes them along."""
    vanaf = verloop.termijn_vanaf(dossier)
    brief = kader.normen.termijn("ontvangstbevestiging", vanaf, kader.kalender)
    brief_op = beloften.werkdag_voor(brief.uiterste_datum, kader.kalender) if brief else None
    return {
        Stapnaam.BELLEN: beloften.contact(dossier, kader, briefdag),
        Stapnaam.BRIEF: brief_op,
        Stapnaam.SAMEN: beloften.oplossing(dossier, kader),
        Stapnaam.ANTWOORD: beloften.antwoord(dossier, kader),
    }


def _weken(aantal: int) -> Norm:
    return Norm(aantal * 7, Eenheid.KALENDERDAG)
