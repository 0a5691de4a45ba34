"""Mappings that were saved under a name: take one, or save what stands now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import kolomkeuzes
from klachtenapp.services.importeren import Indeling, Kolomkeuze
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst, Veldregel

_VOORSTEL = "Voorstel van het programma"


class Keuzenkaart(Kaart):
    """``gekozen`` carries the mapping that was taken; an empty one asks for the proposal."""

    gekozen = Signal(Kolomkeuze)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kolomkeuze", parent)
        self._indeling: Indeling | None = None
        self.lijst = QComboBox()
        self.lijst.activated.connect(lambda _plek: self._neem())
        self.naam = QLineEdit()
        self.naam.setMaxLength(60)
        self.naam.returnPressed.connect(self._bewaar)
        self.knop = Knop("Bewaren")
        self.knop.setAccessibleName("Deze kolomkeuze bewaren")
        self.knop.clicked.connect(self._bewaar)
        self.stand = Tekst("", "klein")
        self.stand.hide()
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(Veldregel("Bewaren als", self.naam), 1)
        onder = QHBoxLayout()
        self.voeg_toe(Veldregel("Gebruik", self.lijst))
        self.inhoud.addLayout(rij)
        onder.addWidget(self.stand, 1)
        onder.addWidget(self.knop)
        self.inhoud.addLayout(onder)
        self.ververs()

    def zet_indeling(self, indeling: Indeling) -> None:
        """Remember what would be saved."""
        self._indeling = indeling

    def ververs(self, kies: str = "") -> None:
        """List the saved mappings again."""
        self.lijst.clear()
        self.lijst.addItem(_VOORSTEL, "")
        for naam in kolomkeuzes.namen():
            self.lijst.addItem(naam, naam)
        self.lijst.setCurrentIndex(max(0, self.lijst.findData(kies)))

    def _neem(self) -> None:
        naam = self.lijst.currentData()
        try:
            keuze = kolomkeuzes.haal(naam) if naam else Kolomkeuze()
        except KlachtenappError as fout:
            self._zeg(str(fout))
            return
        self.naam.setText(naam)
        self.gekozen.emit(keuze)

    def _bewaar(self) -> None:
        if self._indeling is None:
            return
        try:
            kolomkeuzes.bewaar(self.naam.text(), self._indeling)
        except KlachtenappError as fout:
            self._zeg(str(fout))
            self.naam.setFocus()
            return
        self.ververs(self.naam.text().strip())
        self._zeg("Bewaard.")

    def _zeg(self, zin: str) -> None:
        self.stand.setText(zin)
        self.stand.setVisible(True)
