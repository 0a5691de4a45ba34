"""The steps of the stappenplan: what is done, where the klager is now, and what comes when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain import dossiertermijn, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.normen import Normen


class Stapnaam(StrEnum):
    """The steps, in the order in which they happen."""

    BINNEN = "binnen"
    BRIEF = "brief"
    BELLEN = "bellen"
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
    """

    naam: Stapnaam
    toestand: Toestand | None = None
    klaar_op: date | None = None
    afspraak: date | None = None
    uiterlijk: date | None = None
    norm: Norm | None = None


def algemeen(variant: str, normen: Normen, *, weken: int = 6) -> tuple[Plek, ...]:
    """Return the steps for the counter: no dates, only how long each takes."""
    duur = {
        Stapnaam.BRIEF: normen.ontvangstbevestiging,
        Stapnaam.BELLEN: normen.eerste_telefonisch_contact,
        Stapnaam.SAMEN: normen.afdoening_streef,
        Stapnaam.ANTWOORD: _weken(weken),
    }
    return tuple(
        Plek(naam, norm=norm if norm and norm.aan else None)
        for naam in VARIANTEN[variant]
        for norm in [duur.get(naam)]
    )


def persoonlijk(variant: str, dossier: Dossier, kader: Kader, vandaag: date) -> tuple[Plek, ...]:
    """Return the steps of one klacht: done, here, still to come, each with its date.

    The klager is at the first step after the last one that is done.
    """
    klaar = _klaar(dossier)
    over = _niet_nodig(dossier)
    namen = VARIANTEN[variant]
    laatste = max((plek for plek, naam in enumerate(namen) if naam in klaar), default=-1)
    verder = [naam for naam in namen[laatste + 1 :] if naam not in over]
    nu = verder[0] if verder and dossier.is_open else None
    return tuple(
        _plek(naam, nu, klaar, over, dossier, kader, vandaag) for naam in VARIANTEN[variant]
    )


def _plek(
    naam: Stapnaam,
    nu: Stapnaam | None,
    klaar: dict[Stapnaam, date],
    over: frozenset[Stapnaam],
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
) -> Plek:
    if naam in klaar:
        return Plek(naam, Toestand.KLAAR, klaar_op=klaar[naam])
    if naam in over or not dossier.is_open:
        return Plek(naam, Toestand.NIET_NODIG)
    toestand = Toestand.NU if naam is nu else Toestand.LATER
    if naam is Stapnaam.GESPREK:
        return Plek(naam, toestand, afspraak=_zitting(dossier, vandaag))
    return Plek(naam, toestand, uiterlijk=_uiterlijk(naam, dossier, kader))


def _klaar(dossier: Dossier) -> dict[Stapnaam, date]:
    """Return the steps that are done, with their day; a step once passed stays done."""
    brief = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    contact = verloop.gesproken(dossier)
    formeel = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    tevreden = verloop.tevredenheid(dossier)
    samen = tevreden or formeel
    oordeel = verloop.laatste_nu(dossier, GebeurtenisSoort.OORDEEL_GEVORMD)
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
    if verloop.laatste_nu(dossier, GebeurtenisSoort.AFGEZIEN_VAN_HOREN) is not None:
        return frozenset({Stapnaam.GESPREK})
    return frozenset()


def _zitting(dossier: Dossier, vandaag: date) -> date | None:
    gepland = verloop.laatste_nu(dossier, GebeurtenisSoort.HOREN_GEPLAND)
    zitting = gepland.datum("zitting_op") if gepland else None
    return zitting if zitting is not None and zitting >= vandaag else None


def _uiterlijk(naam: Stapnaam, dossier: Dossier, kader: Kader) -> date | None:
    normen: dict[Stapnaam, str] = {
        Stapnaam.BRIEF: "ontvangstbevestiging",
        Stapnaam.BELLEN: "eerste_telefonisch_contact",
        Stapnaam.SAMEN: "afdoening_streef",
    }
    if naam is Stapnaam.ANTWOORD:
        return dossiertermijn.uiterste_datum(dossier, kader)
    if naam not in normen:
        return None
    vanaf = verloop.termijn_vanaf(dossier)
    norm = kader.normen.termijn(normen[naam], vanaf, kader.kalender)
    uiterste = dossiertermijn.uiterste_datum(dossier, kader)
    if norm is None:
        return None
    return min(norm.uiterste_datum, uiterste) if uiterste else norm.uiterste_datum


def _weken(aantal: int) -> Norm:
    return Norm(aantal * 7, Eenheid.KALENDERDAG)
