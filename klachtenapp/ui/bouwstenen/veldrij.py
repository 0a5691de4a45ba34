"""A row of form fields that fills its width, and becomes two rows when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

from klachtenapp.ui import tokens


class Veldrij(QWidget):
    """Fields side by side; each has a least width in px at 100 % text and a share of the rest.

    A share of 0 keeps the field at its least width. Hidden fields take no room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opmaak = _Rijopmaak(self)
        beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)

    def voeg_toe(self, widget: QWidget, minimaal: int, deel: int = 1) -> None:
        """Add a field at the end of the row."""
        self._opmaak.voeg_toe(widget, minimaal, deel)


class _Rijopmaak(QLayout):
    def __init__(self, rij: QWidget) -> None:
        super().__init__(rij)
        self._items: list[QLayoutItem] = []
        self._maten: list[tuple[int, int]] = []
        self._hoogtes: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(tokens.RUIMTE_M)

    def voeg_toe(self, widget: QWidget, minimaal: int, deel: int) -> None:
        self._maten.append((minimaal, deel))
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._maten.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breedte: int) -> int:
        if breedte not in self._hoogtes:
            self._hoogtes[breedte] = self._leg(QRect(0, 0, breedte, 0), alleen_meten=True)
        return self._hoogtes[breedte]

    def invalidate(self) -> None:
        self._hoogtes.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        zichtbaar = [self._minimaal(n) for n in range(self.count()) if not self._weg(n)]
        breedte = sum(zichtbaar) + self.spacing() * max(0, len(zichtbaar) - 1)
        return QSize(breedte, self.heightForWidth(max(breedte, 1)))

    def minimumSize(self) -> QSize:
        breedste = max((self._minimaal(n) for n in range(self.count())), default=0)
        hoogste = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(breedste, hoogste)

    def setGeometry(self, vlak: QRect) -> None:
        super().setGeometry(vlak)
        self._leg(vlak, alleen_meten=False)

    def _minimaal(self, n: int) -> int:
        return tokens.px(self._maten[n][0])

    def _weg(self, n: int) -> bool:
        widget = self._items[n].widget()
        return widget is not None and widget.isHidden()

    def _regels(self, breedte: int) -> list[list[int]]:
        regels: list[list[int]] = [[]]
        vol = 0
        for n in range(self.count()):
            if self._weg(n):
                continue
            nodig = self._minimaal(n)
            if regels[-1] and vol + self.spacing() + nodig > breedte:
                regels.append([])
                vol = 0
            vol += nodig + (self.spacing() if regels[-1] else 0)
            regels[-1].append(n)
        return regels if regels[0] else []

    def _leg(self, vlak: QRect, *, alleen_meten: bool) -> int:
        y = vlak.y()
        for regel in self._regels(vlak.width()):
            maten = self._verdeel(regel, vlak.width())
            hoogte = max(self._hoogte(n, maten[n]) for n in regel)
            x = vlak.x()
            for n in regel:
                if not alleen_meten:
                    self._items[n].setGeometry(QRect(x, y, maten[n], hoogte))
                x += maten[n] + self.spacing()
            y += hoogte + self.spacing()
        return max(0, y - self.spacing() - vlak.y())

    def _verdeel(self, regel: list[int], breedte: int) -> dict[int, int]:
        """Give every field its least width and share out what is left."""
        vast = sum(self._minimaal(n) for n in regel) + self.spacing() * (len(regel) - 1)
        over = max(0, breedte - vast)
        delen = sum(self._maten[n][1] for n in regel)
        return {
            n: min(breedte, self._minimaal(n) + (over * self._maten[n][1] // delen if delen else 0))
            for n in regel
        }

    def _hoogte(self, n: int, breedte: int) -> int:
        item = self._items[n]
        if item.hasHeightForWidth():
            return item.heightForWidth(breedte)
        return item.sizeHint().height()
