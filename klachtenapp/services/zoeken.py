"""Finds dossiers: as numbers for a list, as rows for the screen, or one in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import urgentie as urgenties
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.termijnkaart import uiterste_datum
from klachtenapp.domain.urgentie import Urgentie
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.models import meldingen
from klachtenapp.models import zoeken as index
from klachtenapp.models.zoeken import Filter
from klachtenapp.services.context import Context
from klachtenapp.services.gelijkenis import gelijkende_ids
from klachtenapp.services.rechten import vraagt

__all__ = [
    "SORTERINGEN", "Filter", "RegisterRegel", "aantal", "dossier", "dossiers", "ids",
    "lijkt_op", "regels",
]  # fmt: skip

URGENTIE = "urgentie"
SORTERINGEN: tuple[str, ...] = (URGENTIE, *index.VOLGORDEN)
"""What a list can be ordered by."""


@dataclass(frozen=True, slots=True)
class RegisterRegel:
    """One row of the register as the screen shows it; dates are derived here, never stored."""

    kenmerk: str
    uid: str
    soort: Soort
    status: Status
    klager: str
    onderwerp: str
    afdeling: str
    behandelaar: str
    ontvangen_op: date
    uiterste_datum: date | None
    volgende_stap: str
    urgentie: Urgentie | None
    oordeel: str
    oud_kenmerk: str


@vraagt(Recht.LEZEN)
def ids(ctx: Context, keuze: Filter, sorteer: str = URGENTIE, oplopend: bool = True) -> list[int]:
    """Return the numbers of the rows that fit ``keuze``, in order.

    Someone who types a number wants that dossier: a hit on a kenmerk or an old number
    comes first and ignores every other filter.
    """
    if not keuze.zoek.strip():
        return _op_volgorde(ctx, None, keuze, sorteer, oplopend)
    genummerd = index.met_nummer(ctx.register, keuze.zoek, ctx.gemeente.kenmerkpatroon)
    treffers = index.met_tekst(ctx.register, keuze.zoek)
    rest = _op_volgorde(ctx, treffers, keuze, sorteer, oplopend)
    if not genummerd:
        return rest
    vooraan = set(genummerd)
    return genummerd + [nummer for nummer in rest if nummer not in vooraan]


@vraagt(Recht.LEZEN)
def aantal(ctx: Context, keuze: Filter) -> int:
    """Return how many rows fit ``keuze``."""
    return len(ids(ctx, keuze, "kenmerk"))


@vraagt(Recht.LEZEN)
def regels(ctx: Context, nummers: Sequence[int]) -> list[RegisterRegel]:
    """Return the rows with these numbers, in this order; ask only for those on the screen."""
    return [_regel(ctx, d) for d in meldingen.haal_meer(ctx.register, nummers)]


@vraagt(Recht.LEZEN)
def dossier(ctx: Context, kenmerk: str) -> Dossier:
    """Return one dossier in full; RegelFout when it does not exist."""
    return meldingen.haal(ctx.register, kenmerk)


@vraagt(Recht.LEZEN)
def dossiers(ctx: Context, nummers: Sequence[int]) -> list[Dossier]:
    """Return whole dossiers by number, for exports; in a fixed number of queries."""
    return meldingen.haal_meer(ctx.register, nummers)


@vraagt(Recht.LEZEN)
def lijkt_op(ctx: Context, aanmelding: Aanmelding) -> list[RegisterRegel]:
    """Return at most five earlier meldingen of the same person or about the same thing."""
    return regels(ctx, gelijkende_ids(ctx, aanmelding))


def _regel(ctx: Context, wat: Dossier) -> RegisterRegel:
    stap = volgende_stap(wat, ctx.kader, ctx.vandaag)
    return RegisterRegel(
        kenmerk=wat.kenmerk,
        uid=wat.uid,
        soort=wat.soort,
        status=wat.status,
        klager=korte_naam(wat.klager),
        onderwerp=wat.onderwerp or _eerste_regel(wat.omschrijving),
        afdeling=wat.afdeling.naam if wat.afdeling else "",
        behandelaar=wat.behandelaar.naam if wat.behandelaar else "",
        ontvangen_op=wat.ontvangen_op,
        uiterste_datum=uiterste_datum(wat, ctx.kader),
        volgende_stap=stap.tekst if stap else "",
        urgentie=urgenties.urgentie(wat, ctx.kader, ctx.vandaag) if wat.is_open else None,
        oordeel=wat.oordeel or "",
        oud_kenmerk=wat.oud_kenmerk,
    )


def _eerste_regel(tekst: str, lengte: int = 80) -> str:
    regel = tekst.partition("\n")[0]
    return regel if len(regel) <= lengte else regel[: lengte - 1].rstrip() + "…"


def _op_volgorde(
    ctx: Context, treffers: list[int] | None, keuze: Filter, sorteer: str, oplopend: bool
) -> list[int]:
    if treffers is not None and not keuze.is_leeg:
        past = set(index.passend(ctx.register, keuze))
        treffers = [nummer for nummer in treffers if nummer in past]
    if sorteer == URGENTIE:
        return _op_urgentie(ctx, treffers, keuze, oplopend)
    if treffers is None:
        return index.ids(ctx.register, keuze, sorteer, oplopend=oplopend)
    return index.sorteer(ctx.register, treffers, sorteer, oplopend=oplopend)


def _op_urgentie(
    ctx: Context, treffers: list[int] | None, keuze: Filter, oplopend: bool
) -> list[int]:
    """Open dossiers by their date, then all others from new to old."""
    if treffers is None:
        treffers = index.passend(ctx.register, keuze)
    gezocht = set(treffers)
    vooraan = [nummer for nummer in urgentievolgorde(ctx) if nummer in gezocht]
    gezocht.difference_update(vooraan)
    volgorde = vooraan + sorted(gezocht, reverse=True)
    return volgorde if oplopend else volgorde[::-1]


@vraagt(Recht.LEZEN)
def urgentievolgorde(ctx: Context) -> list[int]:
    """Return the numbers of all open dossiers, the most urgent first."""

    def bepaal() -> list[int]:
        sleutels = {
            nummer: urgentiesleutel(d, urgenties.urgentie(d, ctx.kader, ctx.vandaag))
            for nummer, d in meldingen.open_genummerd(ctx.register)
        }
        return sorted(sleutels, key=lambda nummer: sleutels[nummer])

    return ctx.register.onthoud(("urgentievolgorde", ctx.vandaag, ctx.kader), bepaal)


def urgentiesleutel(wat: Dossier, urgentie: Urgentie) -> tuple[date, date, str]:
    """Return by what open dossiers are ordered: the date, then the oldest first."""
    return (urgentie.datum or date.max, wat.ontvangen_op, wat.kenmerk)
