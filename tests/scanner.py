"""A scanner for the tests: pages come out a little crooked, grey and grainy."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

_DPI = 150


def scan(pdf: bytes, paginas: Iterable[int], *, graden: float = 1.3) -> list[Image.Image]:
    """Return some pages of ``pdf``, counted from 0, as a scanner of 150 dpi sees them."""
    with pdfium.PdfDocument(pdf) as document:
        return [_pagina(document, nummer, graden) for nummer in paginas]


def als_pdf(beelden: list[Image.Image]) -> bytes:
    """Return pictures as a scanner puts them in a PDF."""
    uit = BytesIO()
    beelden[0].save(uit, "PDF", save_all=True, append_images=beelden[1:], resolution=_DPI)
    return uit.getvalue()


def als_foto(beeld: Image.Image, vorm: str = "JPEG") -> bytes:
    """Return one picture as JPEG or PNG."""
    uit = BytesIO()
    beeld.save(uit, vorm)
    return uit.getvalue()


def wit_blad() -> Image.Image:
    """Return a page without anything on it."""
    return Image.new("L", (1240, 1754), 238)


def _pagina(document: pdfium.PdfDocument, nummer: int, graden: float) -> Image.Image:
    beeld = document[nummer].render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
    scheef = beeld.rotate(graden, expand=True, fillcolor=238, resample=Image.Resampling.BILINEAR)
    korrel = Image.effect_noise(scheef.size, 45)
    return Image.blend(scheef, korrel, 0.25).filter(ImageFilter.GaussianBlur(0.6))
