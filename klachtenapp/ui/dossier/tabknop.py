"""The button of one tab, and the one behind which the tabs stand for which there is no room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from klachtenapp.ui import iconen, tokens

_WIT = 7  # px at 100 % text, at both sides of the word
_SPATIE = 5  # between word and count
_PIJL = 16


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

    @property
    def aantal(self) -> int:
        """How many things are behind the tab."""
        return self._aantal

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
        breed = self._woordbreedte(vet=True) + self._telbreedte() + 2 * tokens.px(_WIT)
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
        return tokens.px(_SPATIE) + self.fontMetrics().horizontalAdvance(str(self._aantal))

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
            rest = vak.adjusted(links - vak.left() + woord + tokens.px(_SPATIE), 0, 0, 0)
            penseel.drawText(rest, midden, str(self._aantal))


class Meerknop(Tabknop):
    """*Meer*: opens the list of the tabs that do not stand in the row."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(Tab("meer", "Meer", "Meer onderdelen van het dossier"), ouder)
        self.setCheckable(False)
        self.setToolTip("Meer onderdelen van het dossier")

    def _telbreedte(self) -> int:
        return tokens.px(_PIJL) + tokens.px(2)

    def _schrijf(self, penseel: QPainter, vak: QRect, gekozen: bool) -> None:
        super()._schrijf(penseel, vak, gekozen)
        maat = tokens.px(_PIJL)
        links = vak.right() - tokens.px(_WIT) - maat + 1
        pijl = QRect(links, vak.center().y() - maat // 2 + 1, maat, maat)
        penseel.drawPixmap(pijl, iconen.pixmap("omlaag", "inkt", _PIJL))
