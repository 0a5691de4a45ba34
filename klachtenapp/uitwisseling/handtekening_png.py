"""Makes a clean PNG of a signature: ink on white, also from a photograph of a sheet of paper."""

from __future__ import annotations

import io

from PIL import Image, ImageFilter, ImageMath, ImageOps

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.logo_png import KAPOT, naar_srgb, op_wit, schrijf

_OPEN = 2400  # a JPEG is decoded at the fraction of its size that is just above this
_WERK = 1600
_GROND = 96  # the paper behind the ink is measured on a picture of this size
_WIT = 218  # of 255 after the paper was made even: lighter than this is paper
_INKT = 190
_KORREL = 400  # from this size on a line is wider than a speck of dust
_MEEST_INKT = 0.45
_DONKER = 70
_KLEINST = 40
_MAX_VERHOUDING = 15
_RAND = 3
_TIP = "Zet uw handtekening met een donkere pen op wit papier, en maak daar een foto of scan van."


def schone_handtekening(inhoud: bytes) -> tuple[bytes, float]:
    """Return a new PNG of only the ink and its width divided by its height.

    The paper becomes white, also where a shadow falls on it, and the border goes.

    :raises RegelFout: it cannot be read, or there is no signature on it.
    """
    try:
        with Image.open(io.BytesIO(inhoud), formats=("PNG", "JPEG")) as bron:
            if bron.width * bron.height > grenzen.MAX_HANDTEKENING_PUNTEN:
                raise RegelFout("Dit plaatje heeft te veel beeldpunten. Maak het kleiner.")
            bron.draft("RGB", (_OPEN, _OPEN))
            bron.load()
            beeld = op_wit(naar_srgb(ImageOps.exif_transpose(bron)))
    except KAPOT as fout:
        raise RegelFout("Dit plaatje is beschadigd. Maak een nieuwe foto of scan.") from fout
    beeld.thumbnail((_WERK, _WERK), Image.Resampling.LANCZOS)
    if max(beeld.size) < _KLEINST:
        raise RegelFout(
            "Dit plaatje is te klein om te printen. Neem er een van minstens 300 pixels breed."
        )
    inkt = _snij(Image.merge("RGB", [_op_wit_papier(kanaal) for kanaal in beeld.split()]))
    return schrijf(inkt), inkt.width / inkt.height


def _op_wit_papier(kanaal: Image.Image) -> Image.Image:
    """Return one colour of the picture as if the paper were white all over."""
    klein = kanaal.copy()
    klein.thumbnail((_GROND, _GROND), Image.Resampling.BOX)
    papier = klein.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(3))
    if not any(papier.histogram()[_DONKER:]):
        raise RegelFout(f"Dit plaatje is te donker. {_TIP}")
    grond = papier.resize(kanaal.size, Image.Resampling.BICUBIC)
    gelijk: Image.Image = ImageMath.lambda_eval(
        lambda b: b["min"](b["kanaal"] * 255 / b["max"](b["grond"], 1), 255),
        kanaal=kanaal,
        grond=grond,
    )
    return gelijk.convert("L").point([min(255, round(w * 255 / _WIT)) for w in range(256)])


def _snij(beeld: Image.Image) -> Image.Image:
    """Return the picture without the empty border; refuse what is no signature."""
    masker = beeld.convert("L").point([255 if w < _INKT else 0 for w in range(256)])
    if min(beeld.size) > _KORREL:
        masker = masker.filter(ImageFilter.MedianFilter(3))
    rand = masker.getbbox()
    if rand is None:
        raise RegelFout(f"Op dit plaatje staat geen handtekening. {_TIP}")
    if masker.histogram()[255] > _MEEST_INKT * beeld.width * beeld.height:
        raise RegelFout(f"Dit plaatje is bijna helemaal donker. {_TIP}")
    links, boven, rechts, onder = rand
    uit = beeld.crop((
        max(0, links - _RAND), max(0, boven - _RAND),
        min(beeld.width, rechts + _RAND), min(beeld.height, onder + _RAND),
    ))  # fmt: skip
    if min(uit.size) * _MAX_VERHOUDING < max(uit.size):
        raise RegelFout(f"Op dit plaatje staat alleen een streep. {_TIP}")
    return uit
