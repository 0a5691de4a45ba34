"""Puts a PDF on paper at the printer's own resolution, a strip at a time.

A page of A4 at 600 dots an inch is 139 MB as one picture; in strips it never is. Between two
strips the event loop runs, so that the window stays alive while the printer is fed.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QObject, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

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


class Druktaak(QObject):
    """One print job: page after page, strip after strip; ``klaar(True)`` when all is sent."""

    klaar = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter, ouder: QObject) -> None:
        super().__init__(ouder)
        self._bron = Pdfbron(pdf, self)
        self._printer = printer
        self._painter = QPainter()
        self._paginas = self._keuze()
        self._boven = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._volgende)

    def begin(self) -> None:
        """Start printing at real size: the window of the envelope needs every millimetre."""
        document = self._bron.document
        punten = document.pagePointSize(self._paginas[0] if self._paginas else 0)
        maat = QPageSize(
            punten, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
        )
        self._printer.setPageSize(maat)
        liggend = punten.width() > punten.height()
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if liggend else QPageLayout.Orientation.Portrait
        )
        self._printer.setFullPage(True)
        if not self._paginas or not self._painter.begin(self._printer):
            self._einde(gelukt=False)
            return
        self._timer.start()

    def _keuze(self) -> list[int]:
        """Return the pages asked for in the dialog, from 0."""
        aantal = self._bron.document.pageCount()
        if self._printer.printRange() is not QPrinter.PrintRange.PageRange:
            return list(range(aantal))
        van, tot = self._printer.fromPage(), self._printer.toPage()
        return [n for n in range(aantal) if van <= n + 1 <= tot]

    def _volgende(self) -> None:
        pagina = self._paginas[0]
        vel = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        deel = min(1.0, _DOTS_PER_INCH / max(1, self._printer.resolution()))
        maat = QSize(round(vel.width() * deel), round(vel.height() * deel))
        hoog = min(_STRIP, maat.height() - self._boven)
        opties = QPdfDocumentRenderOptions()
        opties.setScaledSize(maat)
        opties.setScaledClipRect(QRect(0, self._boven, maat.width(), hoog))
        strook = self._bron.document.render(pagina, QSize(maat.width(), hoog), opties)
        self._painter.drawImage(
            QRectF(0, self._boven / deel, vel.width(), hoog / deel), strook, QRectF(strook.rect())
        )
        self._boven += hoog
        if self._boven < maat.height():
            return
        self._boven = 0
        self._paginas.pop(0)
        if not self._paginas:
            self._einde(gelukt=True)
        elif not self._printer.newPage():
            self._einde(gelukt=False)

    def _einde(self, *, gelukt: bool) -> None:
        self._timer.stop()
        if self._painter.isActive():
            gelukt = self._painter.end() and gelukt
        self._bron.sluit()
        self.klaar.emit(gelukt)
