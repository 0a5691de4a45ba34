"""The letters, with a pen where the gemeente has its own text and a dot where some is unsaved."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.teksten import Briefnaam
from klachtenapp.ui import iconen

_SOORT = Qt.ItemDataRole.UserRole


class Brievenlijst(QListWidget):
    """One row a letter; ``gekozen`` has its ``BriefSoort``."""

    gekozen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._brieven: Sequence[Briefnaam] = ()
        self._open: frozenset[BriefSoort] = frozenset()
        self.setAccessibleName("Brieven")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
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
            naam, kleur = ("pen", "blauw") if brief.eigen else ("brief", "gedempt")
            item.setIcon(iconen.icoon(naam, kleur, 16))
            wat = "Eigen tekst" if brief.eigen else "Meegeleverde tekst"
            item.setToolTip(f"{brief.titel}. {wat}{', met tekst die nog niet is bewaard' * bezig}.")

    def _on_rij(self, nu: QListWidgetItem | None, _vorige: QListWidgetItem | None) -> None:
        if nu is not None:
            self.gekozen.emit(BriefSoort(nu.data(_SOORT)))
