"""Tab *Logboek*: who did what and when; it cannot be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.services.logboek import Logregel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Tekst
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.woorden import hoofdletter

_KOPPEN = ("Wanneer", "Wie", "Wat", "Gegevens")


class LogboekTab(Tabblad):
    """The lines of the log, newest first."""

    def __init__(self, deur: Deur) -> None:
        super().__init__(deur)
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
        opmaak.addWidget(self.tabel, 1)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the lines of this dossier."""
        plek = self.tabel.verticalScrollBar().value()
        self.tabel.setRowCount(len(beeld.log))
        for rij, regel in enumerate(beeld.log):
            for kolom, tekst in enumerate(_woorden(regel)):
                cel = QTableWidgetItem(tekst)
                cel.setToolTip(tekst)
                self.tabel.setItem(rij, kolom, cel)
        self.tabel.resizeRowsToContents()
        self.tabel.verticalScrollBar().setValue(plek)


def _woorden(regel: Logregel) -> tuple[str, str, str, str]:
    feiten = dict(regel.gegevens)
    van, naar = str(feiten.pop("van", "")), str(feiten.pop("naar", ""))
    delen = [f"{van} → {naar}"] if van and van != naar else []
    delen += [f"{naam}: {_waarde(waarde)}" for naam, waarde in feiten.items() if waarde]
    gegevens = " · ".join(delen).replace("_", " ")
    return (
        f"{regel.moment:%d-%m-%Y %H:%M}",
        regel.gebruiker,
        _wat(regel.handeling),
        gegevens,
    )


def _wat(handeling: str) -> str:
    """Return the name of what was done, as the menu has it."""
    if handeling in HANDELINGEN:
        return HANDELINGEN[handeling].label
    return hoofdletter(handeling.replace("_", " "))


def _waarde(waarde: object) -> str:
    return ", ".join(str(deel) for deel in waarde) if isinstance(waarde, list) else str(waarde)
