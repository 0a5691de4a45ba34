"""Buttons and the search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen.tekst import zet_rol


class Knop(QPushButton):
    """A button; one per page is ``primair``.

    ``toets`` is a shortcut (``"Ctrl+N"``): it works and stands in the tooltip, so that the
    button stays short. ``stil`` has no border until it is pointed at. ``icoon`` names a
    file in ``resources/iconen``. Enter presses it, as Space does.
    """

    _icoon = ""  # Qt may call changeEvent while the button is still being made

    def __init__(
        self,
        tekst: str,
        primair: bool = False,
        *,
        toets: str = "",
        icoon: str = "",
        stil: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tekst, parent)
        self._icoon = icoon
        self._woord = tekst
        self._rol = "primair" if primair else "stil" if stil else "knop"
        self.setProperty("rol", self._rol)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        naam = tekst.replace("&", "")
        self.setAccessibleName(naam)
        if toets:
            self.setShortcut(toets)
            self.setToolTip(f"{naam} ({toets})")
        self._teken()

    def toon_woord(self, tonen: bool) -> None:
        """Show the words, or the icon alone where there is no room; who hears it misses nothing."""
        super().setText(self._woord if tonen else "")

    def maak_primair(self, primair: bool) -> None:
        """Let this be the one button that stands out, or no longer."""
        self._rol = "primair" if primair else "knop"
        zet_rol(self, self._rol)
        self._teken()

    def setText(self, tekst: str) -> None:
        """Change the words, also for who cannot see them."""
        super().setText(tekst)
        self._woord = tekst
        self.setAccessibleName(tekst.replace("&", ""))

    def zet_tekst(self, tekst: str) -> None:
        """Change the words; the same as ``setText``."""
        self.setText(tekst)

    def zet_icoon(self, icoon: str) -> None:
        """Show another icon."""
        self._icoon = icoon
        self._teken()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.EnabledChange,
            QEvent.Type.FontChange,
        ):
            self._teken()

    def _teken(self) -> None:
        if self._icoon:
            kleur = "op_primair" if self._rol == "primair" else "blauw"
            kleur = kleur if self.isEnabled() else "gedempt"
            self.setIcon(iconen.icoon(self._icoon, kleur, 18))
            self.setIconSize(QSize(tokens.px(18), tokens.px(18)))


class Zoekveld(QLineEdit):
    """A search field with a magnifying glass and a cross that clears it."""

    def __init__(self, plaatshouder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(plaatshouder)
        self.setAccessibleName(plaatshouder)
        self.setClearButtonEnabled(True)
        self._loep = QAction(self)
        self.addAction(self._loep, QLineEdit.ActionPosition.LeadingPosition)
        self._teken()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_loep"):
            self._teken()

    def _teken(self) -> None:
        self._loep.setIcon(iconen.icoon("zoek", "gedempt", 18))
