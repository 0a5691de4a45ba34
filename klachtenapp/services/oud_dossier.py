"""From a row of an old register to a dossier with its history, as far as the row tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.aanmelding import Aanmelding, Oudedossier
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.onafhankelijk import is_genoemd
from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.services import feiten
from klachtenapp.services.context import Context

_UIT_OUD = "Overgenomen uit het oude register."
_DAG_ONBEKEND = f"{_UIT_OUD} De dag van verdagen staat daar niet in."


@dataclass(frozen=True, slots=True)
class Namen:
    """Departments and medewerkers by their name as it stands in the aanmelding."""

    afdelingen: Mapping[str, Afdeling | None]
    medewerkers: Mapping[str, Medewerker | None]


def als_dossier(ctx: Context, oud: Oudedossier, namen: Namen, bestand: str, plek: str) -> Dossier:
    """Return the dossier: closed when the old register has a date of closing, else open.

    Its history holds only what the row says; that it was imported, and from where, comes
    first. ``kenmerk`` is empty: the register gives it.
    """
    van = oud.aanmelding
    dicht = oud.klaar_op is not None
    behandelaar, bezwaar = _behandelaar(van, namen)
    vorm = van.vorm or feiten.vorm_van(van.kanaal)
    return Dossier(
        uid=van.uid,
        kenmerk="",
        soort=van.soort,
        status=Status.AFGEHANDELD if dicht else Status.ONTVANGEN,
        ontvangen_op=van.ontvangen_op,
        kanaal=van.kanaal,
        vorm=vorm,
        omschrijving=van.omschrijving,
        onderwerp=van.onderwerp,
        klager=van.klager,
        gemachtigde=van.gemachtigde,
        afdeling=namen.afdelingen[van.afdeling],
        behandelaar=behandelaar,
        beklaagde=van.beklaagde,
        wens=van.wens,
        formeel_regime=feiten.beoordeel(ctx.gemeente, van, vorm).formeel_regime,
        commissie=ctx.gemeente.commissie,
        ondertekend=van.ondertekend,
        gedraging_op=van.gedraging_op,
        afdoeningswijze=oud.afdoeningswijze if dicht else None,
        oordeel=oud.oordeel if dicht and van.soort is Soort.KLACHT else None,
        afgehandeld_op=oud.klaar_op,
        oud_kenmerk=oud.oud_kenmerk,
        notities=oud.notities,
        gebeurtenissen=tuple(_geschiedenis(ctx, oud, bestand, plek, bezwaar)),
    )


def _behandelaar(van: Aanmelding, namen: Namen) -> tuple[Medewerker | None, str]:
    """Return who handles it, and what to say when that is the one complained of (art. 9:7)."""
    wie = namen.medewerkers[van.behandelaar]
    if wie is None or not is_genoemd(wie.naam, van.beklaagde):
        return wie, ""
    return None, (
        f" In het oude register stond {wie.naam} als behandelaar. Dat is niet overgenomen: de "
        "melding gaat over deze persoon (art. 9:7 Awb)."
    )


def _geschiedenis(
    ctx: Context, oud: Oudedossier, bestand: str, plek: str, bezwaar: str
) -> list[Gebeurtenis]:
    def feit(
        soort: GebeurtenisSoort, op: date, toelichting: str = _UIT_OUD, **gegevens: str
    ) -> Gebeurtenis:
        return Gebeurtenis(soort, op, ctx.nu, ctx.gebruiker, gegevens, toelichting)

    uit = [
        feit(
            GebeurtenisSoort.GEIMPORTEERD,
            ctx.vandaag,
            f"Overgenomen uit {bestand}, {plek}.{bezwaar}",
            bestand=bestand,
            plek=plek,
        )
    ]
    if oud.bevestigd_op is not None:
        brief = BriefSoort.ONTVANGSTBEVESTIGING.value
        uit.append(feit(GebeurtenisSoort.BRIEF_VERZONDEN, oud.bevestigd_op, brief=brief))
    if oud.verdaagd_tot is not None:
        uit.append(
            feit(
                GebeurtenisSoort.VERDAAGD,
                oud.aanmelding.ontvangen_op,
                _DAG_ONBEKEND,
                tot=oud.verdaagd_tot.isoformat(),
            )
        )
    if oud.klaar_op is not None and oud.afdoeningswijze is not None:
        wijze = oud.afdoeningswijze.value
        uit.append(feit(GebeurtenisSoort.AFGEHANDELD, oud.klaar_op, afdoeningswijze=wijze))
    return uit
