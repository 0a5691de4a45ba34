"""A width in px at 100 % text that follows the text size, for what stands beside the content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from klachtenapp.ui import tokens


class VasteBreedte(QObject):
    """Keeps ``widget`` as wide as ``breedte`` at the text size that is in use."""

    def __init__(self, widget: QWidget, breedte: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._breedte = breedte
        self._pas_toe()
        widget.installEventFilter(self)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Measure again when the program is dressed again."""
        if event.type() == QEvent.Type.StyleChange:
            self._pas_toe()
        return super().eventFilter(bron, event)

    def _pas_toe(self) -> None:
        breedte = tokens.px(self._breedte)
        if self._widget.width() != breedte or self._widget.minimumWidth() != breedte:
            self._widget.setFixedWidth(breedte)
