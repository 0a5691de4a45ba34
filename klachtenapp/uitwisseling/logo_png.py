"""Makes a clean PNG of a strange one: plain pixels on white, small enough for every letter."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageChops, ImageCms

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen

# 60 mm at 380 dots an inch: sharper than an office printer shows.
_ZIJDEN = (900, 700, 500)
_KLEINST = 24
_MAX_VERHOUDING = 20
# Everything Pillow raises on a file that is broken or means harm.
KAPOT = (OSError, ValueError, SyntaxError, KeyError, struct.error, zlib.error,
          Image.DecompressionBombError, ImageCms.PyCMSError)  # fmt: skip


def schone_png(inhoud: bytes) -> tuple[bytes, float]:
    """Return a new PNG of the same picture and its width divided by its height.

    Eight bits, no transparency (on white), no interlacing, sRGB, without the empty border,
    and nothing beside the pixels.

    :raises RegelFout: it cannot be read, or there is nothing on it.
    """
    try:
        with Image.open(io.BytesIO(inhoud), formats=("PNG",)) as bron:
            bron.load()
            beeld = op_wit(naar_srgb(bron))
    except KAPOT as fout:
        raise RegelFout("Deze PNG is beschadigd. Sla het logo opnieuw op als PNG.") from fout
    rand = ImageChops.difference(beeld, Image.new("RGB", beeld.size, "white")).getbbox()
    if rand is None:
        raise RegelFout("Op deze PNG staat niets: alles is wit of doorzichtig. Kies een ander.")
    beeld = beeld.crop(rand)
    breed, hoog = beeld.size
    if min(breed, hoog) * _MAX_VERHOUDING < max(breed, hoog):
        raise RegelFout("Dit logo is te lang en te smal om op een brief te zetten. Kies een ander.")
    if max(breed, hoog) < _KLEINST:
        raise RegelFout(
            "Dit logo is te klein om te printen. Neem er een van minstens 300 pixels breed."
        )
    return schrijf(beeld), breed / hoog


def naar_srgb(bron: Image.Image) -> Image.Image:
    """Return the picture in eight bits RGBA, its colours as sRGB means them."""
    if bron.mode.startswith("I"):  # 16 bits grey
        bron = bron.convert("I").point(lambda waarde: waarde / 256).convert("L")
    profiel = bron.info.get("icc_profile")
    beeld = bron.convert("RGBA")
    if profiel and bron.mode in ("RGB", "RGBA"):
        eigen = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
        doorzicht = beeld.getchannel("A")
        anders = ImageCms.profileToProfile(
            beeld.convert("RGB"), eigen, ImageCms.createProfile("sRGB")
        )
        if anders is not None:
            beeld = anders.convert("RGBA")
            beeld.putalpha(doorzicht)
    return beeld


def op_wit(beeld: Image.Image) -> Image.Image:
    """Return an RGBA picture as it looks on paper."""
    wit = Image.new("RGBA", beeld.size, "white")
    return Image.alpha_composite(wit, beeld).convert("RGB")


def schrijf(beeld: Image.Image) -> bytes:
    """Return the picture as PNG, in the largest size that stays small enough."""
    for zijde in _ZIJDEN:
        klein = beeld.copy()
        klein.thumbnail((zijde, zijde), Image.Resampling.LANCZOS)
        gegevens = _als_png(klein)
        if len(gegevens) <= grenzen.MAX_LOGO_SCHOON:
            return gegevens
    return _als_png(klein.quantize(256))


def _als_png(beeld: Image.Image) -> bytes:
    uit = io.BytesIO()
    beeld.save(uit, "PNG", optimize=True, bits=8)
    return uit.getvalue()
