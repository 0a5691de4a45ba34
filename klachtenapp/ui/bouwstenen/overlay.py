"""A card over a dimmed window: for what one opens, reads or picks from, and leaves with Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.kaart import Kaart


class Overlay(QWidget):
    """Covers ``venster``, keeps the keyboard inside and gives it back on leaving.

    Put widgets in ``kaart``. Not a dialog: the window behind stays alive.
    """

    gesloten = Signal()

    def __init__(self, venster: QWidget, titel: str = "", breedte: int = 640) -> None:
        super().__init__(venster)
        self._venster = venster
        self._terug: QWidget | None = None
        self.kaart = Kaart(titel, self)
        self.kaart.setMaximumWidth(tokens.px(breedte))
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(40, 40, 40, 40)
        opmaak.addStretch(1)
        opmaak.addWidget(self.kaart, 0, Qt.AlignmentFlag.AlignHCenter)
        opmaak.addStretch(3)
        self._breedte = breedte
        venster.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the card; call after filling it, then put the focus where it belongs."""
        self._terug = QApplication.focusWidget()
        self._vul_venster()
        self.show()
        self.raise_()
        self.kaart.setFocus()

    def sluit(self) -> None:
        """Take the card away and put the focus back where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._terug is not None and self._terug.isVisible():
            self._terug.setFocus()
        self._terug = None
        self.gesloten.emit()

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if bron is self._venster and event.type() == QEvent.Type.Resize and self.isVisible():
            self._vul_venster()
        return super().eventFilter(bron, event)

    def focusNextPrevChild(self, volgende: bool) -> bool:
        """Keep Tab inside the card."""
        binnen = [
            w
            for w in self.kaart.findChildren(QWidget)
            if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not binnen:
            return True
        nu = QApplication.focusWidget()
        plek = binnen.index(nu) if nu in binnen else -1
        binnen[(plek + (1 if volgende else -1)) % len(binnen)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape; no key reaches the window behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.sluit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave with a click beside the card."""
        if not self.kaart.geometry().contains(event.position().toPoint()):
            self.sluit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window behind."""
        penseel = QPainter(self)
        penseel.fillRect(self.rect(), QColor(10, 20, 30, 120))
        penseel.end()

    def _vul_venster(self) -> None:
        self.setGeometry(self._venster.rect())
        self.kaart.setFixedWidth(min(tokens.px(self._breedte), max(200, self.width() - 80)))
