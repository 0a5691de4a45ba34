"""Asks for the password of who has no key store, before a locked register or copy is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst, Veldregel


class Wachtwoordvraag(QWidget):
    """Hidden until it is needed. ``getypt`` carries the password."""

    getypt = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uitleg = Tekst("")
        self.veld = QLineEdit()
        self.veld.setEchoMode(QLineEdit.EchoMode.Password)
        self.veld.setMaximumWidth(tokens.px(320))
        self.veld.returnPressed.connect(self._klaar)
        self.regel = Veldregel("Wachtw&oord", self.veld)
        self.knop = Knop("&Openen", primair=True)
        self.knop.setAutoDefault(False)  # Enter in the field does it already
        self.knop.clicked.connect(lambda: self._klaar())
        rij = QHBoxLayout()
        rij.addWidget(self.knop)
        rij.addStretch(1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(self._uitleg)
        opmaak.addWidget(self.regel)
        opmaak.addLayout(rij)
        self.hide()

    def vraag(self, zin: str, *, nog_eens: bool) -> None:
        """Ask for it; ``nog_eens``: what was typed before does not open it."""
        self.regel.wis_fout()
        if nog_eens:
            self.regel.fout(zin)
        else:
            self._uitleg.setText(zin)
        self.veld.clear()
        self.show()
        self.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _klaar(self) -> None:
        if self.veld.text():
            self.hide()
            self.getypt.emit(self.veld.text())
