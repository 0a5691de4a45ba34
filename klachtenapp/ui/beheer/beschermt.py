"""Beheer, section Wat beschermt: what roles are worth, honestly, and what does protect."""

from __future__ import annotations

from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Tekst
from klachtenapp.ui.handleiding import BESCHERMT
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class BeschermtSectie(Sectie):
    """Only text, for everybody who comes in Beheer."""

    titel = "Wat beschermt"
    uitleg = "Wat houdt mensen tegen, en wat niet? Lees dit voor u rollen uitdeelt."
    recht = None

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        for kop, alineas in BESCHERMT:
            kaart = self.kaart(kop)
            for alinea in alineas:
                kaart.voeg_toe(Tekst(alinea))
        self.opmaak.addStretch(1)
        self.knop.setParent(self)
        self.knop.hide()
