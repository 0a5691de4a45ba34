"""Tabs that never scroll: when there is no room for one row they stand in two or three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from klachtenapp.ui import tokens


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its stored name, the short word on the button, and its whole name."""

    naam: str
    kort: str
    heel: str


class Tabknop(QAbstractButton):
    """The button of one tab: word, count in grey, a blue line below when chosen."""

    def __init__(self, tab: Tab, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.tab = tab
        self._aantal = 0
        self.setText(tab.kort)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.zet_aantal(0)

    def zet_aantal(self, aantal: int) -> None:
        """Show how many things are behind the tab; 0 shows nothing."""
        self._aantal = aantal
        self.setAccessibleName(f"{self.tab.heel}, {aantal}" if aantal else self.tab.heel)
        self.updateGeometry()
        self.update()

    def zet_toets(self, toets: str) -> None:
        """Tell in the tooltip which key jumps here."""
        self.setToolTip(f"{self.tab.heel} ({toets})" if toets else self.tab.heel)

    def sizeHint(self) -> QSize:
        """Return the room for word and count, as if chosen: choosing moves nothing."""
        breed = self._woordbreedte(vet=True) + self._telbreedte() + 2 * tokens.px(10)
        return QSize(breed, tokens.px(36))

    def _letter(self, vet: bool) -> QFont:
        letter = QFont(self.font())
        letter.setBold(vet)
        return letter

    def _woordbreedte(self, *, vet: bool) -> int:
        return QFontMetrics(self._letter(vet)).horizontalAdvance(self.text())

    def _telbreedte(self) -> int:
        if not self._aantal:
            return 0
        return tokens.px(6) + self.fontMetrics().horizontalAdvance(str(self._aantal))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw word, count, line and, with the focus, a ring."""
        gekozen = self.isChecked()
        penseel = QPainter(self)
        penseel.setRenderHint(QPainter.RenderHint.Antialiasing)
        lijn = tokens.px(3)
        vak = self.rect().adjusted(0, 0, 0, -lijn)
        if self.underMouse() and not gekozen:
            penseel.setPen(Qt.PenStyle.NoPen)
            penseel.setBrush(tokens.kleur("over"))
            penseel.drawRoundedRect(vak, tokens.RADIUS_KLEIN, tokens.RADIUS_KLEIN)
        self._schrijf(penseel, vak, gekozen)
        if gekozen:
            onder = QRect(0, self.height() - lijn, self.width(), lijn)
            penseel.fillRect(onder, tokens.kleur("blauw"))
        if self.hasFocus():
            penseel.setBrush(Qt.BrushStyle.NoBrush)
            penseel.setPen(QPen(tokens.kleur("blauw"), 2))
            penseel.drawRoundedRect(vak.adjusted(1, 1, -1, -1), 5, 5)
        penseel.end()

    def _schrijf(self, penseel: QPainter, vak: QRect, gekozen: bool) -> None:
        woord = self._woordbreedte(vet=gekozen)
        links = vak.left() + (vak.width() - woord - self._telbreedte()) // 2
        midden = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        penseel.setFont(self._letter(gekozen))
        penseel.setPen(tokens.kleur("blauw" if gekozen else "inkt"))
        penseel.drawText(QRect(links, vak.top(), woord + 2, vak.height()), midden, self.text())
        if self._aantal:
            penseel.setFont(self.font())
            penseel.setPen(tokens.kleur("gedempt"))
            rest = vak.adjusted(links - vak.left() + woord + tokens.px(6), 0, 0, 0)
            penseel.drawText(rest, midden, str(self._aantal))


class Tabbalk(QWidget):
    """A row of tabs that breaks into equal rows when the room is small, and never scrolls.

    Arrow keys walk through the buttons; ``gekozen`` tells the name of the chosen tab.
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
        self._nummer()
        self._groep.buttonToggled.connect(self._on_knop)
        self.kies(tabs[0].naam)

    @property
    def huidig(self) -> str:
        """The name of the chosen tab."""
        return next(n for n, knop in self._knoppen.items() if knop.isChecked())

    @property
    def zichtbaar(self) -> list[str]:
        """The names of the tabs that are there now, in order."""
        return [naam for naam, knop in self._knoppen.items() if not knop.isHidden()]

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
        knop = self._knoppen[naam]
        if knop.isHidden() == (not zichtbaar):
            return
        knop.setVisible(zichtbaar)
        if not zichtbaar and knop.isChecked():
            self.kies(self.zichtbaar[0])
        self._nummer()
        self._schik()

    def zet_aantal(self, naam: str, aantal: int) -> None:
        """Show a count beside the word of a tab."""
        self._knoppen[naam].zet_aantal(aantal)
        self._schik()

    def sizeHint(self) -> QSize:
        """Ask for one row; fewer pixels are fine."""
        breed = sum(self._knoppen[n].sizeHint().width() for n in self.zichtbaar)
        return QSize(breed, self.height())

    def minimumSizeHint(self) -> QSize:
        """Never force the page to be wide."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into as many rows as the width asks for."""
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
            self._knoppen[naam].zet_toets(f"Alt+{nummer}" if nummer <= 9 else "")

    def _on_knop(self, knop: QAbstractButton, aan: bool) -> None:
        if aan and isinstance(knop, Tabknop):
            self.gekozen.emit(knop.tab.naam)

    def _schik(self) -> None:
        """Put every button in its place, in the least number of rows in which all fit."""
        knoppen = [self._knoppen[naam] for naam in self.zichtbaar]
        maten = [knop.sizeHint() for knop in knoppen]
        rijen = next(
            (r for r in range(1, len(knoppen)) if _past(maten, r, self.width())), len(knoppen)
        )
        kolommen = ceil(len(knoppen) / rijen)
        hoog = max(maat.height() for maat in maten)
        breed = [max(m.width() for m in maten[k::kolommen]) for k in range(kolommen)]
        rek = max(0, self.width() - sum(breed)) // kolommen if rijen > 1 else 0
        x = [sum(breed[:k]) + k * rek for k in range(kolommen)]
        for plek, knop in enumerate(knoppen):
            rij, kolom = divmod(plek, kolommen)
            knop.setGeometry(x[kolom], rij * hoog, breed[kolom] + rek, hoog)
        if self.height() != rijen * hoog:
            self.setFixedHeight(rijen * hoog)


def _past(maten: Sequence[QSize], rijen: int, breedte: int) -> bool:
    """Return whether the buttons fit in ``rijen`` rows, as columns of equal buttons."""
    kolommen = ceil(len(maten) / rijen)
    return sum(max(m.width() for m in maten[k::kolommen]) for k in range(kolommen)) <= breedte
