"""Small files that ask for a great deal: each is refused, or read, within its limits."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, logo, paginabeelden, scans

TIJD = 45.0


def _pdf(*voorwerpen: str) -> bytes:
    uit, plekken = io.BytesIO(), []
    uit.write(b"%PDF-1.7\n")
    for nummer, voorwerp in enumerate(voorwerpen, start=1):
        plekken.append(uit.tell())
        uit.write(f"{nummer} 0 obj\n{voorwerp}\nendobj\n".encode())
    begin = uit.tell()
    uit.write(f"xref\n0 {len(plekken) + 1}\n0000000000 65535 f \n".encode())
    for plek in plekken:
        uit.write(f"{plek:010} 00000 n \n".encode())
    einde = f"trailer << /Size {len(plekken) + 1} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF"
    return uit.getvalue() + einde.encode()


CATALOGUS = "<< /Type /Catalog /Pages 2 0 R >>"
PAGINA = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] {} >>"
PDFS = {
    "paginaboom die in zichzelf bijt": _pdf(
        CATALOGUS, "<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>"
    ),
    "tekening die zichzelf tekent": _pdf(
        CATALOGUS,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGINA.format("/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>"),
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 "
        "/Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do /X Do\nendstream",
    ),
    "pagina van kilometers": _pdf(
        CATALOGUS,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGINA.format("").replace("200 200", "9e9 1e-9"),
    ),
    "haken in haken": _pdf(CATALOGUS, "[" * 50_000 + "]" * 50_000),
    "verwijzing naar zichzelf": _pdf("1 0 R", "2 0 R"),
}


@pytest.mark.parametrize("naam", PDFS)
@pytest.mark.parametrize("lezer", [paginabeelden.teken, scans.codes])
def test_a_pdf_that_bites_its_tail_ends(lezer: Callable[..., object], naam: str) -> None:
    assert "duurde langer" not in _zin(lezer, PDFS[naam])  # it was seen, not waited for


def _zin(lezer: Callable[..., object], inhoud: bytes) -> str:
    try:
        lezer(inhoud, tijd=TIJD)
    except RegelFout as fout:
        return str(fout)
    return ""


def _png(breed: int, hoog: int) -> bytes:
    def deel(soort: bytes, inhoud: bytes) -> bytes:
        som = struct.pack(">I", zlib.crc32(soort + inhoud))
        return struct.pack(">I", len(inhoud)) + soort + inhoud + som

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(5_000_000))
    return b"\x89PNG\r\n\x1a\n" + deel(b"IHDR", kop) + deel(b"IDAT", pixels) + deel(b"IEND", b"")


@pytest.mark.parametrize("maat", [(60_000, 60_000), (2**31 - 1, 1), (1, 2**31 - 1)])
def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked(maat: tuple[int, int]) -> None:
    for lezer in (
        lambda inhoud: paginabeelden.teken(inhoud, tijd=TIJD),
        lambda inhoud: scans.codes(inhoud, tijd=TIJD),
        lambda inhoud: logo.maak_schoon(inhoud, tijd=TIJD),
    ):
        with pytest.raises(RegelFout):
            lezer(_png(*maat))


def test_a_tiff_of_very_many_pages_shows_some_of_them() -> None:
    uit = io.BytesIO()
    blad = Image.new("1", (8, 8), 1)
    blad.save(uit, "TIFF", save_all=True, append_images=[blad] * 400)
    paginas = paginabeelden.teken(uit.getvalue(), tijd=TIJD)
    assert len(paginas.beelden) <= grenzen.MAX_BIJLAGE_PAGINAS


@pytest.mark.parametrize(
    "svg",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
            f'<!ENTITY {n} "{f"&{v};" * 10}">' for v, n in zip("abcdefgh", "bcdefghi", strict=True)
        ) + ']><svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 20_000 + "</g>" * 20_000 + "</svg>",
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    ],
    ids=["entiteiten", "bestand", "lus", "diep", "plaatje van schijf"],
)  # fmt: skip
def test_a_logo_that_means_harm_is_refused(svg: str) -> None:
    with pytest.raises(RegelFout) as fout:
        logo.maak_schoon(svg.encode(), tijd=TIJD)
    assert "root:" not in str(fout.value)
