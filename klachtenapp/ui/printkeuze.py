"""Which printer: asked once, then remembered with both sides; the number of copies is proposed.

The first time the dialog of the system comes. After that one key prints on the same
printer, one copy; *Andere printer* asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from klachtenapp.ui.instellingen import instellingen

KiesPrinter = Callable[[QWidget, str, int], QPrinter | None]
"""Asks for a printer: parent, title and number of pages; ``None`` when nobody wants to print."""

VastePrinter = Callable[[str], QPrinter | None]
"""Gives the printer that was remembered, for a document of this title; ``None`` without one."""

_NAAM: Final = "printer/naam"
_ZIJDEN: Final = "printer/zijden"
_AANTAL: Final = "printer/aantal"
_ENKEL: Final = "enkelzijdig"
_DUPLEX: Final = {
    _ENKEL: QPrinter.DuplexMode.DuplexNone,
    "lange kant": QPrinter.DuplexMode.DuplexLongSide,
    "korte kant": QPrinter.DuplexMode.DuplexShortSide,
}


def vraag_printer(ouder: QWidget, titel: str, paginas: int) -> QPrinter | None:
    """Show the print dialog of the system; ``None`` when the user thinks better of it.

    It proposes what was chosen last: printer, one side or two, number of copies.
    """
    printer = _onthouden(titel) or _nieuwe(titel)
    printer.setCopyCount(max(1, min(99, _getal(_AANTAL))))
    venster = QPrintDialog(printer, ouder)
    venster.setWindowTitle(f"{titel} printen")
    venster.setMinMax(1, max(1, paginas))
    if venster.exec() != QDialog.DialogCode.Accepted:
        return None
    onthoud(printer)
    return printer


def vaste_printer(titel: str) -> QPrinter | None:
    """Return the remembered printer, ready for one copy; ``None`` when there is none (any more)."""
    return _onthouden(titel)


def vaste_naam() -> str:
    """Return the name of the printer that was used last; empty before the first time."""
    return str(instellingen().value(_NAAM, ""))


def onthoud(printer: QPrinter) -> None:
    """Remember printer, sides and number of copies; a print to a file is no printer."""
    bewaard = instellingen()
    if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
        bewaard.setValue(_NAAM, printer.printerName())
    zijden = next((naam for naam, wijze in _DUPLEX.items() if wijze is printer.duplex()), _ENKEL)
    bewaard.setValue(_ZIJDEN, zijden)
    bewaard.setValue(_AANTAL, printer.copyCount())


def is_dubbelzijdig(printer: QPrinter) -> bool:
    """Whether two pages may come on one sheet; when the driver decides, it may."""
    return printer.duplex() is not QPrinter.DuplexMode.DuplexNone


def _onthouden(titel: str) -> QPrinter | None:
    """Return the remembered printer, with its sides; names are compared as the system has them."""
    naam = vaste_naam()
    if not naam or naam not in QPrinterInfo.availablePrinterNames():
        return None
    printer = _nieuwe(titel)
    printer.setPrinterName(naam)
    zijden = str(instellingen().value(_ZIJDEN, _ENKEL))
    printer.setDuplex(_DUPLEX.get(zijden, QPrinter.DuplexMode.DuplexNone))
    return printer


def _nieuwe(titel: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(titel)
    return printer


def _getal(naam: str) -> int:
    tekst = str(instellingen().value(naam, "1"))
    return int(tekst) if tekst.isdecimal() else 1
