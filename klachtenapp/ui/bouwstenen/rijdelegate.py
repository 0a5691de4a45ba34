"""Paints the cells of a table as whole rows, fast enough for every key press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from klachtenapp.ui import tokens

KLEURROL = Qt.ItemDataRole.UserRole + 100
"""Role under which a model gives the *name* of a token colour for the text of a cell."""
STERKROL = Qt.ItemDataRole.UserRole + 101
"""Role under which a model says that the text of a cell is bold."""

_RAND = 10
_ONTHOUDEN = 4_000  # shortened words

Index = QModelIndex | QPersistentModelIndex
Cel = tuple[str, str, bool]
"""Text, name of a token colour, whether it is bold."""


class Verf:
    """Colours, letters and sizes for one round of painting: looked up once, not in each cell."""

    def __init__(self, letter: QFont) -> None:
        palet = tokens.palet()
        sterk = QFont(letter)
        sterk.setWeight(QFont.Weight.DemiBold)
        self.letters = (letter, sterk)
        self.maten = (QFontMetrics(letter), QFontMetrics(sterk))
        self.kleuren = {naam: QColor(kleur) for naam, kleur in tokens.kleuren(palet).items()}
        self.rand = tokens.px(_RAND)
        self.streep = tokens.px(3)


class Tekenblad(Protocol):
    """The table, as the delegate sees it."""

    verf: Verf
    rij_gekozen: int
    rij_onder_muis: int
    cel: Callable[[int, int], Cel] | None

    def uitlijning(self, kolom: int) -> int:
        """Return how a column is written, as Qt counts it."""
        ...


class RijDelegate(QStyledItemDelegate):
    """Paints a cell as part of its row: one ground for the whole row, then the words.

    A model that has ``cel(row, column) -> (text, token colour, bold)`` is asked directly,
    which is four times as fast as by role; a table is painted at every key press.
    """

    def __init__(self, tabel: Tekenblad, eigenaar: QObject) -> None:
        super().__init__(eigenaar)
        self._tabel = tabel
        self._ingekort: dict[tuple[str, int, bool], str] = {}

    def vergeet(self) -> None:
        """Forget how words were shortened: the letter has changed."""
        self._ingekort.clear()

    def paint(self, penseel: QPainter, opties: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        tabel, verf = self._tabel, self._tabel.verf
        vlak: QRect = opties.rect
        rij, kolom = index.row(), index.column()
        if rij == tabel.rij_gekozen:
            penseel.fillRect(vlak, verf.kleuren["gekozen"])
        elif rij == tabel.rij_onder_muis:
            penseel.fillRect(vlak, verf.kleuren["over"])
        tekst, kleur, sterk = tabel.cel(rij, kolom) if tabel.cel else _via_rollen(index)
        if not tekst:
            return
        penseel.setFont(verf.letters[sterk])
        penseel.setPen(verf.kleuren[kleur])
        binnen = vlak.adjusted(verf.rand, 0, -(verf.rand // 2), 0)
        penseel.drawText(binnen, tabel.uitlijning(kolom), self._kort(tekst, binnen.width(), sterk))

    def _kort(self, tekst: str, breedte: int, sterk: bool) -> str:
        sleutel = (tekst, breedte, sterk)
        kort = self._ingekort.get(sleutel)
        if kort is None:
            if len(self._ingekort) > _ONTHOUDEN:
                self._ingekort.clear()
            maten = self._tabel.verf.maten[sterk]
            kort = maten.elidedText(tekst, Qt.TextElideMode.ElideRight, breedte)
            self._ingekort[sleutel] = kort
        return kort


def _via_rollen(index: Index) -> Cel:
    tekst = index.data(Qt.ItemDataRole.DisplayRole)
    return (
        "" if tekst is None else str(tekst),
        index.data(KLEURROL) or "inkt",
        bool(index.data(STERKROL)),
    )
