"""What happened, in order, with the next step as the last line; and room for a quick note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
)

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop
from klachtenapp.ui.dossier.tijdlijn_model import Tekenaar, Tijdlijnmodel, Tijdlijnregel
from klachtenapp.ui.invoervelden import Tekstveld


class Tijdlijnlijst(QListView):
    """The list itself: arrows walk, Enter opens the letter of a line, Ctrl+C copies a line."""

    geopend = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = Tijdlijnmodel(self)
        self._naar_eind = True
        self.setModel(self._model)
        self.setItemDelegate(Tekenaar(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("rol", "vlakke-lijst")
        self.setAccessibleName("Tijdlijn")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(self._on_geopend)

    def begin_aan_het_eind(self) -> None:
        """Show the end when another dossier comes: what happened last, and what must come."""
        self._naar_eind = True

    def zet(self, regels: Sequence[Tijdlijnregel]) -> None:
        """Show these lines; who looked at the end keeps looking at the end."""
        balk = self.verticalScrollBar()
        aan_het_eind = self._naar_eind or balk.value() >= balk.maximum() - 2
        plek = balk.value()
        huidig = self.currentIndex().row()
        self._model.zet(regels)
        if huidig >= 0 and huidig < len(regels):
            self.setCurrentIndex(self._model.index(huidig, 0))
        self.doItemsLayout()
        balk.setValue(balk.maximum() if aan_het_eind else plek)
        self._naar_eind = self._naar_eind and not self.isVisible()

    def regels(self) -> list[Tijdlijnregel]:
        """Return the lines that are shown."""
        return [self._model.regel(self._model.index(n, 0)) for n in range(self._model.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the line in words."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QApplication.clipboard().setText(self._model.regel(self.currentIndex()).voorgelezen)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words again for the new width."""
        balk = self.verticalScrollBar()
        aan_het_eind = self._naar_eind or balk.value() >= balk.maximum() - 2
        super().resizeEvent(event)
        self.doItemsLayout()
        if aan_het_eind:
            balk.setValue(balk.maximum())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def _on_geopend(self, index: QModelIndex) -> None:
        document = self._model.regel(index).document
        if document:
            self.geopend.emit(document)


class Tijdlijn(Kaart):
    """The card with the list and the field below it.

    Enter in the field gives ``notitie``; Ctrl+Enter, or the other button, ``gesprek``: the
    text is then where the form of a conversation begins.
    """

    notitie = Signal(str)
    gesprek = Signal(str)
    geopend = Signal(int)

    def __init__(self) -> None:
        super().__init__("Tijdlijn")
        self.inhoud.setSpacing(tokens.RUIMTE_XS)
        self.lijst = Tijdlijnlijst()
        self.lijst.geopend.connect(self.geopend)
        self.veld = Tekstveld()
        self.noem_veld("Notitie of gesprek toevoegen")
        self.veld.returnPressed.connect(self._on_notitie)
        self.veld.textChanged.connect(self._zet_knoppen)
        self._notitie = Knop("Notitie bewaren")
        self._notitie.setToolTip("Bewaar dit als notitie (Enter)")
        self._notitie.clicked.connect(self._on_notitie)
        self.gesprek_knop = Knop("Gesprek vastleggen…")
        self.gesprek_knop.setToolTip("Leg een gesprek vast (Ctrl+Shift+G)")
        self.gesprek_knop.clicked.connect(lambda: self.gesprek.emit(self.veld.waarde()))
        knoppen = QHBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_XS)
        knoppen.addWidget(self._notitie)
        knoppen.addWidget(self.gesprek_knop)
        knoppen.addStretch(1)
        self.voeg_toe(self.lijst, 1)
        self.inhoud.addSpacing(tokens.RUIMTE_XS)
        self.voeg_toe(self.veld)
        self.inhoud.addLayout(knoppen)
        self._zet_knoppen()

    def noem_veld(self, wat: str) -> None:
        """Say in the field what it is for; not everybody records conversations."""
        self.veld.setPlaceholderText(f"{wat} (Ctrl+G)")
        self.veld.setAccessibleName(wat)

    def zet_open(self, notitie: bool, gesprek: bool) -> None:
        """Allow notes and conversations, or not (any more)."""
        self.veld.setEnabled(notitie)
        self.gesprek_knop.setEnabled(gesprek)
        self._zet_knoppen()

    def schrijf(self) -> None:
        """Put the cursor in the field."""
        self.veld.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _zet_knoppen(self) -> None:
        self._notitie.setEnabled(self.veld.isEnabled() and bool(self.veld.waarde()))

    def _on_notitie(self) -> None:
        if self.veld.waarde():
            self.notitie.emit(self.veld.waarde())
