"""The letters, with a pen where the gemeente has its own text and a dot where some is unsaved."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.teksten import Briefnaam
from klachtenapp.ui import iconen, tokens

_SOORT = Qt.ItemDataRole.UserRole


class Wikkellijst(QListWidget):
    """A list whose rows take the lines that their words need; nothing is cut off."""

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every name the lines it needs at this width."""
        super().resizeEvent(event)
        self.pas_hoogte()

    def pas_hoogte(self) -> None:
        """Do so after the words changed."""
        rand, hoogte = tokens.px(24), tokens.px(14)
        for rij in range(self.count()):
            item = self.item(rij)
            icoon = 0 if item.icon().isNull() else tokens.px(24)
            breed = max(self.viewport().width() - rand - icoon, 40)
            vak = self.fontMetrics().boundingRect(
                0, 0, breed, 1000, int(Qt.TextFlag.TextWordWrap), item.text()
            )
            item.setSizeHint(QSize(0, vak.height() + hoogte))


class Brievenlijst(Wikkellijst):
    """One row a letter; ``gekozen`` has its ``BriefSoort``."""

    gekozen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Brieven")
        self._brieven: Sequence[Briefnaam] = ()
        self._open: frozenset[BriefSoort] = frozenset()
        self.currentItemChanged.connect(self._on_rij)

    def toon(self, brieven: Sequence[Briefnaam]) -> None:
        """Show the letters; the choice stays."""
        self._brieven = brieven
        if self.count() != len(brieven):
            geblokkeerd = self.blockSignals(True)
            self.clear()
            for brief in brieven:
                item = QListWidgetItem(brief.titel)
                item.setData(_SOORT, brief.soort.value)
                self.addItem(item)
            self.setCurrentRow(-1)
            self.blockSignals(geblokkeerd)
        self._merk()

    def merk(self, open_: Collection[BriefSoort]) -> None:
        """Say which letters have a text that is not saved."""
        if self._open != frozenset(open_):
            self._open = frozenset(open_)
            self._merk()

    def kies(self, soort: BriefSoort) -> None:
        """Choose a letter."""
        for rij, brief in enumerate(self._brieven):
            if brief.soort is soort:
                self.setCurrentRow(rij)

    def _merk(self) -> None:
        for rij, brief in enumerate(self._brieven):
            item = self.item(rij)
            bezig = brief.soort in self._open
            item.setText(f"{brief.titel}{' •' if bezig else ''}")
            item.setIcon(iconen.icoon("pen", "blauw", 16) if brief.eigen else QIcon())
            wat = "Eigen tekst" if brief.eigen else "Meegeleverde tekst"
            item.setToolTip(f"{brief.titel}. {wat}{', met tekst die nog niet is bewaard' * bezig}.")
        self.pas_hoogte()

    def _on_rij(self, nu: QListWidgetItem | None, _vorige: QListWidgetItem | None) -> None:
        if nu is not None:
            self.gekozen.emit(BriefSoort(nu.data(_SOORT)))
