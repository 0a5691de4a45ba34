"""Last page: what was done, and where the former register lies now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Melding, Schuifvlak, Tekst


class KlaarStap(QWidget):
    """One banner and the facts below it; they can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.melding = Melding("", "goed")
        self._feiten: list[Tekst] = []
        binnen = QWidget()
        self._opmaak = QVBoxLayout(binnen)
        self._opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self._opmaak.setSpacing(tokens.RUIMTE_S)
        self._opmaak.addWidget(self.melding)
        self._opmaak.addStretch(1)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Schuifvlak(binnen))

    def toon(self, kop: str, feiten: Sequence[str], soort: str = "goed") -> None:
        """Say what was done."""
        self.melding.toon(kop, soort)
        for oud in self._feiten:
            self._opmaak.removeWidget(oud)
            oud.deleteLater()
        self._feiten = [Tekst(feit) for feit in feiten]
        for plek, regel in enumerate(self._feiten, start=1):
            regel.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._opmaak.insertWidget(plek, regel)

    def tekst(self) -> str:
        """Return all that is said here."""
        return "\n".join([self.melding.tekst(), *(regel.heel() for regel in self._feiten)])
