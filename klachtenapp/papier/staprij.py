"""One step of the stappenplan: pictogram, number, title, text and the pill with its time."""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.domain.stappen import Toestand
from klachtenapp.papier.blad import BREEDTE, Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import HALFVET, VET, breedte
from klachtenapp.papier.stapmodel import RAND, Rij, Stappenplan, teken_regels

_MIDDEN_X = 8.0  # from the margin to the left of the circle
_HIER = 7.4  # height of the flag at 11.8 points
TIJD_GROOT = 13.0  # room for the pill below the text, in the large size


def tekst_x(plan: Stappenplan) -> float:
    """Return where the text of the steps begins."""
    return RAND + _MIDDEN_X + 2 * plan.maten.straal + 8


def hoogte_hier(plan: Stappenplan) -> float:
    """Return the room for the flag ``u bent hier``."""
    return _HIER * plan.maten.tekst / 11.8


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
                RAND, y + 0.6, BREEDTE - 2 * RAND, rij.hoogte - 1.2, vul=plan.tint(0.92),
                lijn=plan.kleur, dikte=0.8, straal=4,
            )  # fmt: skip


def _teken_lijn(blad: Blad, plan: Stappenplan, rijen: Sequence[Rij], tops: Sequence[float]) -> None:
    """Join the circles: a full line for what is done, dots for what is to come."""
    x = RAND + _MIDDEN_X + plan.maten.straal
    for nummer in range(len(rijen) - 1):
        van = tops[nummer] + rijen[nummer].hoogte / 2 + plan.maten.straal
        tot = tops[nummer + 1] + rijen[nummer + 1].hoogte / 2 - plan.maten.straal
        if rijen[nummer].plek.toestand is Toestand.KLAAR:
            blad.lijn(x, van, x, tot, kleur=plan.kleur, dikte=1.6)
        else:
            if rijen[nummer].plek.toestand is Toestand.NU:
                van = tops[nummer + 1] - 0.6  # below the panel, not through its frame
            blad.lijn(x, van + 1.9, x, tot - 1.2, kleur=plan.tint(0.45), dikte=1.3,
                      streep=(0.01, 2.5), rond=True)  # fmt: skip


def _teken_rij(blad: Blad, plan: Stappenplan, rij: Rij, y: float) -> None:
    maten, x = plan.maten, tekst_x(plan)
    midden = y + rij.hoogte / 2
    hier = rij.plek.toestand is Toestand.NU
    kleur = GRIJS if rij.plek.toestand is Toestand.NIET_NODIG else INKT
    hoog = len(rij.titel) * maten.kopregel + 0.8 + len(rij.tekst) * maten.tekstregel
    onder = TIJD_GROOT if plan.groot and any(rij.tijd) else 0.0
    top = midden - (hoog + onder + (hoogte_hier(plan) if hier else 0.0)) / 2
    _teken_cirkel(blad, plan, rij, RAND + _MIDDEN_X + maten.straal, midden)
    with blad.inhoud("H2"):
        _teken_nummer(blad, plan, rij, midden)
        begin = top + (hoogte_hier(plan) if hier else 0.0)
        teken_regels(blad, rij.titel, x=x, y=begin, hoogte=maten.kopregel, maat=maten.kop,
                     kleur=kleur)  # fmt: skip
    if hier:
        _teken_hier(blad, plan, x, top)
    begin += len(rij.titel) * maten.kopregel + 0.8
    with blad.inhoud("P"):
        teken_regels(blad, rij.tekst, x=x, y=begin, hoogte=maten.tekstregel, maat=maten.tekst,
                     kleur=kleur)  # fmt: skip
    if plan.groot:
        _teken_tijd(blad, plan, rij, x, begin + len(rij.tekst) * maten.tekstregel + 2.6)
    else:
        hoogte = _tijdhoogte(plan, rij)
        _teken_tijd(blad, plan, rij, BREEDTE - RAND - maten.tijd_breed - 4, midden - hoogte / 2)


def _teken_cirkel(blad: Blad, plan: Stappenplan, rij: Rij, x: float, y: float) -> None:
    """Draw the circle with its pictogram: full when it is now, light otherwise."""
    maten, nu = plan.maten, rij.plek.toestand is Toestand.NU
    stil = rij.plek.toestand is Toestand.NIET_NODIG
    grond = plan.kleur if nu else plan.tint(0.94 if stil else 0.88)
    lijn = plan.tint(0.5) if stil else plan.kleur
    naam = plan.woorden(rij.plek, "pictogram")
    straal = maten.straal
    vak = (x - straal, y - straal, 2 * straal, 2 * straal)
    with blad.inhoud("Figure", alt=plan.beeld(naam), vak=vak):
        blad.cirkel(x, y, straal, vul=grond)
        kleur, binnen = (WIT, plan.kleur) if nu else (lijn, WIT)
        teken_icoon(blad, naam, x=x, y=y, maat=maten.pictogram, kleur=kleur, grond=binnen)


def _teken_nummer(blad: Blad, plan: Stappenplan, rij: Rij, midden: float) -> None:
    """Draw the number in its own small circle; a step that is done gets a tick as well."""
    straal = plan.maten.straal * 0.36
    x = RAND + _MIDDEN_X + plan.maten.straal * 0.27
    y = midden - plan.maten.straal * 0.74
    stil = rij.plek.toestand is Toestand.NIET_NODIG
    punt = straal * 4.1
    rand = plan.tint(0.92) if rij.plek.toestand is Toestand.NU else WIT
    blad.cirkel(x, y, straal + 0.7, vul=rand)
    blad.cirkel(x, y, straal, vul=plan.tint(0.4) if stil else plan.kleur)
    blad.tekst(x, y + punt * 0.118, f"{rij.nummer} ", font=VET, maat=punt, kleur=WIT,
               plek="midden")  # fmt: skip
    if rij.plek.toestand is Toestand.KLAAR:
        _teken_vink(blad, plan, x + 1.46 * plan.maten.straal, midden + plan.maten.straal * 0.74)


def _teken_vink(blad: Blad, plan: Stappenplan, x: float, y: float) -> None:
    straal = plan.maten.straal * 0.33
    blad.cirkel(x, y, straal + 0.7, vul=WIT)
    blad.cirkel(x, y, straal, vul=plan.kleur)
    teken_icoon(blad, "vinkje", x=x, y=y, maat=straal * 1.5, kleur=WIT)


def _teken_hier(blad: Blad, plan: Stappenplan, x: float, y: float) -> None:
    """Draw the flag ``u bent hier`` with its pin."""
    schaal = plan.maten.tekst / 11.8
    tekst, punt = plan.teksten["u_bent_hier"], 10.5 * schaal
    breed = breedte(tekst, HALFVET, punt) * 25.4 / 72 + 9.5 * schaal
    hoog = 5.8 * schaal
    with blad.inhoud("P"):
        blad.vlak(x, y, breed, hoog, vul=plan.kleur, straal=hoog / 2)
        teken_icoon(blad, "hier", x=x + 3.6 * schaal, y=y + hoog / 2, maat=4.2 * schaal, kleur=WIT,
                    grond=plan.kleur)  # fmt: skip
        blad.tekst(x + 6.6 * schaal, y + hoog * 0.69, tekst + " ", font=HALFVET, maat=punt,
                   kleur=WIT)  # fmt: skip


def _tijdhoogte(plan: Stappenplan, rij: Rij) -> float:
    return plan.maten.tijd * (1.0 if rij.tijd[0] else 0.74)


def _teken_tijd(blad: Blad, plan: Stappenplan, rij: Rij, x: float, y: float) -> None:
    """Draw the pill with the time; what is done or passed over stands without a frame."""
    label, waarde = rij.tijd
    if not (label or waarde):
        return
    maten, toestand = plan.maten, rij.plek.toestand
    if plan.groot:
        label, waarde = "", f"{label} {waarde}".strip()
    stil = toestand in (Toestand.KLAAR, Toestand.NIET_NODIG)
    hoog = 10.0 if plan.groot else _tijdhoogte(plan, rij)
    breed = maten.tijd_breed
    if plan.groot:
        breed = breedte(waarde, HALFVET, maten.tijd) * 25.4 / 72 + (0 if stil else 12)
    kleur = GRIJS if stil else plan.kleur
    midden = x + breed / 2
    with blad.inhoud("P"):
        if not stil:
            nu = toestand is Toestand.NU
            blad.vlak(x, y, breed, hoog, vul=plan.kleur if nu else WIT, lijn=plan.kleur, dikte=0.5,
                      straal=min(hoog / 2, 5.6))  # fmt: skip
            kleur = WIT if nu else plan.kleur
        if label:
            blad.tekst(midden, y + hoog * 0.40, label + " ", maat=maten.tijd * 0.82, kleur=kleur,
                       plek="midden")  # fmt: skip
        basis = y + hoog * (0.79 if label else 0.5) + (0 if label else maten.tijd * 0.118)
        blad.tekst(midden, basis, waarde + " ", font=HALFVET, maat=maten.tijd, kleur=kleur,
                   plek="midden")  # fmt: skip
