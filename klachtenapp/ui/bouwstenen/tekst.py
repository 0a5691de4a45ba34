"""Words on the page: headings, running text and the sign + word + colour of a state."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

_BREEKPLEK: Final = "\u200b"  # no ink, no width, but a line may end here
_LANG_WOORD: Final = re.compile(r"\S{36,}")  # a link or a typing error: wider than some columns
_VOOR_LETTER: Final = re.compile(r"(?<=\S{4})(?=\w)")


def zet_rol(widget: QWidget, rol: str) -> None:
    """Give a widget another look from the stylesheet (``[rol="…"]``) and dress it again."""
    if widget.property("rol") != rol:
        widget.setProperty("rol", rol)
        # The event does what style().polish() does, without loading QStyle into Python.
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
        widget.updateGeometry()
        widget.update()


def _breekbaar(tekst: str) -> str:
    """Return ``tekst`` with places to break in words that no line can hold."""
    return _LANG_WOORD.sub(lambda woord: _VOOR_LETTER.sub(_BREEKPLEK, woord[0]), tekst)


class Kop(QLabel):
    """A heading: level 1 of a page, 2 of a card, 3 of a group within it."""

    def __init__(self, tekst: str = "", niveau: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(tekst, parent)
        self.setProperty("rol", f"kop{niveau}")
        self.setTextFormat(Qt.TextFormat.PlainText)


class Tekst(QLabel):
    """Running text that wraps. ``rol``: ``gewoon``, ``gedempt``, ``klein``, ``sterk``, ``fout``.

    With ``afkappen`` it stays on one line, ends in … when there is no room, and tells the
    whole text in its tooltip. Always plain text: what a user typed is never markup.
    """

    def __init__(
        self,
        tekst: str = "",
        rol: str = "gewoon",
        *,
        afkappen: bool = False,
        midden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heel = tekst
        self._afkappen = afkappen
        self._midden = midden
        self._hint = ""
        self._korter: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("rol", rol)
        self.setWordWrap(not afkappen)
        if afkappen:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(tekst)

    def setText(self, tekst: str) -> None:
        """Show this text, shortened when that was asked for and needed."""
        self._heel = tekst
        if self._afkappen:
            self._kort_in()
        else:
            super().setText(_breekbaar(tekst))

    def zet_korter(self, *korter: str) -> None:
        """Say it shorter where there is no room, before it is cut; the shortest comes last.

        Only with ``afkappen``. The whole text stays in the tooltip and for who hears it.
        """
        self._korter = korter
        self._kort_in()

    def zet_hint(self, hint: str) -> None:
        """Give a tooltip that stays, whether the text is shortened or not."""
        self._hint = hint
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)

    def heel(self) -> str:
        """Return the whole text."""
        return self._heel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten again for the new width."""
        super().resizeEvent(event)
        if self._afkappen:
            self._kort_in()

    def minimumSizeHint(self) -> QSize:
        """Let a shortened text shrink; a wrapping one keeps Qt's own hint."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._afkappen else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected as it was typed."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._kopieer()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected."""
        if self.hasSelectedText():
            menu = QMenu(self)
            menu.addAction("Kopiëren", self._kopieer)
            menu.popup(event.globalPos())

    def _kopieer(self) -> None:
        gekozen = self.selectedText().replace("\u2029", "\n").replace(_BREEKPLEK, "")
        if gekozen:
            QGuiApplication.clipboard().setText(gekozen)

    def _kort_in(self) -> None:
        wijze = Qt.TextElideMode.ElideMiddle if self._midden else Qt.TextElideMode.ElideRight
        breed, meet = max(self.width(), 1), self.fontMetrics()
        keuzes = (self._heel, *self._korter)
        past = (tekst for tekst in keuzes if meet.horizontalAdvance(tekst) <= breed)
        getoond = next(past, meet.elidedText(keuzes[-1], wijze, breed))
        super().setText(getoond)
        self.setToolTip(self._hint or (self._heel if getoond != self._heel else ""))
        self.setAccessibleName(self._heel)


class Teken(QLabel):
    """A state: sign, word and colour together (``■ 3 dagen te laat``), never colour alone."""

    def __init__(
        self,
        teken: str = "",
        tekst: str = "",
        kleur: str = "gewoon",
        *,
        vlak: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``kleur``: ``rood``, ``amber``, ``groen``, ``blauw`` or ``gewoon``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._vlak = vlak
        self.zet(teken, tekst, kleur)

    def zet(self, teken: str, tekst: str, kleur: str) -> None:
        """Show another state."""
        self.setText(f"{teken} {tekst}".strip())
        zet_rol(self, f"{'penning' if self._vlak else 'teken'}-{kleur}")
