"""Puts PDFs on paper at the printer's own resolution, a strip at a time.

A page of A4 at 600 dots an inch is 139 MB as one picture; in strips it never is. Between two
strips the event loop runs, so that the window stays alive while the printer is fed.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from klachtenapp.ui.printkeuze import is_dubbelzijdig

_DOTS_PER_INCH = 600  # more than this no eye sees and every driver chokes on
_STRIP = 900  # dots high: about 18 MB at A4 and 600 dpi


class Pdfbron:
    """A ``QPdfDocument`` over bytes, which keeps the bytes alive as long as itself."""

    def __init__(self, pdf: bytes, ouder: QObject) -> None:
        self._buffer = QBuffer(ouder)
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(ouder)
        self.document.load(self._buffer)

    @property
    def leesbaar(self) -> bool:
        """Whether Qt could read the bytes as a PDF with at least one page."""
        return self.document.status() is QPdfDocument.Status.Ready and self.document.pageCount() > 0

    def sluit(self) -> None:
        """Let go of document and bytes."""
        self.document.close()
        self.document.deleteLater()
        self._buffer.deleteLater()


@dataclass(frozen=True, slots=True)
class _Vel:
    """One side of a sheet: a page of a document, or nothing."""

    bron: Pdfbron | None = None
    pagina: int = 0


class Druktaak(QObject):
    """One print job: page after page, strip after strip; ``klaar(True)`` when all is sent.

    Several PDFs follow each other in one job. On two sides each begins on a fresh sheet, so
    that no letter stands on the back of another. Copies that the driver cannot make are
    sent one after another. ``vordering`` tells how many documents of how many are done.
    """

    klaar = Signal(bool)
    vordering = Signal(int, int)

    def __init__(self, pdf: bytes | Sequence[bytes], printer: QPrinter, ouder: QObject) -> None:
        super().__init__(ouder)
        self._pdfs = [pdf] if isinstance(pdf, bytes) else list(pdf)
        self._printer = printer
        self._painter = QPainter()
        self._vellen = self._alle_vellen()
        self._vel = _Vel()
        self._papier: tuple[int, int] = (0, 0)
        self._boven = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._volgende)

    def begin(self) -> None:
        """Start printing at real size: the window of the envelope needs every millimetre."""
        eerste = next(self._vellen, None)
        if eerste is None:
            self._einde(gelukt=False)
            return
        self._vel = eerste
        self._zet_papier()
        self._printer.setFullPage(True)
        if not self._painter.begin(self._printer):
            self._einde(gelukt=False)
            return
        self._timer.start()

    def stop(self) -> None:
        """Send nothing more and tell the printer to forget the job, as far as it can."""
        if self._timer.isActive():
            self._timer.stop()
            self._printer.abort()
            self._einde(gelukt=False)

    def _alle_vellen(self) -> Generator[_Vel]:
        """Yield every side in order; a document is opened when its turn comes."""
        dubbel = is_dubbelzijdig(self._printer)
        zelf = 1 if self._printer.supportsMultipleCopies() else max(1, self._printer.copyCount())
        # On two sides the copies of one page would stand back to back: then set by set.
        per_stel = dubbel or self._printer.collateCopies()
        gedaan = 0
        for keer in range(zelf if per_stel else 1):
            for nummer, pdf in enumerate(self._pdfs, start=1):
                if dubbel and gedaan % 2:
                    gedaan += 1
                    yield _Vel()
                bron = Pdfbron(pdf, self)
                for pagina in self._keuze(bron):
                    for _ in range(1 if per_stel else zelf):
                        gedaan += 1
                        yield _Vel(bron, pagina)
                bron.sluit()
                if keer == 0:
                    self.vordering.emit(nummer, len(self._pdfs))

    def _keuze(self, bron: Pdfbron) -> list[int]:
        """Return the pages asked for in the dialog, from 0; of several documents all."""
        aantal = bron.document.pageCount() if bron.leesbaar else 0
        bereik = self._printer.printRange() is QPrinter.PrintRange.PageRange
        if not bereik or len(self._pdfs) > 1:
            return list(range(aantal))
        van, tot = self._printer.fromPage(), self._printer.toPage()
        return [n for n in range(aantal) if van <= n + 1 <= tot]

    def _zet_papier(self) -> None:
        """Ask for paper of the size of this page, when it is another than before."""
        if self._vel.bron is None:
            return
        punten = self._vel.bron.document.pagePointSize(self._vel.pagina)
        papier = (round(punten.width()), round(punten.height()))
        if papier == self._papier:
            return
        self._papier = papier
        maat = QPageSize(
            punten, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
        )
        self._printer.setPageSize(maat)
        liggend = punten.width() > punten.height()
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if liggend else QPageLayout.Orientation.Portrait
        )

    def _volgende(self) -> None:
        if self._vel.bron is not None and self._teken_strook(self._vel.bron):
            return
        self._boven = 0
        volgend = next(self._vellen, None)
        if volgend is None:
            self._einde(gelukt=True)
            return
        self._vel = volgend
        self._zet_papier()
        if not self._printer.newPage():
            self._einde(gelukt=False)

    def _teken_strook(self, bron: Pdfbron) -> bool:
        """Draw the next strip of this page; return whether there is more of it."""
        blad = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        deel = min(1.0, _DOTS_PER_INCH / max(1, self._printer.resolution()))
        maat = QSize(round(blad.width() * deel), round(blad.height() * deel))
        hoog = min(_STRIP, maat.height() - self._boven)
        opties = QPdfDocumentRenderOptions()
        opties.setScaledSize(maat)
        opties.setScaledClipRect(QRect(0, self._boven, maat.width(), hoog))
        strook = bron.document.render(self._vel.pagina, QSize(maat.width(), hoog), opties)
        self._painter.drawImage(
            QRectF(0, self._boven / deel, blad.width(), hoog / deel), strook, QRectF(strook.rect())
        )
        self._boven += hoog
        return self._boven < maat.height()

    def _einde(self, *, gelukt: bool) -> None:
        self._timer.stop()
        if self._painter.isActive():
            gelukt = self._painter.end() and gelukt
        self._vellen.close()
        self.klaar.emit(gelukt)
