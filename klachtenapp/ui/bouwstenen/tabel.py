"""A calm table: whole rows, hairlines, colours that say something; Enter opens the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLine,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.rijdelegate import Cel, RijDelegate, Verf

RIJHOOGTE = 40  # px at 100 % text
_VERTICAAL = int(Qt.AlignmentFlag.AlignVCenter)
_LINKS = int(Qt.AlignmentFlag.AlignLeft) | _VERTICAAL
_RECHTS = int(Qt.AlignmentFlag.AlignRight) | _VERTICAAL


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
        self._mist_eerst: dict[int, int] = {}
        self._tekstmaat = tokens.tekstmaat()
        self._ruimte = 0
        self._rechts: frozenset[int] = frozenset()
        self.rij_gekozen = -1
        self.cel: Callable[[int, int], Cel] | None = None
        super().__init__(parent)
        self.verf = Verf(self.font())
        self._rijen = RijDelegate(self, self)
        self.setAccessibleName(naam)
        self.setItemDelegate(self._rijen)
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

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; one with ``cel`` is painted faster."""
        super().setModel(model)
        self.cel = getattr(model, "cel", None)

    def zet_rechts(self, *kolommen: int) -> None:
        """Write these columns (numbers) against the right."""
        self._rechts = frozenset(kolommen)

    def uitlijning(self, kolom: int) -> int:
        """Return how a column is written, as Qt counts it."""
        return _RECHTS if kolom in self._rechts else _LINKS

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, then the hairlines between them and the mark of the chosen one."""
        self.verf = Verf(self.font())
        self.rij_gekozen = self.gekozen_rij()
        super().paintEvent(event)
        hoogte, breedte = self.verticalHeader().defaultSectionSize(), self._ruimte
        eerste, model = self.rowAt(0), self.model()
        if eerste < 0 or model is None:
            return
        boven = self.rowViewportPosition(eerste)
        zichtbaar = min(model.rowCount() - eerste, self.height() // max(1, hoogte) + 2)
        onder = [boven + (n + 1) * hoogte - 1 for n in range(zichtbaar)]
        penseel = QPainter(self.viewport())
        penseel.setPen(self.verf.kleuren["lijn"])
        penseel.drawLines([QLine(0, y, breedte, y) for y in onder])
        if eerste <= self.rij_gekozen < eerste + zichtbaar:
            y = boven + (self.rij_gekozen - eerste) * hoogte
            penseel.fillRect(0, y, self.verf.streep, hoogte - 1, self.verf.kleuren["blauw"])
        penseel.end()

    def pas_hoogte(self) -> None:
        """Fit the height of the rows to the text size in use."""
        kop = self.verticalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kop.setMinimumSectionSize(1)
        kop.setDefaultSectionSize(tokens.px(RIJHOOGTE))

    def zet_breedten(
        self,
        breedten: Sequence[int],
        rek: Mapping[int, int],
        mist_eerst: Mapping[int, int] | None = None,
    ) -> None:
        """Let the columns fill the table: ``breedten`` in px at 100 %, all of them in sight.

        What is left goes to the columns in ``rek``, by share, and what is short comes from
        them first, up to half; the first column, which says how it stands, is never narrowed.
        ``mist_eerst`` names columns that are left out when the table is narrower than so much.
        Without this call columns are the user's own.
        """
        self._breedten, self._rek = tuple(breedten), dict(rek)
        self._mist_eerst = dict(mist_eerst or {})
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._verdeel()

    def changeEvent(self, event: QEvent) -> None:
        """Fit rows and columns to a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rijen.vergeet()
            self.pas_hoogte()
            self._groei_mee()
            self._verdeel()

    def _groei_mee(self) -> None:
        """Keep the columns that the user made himself in step with the text size."""
        oud, self._tekstmaat = self._tekstmaat, tokens.tekstmaat()
        if self._breedten or oud == self._tekstmaat or self.model() is None:
            return
        for kolom in range(self.model().columnCount()):
            self.setColumnWidth(kolom, round(self.columnWidth(kolom) * self._tekstmaat / oud))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        self._ruimte = event.size().width()  # that of the viewport
        self._verdeel()

    def _verdeel(self) -> None:
        if not self._breedten or not self._ruimte:
            return
        gewenst = [tokens.px(breedte) for breedte in self._breedten]
        for kolom, grens in self._mist_eerst.items():
            weg = self._ruimte < tokens.px(grens)
            self.setColumnHidden(kolom, weg)
            gewenst[kolom] = 0 if weg else gewenst[kolom]
        over = self._ruimte - sum(gewenst)
        delen = sum(self._rek.values())
        for kolom, deel in self._rek.items():
            gewenst[kolom] = max(gewenst[kolom] // 2, gewenst[kolom] + over * deel // delen)
        teveel = max(0, sum(gewenst) - self._ruimte)
        for kolom, breedte in enumerate(gewenst):
            if breedte:
                minder = teveel * breedte // sum(gewenst[1:]) if kolom else 0
                self.setColumnWidth(kolom, breedte - minder)

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
