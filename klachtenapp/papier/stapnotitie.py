"""Room for the klager's own notes: three questions that help to remember, and lines to write on."""

from __future__ import annotations

from klachtenapp.papier.blad import Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.stapmodel import Stappenplan, teken_regels
from klachtenapp.papier.tekst import Stuk

_VRAGEN = ("wie", "wanneer", "afspraak")
_REGEL = 9.5  # between two lines to write on
_ICOON = 11.0
_BINNEN = 5.0


def teken_notities(blad: Blad, plan: Stappenplan, boven: float) -> None:
    """Fill the page from ``boven`` down; the last question gets all the lines that are left."""
    vel, woord, punt = plan.vel, plan.teksten["notities"], plan.maten.voet
    links, rechts = vel.rand + _BINNEN, vel.rechts - _BINNEN
    with blad.sier():
        blad.vlak(vel.rand, boven, vel.breed, vel.onder - boven, vul=WIT, lijn=plan.tint(0.55),
                  dikte=0.5, straal=4)  # fmt: skip
    y = boven + _BINNEN
    plek = (links, y, _ICOON, _ICOON)
    with blad.inhoud("H2"):
        titel = breek([Stuk(woord["titel"])], rechts - links - _ICOON - 4, punt + 2, gewoon=VET)
        hoog = (punt + 2) * 0.46
        teken_regels(blad, titel, x=links + _ICOON + 4,
                     y=y + (_ICOON - hoog * len(titel)) / 2, hoogte=hoog, maat=punt + 2,
                     kleur=INKT)  # fmt: skip
    with blad.inhoud("Figure", alt=plan.beeld("afspraak"), vak=plek):
        midden = (links + _ICOON / 2, y + _ICOON / 2)
        blad.cirkel(*midden, _ICOON / 2, vul=plan.tint(0.88))
        teken_icoon(blad, "afspraak", x=midden[0], y=midden[1], maat=7.4, kleur=plan.kleur)
    y += _ICOON + 2.5
    for vraag in _VRAGEN:
        if y + punt * 0.46 + _REGEL > vel.onder - _BINNEN:
            return  # no room for a question with a line to write on
        with blad.inhoud("P"):
            y = teken_regels(
                blad, breek([Stuk(woord[vraag])], rechts - links, punt), x=links, y=y,
                hoogte=punt * 0.46, maat=punt, kleur=INKT,
            )  # fmt: skip
        meer = vraag == _VRAGEN[-1]
        with blad.sier():
            while True:
                y += _REGEL
                if y > vel.onder - _BINNEN:
                    break
                blad.lijn(links, y, rechts, y, kleur=GRIJS, dikte=0.25)
                if not meer:
                    break
        y += 3.5
