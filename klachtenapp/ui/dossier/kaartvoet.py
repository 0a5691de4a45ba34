"""The foot of a column that scrolls: the button of a card, always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart


class Kaartvoet(QFrame):
    """Stands there as long as its card does, however far that card was scrolled away."""

    def __init__(self, kaart: Kaart, *delen: QWidget) -> None:
        super().__init__()
        self.setProperty("rol", "kaartvoet")
        self._kaart, self._delen = kaart, delen
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, tokens.RUIMTE_S, tokens.RUIMTE_M, 0)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        for deel in delen:
            opmaak.addWidget(deel)
        for widget in (kaart, *delen):
            widget.installEventFilter(self)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Come and go with the card, and with what stands in the foot."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(
                not self._kaart.isHidden() and any(not deel.isHidden() for deel in self._delen)
            )
        return super().eventFilter(bron, event)
