"""What we promised the klager and did not do yet, each with a button for when it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.toezeggingen import Toezegging, openstaand
from klachtenapp.domain.urgentie import van_datum
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Teken, Tekst
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.dossier.kop import KLEUREN

_HANDELING = "kom_belofte_na"


class Belofteblok(Kaart):
    """The open promises of one dossier, the first that is due on top."""

    def __init__(self, dossier: Dossier, vandaag: date, deur: Deur) -> None:
        super().__init__("Dit beloofden wij")
        self._deur = deur
        self.knoppen: list[Knop] = []
        for belofte in openstaand(dossier):
            self.inhoud.addLayout(self._regel(belofte, vandaag))

    def _regel(self, belofte: Toezegging, vandaag: date) -> QHBoxLayout:
        urgentie = van_datum(belofte.uiterlijk, vandaag)
        knop = Knop("Nagekomen…")
        knop.setAccessibleName(f"Nagekomen: {belofte.wat}")
        knop.clicked.connect(lambda _aan=False, wat=belofte.wat: self._on_klaar(wat))
        houd_voor(knop, recht_bij(_HANDELING), self._deur.runner.ctx.rollen)
        self.knoppen.append(knop)
        woorden = QVBoxLayout()
        woorden.setSpacing(tokens.RUIMTE_XS)
        woorden.addWidget(Tekst(belofte.wat, "sterk"))
        onder = f"{belofte.wie} · beloofd op {dagtekst.kort_zonder_jaar(belofte.beloofd_op)}"
        woorden.addWidget(Tekst(onder, "gedempt"))
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addLayout(woorden, 1)
        rij.addWidget(Teken(urgentie.teken, urgentie.tekst, KLEUREN[urgentie.trap], vlak=True))
        rij.addWidget(knop)
        return rij

    def _on_klaar(self, wat: str) -> None:
        self._deur.open_handeling(_HANDELING, {"belofte": wat})
