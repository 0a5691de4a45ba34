"""Marks in a text field what could be plainer, while one writes; the text itself is untouched."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from klachtenapp.domain.taal import Taalrapport, Taalvondst, Verborgen, controleer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import uiterlijk
from klachtenapp.ui.taalmeter.kennis import taalkennis
from klachtenapp.ui.taalmeter.plek import Plekken

Veld = QPlainTextEdit | QTextEdit
Verberg = Callable[[str], Iterable[Verborgen]]

_WACHT_MS = 300  # after the last letter typed
_MEESTE = 400  # marks at once; more than that helps nobody
_LANGSTE = 100_000  # letters that are measured


def niets_verborgen(_tekst: str) -> tuple[Verborgen, ...]:
    """Hide nothing: an ordinary text."""
    return ()


class Taalmarkering(QObject):
    """Measures ``veld`` and underlines findings, each kind with its own shape of line.

    F8 and Shift+F8 go to the next and previous finding; Ctrl+. or Alt+Enter puts the
    suggestion in its place (Ctrl+Z takes it back). It uses the extra selections of the
    field, so nothing else should; a ``QSyntaxHighlighter`` beside it is fine. ``verborgen``
    tells which stretches are no words: ``velden_verborgen`` in a letter text.

    ``gemeten`` carries each new ``Taalrapport``, ``gekozen`` the finding the writer is at
    (``None`` when there is none).
    """

    gemeten = Signal(object)
    gekozen = Signal(object)

    def __init__(self, veld: Veld, runner: Runner, *, verborgen: Verberg = niets_verborgen) -> None:
        super().__init__(veld)
        self._veld = veld
        self._verborgen = verborgen
        self.kennis = taalkennis(runner)
        self._lijst = self.kennis.lijst
        self._tekst = ""
        self._plekken = Plekken("")
        self.rapport: Taalrapport = controleer("", self._lijst)
        self.huidig: Taalvondst | None = None
        self._timer = QTimer(self, interval=_WACHT_MS, singleShot=True)
        self._timer.timeout.connect(self.meet)
        veld.textChanged.connect(self._on_tekst)
        veld.cursorPositionChanged.connect(self._on_cursor)
        veld.installEventFilter(self)
        veld.viewport().installEventFilter(self)
        self.kennis.gewijzigd.connect(self.meet)
        self.meet()

    @property
    def veld(self) -> Veld:
        """The field that is measured."""
        return self._veld

    def meet(self) -> None:
        """Measure the text as it stands now."""
        self._timer.stop()
        self._lijst = self.kennis.lijst
        self._tekst = self._veld.toPlainText()[:_LANGSTE]
        self._plekken = Plekken(self._tekst)
        self.rapport = controleer(self._tekst, self._lijst, verborgen=self._verborgen(self._tekst))
        self._markeer()
        self.gemeten.emit(self.rapport)
        self._on_cursor()

    def volgende(self) -> bool:
        """Go to the next finding, after the last one to the first; ``False``: there is none."""
        return self._stap(1)

    def vorige(self) -> bool:
        """Go to the previous finding, before the first one to the last."""
        return self._stap(-1)

    def ga_naar(self, vondst: Taalvondst) -> None:
        """Select a finding and say what it is."""
        cursor = self._cursor(vondst.start, vondst.eind)
        self._veld.setTextCursor(cursor)
        self._veld.ensureCursorVisible()
        self._zet_huidig(vondst)
        self._vertel(vondst)

    def pas_toe(self, keuze: int = 0) -> bool:
        """Put a suggestion in the place of the finding one is at; ``False``: there is none."""
        self._werk_bij()
        vondst = self.huidig
        if vondst is None or keuze >= len(vondst.keuzes) or self._veld.isReadOnly():
            return False
        cursor = self._cursor(vondst.van, vondst.tot)
        cursor.insertText(vondst.keuzes[keuze])
        self._veld.setTextCursor(cursor)
        self.meet()
        return True

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Look at the keys before the field does, and show what is under the mouse."""
        if isinstance(event, QKeyEvent) and bron is self._veld:
            if event.type() == QEvent.Type.KeyPress and self._toets(event):
                return True
        elif isinstance(event, QHelpEvent) and bron is self._veld.viewport():
            return event.type() == QEvent.Type.ToolTip and self._tip(event)
        elif event.type() == QEvent.Type.PaletteChange and bron is self._veld:
            self._markeer()
        return super().eventFilter(bron, event)

    def _toets(self, event: QKeyEvent) -> bool:
        toets, met = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if toets == Qt.Key.Key_F8:
            return self.vorige() if met == Qt.KeyboardModifier.ShiftModifier else self.volgende()
        vervang = (toets == Qt.Key.Key_Period and met == Qt.KeyboardModifier.ControlModifier) or (
            toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and met == Qt.KeyboardModifier.AltModifier
        )
        return vervang and self.pas_toe()

    def _tip(self, event: QHelpEvent) -> bool:
        plek = self._plekken.van_qt(self._veld.cursorForPosition(event.pos()).position())
        vondst = self._bij(plek) if not self._timer.isActive() else None
        if vondst is None:
            QToolTip.hideText()
            return False
        QToolTip.showText(event.globalPos(), uiterlijk.voorgelezen(vondst), self._veld)
        return True

    def _on_tekst(self) -> None:
        self._zet_huidig(None)
        self._timer.start()

    def _on_cursor(self) -> None:
        if self._timer.isActive():
            return
        van, tot = self._gekozen_stuk()
        gekozen = (v for v in self.rapport.vondsten if (v.start, v.eind) == (van, tot))
        self._zet_huidig(next(gekozen, None) or self._bij(van))

    def _bij(self, plek: int) -> Taalvondst | None:
        """Return the smallest finding at a place."""
        hier = [v for v in self.rapport.vondsten if v.start <= plek <= v.eind]
        return min(hier, key=lambda v: v.eind - v.start, default=None)

    def _stap(self, richting: int) -> bool:
        self._werk_bij()
        alle = self.rapport.vondsten
        if not alle:
            return False
        van, tot = self._gekozen_stuk()
        hier = next((n for n, v in enumerate(alle) if (v.start, v.eind) == (van, tot)), None)
        if hier is not None:
            doel = hier + richting
        else:  # between two findings
            doel = next((n for n, v in enumerate(alle) if v.start >= van), len(alle))
            doel += min(richting, 0)
        self.ga_naar(alle[doel % len(alle)])
        return True

    def _gekozen_stuk(self) -> tuple[int, int]:
        cursor = self._veld.textCursor()
        van, tot = cursor.selectionStart(), cursor.selectionEnd()
        return self._plekken.van_qt(van), self._plekken.van_qt(tot)

    def _zet_huidig(self, vondst: Taalvondst | None) -> None:
        if vondst is not self.huidig:
            self.huidig = vondst
            self.gekozen.emit(vondst)

    def _werk_bij(self) -> None:
        if self._timer.isActive():
            self.meet()

    def _cursor(self, van: int, tot: int) -> QTextCursor:
        cursor = QTextCursor(self._veld.document())
        cursor.setPosition(self._plekken.naar_qt(van))
        cursor.setPosition(self._plekken.naar_qt(tot), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _markeer(self) -> None:
        """Underline; what lies under a sentence is drawn first, so that words stay visible."""
        vondsten = sorted(self.rapport.vondsten[:_MEESTE], key=lambda v: not v.soort.is_zin)
        merken = []
        for vondst in vondsten:
            merk = QTextEdit.ExtraSelection()
            merk.cursor = self._cursor(vondst.start, vondst.eind)
            merk.format = uiterlijk.opmaak(vondst.soort)
            merken.append(merk)
        self._veld.setExtraSelections(merken)

    def _vertel(self, vondst: Taalvondst) -> None:
        """Say it aloud for who cannot see the mark."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        zin = uiterlijk.voorgelezen(vondst)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._veld, zin))
