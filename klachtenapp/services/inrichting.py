"""Beheer: what is typed in a section becomes a setting of the register, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from klachtenapp.domain import dagtekst
from klachtenapp.domain.gemeentevelden import met_velden
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Afdeling
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer, stappenproef
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt

_VOORUIT = timedelta(days=365)  # a year ahead: time to look up the next decree


@dataclass(frozen=True, slots=True)
class Dekking:
    """How far the table of gelijkgestelde dagen reaches; ``let_op`` when that is too short."""

    zin: str
    let_op: bool


@vraagt(Recht.BEHEREN)
def bewaar_gemeente(ctx: Context, ingevuld: Mapping[str, str]) -> Context:
    """Store the settings that were filled in; those of other sections stay as they are."""
    with ctx.register.transactie():
        return beheer.bewaar_gemeente(ctx, met_velden(beheer.gemeente(ctx), ingevuld))


@vraagt(Recht.BEHEREN)
def bewaar_werkwijze(ctx: Context, ingevuld: Mapping[str, str]) -> Context:
    """Store the choices of how we work, with the way a verdaging counts (domein §2.4).

    ``proef_aan``, ``proef_een`` and ``proef_ander`` are the two stappenplannen by turns.
    """
    with ctx.register.transactie():
        ctx = bewaar_gemeente(ctx, ingevuld)
        if "proef_aan" in ingevuld:
            stappenproef.bewaar(
                ctx,
                aan=bool(ingevuld["proef_aan"]),
                een=ingevuld["proef_een"],
                ander=ingevuld["proef_ander"],
            )
        return beheer.bewaar_model_verdaging(ctx, ingevuld.get("model_verdaging", ""))


@vraagt(Recht.BEHEREN)
def bewaar_afdelingen(ctx: Context, lijst: Sequence[Afdeling]) -> list[Afdeling]:
    """Store all departments that changed; a refusal names its row (``naam_2``, from 0)."""
    bekend = {afdeling.id: afdeling for afdeling in beheer.afdelingen(ctx)}
    with ctx.register.transactie():
        for rij, afdeling in enumerate(lijst):
            nieuw_en_leeg = not afdeling.id and not afdeling.naam.strip()
            if nieuw_en_leeg or bekend.get(afdeling.id) == afdeling:
                continue
            try:
                beheer.bewaar_afdeling(ctx, afdeling)
            except RegelFout as fout:
                raise RegelFout(fout.boodschap, veld=f"naam_{rij}") from fout
    return beheer.afdelingen(ctx)


@vraagt(Recht.BEHEREN)
def bewaar_normen(ctx: Context, ingevuld: Mapping[str, str]) -> Context:
    """Store the norms as typed (``2 werkdagen``); a refusal names the norm."""
    return beheer.bewaar_normen(ctx, Normen.uit_tekst(ingevuld))


def met_dag(kalender: Kalender, dag: date, *, gesloten: bool) -> Kalender:
    """Return the calendar with one day more: gelijkgesteld by decree, or closed by us."""
    reden = kalender.feestdag(dag)
    if not gesloten and reden is not None:
        raise RegelFout(f"{dagtekst.kort(dag)} is al een feestdag: {reden}.", veld="dag")
    if not gesloten and dag.weekday() > 4:
        raise RegelFout(f"{dagtekst.kort(dag)} is al in het weekend.", veld="dag")
    if gesloten:
        return replace(kalender, kantoor_gesloten=kalender.kantoor_gesloten | {dag})
    return replace(kalender, gelijkgesteld=kalender.gelijkgesteld | {dag})


def zonder_dag(kalender: Kalender, dag: date, *, gesloten: bool) -> Kalender:
    """Return the calendar with one day less."""
    if gesloten:
        return replace(kalender, kantoor_gesloten=kalender.kantoor_gesloten - {dag})
    return replace(kalender, gelijkgesteld=kalender.gelijkgesteld - {dag})


def dekking(kalender: Kalender, vandaag: date) -> Dekking:
    """Return how far the table reaches, and whether it is time to fill it in further."""
    tot = dagtekst.lang(kalender.dekking_tot)
    if vandaag + _VOORUIT <= kalender.dekking_tot:
        return Dekking(f"De tabel loopt tot en met {tot}. Dat is ver genoeg.", let_op=False)
    return Dekking(
        f"De tabel loopt maar tot en met {tot}. Zoek de gelijkgestelde dagen voor later op "
        "in de Staatscourant en vul ze aan. Tot dan krijgt elke latere datum een waarschuwing.",
        let_op=True,
    )
