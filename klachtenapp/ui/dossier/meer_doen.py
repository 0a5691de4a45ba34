"""Everything that can be done to a dossier, in one list that filters while one types."""

from __future__ import annotations

from collections.abc import Sequence

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

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Zoekveld
from klachtenapp.ui.dossier.letters import OMSLAAN, Index, hoogte, letter
from klachtenapp.ui.dossier.meer_keuzes import Keuze, Meerregel, regels

_REGEL = Qt.ItemDataRole.UserRole
_BREED = 440
_HOOG = 520


class _Tekenaar(QStyledItemDelegate):
    """Draws a heading, or label with shortcut and a second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure label and second line."""
        regel: Meerregel = index.data(_REGEL)
        if regel.kop:
            return QSize(10, tokens.px(30))
        breed = tokens.px(_BREED) - tokens.px(48)
        onder = hoogte(letter(option.font, 14), breed, regel.onder)
        return QSize(10, _labelhoog(option, regel, breed) + onder + tokens.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        regel: Meerregel = index.data(_REGEL)
        vak: QRect = option.rect.adjusted(tokens.px(4), 0, -tokens.px(4), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if regel.kop:
            painter.setFont(letter(option.font, 13, vet=True))
            painter.setPen(tokens.kleur("gedempt"))
            onderin = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            kop = vak.adjusted(tokens.px(10), 0, 0, -tokens.px(4))
            painter.drawText(kop, onderin, regel.label)
        else:
            self._teken_regel(painter, option, vak, regel)
        painter.restore()

    def _teken_regel(
        self, painter: QPainter, option: QStyleOptionViewItem, vak: QRect, regel: Meerregel
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.kleur("gekozen"))
            painter.drawRoundedRect(vak, 6, 6)
        binnen = vak.adjusted(tokens.px(10), tokens.px(5), -tokens.px(10), 0)
        painter.setFont(letter(option.font, 15, vet=regel.keuze is not None))
        painter.setPen(tokens.kleur("gedempt" if regel.nu_niet else "inkt"))
        painter.drawText(binnen, OMSLAAN, regel.label)
        painter.setFont(letter(option.font, 14))
        painter.setPen(tokens.kleur("gedempt"))
        painter.drawText(binnen, Qt.AlignmentFlag.AlignRight, regel.toets)
        painter.setPen(tokens.kleur("amber" if regel.nu_niet else "gedempt"))
        hoog = _labelhoog(option, regel, tokens.px(_BREED) - tokens.px(48))
        painter.drawText(binnen.adjusted(0, hoog, 0, 0), OMSLAAN, regel.onder)


def _labelhoog(option: QStyleOptionViewItem, regel: Meerregel, breed: int) -> int:
    """Return how high the label is: one line, or as many as the names of what cannot be done."""
    if not regel.nu_niet:
        return tokens.px(21)
    return max(tokens.px(21), hoogte(letter(option.font, 15), breed, regel.label))


class MeerDoen(QFrame):
    """The popup: type to filter, arrows to walk, Enter to choose, Esc to leave."""

    gekozen = Signal(str)

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder, Qt.WindowType.Popup)
        self.setProperty("rol", "kaart")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keuzes: tuple[Keuze, ...] = ()
        self._uitgeklapt = False
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
        self._keuzes, self._uitgeklapt = tuple(keuzes), False
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
        return [regel.keuze.naam for regel in self.regels() if regel.keuze is not None]

    def regels(self) -> list[Meerregel]:
        """Return the lines in sight, in order."""
        return [self.lijst.item(n).data(_REGEL) for n in range(self.lijst.count())]

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
        """Show what matches; what cannot be done now stands below, with the reason."""
        self.lijst.clear()
        for regel in regels(self._keuzes, self.veld.text(), open_=self._uitgeklapt):
            item = QListWidgetItem(regel.label)
            item.setData(_REGEL, regel)
            if regel.kop:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            niet = "Nu niet: " if regel.nu_niet else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{regel.label}. {niet}{regel.onder}")
            self.lijst.addItem(item)
        self._stap(1)

    def _stap(self, richting: int) -> None:
        """Walk to the next choice, over the headings."""
        aantal = self.lijst.count()
        plek = self.lijst.currentRow()
        for _ in range(aantal):
            plek = (plek + richting) % aantal
            if self.lijst.item(plek).data(_REGEL).loopbaar:
                self.lijst.setCurrentRow(plek)
                self.veld.setAccessibleDescription(
                    str(self.lijst.item(plek).data(Qt.ItemDataRole.AccessibleTextRole))
                )
                return

    def _kies(self) -> None:
        item = self.lijst.currentItem()
        regel: Meerregel | None = item.data(_REGEL) if item else None
        if regel is not None and regel.keuze is not None:
            self.close()
            self.gekozen.emit(regel.keuze.naam)
        elif regel is not None and regel.vouw:
            self._klap_om()

    def _klap_om(self) -> None:
        """Show or hide what cannot be done now; the fold stays where it was."""
        self._uitgeklapt = not self._uitgeklapt
        plek = self.lijst.currentRow()
        self._vul()
        self.lijst.setCurrentRow(plek)
        if self._uitgeklapt:
            boven = QListWidget.ScrollHint.PositionAtTop
            self.lijst.scrollToItem(self.lijst.item(plek), boven)
