"""Surfaces: the white card, the coloured banner, the kind empty state, the scrolling page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen.knop import Knop
from klachtenapp.ui.bouwstenen.tekst import Kop, Tekst, zet_rol

_BANNER = {
    "info": ("info", "blauw"),
    "let op": ("waarschuwing", "amber"),
    "fout": ("waarschuwing", "rood"),
    "goed": ("vink", "groen"),
}


class Kaart(QFrame):
    """A white card with an optional heading; put widgets in ``inhoud``."""

    def __init__(self, titel: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "kaart")
        self.inhoud = QVBoxLayout(self)
        self.inhoud.setContentsMargins(
            tokens.RUIMTE_L, tokens.RUIMTE_M, tokens.RUIMTE_L, tokens.RUIMTE_L
        )
        self.inhoud.setSpacing(tokens.RUIMTE_S)
        self.kop = Kop(titel, 2)
        self.inhoud.addWidget(self.kop)
        if not titel:
            self.kop.hide()

    def voeg_toe(self, widget: QWidget, rek: int = 0) -> None:
        """Add a widget below the others."""
        self.inhoud.addWidget(widget, rek)


class Melding(QFrame):
    """A banner in the page: sign + sentence + at most one button. Hidden while it has no text.

    ``soort``: ``info``, ``let op``, ``fout``, ``goed``.
    """

    def __init__(self, tekst: str = "", soort: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soort = soort
        self._beeld = QLabel()
        self._beeld.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tekst = Tekst("")
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(
            tokens.RUIMTE_M, tokens.RUIMTE_S, tokens.RUIMTE_M, tokens.RUIMTE_S
        )
        self._rij.setSpacing(tokens.RUIMTE_S)
        self._rij.addWidget(self._beeld)
        self._rij.addWidget(self._tekst, 1)
        self._vul(tekst, soort)
        if not tekst:
            self.hide()

    def toon(self, tekst: str, soort: str | None = None) -> None:
        """Show another sentence; an empty one hides the banner."""
        self._vul(tekst, soort or self._soort)
        self.setVisible(bool(tekst))

    def _vul(self, tekst: str, soort: str) -> None:
        self._soort = soort
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst)
        zet_rol(self, f"banner-{_BANNER[self._soort][1]}")
        self._teken()

    def tekst(self) -> str:
        """Return the sentence that is shown."""
        return self._tekst.heel()

    def voeg_knop_toe(self, tekst: str, doe: Callable[[], object]) -> Knop:
        """Add the button that helps on."""
        knop = Knop(tekst)
        knop.clicked.connect(lambda: doe())
        self._rij.addWidget(knop)
        return knop

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._teken()

    def _teken(self) -> None:
        naam, kleur = _BANNER[self._soort]
        self._beeld.setPixmap(iconen.pixmap(naam, kleur))


class LegeStaat(QWidget):
    """What stands where a list would be: an icon, a kind sentence, and how to go on."""

    def __init__(
        self, icoon: str, titel: str, tekst: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icoon = icoon
        self._beeld = QLabel()
        self._beeld.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._titel = Kop(titel, 2)
        self._titel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tekst = Tekst(tekst, "gedempt")
        self._tekst.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.inhoud = QVBoxLayout(self)
        self.inhoud.setSpacing(tokens.RUIMTE_S)
        self.inhoud.addStretch(2)
        for widget in (self._beeld, self._titel, self._tekst):
            self.inhoud.addWidget(widget)
        self.inhoud.addStretch(3)
        self._teken()

    def zet(self, titel: str, tekst: str = "") -> None:
        """Say something else."""
        self._titel.setText(titel)
        self._tekst.setText(tekst)

    def voeg_knop_toe(self, knop: Knop) -> None:
        """Add a button below the sentence."""
        self.inhoud.insertWidget(
            self.inhoud.count() - 1, knop, alignment=Qt.AlignmentFlag.AlignCenter
        )

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._teken()

    def _teken(self) -> None:
        self._beeld.setPixmap(iconen.pixmap(self._icoon, "gedempt", 44))


class Schuifvlak(QScrollArea):
    """A page that scrolls up and down when the window is small, never sideways."""

    def __init__(self, inhoud: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "schuifvlak")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inhoud.setProperty("rol", "schuifinhoud")
        self.setWidget(inhoud)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus)

    def _on_focus(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        """Bring what gets the keyboard in sight: Qt does so for Tab, not for a named field.

        Not while a mouse button is down: what is pressed must not move away from the mouse.
        """
        inhoud = self.widget()
        if nieuw is None or inhoud is None or not inhoud.isAncestorOf(nieuw):
            return
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.ensureWidgetVisible(nieuw, 0, tokens.RUIMTE_M)
