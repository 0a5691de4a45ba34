"""A layout that puts widgets side by side and goes on below when the row is full."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from klachtenapp.ui import tokens


class Stroom(QLayout):
    """Left to right, then the next row; its height follows from its width."""

    def __init__(self, parent: QWidget | None = None, ruimte: int = tokens.RUIMTE_S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(ruimte)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (called by ``addWidget``)."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or ``None`` beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """Return the height that this width needs."""
        return self._leg(QRect(0, 0, breedte, 0), alleen_meten=True)

    def setGeometry(self, vlak: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(vlak)
        self._leg(vlak, alleen_meten=False)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        breedte = sum(item.sizeHint().width() for item in self._items)
        breedte += self.spacing() * max(0, len(self._items) - 1)
        hoogte = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(breedte, hoogte)

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        maat = QSize()
        for item in self._items:
            maat = maat.expandedTo(item.minimumSize())
        return maat

    def _leg(self, vlak: QRect, *, alleen_meten: bool) -> int:
        x, y, rijhoogte = vlak.x(), vlak.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            maat = item.sizeHint()
            if x > vlak.x() and x + maat.width() > vlak.x() + vlak.width():
                x, y, rijhoogte = vlak.x(), y + rijhoogte + self.spacing(), 0
            if not alleen_meten:
                maat = QSize(min(maat.width(), vlak.width()), maat.height())
                item.setGeometry(QRect(QPoint(x, y), maat))
            x += maat.width() + self.spacing()
            rijhoogte = max(rijhoogte, maat.height())
        return y + rijhoogte - vlak.y()
