"""What must be true before a letter is said to have gone out: its day, its road, the call."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst, plichten, poort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import kanalen
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.ondertekenmap import mist_handtekening
from klachtenapp.domain.plichten import Sluittoestand
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten
from klachtenapp.papier.dagtekening import gedateerd_op
from klachtenapp.services.context import Context


def controleer(
    ctx: Context,
    dossier: Dossier,
    soort: BriefSoort,
    op: date,
    kanaal: str,
    pdf: bytes,
    niet_gebeld_reden: str,
) -> None:
    """Raise ``RegelFout`` when letter ``soort`` cannot have gone out like this."""
    controleer_dag(ctx, dossier, op)
    gedateerd = gedateerd_op(pdf)
    if gedateerd is not None and op < gedateerd:
        raise RegelFout(
            f"Op de brief staat {dagtekst.lang(gedateerd)}. Eerder kan deze brief niet zijn "
            "verzonden.",
            veld="op",
        )
    bezwaar = kanalen.bezwaar(soort, dossier, kanaal)
    if bezwaar is not None:
        artikel = f" ({bezwaar.artikel})" if bezwaar.artikel else ""
        raise RegelFout(f"{bezwaar.tekst}{artikel}", veld="kanaal")
    if mist_handtekening(soort, dossier, ctx.kader, documenten.som(pdf)):
        raise RegelFout(
            "Deze brief is nog niet ondertekend. Leg hem eerst voor ter ondertekening.",
            veld="ondertekenaar",
        )
    if moet_bellen(soort, dossier, ctx.kader, ctx.vandaag) and not niet_gebeld_reden.strip():
        raise RegelFout(
            "De klager hoort ons antwoord eerst van ons, dan pas op papier. Leg het gesprek "
            "vast, of schrijf op waarom u niet belde.",
            veld="niet_gebeld_reden",
        )


def controleer_dag(ctx: Context, dossier: Dossier, op: date) -> None:
    """Raise ``RegelFout`` for a letter of a day on which it cannot have been sent."""
    if op > ctx.vandaag:
        raise RegelFout("Een brief kan niet later dan vandaag zijn verzonden.", veld="op")
    if op < dossier.ontvangen_op:
        raise RegelFout("De brief is niet verzonden voordat de klacht binnenkwam.", veld="op")


def moet_bellen(soort: BriefSoort, dossier: Dossier, kader: Kader, vandaag: date) -> bool:
    """Whether the klager should hear the outcome from us before this letter (own norm)."""
    if soort is not BriefSoort.AFDOENINGSBRIEF:
        return False
    toestand, _, _ = plichten.gebeld_voor_brief(dossier, kader, vandaag)
    gepasseerd = poort.gepasseerd(dossier, "bellen_voor_brief") is not None
    return toestand is Sluittoestand.ONTBREEKT and not gepasseerd
