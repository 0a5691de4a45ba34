"""Block 2 of the intake: what happened, in the klager's own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit

from klachtenapp.domain.begrippen import Soort
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld, Kaart, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.intake.keuzeveld import Keuzeveld
from klachtenapp.ui.intake.velden import Velden
from klachtenapp.ui.invoervelden import Tekstvak

_SOORTEN = (
    (Soort.KLACHT.value, "klacht"),
    (Soort.TIP.value, "tip"),
    (Soort.COMPLIMENT.value, "compliment"),
    (Soort.OPMERKING.value, "opmerking"),
    (Soort.MELDING_OPENBARE_RUIMTE.value, "melding openbare ruimte"),
    (Soort.DOORZENDING.value, "voor een ander"),
)
_GEEN_ONDERWERP = "vanzelf: de eerste zin"


class Wat(Kaart):
    """Soort, own words, and what the register needs to find it again."""

    def __init__(self, velden: Velden, vandaag: Callable[[], date]) -> None:
        super().__init__("2 · Wat?")
        self._velden = velden
        self.inhoud.setSpacing(tokens.RUIMTE_M)
        soort = ChipGroep(_SOORTEN, verplicht=True)
        regel = Veldregel("Soort", soort)
        velden.koppel("soort", soort, regel)
        soort.chips()[-1].setToolTip("Hoort bij een andere organisatie: doorzenden (art. 2:3 Awb)")
        self.voeg_toe(regel)
        tekst = Tekstvak(regels=3)
        regel = Veldregel("Wat is er gebeurd? (in eigen woorden)", tekst)
        velden.koppel("omschrijving", tekst, regel)
        self.voeg_toe(regel)
        self._onderwerp = QLineEdit()
        self._onderwerp.setPlaceholderText(_GEEN_ONDERWERP)
        regel = Veldregel("Onderwerp", self._onderwerp)
        velden.koppel("onderwerp", self._onderwerp, regel)
        self.afdeling = Keuzeveld()
        afdeling = Veldregel("Afdeling", self.afdeling)
        velden.koppel("afdeling", self.afdeling, afdeling)
        rij = Veldrij()
        rij.voeg_toe(regel, 250, 3)
        rij.voeg_toe(afdeling, 190, 2)
        self.voeg_toe(rij)
        self.beklaagde = Keuzeveld()
        over_wie = Veldregel("Over wie (als bekend)", self.beklaagde)
        velden.koppel("beklaagde", self.beklaagde, over_wie)
        wanneer = DatumVeld(vandaag)
        op = Veldregel("Wanneer was het (als bekend)", wanneer)
        velden.koppel("gedraging_op", wanneer, op)
        rij = Veldrij()
        rij.voeg_toe(over_wie, 250, 3)
        rij.voeg_toe(op, 190, 2)
        self.voeg_toe(rij)

    def pas_aan(self, voorstel: str) -> None:
        """Show which subject it gets when nobody types one."""
        self._onderwerp.setPlaceholderText(voorstel or _GEEN_ONDERWERP)
