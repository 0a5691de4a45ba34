"""Signatures for the tests: drawn, or photographed on a sheet of paper with a shadow."""

from __future__ import annotations

import io
import math
from functools import cache

from PIL import Image, ImageDraw, ImageFilter

from klachtenapp.papier.logo import Logo
from klachtenapp.uitwisseling import handtekeningbeeld

_INKT = (24, 36, 110)


def krabbel(maat: tuple[int, int] = (900, 360), grond: str = "white") -> Image.Image:
    """Return a scribble in blue ink, somewhere on a sheet."""
    beeld = Image.new("RGB", maat, grond)
    breed, hoog = maat
    punten = [
        (
            breed * (0.2 + 0.6 * t / 300 + 0.05 * math.sin(t / 9)),
            hoog * (0.5 + 0.22 * math.sin(t / 11) * math.cos(t / 47)),
        )
        for t in range(301)
    ]
    ImageDraw.Draw(beeld).line(punten, fill=_INKT, width=max(3, hoog // 60), joint="curve")
    return beeld


def foto(maat: tuple[int, int] = (3000, 2000)) -> Image.Image:
    """Return the scribble as a phone sees it: yellowish paper, darker to one side."""
    licht = (
        Image.linear_gradient("L").rotate(90).resize(maat).point([90 + w // 2 for w in range(256)])
    )
    papier = Image.merge("RGB", [licht, licht.point([w * 97 // 100 for w in range(256)]),
                                 licht.point([w * 86 // 100 for w in range(256)])])  # fmt: skip
    inkt = krabbel(maat)
    masker = inkt.convert("L").point([255 if w < 200 else 0 for w in range(256)])
    papier.paste(inkt, mask=masker)
    korrel = Image.effect_noise(maat, 30).convert("RGB")
    return Image.blend(papier, korrel, 0.08).filter(ImageFilter.GaussianBlur(1))


def als(beeld: Image.Image, vorm: str = "PNG") -> bytes:
    uit = io.BytesIO()
    beeld.save(uit, vorm)
    return uit.getvalue()


@cache
def schoon() -> bytes:
    """Return the scribble as the register keeps it."""
    return handtekeningbeeld.maak_schoon(als(krabbel()))


def beeld(naam: str = "Ş. Łukasz") -> Logo:
    """Return the scribble of somebody, ready to be printed."""
    return Logo("png", schoon(), f"Handtekening van {naam}")
