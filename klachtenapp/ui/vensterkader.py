"""The frame of the window: bar at the left, strips, the page, the status line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.ui.oefenstrook import Oefenstrook
from klachtenapp.ui.paginas import Paginasoort
from klachtenapp.ui.schijfstrook import Schijfstrook
from klachtenapp.ui.statusregel import Statusregel
from klachtenapp.ui.zijbalk import Zijbalk

_OEFENRAND: Final = 4
_STAPEL: Final = (640, 340)
"""Large letters, and strips above the page, may not push the window off a screen: 911 by 472
is what 1366×768 leaves at 150 %."""


class Vensterkader(QWidget):
    """Everything around the pages, each part in its place."""

    def __init__(self, paginas: Sequence[Paginasoort]) -> None:
        super().__init__()
        self.setObjectName("oefenrand")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.zijbalk = Zijbalk(paginas)
        self.oefenstrook = Oefenstrook()
        self.schijfstrook = Schijfstrook()
        self.stapel = QStackedWidget()
        self.stapel.setMinimumSize(*_STAPEL)
        self.statusregel = Statusregel()
        vlak = QWidget()
        vlak.setObjectName("werkvlak")
        self._kolom = kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.schijfstrook)
        kolom.addWidget(self.stapel, 1)
        kolom.addWidget(self.statusregel)
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addWidget(self.zijbalk)
        rij.addWidget(vlak, 1)
        self._alles = QVBoxLayout(self)
        self._alles.setSpacing(0)
        self._alles.addWidget(self.oefenstrook)
        self._alles.addLayout(rij, 1)

    def zet_boven(self, strook: QWidget) -> None:
        """Put a strip above the page, below that of the disk."""
        self._kolom.insertWidget(1, strook)

    def zet_oefening(self, oefening: bool) -> None:
        """Draw the edge that says that this is an exercise, or take it away."""
        rand = _OEFENRAND if oefening else 0
        self._alles.setContentsMargins(rand, 0, rand, rand)
