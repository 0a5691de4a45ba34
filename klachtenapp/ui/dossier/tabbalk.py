"""Tabs in one row that never scrolls: what does not fit stands in the list behind *Meer*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.dossier.tabknop import Meerknop, Tab, Tabknop


def toets(nummer: int) -> str:
    """Return the key that jumps to the tab at this place, from 1; the tenth has the nought."""
    return f"Alt+{nummer % 10}" if nummer <= 10 else ""


class Tabbalk(QWidget):
    """A row of tabs; the chosen one always stands in it.

    Arrow keys walk through the row, Ctrl+Tab and the numbers through all tabs; ``gekozen``
    tells the name of the chosen tab.
    """

    gekozen = Signal(str)

    def __init__(self, tabs: Sequence[Tab], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName("Onderdelen van het dossier")
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(True)
        self._knoppen = {tab.naam: Tabknop(tab, self) for tab in tabs}
        for knop in self._knoppen.values():
            self._groep.addButton(knop)
        self._weg: set[str] = set()  # tabs that are not there now, with or without room
        self.meer = Meerknop(self)
        self.meer.hide()
        self.meer.clicked.connect(self._open_meer)
        self.menu = QMenu(self)
        self.menu.setAccessibleName("Meer onderdelen van het dossier")
        self.menu.aboutToShow.connect(self._vul_meer)
        self._nummer()
        self._groep.buttonToggled.connect(self._on_knop)
        self.kies(tabs[0].naam)

    @property
    def huidig(self) -> str:
        """The name of the chosen tab."""
        return next(n for n, knop in self._knoppen.items() if knop.isChecked())

    @property
    def zichtbaar(self) -> list[str]:
        """The names of the tabs that are there now, in order; also those behind *Meer*."""
        return [naam for naam in self._knoppen if naam not in self._weg]

    @property
    def achter_meer(self) -> list[str]:
        """The names of the tabs for which the row has no room."""
        return [naam for naam in self.zichtbaar if self._knoppen[naam].isHidden()]

    def knop(self, naam: str) -> Tabknop:
        """Return the button of a tab."""
        return self._knoppen[naam]

    def kies(self, naam: str) -> None:
        """Choose a tab by its name."""
        self._knoppen[naam].setChecked(True)

    def kies_nummer(self, nummer: int) -> None:
        """Choose the tab at this place, from 1; a number without a tab does nothing."""
        namen = self.zichtbaar
        if 1 <= nummer <= len(namen):
            self.kies(namen[nummer - 1])

    def stap(self, richting: int) -> None:
        """Go to the next (+1) or the previous (-1) tab, round and round."""
        namen = self.zichtbaar
        self.kies(namen[(namen.index(self.huidig) + richting) % len(namen)])

    def zet_zichtbaar(self, naam: str, zichtbaar: bool) -> None:
        """Show or hide one tab; a hidden tab is never the chosen one."""
        if zichtbaar == (naam not in self._weg):
            return
        self._weg.symmetric_difference_update({naam})
        if not zichtbaar and self.huidig == naam:
            self.kies(self.zichtbaar[0])
        self._nummer()
        self._schik()

    def zet_aantal(self, naam: str, aantal: int) -> None:
        """Show a count beside the word of a tab."""
        self._knoppen[naam].zet_aantal(aantal)
        self._schik()

    def sizeHint(self) -> QSize:
        """Ask for the whole row; fewer pixels are fine."""
        breed = sum(self._knoppen[n].sizeHint().width() for n in self.zichtbaar)
        return QSize(breed, self.height())

    def minimumSizeHint(self) -> QSize:
        """Never force the page to be wide."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again what fits."""
        super().resizeEvent(event)
        self._schik()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._schik()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line on which the tabs stand."""
        penseel = QPainter(self)
        penseel.fillRect(0, self.height() - 1, self.width(), 1, tokens.kleur("lijn"))
        penseel.end()

    def _nummer(self) -> None:
        for nummer, naam in enumerate(self.zichtbaar, start=1):
            self._knoppen[naam].zet_toets(toets(nummer))

    def _on_knop(self, knop: QAbstractButton, aan: bool) -> None:
        if aan and isinstance(knop, Tabknop):
            self._schik()
            self.gekozen.emit(knop.tab.naam)

    def _open_meer(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(self.meer.x(), self.height())))

    def _vul_meer(self) -> None:
        """Put the tabs that do not stand in the row in the list, each with its key."""
        self.menu.clear()
        for nummer, naam in enumerate(self.zichtbaar, start=1):
            if naam not in self.achter_meer:
                continue
            knop = self._knoppen[naam]
            woord = f"{knop.tab.heel} ({knop.aantal})" if knop.aantal else knop.tab.heel
            doen = self.menu.addAction(f"{woord}\t{toets(nummer)}")
            doen.triggered.connect(partial(self._kies_uit_meer, naam))

    def _kies_uit_meer(self, naam: str, _aan: bool = False) -> None:
        self.kies(naam)
        self._knoppen[naam].setFocus(Qt.FocusReason.PopupFocusReason)

    def _passend(self) -> list[str]:
        """Return which tabs stand in the row: the first ones, and always the chosen one."""
        breed = {naam: self._knoppen[naam].sizeHint().width() for naam in self.zichtbaar}
        if sum(breed.values()) <= self.width():
            return list(breed)
        ruimte = self.width() - self.meer.sizeHint().width() - breed[self.huidig]
        rij = []
        for naam, maat in breed.items():
            if naam != self.huidig:
                ruimte -= maat
                if ruimte < 0:
                    break
            rij.append(naam)
        return rij if self.huidig in rij else [*rij, self.huidig]

    def _schik(self) -> None:
        """Put what fits side by side, and the others behind *Meer*."""
        rij = self._passend()
        x = 0
        for naam, knop in self._knoppen.items():
            if naam not in rij and not knop.isHidden():
                knop.hide()
        over = len(rij) < len(self.zichtbaar)
        for knop in [*(self._knoppen[naam] for naam in rij), *([self.meer] if over else [])]:
            maat = knop.sizeHint()
            knop.setGeometry(x, 0, min(maat.width(), max(0, self.width() - x)), maat.height())
            x += maat.width()
            if knop.isHidden():
                knop.show()
        if not over and not self.meer.isHidden():
            self.meer.hide()
        hoog = self.meer.sizeHint().height()
        if self.height() != hoog:
            self.setFixedHeight(hoog)
