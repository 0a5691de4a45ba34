"""Whether a PDF is one of ours: tagged, lasting, and with a tree that we know how to take over."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

_KENMERKEN = (b"<pdfaid:part>2</pdfaid:part>", b"<pdfuaid:part>1</pdfuaid:part>")
_MAG_NIET = ("/AcroForm", "/Names", "/OpenAction", "/AA", "/OCProperties", "/Collection")
_BOOM_MAG = frozenset({"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"})


def is_eigen(pdf: bytes) -> bool:
    """Return whether the pages of ``pdf`` can come in as they are, with their tags."""
    try:
        with pikepdf.open(BytesIO(pdf)) as bestand:
            return _past(bestand)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, KeyError, AttributeError):
        return False  # damaged or strange: it comes in as pictures


def _past(bestand: Pdf) -> bool:
    wortel = bestand.Root
    if any(sleutel in wortel for sleutel in _MAG_NIET) or "/StructTreeRoot" not in wortel:
        return False
    metadata = wortel.Metadata.read_bytes()
    if not all(kenmerk in metadata for kenmerk in _KENMERKEN):
        return False
    boom = wortel.StructTreeRoot
    if not set(boom.keys()) <= _BOOM_MAG or "/Nums" not in boom.ParentTree:
        return False
    if any("/Annots" in p.obj or "/StructParents" not in p.obj for p in bestand.pages):
        return False
    return all(_bekend(knoop, 0) for knoop in kinderen(boom))


def _bekend(knoop: Object, diepte: int) -> bool:
    """Whether a node of the tree holds only elements and marked content."""
    if isinstance(knoop, Dictionary) and knoop.get("/Type") == Name.MCR:
        return "/Pg" in knoop and "/MCID" in knoop
    if not isinstance(knoop, Dictionary) or "/S" not in knoop or diepte > 60:
        return False
    return all(_bekend(kind, diepte + 1) for kind in kinderen(knoop))


def kinderen(knoop: Object) -> list[Object]:
    """Return what hangs below a node of the structure tree."""
    onder = knoop.get("/K")
    if onder is None:
        return []
    return list(onder) if isinstance(onder, Array) else [onder]
