"""Sends one job at a time to the printer of last time, or to one that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.ui.pdf_druk import Druktaak
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_printer, vraag_printer

MISLUKT = (
    "Printen is niet gelukt. Kijk of de printer aan staat en of er papier in zit. "
    "U kunt de PDF ook opslaan."
)


class Drukker(QObject):
    """What prints for one widget. ``klaar`` tells whether the whole job was sent.

    ``kies`` is the dialog of the system, ``vaste`` gives the printer that was remembered.
    """

    klaar = Signal(bool)
    vordering = Signal(int, int)

    def __init__(
        self,
        venster: QWidget,
        kies: KiesPrinter = vraag_printer,
        vaste: VastePrinter = vaste_printer,
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._kies = kies
        self._vaste = vaste
        self._taak: Druktaak | None = None
        self._naam = ""

    @property
    def bezig(self) -> bool:
        """Whether the printer is being fed."""
        return self._taak is not None

    @property
    def waar(self) -> str:
        """Return where the last job went: ``de printer``, with its name when it has one."""
        return f"de printer {self._naam}" if self._naam else "de printer"

    def druk(self, pdfs: Sequence[bytes], titel: str, paginas: int, *, ander: bool = False) -> bool:
        """Print on the printer of last time, or ask (the first time, or with ``ander``).

        Returns whether it began; ``False`` when a job is running or nobody chose a printer.
        """
        if self.bezig:
            return False
        printer = None if ander else self._vaste(titel)
        printer = printer or self._kies(self._venster, titel, paginas)
        if printer is None:
            return False
        self._naam = printer.printerName()
        taak = self._taak = Druktaak(pdfs, printer, self)
        taak.klaar.connect(self._einde)
        taak.vordering.connect(self.vordering)
        taak.begin()
        return True

    def stop(self) -> None:
        """Stop the job that runs, if any."""
        if self._taak is not None:
            self._taak.stop()

    def _einde(self, gelukt: bool) -> None:
        if self._taak is not None:
            self._taak.deleteLater()
            self._taak = None
        self.klaar.emit(gelukt)
