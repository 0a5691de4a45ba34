"""The steps of the stappenplan: what is done, where the klager is now, and what comes when."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import beloften, stapstand, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Status, Wens
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.staptabel import (
    ALTIJD,
    GESCHREVEN,
    MAILEN,
    STAPPEN,
    VARIANTEN,
    ZELF,
    ZONDER_BELLEN,
    Formaat,
    Plek,
    Stapnaam,
    Toestand,
    Weg,
)

__all__ = [
    "ALTIJD",
    "GESCHREVEN",
    "MAILEN",
    "STAPPEN",
    "VARIANTEN",
    "ZELF",
    "ZONDER_BELLEN",
    "Formaat",
    "Plek",
    "Stapnaam",
    "Toestand",
    "Weg",
    "algemeen",
    "persoonlijk",
    "volgend_contact",
    "weg_van",
]

_FORMEEL = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})
_OPNIEUW_FORMEEL = ("niet tevreden", "ombudsman")  # art. 9:5: then the formal way resumes
_WIJ_ZIJN_AAN_ZET = frozenset(
    {Stapnaam.BELLEN, Stapnaam.BRIEF, Stapnaam.GESPREK, Stapnaam.AFSPRAAK, Stapnaam.ANTWOORD}
)


def weg_van(dossier: Dossier) -> Weg:
    """Return the way that this klacht goes: what was started, else what the klager chose."""
    if verloop.tevredenheid(dossier) is not None or dossier.status is Status.INFORMEEL:
        return Weg.INFORMEEL
    formeel = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    if dossier.status in _FORMEEL or formeel is not None:
        return Weg.FORMEEL
    if verloop.laatste_nu(dossier, GebeurtenisSoort.INFORMEEL_GESTART) is not None:
        return Weg.INFORMEEL
    heropend = verloop.laatste_nu(dossier, GebeurtenisSoort.HEROPEND)
    if heropend is not None and heropend.gegevens.get("reden") in _OPNIEUW_FORMEEL:
        return Weg.FORMEEL
    if dossier.wens is None:
        return Weg.BEIDE
    return Weg.FORMEEL if dossier.wens is Wens.OFFICIELE_BRIEF else Weg.INFORMEEL


def algemeen(
    variant: str, normen: Normen, *, weken: int = 6, weg: Weg = Weg.BEIDE
) -> tuple[Plek, ...]:
    """Return the steps for the counter: no dates, only how long each takes."""
    duur = {
        Stapnaam.BRIEF: normen.ontvangstbevestiging,
        Stapnaam.BELLEN: normen.eerste_telefonisch_contact,
        Stapnaam.SAMEN: normen.afdoening_streef,
        Stapnaam.AFSPRAAK: _weken(weken),
        Stapnaam.ANTWOORD: _weken(weken),
    }
    vormen = {} if normen.bellen_voor_brief else {Stapnaam.ANTWOORD: ZONDER_BELLEN}
    if weg is Weg.FORMEEL:
        vormen |= stapstand.ALTIJD_BIJ_FORMEEL
    return tuple(
        Plek(naam, norm=norm if norm and norm.aan else None, vorm=vormen.get(naam, ""))
        for naam in STAPPEN[weg][variant]
        for norm in [duur.get(naam)]
    )


def persoonlijk(
    variant: str,
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
    *,
    per_post: bool = False,
    weg: Weg = Weg.BEIDE,
) -> tuple[Plek, ...]:
    """Return the steps of one klacht: done, here, still to come, each with its date.

    The klager is at the first step after the last one that is done; our letter may go out
    before the call or after it. ``per_post``: it goes with a letter of ``vandaag``, and names
    the same day for the call.
    """
    klaar = stapstand.klaar(dossier)
    over = stapstand.niet_nodig(dossier)
    dagen = stapstand.dagen(dossier, kader, vandaag if per_post else None)
    namen = STAPPEN[weg][variant]
    voorbij = (klaar.keys() | (over & {Stapnaam.SAMEN})) - {Stapnaam.BRIEF}
    laatste = max((plek for plek, naam in enumerate(namen) if naam in voorbij), default=-1)
    verder = [naam for naam in namen[laatste + 1 :] if naam not in over and naam not in klaar]
    nu = verder[0] if verder and dossier.is_open else None

    def plek(naam: Stapnaam) -> Plek:
        vorm = stapstand.vorm(naam, dossier, kader, weg)
        if naam in klaar:
            return Plek(naam, Toestand.KLAAR, klaar_op=klaar[naam], vorm=vorm)
        if naam in over or not dossier.is_open:
            return Plek(naam, Toestand.NIET_NODIG, vorm=vorm)
        toestand = Toestand.NU if naam is nu else Toestand.LATER
        if naam is Stapnaam.GESPREK:
            zitting = stapstand.zitting(dossier, vandaag)
            return Plek(naam, toestand, afspraak=zitting, vorm=vorm)
        uiterlijk = None if vorm == ZELF else dagen.get(naam)
        return Plek(naam, toestand, uiterlijk=uiterlijk, vorm=vorm)

    return tuple(plek(naam) for naam in namen)


def volgend_contact(
    plekken: tuple[Plek, ...], dossier: Dossier, kader: Kader, vandaag: date
) -> date | None:
    """Return the day by which the klager hears from us again; ``None`` when it is closed.

    It is the day of the step that comes now when we make contact in it, or the day of the
    next news (our own norm), whichever comes first. A day that has passed is no promise.
    """
    if not dossier.is_open:
        return None
    stap = next((plek for plek in plekken if plek.toestand is Toestand.NU), None)
    if stap is not None and stap.naam is Stapnaam.TEVREDEN:
        return None  # now it is for the klager to say something
    dagen = [beloften.nieuws(dossier, kader, vandaag), beloften.antwoord(dossier, kader)]
    if stap is not None and stap.naam in _WIJ_ZIJN_AAN_ZET:
        dagen += [stap.afspraak, stap.uiterlijk]
    komend = [dag for dag in dagen if dag is not None and dag >= vandaag]
    return min(komend) if komend else _bericht(kader, vandaag)


def _bericht(kader: Kader, vandaag: date) -> date | None:
    """Return by when there is word even if all else is late: our own norm, from today."""
    norm = kader.normen.termijn("voortgangsbericht", vandaag, kader.kalender)
    if norm is None:
        return None
    return max(beloften.werkdag_voor(norm.uiterste_datum, kader.kalender), vandaag)


def _weken(aantal: int) -> Norm:
    return Norm(aantal * 7, Eenheid.KALENDERDAG)
