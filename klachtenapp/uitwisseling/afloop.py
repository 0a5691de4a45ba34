"""How an old dossier ended, from what the sheet says about it (domein §4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Soort
from klachtenapp.domain.dagtekst import lang

# Longest legal road: 10 + 4 weeks, and some days for weekends and holidays.
_LANGSTE_TERMIJN_DAGEN = 14 * 7 + 6


@dataclass(frozen=True, slots=True)
class Einde:
    """What the cells say. ``informeel_gevraagd``: the sheet has a column for it."""

    soort: Soort
    informeel: bool | None
    oordeel: Oordeel | None
    wijze: Afdoeningswijze | None
    informeel_gevraagd: bool


@dataclass(frozen=True, slots=True)
class Afloop:
    """How it goes into the register, and what was assumed."""

    wijze: Afdoeningswijze | None = None
    oordeel: Oordeel | None = None
    let_op: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def gesloten(einde: Einde) -> Afloop:
    """Return the afdoeningswijze and oordeel of a dossier that has a date of closing.

    Only such a dossier is closed: no date is ever made up.
    """
    if einde.soort is not Soort.KLACHT:
        return Afloop(einde.wijze or Afdoeningswijze.BEANTWOORD, Oordeel.GEEN_OORDEEL)
    if einde.wijze is not None and einde.wijze is not Afdoeningswijze.FORMEEL_AFGEHANDELD:
        return _zonder_formeel_oordeel(einde.wijze, einde.oordeel)
    if einde.informeel:
        return _zonder_formeel_oordeel(Afdoeningswijze.INFORMEEL_OPGELOST, einde.oordeel)
    if einde.informeel is False or einde.wijze is Afdoeningswijze.FORMEEL_AFGEHANDELD:
        return _formeel(einde.oordeel)
    return _niet_gezegd(einde)


def nog_open(einde: Einde, ontvangen_op: date, vandaag: date) -> Afloop:
    """Return what is odd about a dossier without a date of closing; it stays open."""
    if einde.oordeel is not None or einde.wijze is not None:
        wat = einde.oordeel or einde.wijze
        return Afloop(
            let_op=(f"er staat '{wat}', maar geen datum van afhandeling; het dossier blijft open",)
        )
    if (vandaag - ontvangen_op).days > _LANGSTE_TERMIJN_DAGEN:
        return Afloop(
            let_op=(
                f"er staat geen datum van afhandeling; ontvangen op {lang(ontvangen_op)}, "
                "het dossier blijft open",
            )
        )
    return Afloop()


def _zonder_formeel_oordeel(wijze: Afdoeningswijze, oordeel: Oordeel | None) -> Afloop:
    if oordeel in (None, Oordeel.GEEN_OORDEEL):
        return Afloop(wijze, Oordeel.GEEN_OORDEEL)
    return Afloop(wijze, oordeel, (f"{wijze} en toch een oordeel; het oordeel is bewaard",))


def _formeel(oordeel: Oordeel | None) -> Afloop:
    if oordeel is None:
        return Afloop(
            Afdoeningswijze.FORMEEL_AFGEHANDELD,
            Oordeel.GEEN_OORDEEL,
            ("formeel afgehandeld, maar zonder oordeel; opgenomen als 'geen oordeel'",),
        )
    return Afloop(Afdoeningswijze.FORMEEL_AFGEHANDELD, oordeel)


def _niet_gezegd(einde: Einde) -> Afloop:
    """The sheet does not say informeel or formeel: an oordeel makes it formeel (art. 9:12)."""
    if einde.oordeel is None or einde.oordeel is Oordeel.GEEN_OORDEEL:
        wijze, aanname = Afdoeningswijze.ONBEKEND, "de manier van afdoen is onbekend"
    else:
        wijze = Afdoeningswijze.FORMEEL_AFGEHANDELD
        aanname = "vanwege het oordeel opgenomen als formeel"
    let_op = (f"informeel of formeel is niet ingevuld; {aanname}",)
    return Afloop(
        wijze,
        einde.oordeel or Oordeel.GEEN_OORDEEL,
        let_op if einde.informeel_gevraagd else (),
    )
