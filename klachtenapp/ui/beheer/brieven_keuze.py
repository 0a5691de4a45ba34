"""A small window to find a field or a fact in: type a word, Enter takes it, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Tekst, Zoekveld

_NAAM = Qt.ItemDataRole.UserRole
_ZOEK = Qt.ItemDataRole.UserRole + 1
_OMLAAG = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Keuzevenster(QFrame):
    """A list of (name, words, explanation) that one searches. ``gekozen`` has name and answer;
    ``verlaten`` tells that nothing was taken.

    With ``antwoorden`` one chooses between those as well (wel, niet).
    """

    gekozen = Signal(str, str)
    verlaten = Signal()

    def __init__(
        self, titel: str, antwoorden: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hide()
        self.setProperty("rol", "kaart")
        self.setAutoFillBackground(True)
        self.setAccessibleName(titel)
        self.zoek = Zoekveld("Zoek op een woord")
        self.zoek.textChanged.connect(self._filter)
        self.zoek.installEventFilter(self)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName(titel)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.itemClicked.connect(lambda _item: self._neem())
        self.lijst.itemActivated.connect(lambda _item: self._neem())
        self.antwoord = ChipGroep(antwoorden, verplicht=True, naam=titel) if antwoorden else None
        self._niets = Tekst("Niets gevonden. Probeer een ander woord.", "gedempt")
        self._niets.hide()
        opmaak = QVBoxLayout(self)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(Tekst(titel, "sterk"))
        if self.antwoord is not None:
            self.antwoord.zet(antwoorden[0][0])
            opmaak.addWidget(self.antwoord)
        for widget in (self.zoek, self.lijst, self._niets):
            opmaak.addWidget(widget)
        self.resize(tokens.px(430), tokens.px(380))
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus)

    def vul(self, keuzes: Sequence[tuple[str, str, str]]) -> None:
        """Show these choices: name, words, explanation."""
        self.lijst.clear()
        for naam, woorden, uitleg in keuzes:
            item = QListWidgetItem(woorden)
            item.setToolTip(uitleg)
            item.setData(_NAAM, naam)
            item.setData(_ZOEK, normaliseer(f"{woorden} {uitleg} {naam.replace('_', ' ')}"))
            self.lijst.addItem(item)

    def open_bij(self, plek: QPoint) -> None:
        """Show it over the window with its corner at ``plek`` on the screen, or near it."""
        self.zoek.clear()
        self._filter("")
        ouder = self.parentWidget()
        venster = ouder.window() if ouder is not None else self
        if venster not in (ouder, self):
            self.setParent(venster)
        hier = venster.mapFromGlobal(plek)
        x = min(hier.x(), venster.width() - self.width() - tokens.RUIMTE_S)
        y = min(hier.y(), venster.height() - self.height() - tokens.RUIMTE_S)
        self.move(max(x, 0), max(y, 0))
        self.show()
        self.raise_()
        self.zoek.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus(self, _oud: QWidget | None, nu: QWidget | None) -> None:
        """Go away when one goes on elsewhere."""
        if self.isVisible() and nu is not None and not self.isAncestorOf(nu):
            self.hide()

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Walk through the list while typing, and take with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _OMLAAG:
                self.lijst.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._neem()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.verlaten.emit()
                return True
        return super().eventFilter(bron, event)

    def _filter(self, tekst: str) -> None:
        woorden = normaliseer(tekst).split()
        eerste = -1
        for rij in range(self.lijst.count()):
            item = self.lijst.item(rij)
            raak = all(woord in item.data(_ZOEK) for woord in woorden)
            item.setHidden(not raak)
            if raak and eerste < 0:
                eerste = rij
        self.lijst.setCurrentRow(eerste)
        self._niets.setVisible(eerste < 0)

    def _neem(self) -> None:
        item = self.lijst.currentItem()
        if item is None or item.isHidden():
            return
        self.hide()
        antwoord = self.antwoord.waarde() if self.antwoord is not None else ""
        self.gekozen.emit(str(item.data(_NAAM)), antwoord)
