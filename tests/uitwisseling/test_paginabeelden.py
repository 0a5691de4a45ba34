"""Strange attachments become pixels in a process that may die."""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import beeldkind, grenzen, kindproces, paginabeelden


def _pdf(paginas: int) -> bytes:
    uit = BytesIO()
    doek = Canvas(uit, invariant=1)
    for nummer in range(paginas):
        doek.drawString(72, 700, f"Bladzijde {nummer + 1}")
        doek.showPage()
    doek.save()
    return uit.getvalue()


def _beeld(vorm: str, maat: tuple[int, int] = (40, 30), kleur: str = "red") -> bytes:
    uit = BytesIO()
    Image.new("RGB", maat, kleur).save(uit, vorm)
    return uit.getvalue()


def test_the_pages_of_a_pdf_come_in_order_with_their_text() -> None:
    gezien = paginabeelden.teken(_pdf(3))
    assert [beeld.tekst for beeld in gezien.beelden] == [
        "Bladzijde 1",
        "Bladzijde 2",
        "Bladzijde 3",
    ]
    assert all(1000 < beeld.hoog <= grenzen.MAX_BEELD_ZIJDE for beeld in gezien.beelden)
    assert gezien.beelden[0].kleuren == 1  # nothing but grey on it


def test_the_same_file_gives_the_same_pixels() -> None:
    assert paginabeelden.teken(_pdf(1)) == paginabeelden.teken(_pdf(1))


def test_of_a_long_pdf_the_rest_is_counted() -> None:
    gezien = paginabeelden.teken(_pdf(grenzen.MAX_BIJLAGE_PAGINAS + 2))
    assert len(gezien.beelden) == grenzen.MAX_BIJLAGE_PAGINAS
    assert gezien.over == 2


@pytest.mark.parametrize("vorm", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_pictures_of_every_kind(vorm: str) -> None:
    (beeld,) = paginabeelden.teken(_beeld(vorm)).beelden
    assert (beeld.breed, beeld.hoog, beeld.kleuren) == (40, 30, 3)
    rijen = zlib.decompress(beeld.gegevens)
    assert len(rijen) == 30 * (1 + 40 * 3)  # as a PDF reads it: a filter byte for each row


def test_a_transparent_picture_stands_on_white() -> None:
    uit = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(uit, "PNG")
    (beeld,) = paginabeelden.teken(uit.getvalue()).beelden
    assert beeld.kleuren == 1
    rijen = zlib.decompress(beeld.gegevens)
    assert rijen[1] == 255


@pytest.mark.parametrize("banden", ["r", "rgb"])
def test_a_large_photograph_is_made_smaller(banden: str) -> None:
    lagen = [Image.effect_noise((3000, 2200), 80) for _ in banden]
    ruis = Image.merge("RGB", (lagen * 3)[:3])
    uit = BytesIO()
    ruis.save(uit, "JPEG", quality=95)
    (beeld,) = paginabeelden.teken(uit.getvalue()).beelden
    assert beeld.breed == grenzen.MAX_BEELD_ZIJDE
    assert beeld.jpeg
    assert beeld.gegevens.startswith(b"\xff\xd8")


def test_a_slow_file_shows_what_was_drawn_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "TEKENTIJD", -1.0)
    delen: list[bytes] = []
    paginas = ((Image.new("RGB", (4, 4)), "") for _ in range(9))
    kop = beeldkind._teken(paginas, 9, delen)
    assert (len(kop["paginas"]), kop["over"], len(delen)) == (1, 8, 1)


def _met_wachtwoord() -> bytes:
    uit = BytesIO()
    with pikepdf.open(BytesIO(_pdf(1))) as bestand:
        bestand.save(uit, encryption=pikepdf.Encryption(owner="x", user="geheim"))
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud",
    [
        b"%PDF-1.7 kapot",
        _met_wachtwoord(),
        b"\x89PNG\r\n\x1a\nkapot",
        b"\xff\xd8\xff\xe0kapot",
        b"II*\x00\x08\x00\x00\x00",
        _beeld("PNG")[:60],
        b"Gewone tekst",
        b"",
    ],
)
def test_what_cannot_be_shown_is_said(inhoud: bytes) -> None:
    with pytest.raises(RegelFout):
        paginabeelden.teken(inhoud)


def test_a_bomb_is_refused() -> None:
    uit = BytesIO()
    Image.new("1", (20_000, 20_000)).save(uit, "PNG")
    with pytest.raises(RegelFout):
        paginabeelden.teken(uit.getvalue())


def test_it_can_be_stopped_and_takes_no_longer_than_it_may() -> None:
    with pytest.raises(kindproces.Gestopt):
        paginabeelden.teken(_pdf(60), gestopt=lambda: True)
    with pytest.raises(RegelFout):
        paginabeelden.teken(_pdf(60), tijd=0.01)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([_pdf(1), _beeld("PNG"), _beeld("JPEG"), _beeld("TIFF")]),
    st.integers(0, 400),
    st.binary(min_size=1, max_size=8),
)
def test_a_damaged_file_never_breaks_the_program(goed: bytes, plek: int, ruis: bytes) -> None:
    kapot = goed[:plek] + ruis + goed[plek + len(ruis) :]
    with suppress(RegelFout):
        assert paginabeelden.teken(kapot).beelden
