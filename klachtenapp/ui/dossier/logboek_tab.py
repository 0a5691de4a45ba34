"""Tab *Logboek*: who did what and when, from what to what; it cannot be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from klachtenapp.domain import dagtekst
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.services.logboek import Boekregel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Tekst, Zoekveld
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.deur import Deur, Tabblad

_KOPPEN = ("Wanneer", "Wie", "Wat", "Van → naar")


class LogboekTab(Tabblad):
    """The lines of the log, newest first."""

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
        self._regels: list[tuple[str, ...]] = []
        self.zoekveld = Zoekveld("Zoek in het logboek van dit dossier")
        self.zoekveld.textChanged.connect(lambda _: self._vul())
        self.telling = Tekst("", "klein")
        self.tabel = QTableWidget(0, len(_KOPPEN))
        self.tabel.setAccessibleName("Logboek")
        self.tabel.setHorizontalHeaderLabels(_KOPPEN)
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setShowGrid(False)
        self.tabel.setWordWrap(True)
        self.tabel.verticalHeader().hide()
        kop = self.tabel.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for kolom in range(3):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        uitleg = Tekst(
            "Elke regel draagt een controlegetal van de vorige. Zo valt het op als er iets "
            "is veranderd of weggehaald.",
            "klein",
        )
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(uitleg)
        opmaak.addWidget(self.zoekveld)
        opmaak.addWidget(self.tabel, 1)
        opmaak.addWidget(self.telling)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the lines of this dossier."""
        plek = self.tabel.verticalScrollBar().value()
        self._regels = [_woorden(regel) for regel in beeld.log]
        self._vul()
        self.tabel.verticalScrollBar().setValue(plek)

    def wissel(self) -> None:
        """Another dossier: what was looked for here says nothing there."""
        self.zoekveld.clear()

    def _vul(self) -> None:
        """Show the lines in which every word occurs."""
        gezocht = normaliseer(self.zoekveld.text()).split()
        regels = [r for r in self._regels if all(w in normaliseer(" ".join(r)) for w in gezocht)]
        self.tabel.setRowCount(len(regels))
        for rij, regel in enumerate(regels):
            for kolom, tekst in enumerate(regel):
                cel = QTableWidgetItem(tekst)
                cel.setToolTip(tekst)
                self.tabel.setItem(rij, kolom, cel)
        self.tabel.resizeRowsToContents()
        gevonden = dagtekst.aantal(len(regels), "regel", "regels")
        self.telling.setText(f"{gevonden} van {len(self._regels)}" if gezocht else gevonden)


def _woorden(regel: Boekregel) -> tuple[str, ...]:
    meer = " · ".join(deel for deel in (regel.van_naar, regel.gegevens) if deel)
    return (f"{regel.moment:%d-%m-%Y %H:%M}", regel.wie, regel.wat, meer)
