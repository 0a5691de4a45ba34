"""The buttons above a PDF: print, save, zoom, and which page one sees."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from klachtenapp.ui import printkeuze, tokens
from klachtenapp.ui.bouwstenen import Knop, Stroom


class Voorbeeldbalk(QWidget):
    """A row that wraps; who owns it connects its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.printen = _knop("Printen…", "Printen (Ctrl+P)")
        self.andere = _knop("Andere printer…", "Andere printer kiezen (Ctrl+Shift+P)", stil=True)
        self.opslaan = _knop("Opslaan…", "Opslaan als PDF (Ctrl+S)")
        self.kleiner = _knop("−", "Kleiner tonen (-)")
        self.groter = _knop("+", "Groter tonen (+)")
        self.breedte = _knop("Hele breedte", "Hele breedte tonen (0)")
        self.heel = _knop("Hele pagina", "Hele pagina tonen (9)")
        self._pagina = QLabel()
        self._pagina.setProperty("toon", "stil")
        self._pagina.setMinimumHeight(tokens.px(35))
        stroom = Stroom(self)
        for deel in (self.printen, self.andere, self.opslaan, self.kleiner, self.groter,
                     self.breedte, self.heel, self._pagina):  # fmt: skip
            stroom.addWidget(deel)
        self._zet_printer()

    def zet(self, pagina: int, paginas: int, *, drukt: bool) -> None:
        """Show page ``pagina`` of ``paginas``; 0 when there is no PDF."""
        er_is = pagina > 0
        for knop in (self.kleiner, self.groter, self.breedte, self.heel, self.opslaan):
            knop.setEnabled(er_is)
        for knop in (self.printen, self.andere):
            knop.setEnabled(er_is and not drukt)
        self._pagina.setText(f"Pagina {pagina} van {paginas}" if er_is else "")
        self._zet_printer()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the printer that was chosen elsewhere meanwhile."""
        super().showEvent(event)
        self._zet_printer()

    def _zet_printer(self) -> None:
        """Say on which printer one key prints; only with one there is another to choose."""
        naam = printkeuze.vaste_naam()
        self.andere.setVisible(bool(naam))
        self.printen.setText("Printen" if naam else "Printen…")
        op = f"Printen op {naam} (Ctrl+P)" if naam else "Printen (Ctrl+P)"
        self.printen.setAccessibleName(op)
        self.printen.setToolTip(op)


def _knop(tekst: str, naam: str, *, stil: bool = False) -> Knop:
    knop = Knop(tekst, stil=stil)
    knop.setAccessibleName(naam)
    knop.setToolTip(naam)
    return knop
