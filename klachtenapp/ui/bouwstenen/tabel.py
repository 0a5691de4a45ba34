"""A calm table: whole rows, hairlines, colours that say something; Enter opens the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from klachtenapp.ui import tokens

KLEURROL = Qt.ItemDataRole.UserRole + 100
"""Role under which a model gives the *name* of a token colour for the text of a cell."""
STERKROL = Qt.ItemDataRole.UserRole + 101
"""Role under which a model says that the text of a cell is bold."""

RIJHOOGTE = 40  # px at 100 % text
_RAND = 10

Index = QModelIndex | QPersistentModelIndex


class RijDelegate(QStyledItemDelegate):
    """Paints a cell as part of its row: one ground for the row, a hairline below."""

    def __init__(self, tabel: Tabel) -> None:
        super().__init__(tabel)
        self._tabel = tabel

    def paint(self, penseel: QPainter, opties: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        palet = tokens.palet()
        vlak: QRect = opties.rect
        keuze = self._tabel.selectionModel()
        gekozen = keuze is not None and keuze.isRowSelected(index.row(), index.parent())
        penseel.save()
        if gekozen:
            penseel.fillRect(vlak, QColor(palet.gekozen))
        elif index.row() == self._tabel.rij_onder_muis:
            penseel.fillRect(vlak, QColor(palet.over))
        penseel.setPen(QPen(QColor(palet.lijn)))
        penseel.drawLine(vlak.bottomLeft(), vlak.bottomRight())
        if gekozen and index.column() == self._tabel.eerste_kolom():
            breed = tokens.px(3)
            penseel.fillRect(vlak.adjusted(0, 0, breed - vlak.width(), -1), QColor(palet.blauw))
        self._schrijf(penseel, vlak, opties, index)
        penseel.restore()

    def _schrijf(
        self, penseel: QPainter, vlak: QRect, opties: QStyleOptionViewItem, index: Index
    ) -> None:
        tekst = index.data(Qt.ItemDataRole.DisplayRole)
        if not tekst:
            return
        letter = QFont(opties.font)
        if index.data(STERKROL):
            letter.setWeight(QFont.Weight.DemiBold)
        penseel.setFont(letter)
        penseel.setPen(tokens.kleur(index.data(KLEURROL) or "inkt"))
        uitlijning = index.data(Qt.ItemDataRole.TextAlignmentRole)
        rechts = uitlijning is not None and int(uitlijning) & int(Qt.AlignmentFlag.AlignRight)
        kant = Qt.AlignmentFlag.AlignRight if rechts else Qt.AlignmentFlag.AlignLeft
        binnen = vlak.adjusted(tokens.px(_RAND), 0, -tokens.px(_RAND) // 2, 0)
        maten = QFontMetrics(letter)
        woorden = maten.elidedText(str(tekst), Qt.TextElideMode.ElideRight, binnen.width())
        penseel.drawText(binnen, kant | Qt.AlignmentFlag.AlignVCenter, woorden)


class Tabel(QTableView):
    """A table of dossiers or rows of an import; the model decides what a cell says.

    ``geopend`` carries the row on Enter and on a double click. A cell that is cut off
    tells its whole text in a tooltip when the model gives none of its own.
    """

    geopend = Signal(int)

    def __init__(self, naam: str, parent: QWidget | None = None) -> None:
        self.rij_onder_muis = -1
        self._breedten: tuple[int, ...] = ()
        self._rek: dict[int, int] = {}
        self._ruimte = 0
        super().__init__(parent)
        self.setAccessibleName(naam)
        self.setItemDelegate(RijDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        kop = self.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setHighlightSections(False)
        kop.setMinimumSectionSize(tokens.px(48))
        kop.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.pas_hoogte()
        self.doubleClicked.connect(lambda index: self.geopend.emit(index.row()))

    def pas_hoogte(self) -> None:
        """Fit the height of the rows to the text size in use."""
        kop = self.verticalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kop.setMinimumSectionSize(1)
        kop.setDefaultSectionSize(tokens.px(RIJHOOGTE))

    def zet_breedten(self, breedten: Sequence[int], rek: Mapping[int, int]) -> None:
        """Let the columns fill the table: ``breedten`` in px at 100 %, all of them in sight.

        What is left goes to the columns in ``rek``, by share, and what is short comes from
        them first, up to half. Without this call columns are the user's own.
        """
        self._breedten, self._rek = tuple(breedten), dict(rek)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._verdeel()

    def changeEvent(self, event: QEvent) -> None:
        """Fit rows and columns to a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.pas_hoogte()
            self._verdeel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        self._ruimte = event.size().width()  # that of the viewport
        self._verdeel()

    def _verdeel(self) -> None:
        if not self._breedten or not self._ruimte:
            return
        gewenst = [tokens.px(breedte) for breedte in self._breedten]
        over = self._ruimte - sum(gewenst)
        delen = sum(self._rek.values())
        for kolom, deel in self._rek.items():
            gewenst[kolom] = max(gewenst[kolom] // 2, gewenst[kolom] + over * deel // delen)
        teveel = max(0, sum(gewenst) - self._ruimte)
        for kolom, breedte in enumerate(gewenst):
            self.setColumnWidth(kolom, breedte - teveel * breedte // sum(gewenst))

    def eerste_kolom(self) -> int:
        """Return the column that stands at the far left now."""
        return self.horizontalHeader().logicalIndex(0)

    def gekozen_rij(self) -> int:
        """Return the selected row, or -1."""
        rijen = self.selectionModel().selectedRows() if self.selectionModel() else []
        return rijen[0].row() if rijen else -1

    def kies(self, rij: int) -> None:
        """Select a row when it exists."""
        model = self.model()
        if isinstance(model, QAbstractItemModel) and 0 <= rij < model.rowCount():
            self.setCurrentIndex(model.index(rij, max(0, self.eerste_kolom())))
            self.selectRow(rij)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter; leave Escape and ? to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.gekozen_rij() >= 0:
            self.geopend.emit(self.gekozen_rij())
        elif event.key() == Qt.Key.Key_Escape or event.text() == "?":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the mouse."""
        self._onder_muis(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._onder_muis(-1)
        super().leaveEvent(event)

    def _onder_muis(self, rij: int) -> None:
        if rij != self.rij_onder_muis:
            self.rij_onder_muis = rij
            self.viewport().update()
