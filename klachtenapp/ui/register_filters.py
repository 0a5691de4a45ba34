"""The filters above the register: a search field and six short lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.begrippen import Oordeel, Soort, Status
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Stroom, Zoekveld

WACHT_MS: Final = 150
_JAREN: Final = 12
_OPEN: Final = {"open": True, "gesloten": False}


class Keuzelijst(QComboBox):
    """A short list whose first entry means: everything."""

    def __init__(self, naam: str, alles: str, keuzes: Sequence[str]) -> None:
        super().__init__()
        self._alles = alles
        self.setAccessibleName(naam)
        self.setToolTip(naam)
        self.zet_keuzes(keuzes)

    def sizeHint(self) -> QSize:
        """Be as wide as the entry for everything; a longer choice is shortened."""
        breedte = self.fontMetrics().horizontalAdvance(self._alles) + tokens.px(46)
        return QSize(breedte, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than that."""
        return self.sizeHint()

    def initStyleOption(self, opties: QStyleOptionComboBox) -> None:
        """End a choice that does not fit in an ellipsis."""
        super().initStyleOption(opties)
        ruimte = self.width() - tokens.px(44)
        opties.currentText = self.fontMetrics().elidedText(
            opties.currentText, Qt.TextElideMode.ElideRight, ruimte
        )

    def zet_keuzes(self, keuzes: Sequence[str]) -> None:
        """Offer other words; what was chosen stays when it is still there."""
        gekozen = self.waarde()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._alles, "")
        for keuze in keuzes:
            self.addItem(keuze, keuze)
        self.zet(gekozen)
        self.blockSignals(False)
        self.view().setMinimumWidth(tokens.px(200))

    def waarde(self) -> str:
        """Return the chosen word, or an empty string for everything."""
        return str(self.currentData() or "")

    def zet(self, waarde: str) -> None:
        """Choose a word; one that is not there means everything."""
        self.setCurrentIndex(max(0, self.findData(waarde)))
        self.setToolTip(self.accessibleName() + (f": {waarde}" if waarde else ""))


class Filterbalk(QWidget):
    """``gewijzigd`` fires when another question is asked; typing waits a moment first."""

    gewijzigd = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoekveld = Zoekveld("Zoek op nummer, naam, adres of een woord (Ctrl+F)")
        self.soort = Keuzelijst("Soort melding", "Alle soorten", [s.value for s in Soort])
        self.status = Keuzelijst(
            "Status", "Alle statussen", [s.value for s in Status if s is not Status.CONCEPT]
        )
        self.afdeling = Keuzelijst("Afdeling", "Alle afdelingen", [])
        self.jaar = Keuzelijst("Jaar van ontvangst", "Alle jaren", [])
        self.open = Keuzelijst("Open of gesloten", "Open en gesloten", list(_OPEN))
        self.oordeel = Keuzelijst("Oordeel", "Elk oordeel", [o.value for o in Oordeel])
        self._lijsten = {
            "soort": self.soort,
            "status": self.status,
            "afdeling": self.afdeling,
            "jaar": self.jaar,
            "open": self.open,
            "oordeel": self.oordeel,
        }
        self.wis = Knop("Wis filters", stil=True, icoon="kruis")
        self.wis.clicked.connect(self.maak_leeg)
        self.wis.setEnabled(False)
        self.extra = QHBoxLayout()
        self.extra.setSpacing(tokens.RUIMTE_S)
        boven = QHBoxLayout()
        boven.setSpacing(tokens.RUIMTE_S)
        boven.addWidget(self.zoekveld, 1)
        boven.addLayout(self.extra)
        onder = Stroom(ruimte=tokens.RUIMTE_S)
        for lijst in self._lijsten.values():
            lijst.currentIndexChanged.connect(lambda _n: self._direct())
            lijst.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            onder.addWidget(lijst)
        onder.addWidget(self.wis)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addLayout(boven)
        opmaak.addLayout(onder)
        self._wacht = QTimer(self, interval=WACHT_MS, singleShot=True)
        self._wacht.timeout.connect(self.gewijzigd)
        self.zoekveld.textChanged.connect(lambda _t: self._getypt())
        self.zoekveld.returnPressed.connect(self._direct)

    def zet_lijsten(self, afdelingen: Sequence[str], vandaag: date) -> None:
        """Offer the departments of this register and the years up to now."""
        self.afdeling.zet_keuzes(afdelingen)
        self.jaar.zet_keuzes([str(vandaag.year - terug) for terug in range(_JAREN)])

    def filter(self) -> Filter:
        """Return what is asked for now."""
        jaar = self.jaar.waarde()
        return Filter(
            zoek=self.zoekveld.text().strip(),
            status=self.status.waarde(),
            soort=self.soort.waarde(),
            afdeling=self.afdeling.waarde(),
            jaar=int(jaar) if jaar else None,
            open=_OPEN.get(self.open.waarde()),
            oordeel=self.oordeel.waarde(),
        )

    def als_woorden(self) -> dict[str, str]:
        """Return the filters as words, to keep in a saved view."""
        return {
            "zoek": self.zoekveld.text(),
            **{naam: lijst.waarde() for naam, lijst in self._lijsten.items()},
        }

    def zet_woorden(self, woorden: dict[str, str]) -> None:
        """Set all filters at once and ask once."""
        for naam, lijst in self._lijsten.items():
            lijst.blockSignals(True)
            lijst.zet(woorden.get(naam, ""))
            lijst.blockSignals(False)
        self.zoekveld.blockSignals(True)
        self.zoekveld.setText(woorden.get("zoek", ""))
        self.zoekveld.blockSignals(False)
        self._direct()

    def maak_leeg(self) -> None:
        """Ask for everything."""
        self.zet_woorden({})
        self.zoekveld.setFocus()

    def is_leeg(self) -> bool:
        """Return whether everything is asked for."""
        return not any(asdict(self.filter()).values()) and self.filter().open is None

    def _getypt(self) -> None:
        self.wis.setEnabled(not self.is_leeg())
        self._wacht.start()

    def _direct(self) -> None:
        self.wis.setEnabled(not self.is_leeg())
        self._wacht.stop()
        self.gewijzigd.emit()
