"""The process that draws a strange PDF or picture: it may die, the program lives on.

Started as ``python -m klachtenapp.uitwisseling.beeldkind SOORT`` with the file on standard
input. Answers one line of JSON (pages, or why not) and behind it the pixels of all pages.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen

PDF = "pdf"
BEELD = "beeld"
_VORMEN = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_PUNTEN_PER_DUIM = 170
_KLEUREN = 4096  # a page of text has no more; a photograph or a scan has
_GRIJZE_FOTO = 600_000  # bytes; grey that packs no better than this is a scan
_GEEN_PDF = "Deze PDF kan niet worden geopend: beschadigd, of met een wachtwoord."
_GEEN_BEELD = "Deze foto kan niet worden geopend."


def main(argumenten: list[str]) -> int:
    """Read standard input, write the answer; 0 when there is an answer, also a refusal."""
    (soort,) = argumenten
    grenzen.begrens_dit_proces(grenzen.BEELDGEHEUGEN)
    with os.fdopen(0, "rb", closefd=False) as invoer:
        inhoud = invoer.read()
    delen: list[bytes] = []
    kop: dict[str, Any]
    try:
        kop = _teken(*(_uit_pdf if soort == PDF else uit_beeld)(inhoud), delen)
    except RegelFout as fout:
        kop = {"fout": fout.boodschap}
    except (MemoryError, RecursionError):
        kop = {"fout": "Dit bestand vraagt te veel geheugen."}
    with os.fdopen(1, "wb", closefd=False) as uitvoer:
        uitvoer.write(json.dumps(kop).encode("ascii") + b"\n")
        if "fout" not in kop:
            uitvoer.writelines(delen)
    return 0


Paginas = Iterator[tuple[Image.Image, str]]


def _teken(paginas: Paginas, aantal: int, delen: list[bytes]) -> dict[str, Any]:
    """Draw pages until they are done or the time is up; the rest is counted."""
    einde = time.monotonic() + grenzen.TEKENTIJD
    gedaan = []
    for beeld, tekst in paginas:
        gedaan.append(_pak_in(beeld, tekst, delen))
        if time.monotonic() > einde:
            break
    return {"paginas": gedaan, "over": aantal - len(gedaan)}


def _uit_pdf(inhoud: bytes) -> tuple[Paginas, int]:
    """Return the pages one by one with their text, and how many the file has."""
    try:
        document = pdfium.PdfDocument(inhoud)
        aantal = len(document)
        document.init_forms()
    except pdfium.PdfiumError as fout:
        raise RegelFout(_GEEN_PDF) from fout
    if not aantal:
        raise RegelFout(_GEEN_PDF)
    getoond = min(aantal, grenzen.MAX_BIJLAGE_PAGINAS)
    return (_pagina(document, nummer) for nummer in range(getoond)), aantal


def _pagina(document: pdfium.PdfDocument, nummer: int) -> tuple[Image.Image, str]:
    try:
        pagina = document[nummer]
        langst = max(*pagina.get_size(), 1.0)
        schaal = min(_PUNTEN_PER_DUIM / 72, grenzen.MAX_BEELD_ZIJDE / langst)
        beeld = pagina.render(scale=schaal).to_pil()
        tekst = pagina.get_textpage().get_text_bounded()[: grenzen.MAX_PAGINATEKST]
    except pdfium.PdfiumError as fout:
        raise RegelFout(_GEEN_PDF) from fout
    return beeld, tekst


def uit_beeld(inhoud: bytes) -> tuple[Paginas, int]:
    """Return the frames of a picture; a scanner puts several pages in one TIFF."""
    Image.MAX_IMAGE_PIXELS = grenzen.MAX_BEELD_PUNTEN
    try:
        beeld = Image.open(BytesIO(inhoud), formats=_VORMEN)
        if beeld.width * beeld.height > grenzen.MAX_BEELD_PUNTEN:
            raise RegelFout("Deze foto heeft te veel beeldpunten.")
        aantal = int(getattr(beeld, "n_frames", 1)) if beeld.format == "TIFF" else 1
        getoond = min(aantal, grenzen.MAX_BIJLAGE_PAGINAS)
        frames = [
            _op_maat(frame.copy())
            for frame, _ in zip(ImageSequence.Iterator(beeld), range(getoond), strict=False)
        ]
    except (
        UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError,
        EOFError, struct.error, KeyError, IndexError, TypeError, ZeroDivisionError,
    ) as fout:  # fmt: skip
        # What the decoders raise at a broken file; the file is strange, so any of these.
        raise RegelFout(_GEEN_BEELD) from fout
    return ((frame, "") for frame in frames), aantal


def _op_maat(beeld: Image.Image) -> Image.Image:
    """Return the picture upright, not larger than needed, on white where it was transparent."""
    recht = ImageOps.exif_transpose(beeld)
    recht.thumbnail((grenzen.MAX_BEELD_ZIJDE, grenzen.MAX_BEELD_ZIJDE))
    if recht.mode in ("RGBA", "LA", "PA") or "transparency" in recht.info:
        doorzichtig = recht.convert("RGBA")
        grond = Image.new("RGBA", doorzichtig.size, "white")
        return Image.alpha_composite(grond, doorzichtig).convert("RGB")
    if recht.mode.startswith("I;16") or recht.mode in ("I", "F"):
        return recht.point(lambda waarde: waarde / 256).convert("L").convert("RGB")
    return recht.convert("RGB")


def _pak_in(beeld: Image.Image, tekst: str, delen: list[bytes]) -> dict[str, Any]:
    """Add the pixels to ``delen`` as PNG or JPEG packs them; return what must be known of them."""
    kleur = beeld.convert("RGB")
    grijs = kleur.convert("L")
    if grijs.convert("RGB").tobytes() == kleur.tobytes():
        kleur = grijs
    foto = kleur.mode == "RGB" and kleur.getcolors(_KLEUREN) is None
    gegevens, jpeg = (_jpeg(kleur), True) if foto else (_png(kleur), False)
    if not jpeg and len(gegevens) > _GRIJZE_FOTO:
        gegevens, jpeg = _jpeg(kleur), True
    delen.append(gegevens)
    return {
        "breed": kleur.width,
        "hoog": kleur.height,
        "kleuren": len(kleur.getbands()),
        "jpeg": jpeg,
        "bytes": len(gegevens),
        "tekst": tekst,
    }


def _jpeg(beeld: Image.Image) -> bytes:
    uit = BytesIO()
    beeld.save(uit, "JPEG", quality=85)
    return uit.getvalue()


def _png(beeld: Image.Image) -> bytes:
    """Return the packed pixels of a PNG without the parts around them."""
    uit = BytesIO()
    beeld.save(uit, "PNG")
    png, plek, gegevens = uit.getvalue(), 8, b""
    while plek < len(png):
        (lengte,) = struct.unpack(">I", png[plek : plek + 4])
        if png[plek + 4 : plek + 8] == b"IDAT":
            gegevens += png[plek + 8 : plek + 8 + lengte]
        plek += 12 + lengte
    return gegevens


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
