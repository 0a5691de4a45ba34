"""The editor of a letter text: words as in Word, fields and conditions as readable tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from klachtenapp.domain.teksttaal.alineas import Alinea, Deel, Vorm
from klachtenapp.domain.teksttaal.merken import Merk, Merksoort
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer import brieven_bewerken as bewerk
from klachtenapp.ui.beheer import brieven_document as document
from klachtenapp.ui.beheer import brieven_kantlijn as kantlijn
from klachtenapp.ui.beheer.brieven_merk import (
    OBJECT,
    Merktekenaar,
    Naamgever,
    is_vet,
)


class Briefeditor(QTextEdit):
    """Edits paragraphs, or with ``een_regel`` one line (the onderwerp).

    ``veld_gevraagd`` is Ctrl+Space. Copying gives the language of the text, pasting takes
    words and no formatting.
    """

    veld_gevraagd = Signal()

    def __init__(
        self, naam: str, *, een_regel: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._een_regel = een_regel
        self._fout: frozenset[int] = frozenset()
        self.setAccessibleName(naam)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tekenaar = Merktekenaar(self.document())
        self.document().documentLayout().registerHandler(OBJECT, self._tekenaar)
        if een_regel:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.document().documentLayout().documentSizeChanged.connect(self._pas_hoogte)
            self._pas_hoogte()
        self._kantlijn()

    def zet_namen(self, naam: Naamgever) -> None:
        """Say what the tags are called."""
        self._tekenaar.naam = naam
        self.document().markContentsDirty(0, self.document().characterCount())

    def zet(self, alineas: Sequence[Alinea]) -> None:
        """Show other paragraphs."""
        self._fout = frozenset()
        document.vul(self.document(), alineas)
        self._kantlijn()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def alineas(self) -> tuple[Alinea, ...]:
        """Return the paragraphs as they stand here."""
        return document.lees(self.document())

    def delen(self) -> tuple[Deel, ...]:
        """Return the line of a one-line editor."""
        return tuple(document.delen(self.document().begin()))

    @property
    def vorm(self) -> Vorm:
        """The kind of the paragraph with the cursor."""
        return document.vorm_van(self.textCursor().block())

    @property
    def vet(self) -> bool:
        """Whether what is typed now becomes bold."""
        return is_vet(self.currentCharFormat())

    def zet_vorm(self, vorm: Vorm) -> None:
        """Make the chosen paragraphs of another kind."""
        if not self._een_regel:
            bewerk.zet_vorm(self.textCursor(), vorm)

    def wissel_vet(self) -> None:
        """Make what is selected bold, or no longer."""
        nieuw = document.letters(self.vorm, vet=not self.vet)
        self.mergeCurrentCharFormat(nieuw)

    def voeg_veld_toe(self, naam: str) -> None:
        """Put a field at the cursor."""
        cursor = self.textCursor()
        bewerk.voeg_toe(cursor, Merk(Merksoort.VELD, naam))
        self.setTextCursor(cursor)

    def omsluit(self, merk: Merk) -> None:
        """Put the selection or the paragraph under a condition."""
        bewerk.omsluit(self.textCursor(), merk)

    def toon_fouten(self, alineas: Iterable[int]) -> None:
        """Mark these paragraphs, from 0."""
        self._fout = frozenset(alineas)
        self.viewport().update()

    def ga_naar(self, alinea: int) -> None:
        """Put the cursor in a paragraph, from 0."""
        blok = self.document().findBlockByNumber(alinea)
        if blok.isValid():
            self.setTextCursor(QTextCursor(blok))
            self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what Word would do, and keep tags whole."""
        if not self.isReadOnly() and event.matches(QKeySequence.StandardKey.Bold):
            self.wissel_vet()
            return
        cursor = self.textCursor()
        if not self.isReadOnly() and self._toets(event, cursor):
            self.setTextCursor(cursor)
            event.accept()
            return
        super().keyPressEvent(event)
        if event.text() == "}" and not self.isReadOnly():
            cursor = self.textCursor()
            if bewerk.maak_velden(cursor):
                self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as text, with the fields by their names."""
        uit = QMimeData()
        uit.setText(bewerk.als_tekst(self.textCursor().selection()))
        return uit

    def insertFromMimeData(self, bron: QMimeData) -> None:
        """Paste words only."""
        cursor = self.textCursor()
        bewerk.plak(cursor, bron.text(), een_regel=self._een_regel)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, bron: QMimeData) -> bool:
        """Take text, nothing else."""
        return bron.hasText()

    def event(self, event: QEvent) -> bool:
        """Tell the whole name of the tag under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            heel = self._tekenaar.heel(cursor.charFormat())
            if heel:
                QToolTip.showText(event.globalPos(), heel, self)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit one line of text again when the width is another."""
        super().resizeEvent(event)
        if self._een_regel and event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self._pas_hoogte)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the margin in proportion to the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_een_regel"):
            self._kantlijn()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and in its margin what each paragraph is."""
        super().paintEvent(event)
        if not self._een_regel:
            schilder = QPainter(self.viewport())
            kantlijn.teken(schilder, self, self._fout)
            schilder.end()

    def _toets(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        toets = event.key()
        met_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if met_ctrl and toets == Qt.Key.Key_Space:
            self.veld_gevraagd.emit()
        elif toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._een_regel:
                bewerk.nieuwe_alinea(cursor)
        elif toets == Qt.Key.Key_Backspace:
            gewoon = not self._een_regel and bewerk.terug_naar_gewoon(cursor)
            return gewoon or bewerk.verwijder_merk(cursor, terug=True)
        elif toets == Qt.Key.Key_Delete:
            return bewerk.verwijder_merk(cursor, terug=False)
        elif toets == Qt.Key.Key_Space and not event.modifiers() and not self._een_regel:
            return bewerk.maak_van_teken(cursor)
        else:
            return False
        return True

    def _pas_hoogte(self) -> None:
        """One line high, or as many as the onderwerp takes."""
        regels = self.document().size().height() + 2 * self.frameWidth()
        self.setFixedHeight(max(tokens.px(42), min(round(regels), tokens.px(100))))

    def _kantlijn(self) -> None:
        wortel = self.document().rootFrame()
        opmaak = wortel.frameFormat()
        opmaak.setLeftMargin(tokens.px(4 if self._een_regel else kantlijn.BREEDTE))
        self.document().setUndoRedoEnabled(False)
        wortel.setFrameFormat(opmaak)
        self.document().setUndoRedoEnabled(True)
