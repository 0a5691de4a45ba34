"""The process that looks for QR codes on a scan: it may die, the program lives on.

Started as ``python -m klachtenapp.uitwisseling.scankind SOORT`` with the file on standard
input. Answers one line of JSON: per page the texts of its codes. With page numbers behind
SOORT it answers a PDF of only those pages.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image, ImageFilter

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.beeldkind import PDF, uit_beeld

_PUNTEN_PER_DUIM = (200, 300)  # the second time sharper, where nothing was found
_KLEIN = 6_000_000
"""Dots of a page of A4 at some 230 dots an inch; finer ones need not be enlarged."""
_GEEN_PDF = "Deze PDF kan niet worden geopend: beschadigd, of met een wachtwoord."


def main(argumenten: list[str]) -> int:
    """Read standard input, write the answer; 0 when there is an answer, also a refusal."""
    soort, *paginas = argumenten
    grenzen.begrens_dit_proces(grenzen.BEELDGEHEUGEN)
    with os.fdopen(0, "rb", closefd=False) as invoer:
        inhoud = invoer.read()
    pdf = b""
    kop: dict[str, Any] = {}
    try:
        if paginas:
            pdf = _deel(inhoud, [int(nummer) for nummer in paginas])
        elif soort == PDF:
            kop = {"codes": _uit_pdf(inhoud)}
        else:
            beelden, _ = uit_beeld(inhoud)
            kop = {"codes": [_codes(beeld) for beeld, _ in beelden]}
    except RegelFout as fout:
        kop = {"fout": fout.boodschap}
    except (MemoryError, RecursionError):
        kop = {"fout": "Deze scan vraagt te veel geheugen."}
    with os.fdopen(1, "wb", closefd=False) as uitvoer:
        uitvoer.write(json.dumps(kop).encode("ascii") + b"\n" + pdf)
    return 0


def _uit_pdf(inhoud: bytes) -> list[list[str]]:
    """Return the codes per page; a page that there was no time for has none."""
    einde = time.monotonic() + grenzen.TEKENTIJD
    try:
        document = pdfium.PdfDocument(inhoud)
        aantal = len(document)
        if not aantal:
            raise RegelFout(_GEEN_PDF)
        uit: list[list[str]] = [[] for _ in range(aantal)]
        for nummer in range(min(aantal, grenzen.MAX_SCANPAGINAS)):
            pagina = document[nummer]
            langst = max(*pagina.get_size(), 1.0)
            for punten in _PUNTEN_PER_DUIM:
                schaal = min(punten / 72, grenzen.MAX_SCANZIJDE / langst)
                beeld = pagina.render(scale=schaal, grayscale=True).to_pil()
                uit[nummer] = _codes(beeld)
                if uit[nummer] or time.monotonic() > einde:
                    break
            if time.monotonic() > einde:
                break
    except pdfium.PdfiumError as fout:
        raise RegelFout(_GEEN_PDF) from fout
    return uit


def _deel(inhoud: bytes, paginas: Sequence[int]) -> bytes:
    """Return a PDF of some pages, counted from 0, as they are."""
    uit = BytesIO()
    try:
        bron, nieuw = pdfium.PdfDocument(inhoud), pdfium.PdfDocument.new()
        nieuw.import_pages(bron, list(paginas))
        nieuw.save(uit)
    except (pdfium.PdfiumError, ValueError, IndexError) as fout:
        raise RegelFout(_GEEN_PDF) from fout
    return uit.getvalue()


def _codes(beeld: Image.Image) -> list[str]:
    """Return the texts of the QR codes on a picture; grain may hide one, so look again.

    Larger first: at 150 dots an inch a square of the code is 2.5 dots, and one in twenty is
    then not found.
    """
    grijs = beeld.convert("L")
    kijken: tuple[Callable[[], Image.Image], ...] = (
        lambda: grijs,
        lambda: _vergroot(grijs),
        lambda: grijs.filter(ImageFilter.MedianFilter(3)),
        lambda: grijs.reduce(2),
    )
    return next((codes for kijk in kijken if (codes := _lees(kijk()))), [])


def _vergroot(grijs: Image.Image) -> Image.Image:
    if grijs.width * grijs.height > _KLEIN:
        return grijs
    return grijs.resize((grijs.width * 2, grijs.height * 2), Image.Resampling.BICUBIC)


def _lees(grijs: Image.Image) -> list[str]:
    gevonden = zxingcpp.read_barcodes(
        grijs, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [str(code.text)[: grenzen.MAX_CODETEKST] for code in gevonden]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
