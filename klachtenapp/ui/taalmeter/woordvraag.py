"""Two fields for a difficult word of our own and the plain one, shown when they are asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Melding, Stroom, Veldregel
from klachtenapp.ui.taalmeter.kennis import Taalkennis


class Woordvraag(QWidget):
    """Asks for a word, stores it and goes away; every field is measured with it at once."""

    def __init__(self, kennis: Taalkennis) -> None:
        super().__init__()
        self._kennis = kennis
        self.moeilijk = QLineEdit()
        self.gewoon = QLineEdit()
        self._regel = Veldregel("Moeilijk woord", self.moeilijk)
        self._beter = Veldregel("Gewoon woord", self.gewoon, hulp="Leeg: dit woord mag.")
        self._fout = Melding("", "fout")
        self.knop = Knop("Op de lijst zetten")
        self.knop.clicked.connect(self.bewaar)
        self.weg = Knop("Annuleren", stil=True)
        self.weg.clicked.connect(self.hide)
        self.gewoon.returnPressed.connect(self.bewaar)
        knoppen = QWidget()
        rij = Stroom(knoppen)
        rij.addWidget(self.knop)
        rij.addWidget(self.weg)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        for widget in (self._fout, self._regel, self._beter, knoppen):
            opmaak.addWidget(widget)

    def begin(self, woord: str) -> None:
        """Ask for a word; ``woord`` is the one that was selected in the text."""
        self.moeilijk.setText(woord)
        self.gewoon.clear()
        self._wis()
        self.show()
        (self.gewoon if woord else self.moeilijk).setFocus(Qt.FocusReason.OtherFocusReason)

    def laat_toe(self, woord: str) -> None:
        """Store at once that a word may be used."""
        self._wis()
        self._kennis.voeg_toe(woord, "", self._klaar, self._on_geweigerd)

    def bewaar(self) -> None:
        """Store what was typed."""
        self._wis()
        self.knop.setEnabled(False)
        self._kennis.voeg_toe(
            self.moeilijk.text(), self.gewoon.text(), self._klaar, self._on_geweigerd
        )

    def _klaar(self, _woorden: dict[str, str]) -> None:
        self.knop.setEnabled(True)
        self.hide()

    def _wis(self) -> None:
        self._fout.toon("")
        self._regel.wis_fout()
        self._beter.wis_fout()

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        self.show()
        veld = fout.veld if isinstance(fout, RegelFout) else ""
        regel = {"moeilijk": self._regel, "gewoon": self._beter}.get(veld or "")
        if regel is None:
            self._fout.toon(str(fout))
        else:
            regel.fout(str(fout))
            regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)
