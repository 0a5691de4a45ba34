"""A colour to type or to pick, with words that say whether it can be read, and what could."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.domain.huisstijl import beoordeel_kleur
from klachtenapp.errors import RegelFout
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Teken, Tekst, Veldregel

_LABEL = "Kleur van de gemeente"


class Kleurkiezer(QWidget):
    """The field with a sample, a picker, and below it the contrast in a number and in words.

    ``gekozen`` follows when a colour came from the picker or the proposal; typing is told by
    the field itself.
    """

    gekozen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.veld = QLineEdit()
        self.veld.setMaxLength(9)
        self.veld.setFixedWidth(tokens.px(110))
        self.regel = Veldregel(_LABEL, self.veld)
        self._staal = QFrame()
        self._staal.setFixedSize(tokens.px(36), tokens.px(36))
        self._staal.setAccessibleName("Zo ziet de kleur eruit")
        self.kies_knop = Knop("Kies een kleur")
        self.kies_knop.setAutoDefault(False)
        self.kies_knop.clicked.connect(lambda: self._kies())
        self._oordeel = Teken("", "", "gewoon")
        self._zin = Tekst("", "klein")
        self.voorstel = Knop("Neem deze kleur")
        self.voorstel.setAutoDefault(False)
        self.voorstel.clicked.connect(lambda: self._neem())
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(self.veld)
        rij.addWidget(self._staal)
        rij.addWidget(self.kies_knop)
        rij.addStretch(1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        opmaak.addWidget(self.regel.label)
        opmaak.addLayout(rij)
        opmaak.addWidget(self.regel)
        opmaak.addWidget(self._oordeel)
        opmaak.addWidget(self._zin)
        opmaak.addWidget(self.voorstel, 0, Qt.AlignmentFlag.AlignLeft)
        self.veld.textChanged.connect(lambda _tekst: self._toon())
        self._toon()

    def zin(self) -> str:
        """Return what is said of the colour."""
        return self._zin.text()

    def zet(self, kleur: str) -> None:
        """Show a colour."""
        self.veld.setText(kleur)

    def _toon(self) -> None:
        try:
            oordeel = beoordeel_kleur(self.veld.text())
        except RegelFout as fout:
            self._staal.setStyleSheet("background: transparent; border: 1px dashed gray;")
            self._oordeel.zet("", "", "gewoon")
            self._zin.setText(fout.boodschap)
            self.voorstel.hide()
            return
        self._staal.setStyleSheet(
            f"background: {oordeel.kleur}; border: 1px solid gray; border-radius: 6px;"
        )
        kop, _, rest = oordeel.zin.partition(". ")
        self._oordeel.zet("✓" if oordeel.goed else "▲", kop, "groen" if oordeel.goed else "amber")
        self._zin.setText(rest)
        self.voorstel.setText(f"Neem {oordeel.voorstel}")
        self.voorstel.setHidden(oordeel.goed)
        self.veld.setAccessibleDescription(oordeel.zin)

    def _kies(self) -> None:
        kleur = QColorDialog.getColor(QColor(self.veld.text()), self, _LABEL)
        if kleur.isValid():
            self._zet_en_meld(kleur.name().upper())

    def _neem(self) -> None:
        self._zet_en_meld(beoordeel_kleur(self.veld.text()).voorstel)
        self.veld.setFocus()

    def _zet_en_meld(self, kleur: str) -> None:
        self.zet(kleur)
        self.gekozen.emit()
