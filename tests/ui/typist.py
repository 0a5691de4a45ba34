"""Somebody at the keyboard: types into whatever has the focus, and counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


class Typist:
    """Sends real key events. ``toetsen`` counts presses, ``velden`` the stops that got some."""

    def __init__(self) -> None:
        self.toetsen = 0
        self.velden = 0

    @property
    def veld(self) -> QWidget:
        """What has the focus now."""
        widget = QApplication.focusWidget()
        assert widget is not None, "Nothing has the focus."
        return widget

    def typ(self, tekst: str) -> Typist:
        """Type into the field with the focus."""
        self.velden += 1
        for teken in tekst:
            self._teken(teken)
            self.toetsen += 1
        return self

    def _teken(self, teken: str) -> None:
        if teken.isascii():
            QTest.keyClicks(self.veld, teken)
            return
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows ASCII only
            toets = QKeyEvent(soort, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, teken)
            QApplication.sendEvent(self.veld, toets)

    def druk(
        self,
        toets: Qt.Key,
        keer: int = 1,
        met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> Typist:
        """Press a key; a combination counts each of its keys."""
        los = sum(
            bool(met & soort)
            for soort in (
                Qt.KeyboardModifier.ControlModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.AltModifier,
            )
        )
        for _ in range(keer):
            QTest.keyClick(self.veld, toets, met)
            self.toetsen += 1 + los
        return self

    def tab(self, keer: int = 1) -> Typist:
        """Go to the next stop."""
        return self.druk(Qt.Key.Key_Tab, keer)
