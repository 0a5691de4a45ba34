"""The small stappenplan: an A5 with a back, and an A4 that folds to an A5 booklet.

The booklet lies on two sides of one A4 on its side. Outside: page 4 at the left, the cover at
the right. Inside: pages 2 and 3. Printed on both sides, turned over the short edge, and folded
in the middle, the pages follow each other. Read aloud they do too.
"""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.papier.blad import Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import GEWOON, VET, breedte
from klachtenapp.papier.opmaak import Regel, breek, breek_gelijk
from klachtenapp.papier.stapindeling import op_een_pagina, passend
from klachtenapp.papier.stapkop import (
    hoogte_kop,
    onderschrift,
    teken_kop,
    teken_nummerkaart,
    teken_oefening,
    teken_stand,
)
from klachtenapp.papier.stapmodel import Stappenplan
from klachtenapp.papier.stapnotitie import teken_notities
from klachtenapp.papier.staprij import teken_rijen
from klachtenapp.papier.stapvoet import hoogte_voet, teken_voet
from klachtenapp.papier.tekst import Stuk

BOEK = (297.0, 210.0)
"""An A4 on its side."""

_HELFT = BOEK[0] / 2
_OMSLAG = 112.0  # height of the coloured panel of the cover
_TITEL = 25.0
_WIT = 4.0
_GROTER = (1.4, 1.3, 1.2, 1.1, 1.0, 0.9)


def teken_a5(blad: Blad, plan: Stappenplan) -> None:
    """Draw the front with the steps, and the back with whom to call and room to write."""
    begin = plan.vel.rand + hoogte_kop(plan) + _WIT / 2
    plan = passend(plan, lambda p: p.vel.onder - begin)
    teken_kop(blad, plan)
    teken_rijen(blad, plan, *op_een_pagina(plan, begin, plan.vel.onder))
    blad.nieuwe_pagina()
    with blad.sier():
        teken_oefening(blad, plan)
    y = teken_voet(blad, plan, plan.vel.rand)
    with blad.element("Sect"):
        teken_notities(blad, plan, y)


def teken_boekje(blad: Blad, plan: Stappenplan) -> None:
    """Draw the outside and the inside of the sheet."""
    with blad.sier():
        for y in (4.0, BOEK[1] - 8.0):
            blad.lijn(_HELFT, y, _HELFT, y + 4.0, kleur=GRIJS, dikte=0.15)
    with blad.verschoven(_HELFT), blad.element("Sect"):
        _teken_omslag(blad, plan)
    with blad.verschoven(0.0), blad.element("Sect") as achterkant:
        with blad.sier():
            teken_oefening(blad, plan)
        teken_notities(blad, plan, plan.vel.rand)
    blad.nieuwe_pagina()
    with blad.verschoven(0.0), blad.element("Sect"):
        with blad.sier():
            teken_oefening(blad, plan)
        y = teken_stand(blad, plan, plan.vel.rand + 1) + 1.0
        passend_plan = passend(plan, lambda p: p.vel.onder - y)
        teken_rijen(blad, passend_plan, *op_een_pagina(passend_plan, y, plan.vel.onder))
    with blad.verschoven(_HELFT), blad.element("Sect"):
        teken_voet(blad, _vullend(plan), plan.vel.rand)
    blad.achteraan(achterkant)


def _vullend(plan: Stappenplan) -> Stappenplan:
    """Return the plan in the largest type in which its cards fit on one page."""
    ruimte = plan.vel.onder - plan.vel.rand
    groter = (replace(plan, schaal=schaal) for schaal in _GROTER)
    return next((p for p in groter if hoogte_voet(p) <= ruimte), plan)


def _teken_omslag(blad: Blad, plan: Stappenplan) -> None:
    """Draw the cover: what it is, of whom, and the number."""
    vel = plan.vel
    midden, breed = vel.breedte / 2, vel.breed - 20
    with blad.sier():
        blad.vlak(vel.rand, vel.rand, vel.breed, _OMSLAG, vul=plan.kleur, straal=6)
        teken_oefening(blad, plan)
    straal, y = 17.0, vel.rand + 29.0
    titel = breek_gelijk([Stuk(plan.teksten["titel"])], breed, _TITEL, gewoon=VET)
    onder = breek([Stuk(onderschrift(plan))], breed, 13)
    begin = y + straal + 7
    with blad.inhoud("H1"):
        begin = _gecentreerd(blad, [_zin(r) for r in titel], begin, _TITEL, VET, midden)
    with blad.inhoud("Figure", alt=plan.beeld("spreken"),
                     vak=(midden - straal, y - straal, 2 * straal, 2 * straal)):  # fmt: skip
        blad.cirkel(midden, y, straal, vul=WIT)
        teken_icoon(blad, "spreken", x=midden, y=y, maat=21, kleur=plan.kleur)
    with blad.inhoud("P"):
        _gecentreerd(blad, [_zin(r) for r in onder], begin + 3, 13, GEWOON, midden)
    if plan.persoonlijk:
        maat = 58.0
        y = vel.rand + _OMSLAG + (vel.onder - vel.rand - _OMSLAG - maat) / 2
        with blad.sier():
            blad.vlak(midden - maat / 2, y, maat, maat, lijn=plan.kleur, dikte=0.8, straal=4)
        teken_nummerkaart(blad, plan, (midden - maat / 2 + 1, y + 1, maat - 2, maat - 2))
    else:
        _teken_invullen(blad, plan, vel.rand + _OMSLAG + 16)


def _teken_invullen(blad: Blad, plan: Stappenplan, y: float) -> None:
    """Draw the lines on which number and name are written at the counter."""
    woord, links, rechts = plan.teksten["contact"], plan.vel.rand + 6, plan.vel.rechts - 6
    for sleutel in ("invul_nummer", "invul_naam"):
        with blad.inhoud("P"):
            blad.tekst(links, y, woord[sleutel] + " ", maat=13, kleur=INKT)
        with blad.sier():
            blad.lijn(links + breedte(woord[sleutel], GEWOON, 13) * 25.4 / 72 + 3, y + 1, rechts,
                      y + 1, kleur=GRIJS, dikte=0.3)  # fmt: skip
        y += 16


def _zin(regel: Regel) -> str:
    return " ".join(deel.tekst for deel in regel.delen)


def _gecentreerd(
    blad: Blad, regels: list[str], y: float, maat: float, font: str, midden: float
) -> float:
    for regel in regels:
        blad.tekst(midden, y + maat * 0.31, regel + " ", font=font, maat=maat, kleur=WIT,
                   plek="midden")  # fmt: skip
        y += maat * 0.42
    return y
