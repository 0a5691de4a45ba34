"""A card with a question that stays as high as its words need, also when one is refused."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from klachtenapp.ui.bouwstenen import Overlay

_RAND = 80


class Vraagkaart(Overlay):
    """An ``Overlay`` of which no field is squeezed below text that wraps in a narrow card."""

    def __init__(self, venster: QWidget, titel: str, breedte: int) -> None:
        super().__init__(venster, titel, breedte)
        self.kaart.installEventFilter(self)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Measure again when what is in the card, or its width, changed."""
        if bron is self.kaart and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            nodig = self.kaart.heightForWidth(self.kaart.width())
            hoogte = max(0, min(nodig, self.height() - _RAND))
            if hoogte != self.kaart.minimumHeight():
                self.kaart.setMinimumHeight(hoogte)
        return super().eventFilter(bron, event)
