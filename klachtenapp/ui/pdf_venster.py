"""A window with one PDF: look at it, print it, save it, and close it again with Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner

_BREED, _HOOG = 860, 700  # px at 100 % text; never more than the window behind it


class PdfVenster(QDialog):
    """Shows a PDF that belongs to what one is busy with; Ctrl+P prints it."""

    def __init__(self, ouder: QWidget, runner: Runner, navigatie: Navigatie, titel: str) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.setAccessibleName(titel)
        self.voorbeeld = PdfVoorbeeld(runner, navigatie)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(tokens.RUIMTE_M, tokens.RUIMTE_M, tokens.RUIMTE_M, 0)
        opmaak.addWidget(self.voorbeeld)
        venster = ouder.window().size()
        self.resize(
            min(tokens.px(_BREED), max(400, venster.width() - 60)),
            min(tokens.px(_HOOG), max(300, venster.height() - 40)),
        )
        druk = QShortcut(QKeySequence("Ctrl+P"), self)
        druk.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        druk.activated.connect(self.voorbeeld.print_nu)

    def toon(self, pdf: bytes, bestandsnaam: str) -> None:
        """Show ``pdf`` and open; ``bestandsnaam`` is what saving proposes."""
        self.voorbeeld.toon(pdf, bestandsnaam)
        self.open()
