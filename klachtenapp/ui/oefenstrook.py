"""The orange strip of the oefengemeente: says that nothing is real, and moves the clock."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst


class Oefenstrook(QWidget):
    """``verzet`` carries by how many days the clock must go on; 0 means back to today."""

    verzet = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("oefenstrook")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        woord = QLabel("OEFENING")
        woord.setObjectName("oefenwoord")
        self._uitleg = Tekst("Alles hier is verzonnen. Probeer gerust uit.", afkappen=True)
        self._dag = QLabel()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(tokens.RUIMTE_XL, 5, tokens.RUIMTE_XL, 5)
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(woord)
        rij.addWidget(self._uitleg, 1)
        rij.addWidget(self._dag)
        self._terug = Knop("Terug naar vandaag")
        self._terug.setToolTip("Zet de klok van de oefening weer gelijk")
        self._terug.clicked.connect(lambda: self.verzet.emit(0))
        for tekst, dagen in (("1 dag verder", 1), ("1 week verder", 7)):
            knop = Knop(tekst)
            knop.setToolTip("Verzet de klok van de oefening: zo ziet u termijnen verlopen")
            knop.clicked.connect(lambda _aan=False, stap=dagen: self.verzet.emit(stap))
            rij.addWidget(knop)
        rij.addWidget(self._terug)

    def zet(self, vandaag: date, verschil: int) -> None:
        """Show at which day the clock stands."""
        self._dag.setText(f"De klok staat op {dagtekst.kort(vandaag)}")
        self._terug.setEnabled(verschil != 0)
