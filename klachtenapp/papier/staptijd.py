"""When: the time below a step, in words and as it is drawn, and the flag ``u bent hier``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.staptabel import Plek, Stapnaam, Toestand
from klachtenapp.papier.blad import MM, Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import GEWOON, HALFVET, breedte
from klachtenapp.papier.stapmodel import Rij, Stappenplan

_SOORTEN = {Eenheid.UUR: "uur", Eenheid.WERKDAG: "werkdag", Eenheid.KALENDERDAG: "dag"}


def tijd(plan: Stappenplan, plek: Plek) -> tuple[str, str]:
    """Return the light and the bold part of the time: ``uiterlijk``, ``24 november 2026``."""
    woord = plan.teksten["tijd"]
    if plek.toestand is None:
        if plek.naam is Stapnaam.BINNEN:
            return "", woord["vandaag"]
        return (woord["binnen"], _duur(plek.norm, woord)) if plek.norm else ("", "")
    if plek.toestand is Toestand.NIET_NODIG:
        return "", woord["niet_nodig"]
    if plek.klaar_op:
        return woord["klaar"], plan.datum(plek.klaar_op)
    if plek.afspraak:
        return woord["op"], plan.datum(plek.afspraak)
    if plek.uiterlijk is None:
        return "", ""
    if plek.uiterlijk < plan.vandaag:  # a date that has passed is no promise
        return "", woord["zo_snel_mogelijk"]
    return woord["uiterlijk"], plan.datum(plek.uiterlijk)


def _duur(norm: Norm, woord: Mapping[str, Any]) -> str:
    aantal, soort = norm.aantal, _SOORTEN[norm.eenheid]
    if soort == "dag" and aantal % 7 == 0:
        aantal, soort = aantal // 7, "week"
    return f"{aantal} {woord[soort][aantal != 1]}"


def teken_tijd(blad: Blad, plan: Stappenplan, rij: Rij, x: float, y: float) -> None:
    """Draw the time with its sign: a tick, a calendar or a clock; what is to come in a frame."""
    licht, zwaar = rij.tijd
    if not (licht or zwaar):
        return
    punt, toestand = plan.maten.tijd, rij.plek.toestand
    stil = toestand in (Toestand.KLAAR, Toestand.NIET_NODIG)
    nu = toestand is Toestand.NU
    hoog = punt * 0.62
    licht = f"{licht} " if licht else ""
    breed_licht = breedte(licht, GEWOON, punt) / MM if licht else 0.0
    icoon = "" if toestand is Toestand.NIET_NODIG else _teken(rij.plek)
    maat = punt * 0.36
    rand = 0.0 if stil else punt * 0.26
    begin = x + rand + (maat + 1.6 if icoon else 0.0)
    breed = begin - x + breed_licht + breedte(zwaar, HALFVET, punt) / MM + rand
    kleur = WIT if nu else GRIJS if stil else INKT
    with blad.inhoud("P"):
        if not stil:
            blad.vlak(x, y, breed, hoog, vul=plan.kleur if nu else WIT, lijn=plan.kleur,
                      dikte=0.45, straal=hoog / 2)  # fmt: skip
        if icoon:
            teken_icoon(blad, icoon, x=x + rand + maat / 2, y=y + hoog / 2, maat=maat,
                        kleur=kleur if nu else plan.kleur,
                        grond=plan.kleur if nu else WIT)  # fmt: skip
        basis = y + hoog / 2 + punt * 0.115
        if licht:
            blad.tekst(begin, basis, licht, maat=punt, kleur=kleur)
        blad.tekst(begin + breed_licht, basis, zwaar + " ", font=HALFVET, maat=punt, kleur=kleur)


def _teken(plek: Plek) -> str:
    if plek.toestand is Toestand.KLAAR:
        return "vinkje"
    return "klok" if plek.toestand is None else "kalender"


def teken_hier(blad: Blad, plan: Stappenplan, x: float, y: float) -> None:
    """Draw the flag ``u bent hier`` with its pin, half above the edge ``y`` of its frame."""
    schaal = plan.maten.tekst / 11.8
    tekst, punt = plan.teksten["u_bent_hier"], 10.5 * schaal
    breed = breedte(tekst, HALFVET, punt) / MM + 9.5 * schaal
    hoog = 5.8 * schaal
    y -= hoog / 2
    with blad.inhoud("P"):
        blad.vlak(x, y, breed, hoog, vul=plan.kleur, straal=hoog / 2)
        teken_icoon(blad, "hier", x=x + 3.6 * schaal, y=y + hoog / 2, maat=4.2 * schaal, kleur=WIT,
                    grond=plan.kleur)  # fmt: skip
        blad.tekst(x + 6.6 * schaal, y + hoog * 0.69, tekst + " ", font=HALFVET, maat=punt,
                   kleur=WIT)  # fmt: skip
