"""The banner with the next step: what, by when, why, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst
from klachtenapp.ui.bouwstenen.tekst import zet_rol


class Stapbalk(QFrame):
    """Sentence, reason, *Meer doen* and the primary button."""

    gedaan = Signal()
    meer = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._compact = False
        self.zin = Tekst("", "sterk")
        self.reden = Tekst("")
        self.meer_knop = Knop("Meer doen", icoon="omlaag")
        self.meer_knop.setToolTip("Alles wat u met dit dossier kunt doen (Ctrl+M)")
        self.meer_knop.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.meer_knop.clicked.connect(self.open_meer)
        self.knop = Knop("", primair=True)
        self.knop.clicked.connect(self.gedaan)
        woorden = QVBoxLayout()
        woorden.setSpacing(2)
        woorden.addWidget(self.zin)
        woorden.addWidget(self.reden)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(
            tokens.RUIMTE_L, tokens.RUIMTE_S + 2, tokens.RUIMTE_M, tokens.RUIMTE_S + 2
        )
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addLayout(woorden, 1)
        rij.addSpacing(tokens.RUIMTE_S)
        rij.addWidget(self.meer_knop)
        rij.addWidget(self.knop)

    def toon(self, zin: str, reden: str, kleur: str, knop: str) -> None:
        """Show a step; without ``knop`` there is nothing left that must be done."""
        self.zin.setText(zin)
        self.reden.setText(reden)
        self.zet_compact(self._compact)
        self.knop.setVisible(bool(knop))
        if knop:
            self.knop.zet_tekst(knop)
            self.knop.setToolTip(f"{knop} (Ctrl+Enter)")
        self.setAccessibleName(f"{zin} {reden}".strip())
        zet_rol(self, f"banner-{kleur}")

    def zet_compact(self, compact: bool) -> None:
        """Keep the reason for the tooltip where the window is low."""
        self._compact = compact
        self.reden.setVisible(bool(self.reden.heel()) and not compact)
        self.zin.setToolTip(self.reden.heel() if compact else "")

    def open_meer(self) -> None:
        """Ask for the list of everything that can be done."""
        hoek = self.meer_knop.mapToGlobal(QPoint(self.meer_knop.width(), self.height() - 8))
        self.meer.emit(hoek)
