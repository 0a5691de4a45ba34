"""Everything that can be done to a dossier, in one list that filters while one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Zoekveld
from klachtenapp.ui.dossier.letters import OMSLAAN, Index, hoogte, letter

_KEUZE = Qt.ItemDataRole.UserRole
_BREED = 440
_HOOG = 520


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing in the list. ``blokkade`` says why it cannot be done now; empty when it can."""

    naam: str
    label: str
    groep: str
    uitleg: str = ""
    blokkade: str = ""
    toets: str = ""

    @property
    def onder(self) -> str:
        """The second line: what it does, or why it cannot be done yet."""
        return f"Nu niet: {self.blokkade}" if self.blokkade else self.uitleg


class _Tekenaar(QStyledItemDelegate):
    """Draws a heading, or label with shortcut and a second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure label and second line."""
        keuze: Keuze | None = index.data(_KEUZE)
        if keuze is None:
            return QSize(10, tokens.px(30))
        breed = tokens.px(_BREED) - tokens.px(48)
        onder = hoogte(letter(option.font, 14), breed, keuze.onder) if keuze.onder else 0
        return QSize(10, tokens.px(21) + onder + tokens.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        keuze: Keuze | None = index.data(_KEUZE)
        vak: QRect = option.rect.adjusted(tokens.px(4), 0, -tokens.px(4), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if keuze is None:
            painter.setFont(letter(option.font, 13, vet=True))
            painter.setPen(tokens.kleur("gedempt"))
            onderin = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            kop = vak.adjusted(tokens.px(10), 0, 0, -tokens.px(4))
            painter.drawText(kop, onderin, str(index.data(Qt.ItemDataRole.DisplayRole)))
        else:
            self._teken_keuze(painter, option, vak, keuze)
        painter.restore()

    def _teken_keuze(
        self, painter: QPainter, option: QStyleOptionViewItem, vak: QRect, keuze: Keuze
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.kleur("gekozen"))
            painter.drawRoundedRect(vak, 6, 6)
        binnen = vak.adjusted(tokens.px(10), tokens.px(5), -tokens.px(10), 0)
        painter.setFont(letter(option.font, 15, vet=not keuze.blokkade))
        painter.setPen(tokens.kleur("gedempt" if keuze.blokkade else "inkt"))
        painter.drawText(binnen, Qt.AlignmentFlag.AlignLeft, keuze.label)
        painter.setFont(letter(option.font, 14))
        painter.setPen(tokens.kleur("gedempt"))
        painter.drawText(binnen, Qt.AlignmentFlag.AlignRight, keuze.toets)
        painter.setPen(tokens.kleur("amber" if keuze.blokkade else "gedempt"))
        onder = binnen.adjusted(0, tokens.px(21), 0, 0)
        painter.drawText(onder, OMSLAAN, keuze.onder)


class MeerDoen(QFrame):
    """The popup: type to filter, arrows to walk, Enter to choose, Esc to leave."""

    gekozen = Signal(str)

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder, Qt.WindowType.Popup)
        self.setProperty("rol", "kaart")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keuzes: tuple[Keuze, ...] = ()
        self.veld = Zoekveld("Wat wilt u doen?")
        self.veld.textChanged.connect(self._vul)
        self.veld.installEventFilter(self)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat u met dit dossier kunt doen")
        self.lijst.setItemDelegate(_Tekenaar(self.lijst))
        self.lijst.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setFrameShape(QFrame.Shape.NoFrame)
        self.lijst.setProperty("rol", "vlakke-lijst")
        self.lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lijst.setMouseTracking(True)
        self.lijst.itemEntered.connect(self.lijst.setCurrentItem)
        self.lijst.itemClicked.connect(lambda _item: self._kies())
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(8, 8, 8, 8)
        opmaak.setSpacing(6)
        opmaak.addWidget(self.veld)
        opmaak.addWidget(self.lijst, 1)

    def toon(self, keuzes: Sequence[Keuze], plek: QPoint) -> None:
        """Open with these choices; ``plek`` is the top right corner on the screen."""
        self._keuzes = tuple(keuzes)
        self.veld.clear()
        self._vul()
        scherm = self.screen().availableGeometry()
        breed = tokens.px(_BREED)
        hoog = min(tokens.px(_HOOG), scherm.bottom() - plek.y() - 8)
        links = min(max(scherm.left(), plek.x() - breed), scherm.right() - breed)
        self.setGeometry(links, plek.y(), breed, max(tokens.px(200), hoog))
        self.show()
        self.veld.setFocus(Qt.FocusReason.PopupFocusReason)

    def namen(self) -> list[str]:
        """Return the names of the choices in sight, in order."""
        items = (self.lijst.item(n) for n in range(self.lijst.count()))
        return [item.data(_KEUZE).naam for item in items if item.data(_KEUZE) is not None]

    def eventFilter(self, bron: QObject, event: object) -> bool:
        """Let arrows and Enter in the field work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if stap is not None:
                self._stap(stap)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._kies()
                return True
        return False

    def _vul(self) -> None:
        """Show what matches; who may not now stands among the others, with the reason."""
        gezocht = normaliseer(self.veld.text())
        passend = [k for k in self._keuzes if gezocht in normaliseer(f"{k.label} {k.uitleg}")]
        self.lijst.clear()
        for groep, leden in groupby(passend, key=lambda k: k.groep):
            kop = QListWidgetItem(groep)
            kop.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lijst.addItem(kop)
            for keuze in leden:
                item = QListWidgetItem(keuze.label)
                item.setData(_KEUZE, keuze)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{keuze.label}. {keuze.onder}")
                self.lijst.addItem(item)
        self._stap(1)

    def _stap(self, richting: int) -> None:
        """Walk to the next choice, over the headings."""
        aantal = self.lijst.count()
        plek = self.lijst.currentRow()
        for _ in range(aantal):
            plek = (plek + richting) % aantal
            if self.lijst.item(plek).data(_KEUZE) is not None:
                self.lijst.setCurrentRow(plek)
                self.veld.setAccessibleDescription(
                    str(self.lijst.item(plek).data(Qt.ItemDataRole.AccessibleTextRole))
                )
                return

    def _kies(self) -> None:
        item = self.lijst.currentItem()
        keuze: Keuze | None = item.data(_KEUZE) if item else None
        if keuze is not None and not keuze.blokkade:
            self.close()
            self.gekozen.emit(keuze.naam)
