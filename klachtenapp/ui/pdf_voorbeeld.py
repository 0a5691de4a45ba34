"""A PDF on screen: look at it, zoom, print it, or save it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.services import bijlagen
from klachtenapp.ui import tokens
from klachtenapp.ui.bestanden import KiesPad, vraag_pad
from klachtenapp.ui.drukker import MISLUKT, Drukker
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_balk import Voorbeeldbalk
from klachtenapp.ui.pdf_druk import Pdfbron
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_printer, vraag_printer
from klachtenapp.ui.runner import Runner

_STAPPEN = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)

__all__ = ["KiesPad", "KiesPrinter", "PdfVoorbeeld", "vraag_pad", "vraag_printer"]


class PdfVoorbeeld(QWidget):
    """Shows one PDF from bytes. ``geprint`` and ``opgeslagen`` tell what was done with it.

    ``kies_printer`` and ``kies_pad`` are the two dialogs of the system; ``vaste`` gives the
    printer that was used before, on which one prints without a dialog.
    """

    geprint = Signal()
    opgeslagen = Signal(str)

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        kies_pad: KiesPad = vraag_pad,
        vaste: VastePrinter = vaste_printer,
    ) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._kies_pad = kies_pad
        self._pdf = b""
        self._naam = "document.pdf"
        self._bron: Pdfbron | None = None
        self._drukker = Drukker(self, kies_printer, vaste)
        self._drukker.klaar.connect(self._on_gedrukt)
        self._bouw()
        self.wis("Hier komt het voorbeeld.")

    @property
    def pdf(self) -> bytes:
        """The bytes on screen; empty when there is nothing."""
        return self._pdf

    @property
    def paginas(self) -> int:
        """How many pages the PDF on screen has."""
        return self._bron.document.pageCount() if self._bron else 0

    def zin(self) -> str:
        """Return the sentence that stands there instead of a PDF."""
        return self._leeg.text()

    @property
    def drukt(self) -> bool:
        """Whether the printer is being fed."""
        return self._drukker.bezig

    def toon(self, pdf: bytes, bestandsnaam: str) -> None:
        """Show ``pdf``; ``bestandsnaam`` is what saving proposes. Keeps zoom and place."""
        nieuw = Pdfbron(pdf, self)
        if not nieuw.leesbaar:
            nieuw.sluit()
            self.wis("Dit bestand is geen PDF die het programma kan tonen.")
            return
        plek = self._beeld.verticalScrollBar().value()
        oud, self._bron = self._bron, nieuw
        self._beeld.setDocument(nieuw.document)
        if oud is not None:
            oud.sluit()
        self._pdf, self._naam = pdf, bestandsnaam
        self._vlak.setCurrentWidget(self._beeld)
        self._beeld.verticalScrollBar().setValue(plek)
        self._zet_knoppen()

    def wis(self, tekst: str) -> None:
        """Show no PDF but a sentence that says why."""
        if self._bron is not None:
            self._beeld.setDocument(QPdfDocument(self))
            self._bron.sluit()
            self._bron = None
        self._pdf = b""
        self._leeg.setText(tekst)
        self._vlak.setCurrentWidget(self._leeg)
        self._zet_knoppen()

    def print_nu(self) -> None:
        """Print on the printer of last time; the first time through the dialog."""
        self._druk(ander=False)

    def andere_printer(self) -> None:
        """Print through the dialog of the system, whatever was remembered."""
        self._druk(ander=True)

    @property
    def _titel(self) -> str:
        return self._naam.removesuffix(".pdf")

    def _druk(self, *, ander: bool) -> None:
        if self._pdf and self._drukker.druk([self._pdf], self._titel, self.paginas, ander=ander):
            if self._drukker.bezig:
                self._navigatie.zeg("Bezig met printen …")
            self._zet_knoppen()

    def sla_op(self) -> None:
        """Save the PDF where the user says."""
        if not self._pdf:
            return
        if not (keuze := self._kies_pad(self, self._naam)):
            return
        pad = Path(keuze)
        pad = pad if pad.suffix.lower() == ".pdf" else pad.with_name(pad.name + ".pdf")
        pdf = self._pdf
        self._runner.run(lambda _: bijlagen.schrijf_uit(pdf, pad), self._on_opgeslagen)

    def zoom(self, richting: int) -> None:
        """Zoom one step in (+1) or out (-1)."""
        nu = self.factor
        stappen = [s for s in _STAPPEN if (s > nu + 0.01 if richting > 0 else s < nu - 0.01)]
        if stappen:
            self._beeld.setZoomMode(QPdfView.ZoomMode.Custom)
            self._beeld.setZoomFactor(stappen[0] if richting > 0 else stappen[-1])

    def pas_in(self) -> None:
        """Show the width of the page."""
        self._beeld.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def hele_pagina(self) -> None:
        """Show a whole page at once."""
        self._beeld.setZoomMode(QPdfView.ZoomMode.FitInView)

    @property
    def factor(self) -> float:
        """The zoom as it is on screen (1.0 is real size), also while the page is fitted."""
        if self._beeld.zoomMode() is QPdfView.ZoomMode.Custom or self._bron is None:
            return self._beeld.zoomFactor()
        marges = self._beeld.documentMargins()
        ruimte = self._beeld.viewport().size()
        punten = self._bron.document.pagePointSize(0)
        dpi = self.logicalDpiX() / 72.0
        breed = (ruimte.width() - marges.left() - marges.right()) / (punten.width() * dpi)
        hoog = (ruimte.height() - marges.top() - marges.bottom()) / (punten.height() * dpi)
        heel = self._beeld.zoomMode() is QPdfView.ZoomMode.FitInView
        return min(breed, hoog) if heel else breed

    def _bouw(self) -> None:
        self._beeld = QPdfView(self)
        self._beeld.setPageMode(QPdfView.PageMode.MultiPage)
        self._beeld.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that comes and goes takes width, and with it the height that called for it:
        # where page and room are about as high Qt never comes to rest, and the window hangs.
        self._beeld.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._beeld.setAccessibleName("Voorbeeld van de PDF")
        self._beeld.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._leeg = QLabel()
        self._leeg.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._leeg.setWordWrap(True)
        self._leeg.setProperty("toon", "stil")
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self._leeg)
        self._vlak.addWidget(self._beeld)

        self._balk = Voorbeeldbalk()
        for knop, doe in (
            (self._balk.printen, self.print_nu),
            (self._balk.andere, self.andere_printer),
            (self._balk.opslaan, self.sla_op),
            (self._balk.kleiner, lambda: self.zoom(-1)),
            (self._balk.groter, lambda: self.zoom(1)),
            (self._balk.breedte, self.pas_in),
            (self._balk.heel, self.hele_pagina),
        ):
            knop.clicked.connect(lambda _aan=False, doe=doe: doe())
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(8)
        opmaak.addWidget(self._balk)
        opmaak.addWidget(self._vlak, 1)
        self._kleur_ondergrond()
        self._beeld.pageNavigator().currentPageChanged.connect(self._zet_knoppen)
        self._sneltoetsen()

    def _sneltoetsen(self) -> None:
        """Keys that only count while the focus is in this preview."""
        paren: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+P", self.print_nu),
            ("Ctrl+Shift+P", self.andere_printer),
            ("Ctrl+S", self.sla_op),
            ("+", lambda: self.zoom(1)),
            ("=", lambda: self.zoom(1)),
            ("-", lambda: self.zoom(-1)),
            ("0", self.pas_in),
            ("9", self.hele_pagina),
        )
        for toets, doe in paren:
            kort = QShortcut(QKeySequence(toets), self)
            kort.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            kort.activated.connect(doe)

    def maak_primair(self, primair: bool) -> None:
        """Let *Printen* be the button that stands out on its page, or no longer."""
        self._balk.printen.maak_primair(primair)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the page on a quiet ground in the colours of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._kleur_ondergrond()

    def _kleur_ondergrond(self) -> None:
        palet = self._beeld.palette()
        if palet.color(QPalette.ColorRole.Dark) != tokens.kleur("lijn"):
            palet.setColor(QPalette.ColorRole.Dark, tokens.kleur("lijn"))
            self._beeld.setPalette(palet)

    def zonder_balk(self) -> None:
        """Show the pages only: a preview beside what is being typed."""
        self._balk.hide()

    def _zet_knoppen(self) -> None:
        nummer = self._beeld.pageNavigator().currentPage() + 1
        self._balk.zet(nummer if self._pdf else 0, self.paginas, drukt=self._drukker.bezig)

    def _on_gedrukt(self, gelukt: bool) -> None:
        self._zet_knoppen()
        if not gelukt:
            self._navigatie.zeg(MISLUKT)
            return
        self._navigatie.meld(f"{self._titel} is naar {self._drukker.waar} gestuurd.")
        self.geprint.emit()

    def _on_opgeslagen(self, pad: Path) -> None:
        self._navigatie.meld(f"Opgeslagen: {pad}")
        self.opgeslagen.emit(str(pad))
