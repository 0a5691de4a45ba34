"""The stappenplan: one sheet that shows a klager what happens, understandable without reading.

Two sizes: ordinary on one A4, ``groot`` in 18 points on as many as it needs. The texts are
data (``resources/stappenplan``), the pictograms our own, the state comes from ``stappen``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.stappen import Plek, Stapnaam, Toestand
from klachtenapp.papier.blad import BREEDTE, Blad
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.opmaak import breek, breek_gelijk
from klachtenapp.papier.sierwerk import teken_oefening_rand
from klachtenapp.papier.stapkop import teken_kop
from klachtenapp.papier.stapmodel import ONDER, RAND, Rij, Stappenplan
from klachtenapp.papier.staprij import TIJD_GROOT, hoogte_hier, teken_rijen, tekst_x
from klachtenapp.papier.stapvoet import hoogte_voet, teken_voet
from klachtenapp.papier.tekst import Stuk, vul_regel
from klachtenapp.papier.venster import gemeente_naam

__all__ = ["Stappenplan", "teken_op", "teken_stappenplan"]

_MEER_WIT = 15.0  # between steps at most
_RUIM_OM = 3.0  # of the white around a step, what the ordinary sheet can do without
_WIT = 5.0  # between head, steps and foot


def teken_stappenplan(plan: Stappenplan) -> bytes:
    """Return the sheet as PDF."""
    titel = plan.teksten["titel"]
    if plan.persoonlijk:
        titel = f"{titel} ({plan.velden['kenmerk']})"
    blad = Blad(
        titel, datum=plan.vandaag, taal=plan.teksten["taalcode"],
        auteur=gemeente_naam(plan.gemeente),
    )  # fmt: skip
    teken_op(blad, plan)
    return blad.bewaar()


def teken_op(blad: Blad, plan: Stappenplan) -> None:
    """Draw the sheet on the page that is open: also as a page behind a letter."""
    teken_kop(blad, plan)
    paginas = _paginas(plan)
    for nummer, (rijen, boven) in enumerate(paginas):
        if nummer:
            blad.nieuwe_pagina()
            with blad.sier():
                teken_oefening_rand(blad, plan.gemeente)
        teken_rijen(blad, plan, rijen, boven)
        if nummer + 1 < len(paginas):
            with blad.inhoud("P"):
                verder = vul_regel(plan.teksten["verder"], {"blad": str(nummer + 2)}).blokken[0]
                blad.tekst(BREEDTE - RAND, ONDER, verder.tekst, font=VET, maat=18,
                           kleur=plan.kleur, plek="rechts")  # fmt: skip
    teken_voet(blad, plan, ONDER - hoogte_voet(plan))


def _paginas(plan: Stappenplan) -> list[tuple[list[Rij], float]]:
    """Lay the steps on pages; the ordinary sheet spreads them evenly over the one page."""
    begin = RAND + plan.maten.kop_hoogte + _WIT
    voet = hoogte_voet(plan) + _WIT
    rijen = [_rij(plan, plek, nummer) for nummer, plek in enumerate(plan.plekken, start=1)]
    if not plan.groot:
        return [(_gelijk(rijen, ONDER - voet - begin), begin)]
    return [
        (_gespreid(deel, boven, onder), boven)
        for deel, boven, onder in _verdeeld(rijen, begin, voet)
    ]


def _gelijk(rijen: list[Rij], ruimte: float) -> list[Rij]:
    """Give every step as much room, but the one with the flag what it needs."""
    gelijk = ruimte / len(rijen)
    ruimer = [
        rij for rij in rijen if rij.plek.toestand is Toestand.NU and rij.hoogte - _RUIM_OM > gelijk
    ]
    if not ruimer:
        return [replace(rij, hoogte=gelijk) for rij in rijen]
    nodig = ruimer[0].hoogte - _RUIM_OM
    rest = (ruimte - nodig) / (len(rijen) - 1)
    return [replace(rij, hoogte=nodig if rij is ruimer[0] else rest) for rij in rijen]


def _verdeeld(rijen: list[Rij], begin: float, voet: float) -> list[tuple[list[Rij], float, float]]:
    """Divide the steps over as few pages as hold them, about as many on each.

    Return for each page its steps, top and bottom; the foot stands on the last.
    """
    for aantal in range(1, len(rijen) + 1):
        grens = [round(nummer * len(rijen) / aantal + 0.01) for nummer in range(aantal + 1)]
        paginas = [
            (
                rijen[grens[nummer] : grens[nummer + 1]],
                begin if nummer == 0 else RAND,
                ONDER - (voet if nummer == aantal - 1 else _WIT),
            )
            for nummer in range(aantal)
        ]
        if all(sum(rij.hoogte for rij in deel) <= tot - van for deel, van, tot in paginas):
            break
    return paginas


def _gespreid(rijen: list[Rij], boven: float, onder: float) -> list[Rij]:
    """Give the steps of a page the room that is left, up to a bit."""
    over = (onder - boven - sum(rij.hoogte for rij in rijen)) / max(len(rijen), 1)
    return [replace(rij, hoogte=rij.hoogte + min(over, _MEER_WIT)) for rij in rijen]


def _rij(plan: Stappenplan, plek: Plek, nummer: int) -> Rij:
    """Break the texts of one step and measure the room it needs."""
    maten = plan.maten
    titel, tekst = plan.woorden(plek, "titel"), plan.woorden(plek, "tekst")
    rechts = RAND + (6.0 if plan.groot else maten.tijd_breed + 8)
    breed = BREEDTE - rechts - tekst_x(plan)
    titelregels = breek([Stuk(titel)], breed, maten.kop, gewoon=VET)
    tekstregels = breek_gelijk([Stuk(plan.tekst(tekst))], breed, maten.tekst)
    tijd = _tijd(plan, plek)
    hoog = len(titelregels) * maten.kopregel + len(tekstregels) * maten.tekstregel + 9
    hoog += TIJD_GROOT if plan.groot and any(tijd) else 0
    hoog += hoogte_hier(plan) if plek.toestand is Toestand.NU else 0
    return Rij(plek, nummer, titelregels, tekstregels, tijd, max(hoog, 2 * maten.straal + 9))


def _tijd(plan: Stappenplan, plek: Plek) -> tuple[str, str]:
    """Return the small and the large line of the pill: ``uiterlijk``, ``24 november 2026``."""
    woord = plan.teksten["tijd"]
    if plek.toestand is None:
        if plek.naam is Stapnaam.BINNEN:
            return "", woord["vandaag"]
        return (woord["binnen"], _duur(plek.norm, woord)) if plek.norm else ("", "")
    if plek.toestand is Toestand.NIET_NODIG:
        return "", woord["niet_nodig"]
    if plek.klaar_op:
        return woord["klaar"], _datum(plan, plek.klaar_op)
    if plek.afspraak:
        return woord["op"], _datum(plan, plek.afspraak)
    if plek.uiterlijk is None:
        return "", ""
    if plek.uiterlijk < plan.vandaag:  # a date that has passed is no promise
        return "", woord["zo_snel_mogelijk"]
    return woord["uiterlijk"], _datum(plan, plek.uiterlijk)


def _duur(norm: Norm, woord: Mapping[str, Any]) -> str:
    soorten = {Eenheid.UUR: "uur", Eenheid.WERKDAG: "werkdag", Eenheid.KALENDERDAG: "dag"}
    aantal, soort = norm.aantal, soorten[norm.eenheid]
    if soort == "dag" and aantal % 7 == 0:
        aantal, soort = aantal // 7, "week"
    return f"{aantal} {woord[soort][aantal != 1]}"


def _datum(plan: Stappenplan, dag: date) -> str:
    return f"{dag.day} {plan.teksten['maanden'][dag.month - 1]} {dag.year}"
