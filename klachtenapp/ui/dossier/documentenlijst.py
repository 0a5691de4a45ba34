"""A table of documents: name, when, how large, and the beginning of the hash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.ui import tokens
from klachtenapp.ui.formatting import getal

_ID = Qt.ItemDataRole.UserRole


class Documentenlijst(QTableWidget):
    """Documents newest first; Enter or a double click gives ``geopend`` with the id."""

    geopend = Signal(int)

    def __init__(self, naam: str, koppen: Sequence[str]) -> None:
        super().__init__(0, len(koppen))
        self.setAccessibleName(naam)
        self.setHorizontalHeaderLabels(list(koppen))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        kop = self.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(lambda _index: self.open_gekozen())

    @property
    def gekozen(self) -> int:
        """The id of the chosen document, 0 for none."""
        rij = self.currentRow()
        item = self.item(rij, 0) if rij >= 0 else None
        return int(item.data(_ID)) if item else 0

    def zet(self, regels: Sequence[tuple[DocumentInfo, Sequence[str]]]) -> None:
        """Show these documents, each with the words of its columns; the choice stays."""
        gekozen = self.gekozen
        self.setRowCount(len(regels))
        for rij, (info, woorden) in enumerate(regels):
            for kolom, woord in enumerate(woorden):
                item = QTableWidgetItem(woord)
                item.setData(_ID, info.id)
                item.setToolTip(f"{info.naam}\nsha256 {info.sha256}")
                self.setItem(rij, kolom, item)
            if info.id == gekozen:
                self.setCurrentCell(rij, 0)
        if regels and not self.gekozen:
            self.setCurrentCell(0, 0)

    def schrijf(self, document: int, kolom: int, tekst: str) -> None:
        """Put words in one cell of a document, when they come later than the rest."""
        for rij in range(self.rowCount()):
            item = self.item(rij, kolom)
            if item is not None and item.data(_ID) == document:
                item.setText(tekst)

    def kleur(self, document: int, kolom: int, uitleg: str, *, goed: bool) -> None:
        """Colour one cell of a document green or red; the words in it say the same."""
        for rij in range(self.rowCount()):
            item = self.item(rij, kolom)
            if item is not None and item.data(_ID) == document:
                item.setForeground(tokens.kleur("groen" if goed else "rood"))
                item.setToolTip(uitleg)

    def open_gekozen(self) -> None:
        """Give the id of the chosen document."""
        if self.gekozen:
            self.geopend.emit(self.gekozen)


def grootte(bytes_: int) -> str:
    """Return ``12 kB`` or ``3,4 MB``."""
    if bytes_ < 1_000_000:
        return f"{getal(max(1, round(bytes_ / 1000)))} kB"
    return f"{bytes_ / 1_000_000:.1f} MB".replace(".", ",")


def ondertekend(geldigheid: Geldigheid | None) -> str:
    """Return sign and words for a signature: by whom and when, or that it is not valid."""
    if geldigheid is None:
        return ""
    if not geldigheid.geldig or geldigheid.moment is None:
        return f"{geldigheid.teken} {geldigheid.woord}"
    dag = dagtekst.kort(geldigheid.moment.date())
    return f"{geldigheid.teken} {geldigheid.woord} door {geldigheid.ondertekenaar} op {dag}"


def wanneer(info: DocumentInfo) -> str:
    """Return when a document was stored."""
    return dagtekst.kort(info.toegevoegd_op.date())
