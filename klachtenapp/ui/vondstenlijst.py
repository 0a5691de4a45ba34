"""A short list of klachten that fit what was typed in a search field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui import tokens

KENMERK: Final = Qt.ItemDataRole.UserRole
"""Where an item keeps its kenmerk; empty for "nothing found"."""


class Vondstenlijst(QListWidget):
    """What was found; Enter takes one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Gevonden klachten")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    def toon(self, regels: Sequence[RegisterRegel], *, leeg: bool) -> None:
        """Show these rows, or that there are none."""
        self.clear()
        for regel in regels:
            item = QListWidgetItem(f"{regel.kenmerk} · {regel.klager}\n{regel.onderwerp}")
            item.setData(KENMERK, regel.kenmerk)
            self.addItem(item)
        if leeg:
            niets = QListWidgetItem("Niets gevonden. Probeer een deel van de naam.")
            niets.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(niets)
        self.setVisible(self.count() > 0)
        hoogte = sum(self.sizeHintForRow(rij) for rij in range(self.count()))
        self.setFixedHeight(hoogte + 2 * self.frameWidth() + tokens.RUIMTE_S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row under the focus with Enter, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.itemActivated.emit(self.currentItem())
            return
        super().keyPressEvent(event)
