"""Lays the steps of the stappenplan on pages: breaks their texts and divides the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from klachtenapp.domain.staptabel import Plek
from klachtenapp.errors import RegelFout
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.opmaak import breek_gelijk
from klachtenapp.papier.stapmodel import Rij, Stappenplan
from klachtenapp.papier.staprij import hoogte_rij, tekst_x
from klachtenapp.papier.staptijd import tijd
from klachtenapp.papier.tekst import Stuk

_MEER_WIT = 15.0  # between steps at most, in the large size
_SCHALEN = (1.0, 0.96, 0.92, 0.88, 0.84)
_RUIM_OM = 3.5  # of the white around a step, what the ordinary sheet can do without
_WIT = 5.0  # below the steps

Pagina = tuple[list[Rij], float]
"""The steps of a page, and where the first one begins."""


def rijen(plan: Stappenplan) -> list[Rij]:
    """Return the steps with their lines, each with the height it needs."""
    return [_rij(plan, plek, nummer) for nummer, plek in enumerate(plan.plekken, start=1)]


def _rij(plan: Stappenplan, plek: Plek, nummer: int) -> Rij:
    maten = plan.maten
    titel, tekst = plan.woorden(plek, "titel"), plan.woorden(plek, "tekst")
    breed = plan.vel.rechts - 5.0 - tekst_x(plan)
    rij = Rij(
        plek,
        nummer,
        breek_gelijk([Stuk(titel)], breed, maten.kop, gewoon=VET),
        breek_gelijk([Stuk(plan.tekst(tekst))], breed, maten.tekst),
        tijd(plan, plek),
        0.0,
    )
    return replace(rij, hoogte=hoogte_rij(plan, rij))


def passend(plan: Stappenplan, ruimte: Callable[[Stappenplan], float]) -> Stappenplan:
    """Return the plan in the largest size in which its steps fit in ``ruimte`` millimetres.

    :raises RegelFout: they do not fit, because a text or a name is too long.
    """
    for schaal in _SCHALEN:
        kleiner = replace(plan, schaal=schaal)
        if sum(rij.hoogte - _RUIM_OM for rij in rijen(kleiner)) <= ruimte(kleiner):
            return kleiner
    raise _te_lang(plan)


def op_een_pagina(plan: Stappenplan, begin: float, onder: float) -> Pagina:
    """Spread the steps of a ``passend`` plan evenly over one page."""
    krap = [replace(rij, hoogte=rij.hoogte - _RUIM_OM) for rij in rijen(plan)]
    return _gelijk(krap, onder - begin), begin


def _gelijk(krap: list[Rij], ruimte: float) -> list[Rij]:
    """Give every step as much room, but who needs more than that gets what it needs."""
    ruimer: set[int] = set()
    while True:
        rest = ruimte - sum(rij.hoogte for rij in krap if rij.nummer in ruimer)
        gelijk = rest / max(len(krap) - len(ruimer), 1)
        erbij = {r.nummer for r in krap if r.hoogte > gelijk + 0.01} - ruimer
        if not erbij:
            return [r if r.nummer in ruimer else replace(r, hoogte=gelijk) for r in krap]
        ruimer |= erbij


def op_paginas(plan: Stappenplan, begin: float, voet: float) -> list[Pagina]:
    """Divide the steps over as few pages as hold them, about as many on each.

    The foot, ``voet`` high, stands on the last page; what room is left goes between the steps.
    """
    for eigen_vel in (False, True):  # a foot that leaves no room for a step gets its own page
        for aantal in range(1, len(plan.plekken) + 1):
            paginas = _verdeeld(plan, aantal, begin, _WIT if eigen_vel else voet)
            if all(sum(rij.hoogte for rij in deel) <= tot - van for deel, van, tot in paginas):
                klaar = [(_gespreid(deel, van, tot), van) for deel, van, tot in paginas]
                return [*klaar, ([], plan.vel.rand)] if eigen_vel else klaar
    raise _te_lang(plan)


def _verdeeld(
    plan: Stappenplan, aantal: int, begin: float, voet: float
) -> list[tuple[list[Rij], float, float]]:
    """Divide the steps over ``aantal`` pages: of each its steps, top and bottom."""
    alle, vel = rijen(plan), plan.vel
    grens = [round(nummer * len(alle) / aantal + 0.01) for nummer in range(aantal + 1)]
    return [
        (
            alle[grens[nummer] : grens[nummer + 1]],
            begin if nummer == 0 else vel.rand + 3.0,  # room for the flag
            vel.onder - (voet if nummer == aantal - 1 else _WIT),
        )
        for nummer in range(aantal)
    ]


def _te_lang(plan: Stappenplan) -> RegelFout:
    return RegelFout(
        f"De teksten van het stappenplan ({plan.teksten['taalnaam']}) zijn te lang voor dit "
        "blad. Maak ze korter, of kies grote letters: dan komen er meer bladen."
    )


def _gespreid(deel: list[Rij], boven: float, onder: float) -> list[Rij]:
    """Give the steps of a page the room that is left, up to a bit."""
    over = (onder - boven - sum(rij.hoogte for rij in deel)) / max(len(deel), 1)
    return [replace(rij, hoogte=rij.hoogte + min(over, _MEER_WIT)) for rij in deel]
