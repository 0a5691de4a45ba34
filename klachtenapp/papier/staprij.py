"""One step of the stappenplan: pictogram, number, title, text, and its time below them.

How a step stands never depends on colour: done has a tick, twice; now has a frame, a flag and
a dark circle; what is passed over is crossed out.
"""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.domain.staptabel import Toestand
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.stapmodel import Rij, Stappenplan, pictogram, teken_regels
from klachtenapp.papier.staptijd import teken_hier, teken_tijd

_HIER = 3.8  # room for the half of the flag that is inside the frame, at 11.8 points
_WIT_OM = 5.5  # above and below what stands in a row


def midden_x(plan: Stappenplan) -> float:
    """Return where the middle of the circles is."""
    return plan.vel.rand + (3.0 if plan.klein else 7.0) + plan.maten.straal


def tekst_x(plan: Stappenplan) -> float:
    """Return where the text of the steps begins."""
    return midden_x(plan) + plan.maten.straal + (5.0 if plan.klein else 8.0)


def hoogte_hier(plan: Stappenplan) -> float:
    """Return the room for the flag ``u bent hier``, which stands on the edge of the frame."""
    return _HIER * plan.maten.tekst / 11.8


def hoogte_rij(plan: Stappenplan, rij: Rij) -> float:
    """Return the room that a step needs at least."""
    wit = _WIT_OM if plan.klein or plan.compleet else _WIT_OM + 3.0
    if rij.plek.toestand is Toestand.NU:
        wit += 2.6  # the frame, and white inside it
    return max(_inhoud(plan, rij) + wit, 2 * plan.maten.straal + wit / 2)


def _inhoud(plan: Stappenplan, rij: Rij) -> float:
    maten = plan.maten
    hoog = len(rij.titel) * maten.kopregel + 0.8 + len(rij.tekst) * maten.tekstregel
    hoog += maten.tijd_hoog if any(rij.tijd) else 0.0
    return hoog + (hoogte_hier(plan) if rij.plek.toestand is Toestand.NU else 0.0)


def teken_rijen(blad: Blad, plan: Stappenplan, rijen: Sequence[Rij], boven: float) -> None:
    """Draw the steps from the top ``boven``, joined by a line."""
    tops = [boven]
    for rij in rijen:
        tops.append(tops[-1] + rij.hoogte)
    with blad.sier():
        _teken_vlakken(blad, plan, rijen, tops)
        _teken_lijn(blad, plan, rijen, tops)
    for rij, y in zip(rijen, tops, strict=False):
        with blad.element("Sect"):
            _teken_rij(blad, plan, rij, y)


def _teken_vlakken(
    blad: Blad, plan: Stappenplan, rijen: Sequence[Rij], tops: Sequence[float]
) -> None:
    """Draw the panel behind the current step: a frame too, so that it shows in grey."""
    for rij, y in zip(rijen, tops, strict=False):
        if rij.plek.toestand is Toestand.NU:
            blad.vlak(
                plan.vel.rand, y + 0.6, plan.vel.breed, rij.hoogte - 1.2, vul=plan.tint(0.92),
                lijn=plan.kleur, dikte=1.0, straal=4,
            )  # fmt: skip


def _teken_lijn(blad: Blad, plan: Stappenplan, rijen: Sequence[Rij], tops: Sequence[float]) -> None:
    """Join the circles: a full line for what is done, dots for what is to come."""
    x, straal = midden_x(plan), plan.maten.straal
    for nummer in range(len(rijen) - 1):
        van = tops[nummer] + rijen[nummer].hoogte / 2 + straal
        tot = tops[nummer + 1] + rijen[nummer + 1].hoogte / 2 - straal
        if rijen[nummer].plek.toestand is Toestand.KLAAR:
            blad.lijn(x, van, x, tot, kleur=plan.kleur, dikte=1.6)
        else:
            if rijen[nummer].plek.toestand is Toestand.NU:
                van = tops[nummer + 1] - 0.6  # below the panel, not through its frame
            if tot - van > 2.2:
                blad.lijn(x, van + 1.6, x, tot - 0.8, kleur=plan.tint(0.25), dikte=1.3,
                          streep=(0.01, 2.5), rond=True)  # fmt: skip


def _teken_rij(blad: Blad, plan: Stappenplan, rij: Rij, y: float) -> None:
    maten, x = plan.maten, tekst_x(plan)
    midden = y + rij.hoogte / 2
    hier = rij.plek.toestand is Toestand.NU
    kleur = GRIJS if rij.plek.toestand is Toestand.NIET_NODIG else INKT
    top = midden - _inhoud(plan, rij) / 2
    _teken_cirkel(blad, plan, rij, midden_x(plan), midden)
    with blad.inhoud("H2"):
        _teken_nummer(blad, plan, rij, midden)
        begin = top + (hoogte_hier(plan) if hier else 0.0)
        teken_regels(blad, rij.titel, x=x, y=begin, hoogte=maten.kopregel, maat=maten.kop,
                     kleur=kleur)  # fmt: skip
    if hier:
        teken_hier(blad, plan, x, y + 0.6)
    begin += len(rij.titel) * maten.kopregel + 0.8
    with blad.inhoud("P"):
        begin = teken_regels(blad, rij.tekst, x=x, y=begin, hoogte=maten.tekstregel,
                             maat=maten.tekst, kleur=kleur)  # fmt: skip
    teken_tijd(blad, plan, rij, x, begin + 1.4)


def _teken_cirkel(blad: Blad, plan: Stappenplan, rij: Rij, x: float, y: float) -> None:
    """Draw the circle with its pictogram: dark when it is now, crossed out when passed over."""
    maten, nu = plan.maten, rij.plek.toestand is Toestand.NU
    stil = rij.plek.toestand is Toestand.NIET_NODIG
    grond = plan.kleur if nu else WIT if stil else plan.tint(0.88)
    lijn = plan.tint(0.35) if stil else plan.kleur
    naam, straal = pictogram(rij.plek), maten.straal
    vak = (x - straal, y - straal, 2 * straal, 2 * straal)
    with blad.inhoud("Figure", alt=plan.beeld(naam), vak=vak):
        blad.cirkel(x, y, straal, vul=grond, lijn=lijn if stil else None, dikte=0.4)
        kleur, binnen = (WIT, plan.kleur) if nu else (lijn, WIT)
        teken_icoon(blad, naam, x=x, y=y, maat=maten.pictogram, kleur=kleur, grond=binnen)
        if stil:
            schuin = straal * 0.707
            for dikte, streep in ((2.2, WIT), (0.8, GRIJS)):
                blad.lijn(x - schuin, y + schuin, x + schuin, y - schuin, kleur=streep,
                          dikte=dikte)  # fmt: skip


def _teken_nummer(blad: Blad, plan: Stappenplan, rij: Rij, midden: float) -> None:
    """Draw the number in its own small circle; a step that is done gets a tick as well."""
    straal = plan.maten.straal * 0.36
    x = midden_x(plan) - plan.maten.straal * 0.73
    y = midden - plan.maten.straal * 0.74
    stil = rij.plek.toestand is Toestand.NIET_NODIG
    punt = straal * 4.1
    rand = plan.tint(0.92) if rij.plek.toestand is Toestand.NU else WIT
    blad.cirkel(x, y, straal + 0.7, vul=rand)
    blad.cirkel(x, y, straal, vul=GRIJS if stil else plan.kleur)
    blad.tekst(x, y + punt * 0.118, f"{rij.nummer} ", font=VET, maat=punt, kleur=WIT,
               plek="midden")  # fmt: skip
    if rij.plek.toestand is Toestand.KLAAR:
        _teken_vink(blad, plan, midden_x(plan) + 0.76 * plan.maten.straal,
                    midden + plan.maten.straal * 0.72)  # fmt: skip


def _teken_vink(blad: Blad, plan: Stappenplan, x: float, y: float) -> None:
    straal = plan.maten.straal * 0.36
    blad.cirkel(x, y, straal + 0.7, vul=WIT)
    blad.cirkel(x, y, straal, vul=plan.kleur)
    teken_icoon(blad, "vinkje", x=x, y=y, maat=straal * 1.6, kleur=WIT)
