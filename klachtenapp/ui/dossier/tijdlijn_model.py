"""The lines of the tijdlijn, and how they are painted: day, dot, title and detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from klachtenapp.ui import tokens
from klachtenapp.ui.dossier.letters import OMSLAAN, Index, hoogte, letter

_REGEL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """One line: ``dag`` as shown, what, by whom and how. ``nu`` is the step that must come.

    ``document`` is the id of the letter that belongs to it, 0 for none. ``vervallen``
    lines were made undone.
    """

    dag: str
    titel: str
    detail: str = ""
    document: int = 0
    nu: str = ""  # a colour of the tokens for the step that must come
    vervallen: bool = False

    @property
    def voorgelezen(self) -> str:
        """The whole line as one sentence, for a screen reader and the clipboard."""
        begin = f"{self.dag}: {self.titel}" + (" (ongedaan gemaakt)" if self.vervallen else "")
        return f"{begin}. {self.detail}" if self.detail else begin


class Tijdlijnmodel(QAbstractListModel):
    """The lines for the view."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._regels: list[Tijdlijnregel] = []

    def zet(self, regels: Sequence[Tijdlijnregel]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._regels = list(regels)
        self.endResetModel()

    def regel(self, index: Index) -> Tijdlijnregel:
        """Return the line at ``index``."""
        return self._regels[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt calls it
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._regels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, spoken text or the line itself."""
        if not index.isValid():
            return None
        regel = self._regels[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return regel.titel
            case Qt.ItemDataRole.AccessibleTextRole:
                return regel.voorgelezen
            case Qt.ItemDataRole.ToolTipRole:
                return "Enter opent de brief" if regel.document else None
            case _:
                return regel if role == _REGEL else None


class Tekenaar(QStyledItemDelegate):
    """Draws day, dot, title and detail; the height follows from the width of the view."""

    def __init__(self, lijst: QListView) -> None:
        super().__init__(lijst)
        self._lijst = lijst

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure the wrapped words."""
        breed = self._lijst.viewport().width()
        regel: Tijdlijnregel = index.data(_REGEL)
        titel, detail = self._hoogtes(option.font, regel, breed)
        return QSize(breed, titel + detail + tokens.px(13))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        regel: Tijdlijnregel = index.data(_REGEL)
        vak: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._achtergrond(painter, option, vak)
        self._stip(painter, vak, regel, index)
        boven = vak.top() + tokens.px(5)
        links, breed = self._tekstvak(vak.left(), vak.width())
        painter.setFont(letter(option.font, 14))
        painter.setPen(tokens.kleur(regel.nu or "gedempt"))
        painter.drawText(
            QRect(vak.left() + tokens.px(4), boven, tokens.px(76), vak.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
            regel.dag,
        )
        titelhoogte, detailhoogte = self._hoogtes(option.font, regel, vak.width())
        titelletter = letter(option.font, 15, vet=True)
        titelletter.setStrikeOut(regel.vervallen)
        painter.setFont(titelletter)
        painter.setPen(tokens.kleur("gedempt" if regel.vervallen else regel.nu or "inkt"))
        painter.drawText(QRect(links, boven, breed, titelhoogte), OMSLAAN, regel.titel)
        painter.setFont(letter(option.font, 14))
        painter.setPen(tokens.kleur("gedempt"))
        onder = QRect(links, boven + titelhoogte, breed, detailhoogte)
        painter.drawText(onder, OMSLAAN, regel.detail)
        painter.restore()

    def _hoogtes(self, basis: QFont, regel: Tijdlijnregel, breedte: int) -> tuple[int, int]:
        _, breed = self._tekstvak(0, breedte)
        titel = hoogte(letter(basis, 15, vet=True), breed, regel.titel)
        detail = hoogte(letter(basis, 14), breed, regel.detail) if regel.detail else 0
        return titel, detail

    @staticmethod
    def _tekstvak(links: int, breedte: int) -> tuple[int, int]:
        """Return left edge and width of the words beside the dot."""
        begin = tokens.px(104)
        return links + begin, max(tokens.px(60), breedte - begin - tokens.px(8))

    @staticmethod
    def _achtergrond(painter: QPainter, option: QStyleOptionViewItem, vak: QRect) -> None:
        gekozen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not gekozen:
            return
        painter.setPen(
            QPen(tokens.kleur("blauw"), 2)
            if option.state & QStyle.StateFlag.State_HasFocus
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(tokens.kleur("gekozen"))
        painter.drawRoundedRect(vak.adjusted(1, 1, -1, -1), 6, 6)

    @staticmethod
    def _stip(painter: QPainter, vak: QRect, regel: Tijdlijnregel, index: Index) -> None:
        """Draw the dot, and the thin line that ties it to those before and after."""
        x, y = vak.left() + tokens.px(90), vak.top() + tokens.px(15)
        straal = tokens.px(5)
        painter.setPen(QPen(tokens.kleur("lijn"), 2))
        if index.row() > 0:
            painter.drawLine(x, vak.top(), x, y - straal - 2)
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(x, y + straal + 2, x, vak.bottom() + 1)
        kleur = tokens.kleur("rand" if regel.vervallen else regel.nu or "blauw")
        painter.setPen(QPen(kleur, 2))
        painter.setBrush(tokens.kleur("vlak") if regel.nu or regel.vervallen else kleur)
        painter.drawEllipse(QPoint(x, y), straal, straal)
