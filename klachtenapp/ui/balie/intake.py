"""A klacht in three lines: who, on what number, and what happened. The rest is asked later."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from klachtenapp.errors import RegelFout
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Veldregel
from klachtenapp.ui.invoervelden import Tekstvak


class Balieintake(QWidget):
    """Three fields that stay filled in until they are in the register."""

    def __init__(self) -> None:
        super().__init__()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        self.naam, self.telefoon, self.wat = QLineEdit(), QLineEdit(), Tekstvak(2)
        self._regels = {
            "achternaam": Veldregel("&Naam", self.naam),
            "telefoon": Veldregel("Te&lefoon", self.telefoon),
            "omschrijving": Veldregel("Wat is er &gebeurd?", self.wat, verplicht=True),
        }
        for regel in self._regels.values():
            opmaak.addWidget(regel)
        self.naam.returnPressed.connect(self.telefoon.setFocus)
        self.telefoon.returnPressed.connect(self.wat.setFocus)

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def lees(self) -> dict[str, str]:
        """Return what was typed, by the names of ``balie.schrijf_op``."""
        return {
            "naam": self.naam.text(),
            "telefoon": self.telefoon.text(),
            "wat": self.wat.waarde(),
        }

    def zet(self, getypt: Mapping[str, str]) -> None:
        """Show what was typed before."""
        self.naam.setText(getypt.get("naam", ""))
        self.telefoon.setText(getypt.get("telefoon", ""))
        self.wat.zet_waarde(getypt.get("wat", ""))

    def wis(self) -> None:
        """Make room for the next person."""
        self.naam.clear()
        self.telefoon.clear()
        self.wat.zet_waarde("")
        self.wis_fouten()

    def wis_fouten(self) -> None:
        """Take away what was wrong."""
        for regel in self._regels.values():
            regel.wis_fout()

    def toon_fout(self, fout: RegelFout) -> bool:
        """Say at its field what is wrong; ``False`` when it is about no field here."""
        regel = self._regels.get(fout.veld or "")
        if regel is None:
            return False
        regel.fout(fout.boodschap)
        regel.veld.setFocus()
        return True
