"""The house style on paper: the logo outside the window, sharp, tagged, the same every time."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.gemeente import Briefhoofd, VensterKant
from klachtenapp.domain.gemeentevelden import standaardvenster
from klachtenapp.papier.brief import teken_brief
from klachtenapp.papier.briefhoofd import hoofdvak
from klachtenapp.papier.venster import adresplaats
from tests.papier.conftest import MM
from tests.papier.huisstijlen import GEMEENTE, HUISSTIJLEN, RECHTS, VOET, brief


def _regels(pdf: bytes) -> list[str]:
    """Return the printed lines of the first page."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return boek.pages[0].extract_text().splitlines()


def _figuur(pdf: bytes) -> tuple[tuple[float, ...], str]:
    """Return the place of the logo in millimetres from the top left, and its words."""
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        knoop: Any = boek.Root.StructTreeRoot.K[0].K[0]
        assert knoop.S == "/Figure"
        x1, y1, x2, y2 = (float(getal) / MM for getal in knoop.A.BBox)
        return (x1, 297 - y2, x2, 297 - y1), str(knoop.Alt)


@pytest.mark.parametrize("soort", ["png", "png-alfa", "svg"])
@pytest.mark.parametrize("kant", Briefhoofd)
def test_the_logo_is_a_figure_at_its_side(soort: str, kant: Briefhoofd) -> None:
    vak, alt = _figuur(teken_brief(brief(replace(GEMEENTE, briefhoofd=kant), soort)))
    assert alt == "Logo van Gemeente Voorbeeldstad"
    if kant is Briefhoofd.LINKS:
        assert vak[0] == pytest.approx(33, abs=0.1)
    else:
        assert vak[2] == pytest.approx(177, abs=0.1)
    assert 13.9 < vak[1] < vak[3] < 36.1


@given(
    st.sampled_from(VensterKant), st.floats(0, 120), st.floats(0, 120), st.floats(30, 90),
    st.sampled_from(Briefhoofd), st.floats(5, 66),
)  # fmt: skip
def test_the_head_never_lies_behind_the_window(
    kant: VensterKant, x: float, y: float, breed: float, hoofd: Briefhoofd, logo: float
) -> None:
    venster = replace(standaardvenster(kant), x=x, y=y, breedte=breed)
    gemeente = replace(GEMEENTE, venster=venster, briefhoofd=hoofd)
    vak, adres = hoofdvak(gemeente, logo), adresplaats(venster)
    naast = vak.x >= adres.x + adres.breedte or vak.x + logo <= adres.x
    assert naast or not vak.hoogte or vak.y + vak.hoogte <= adres.y - 4
    assert vak.y + vak.hoogte <= 36


def test_a_window_high_on_the_paper_leaves_no_room_for_a_head() -> None:
    hoog = replace(GEMEENTE, venster=replace(GEMEENTE.venster, x=20.0, y=20.0, breedte=150.0))
    assert _regels(teken_brief(brief(hoog)))[0].startswith("Retour")
    with pikepdf.open(io.BytesIO(teken_brief(brief(hoog, "svg")))) as boek:
        assert boek.Root.StructTreeRoot.K[0].K[0].S == "/P"


def test_pixels_go_into_the_pdf_once_and_without_transparency() -> None:
    with pikepdf.open(io.BytesIO(HUISSTIJLEN["huisstijl-png-alfa"]())) as boek:
        (beeld,) = boek.pages[0].Resources.XObject.values()
        assert beeld.ColorSpace == "/DeviceRGB"
        assert "/SMask" not in beeld
        pixels = pikepdf.PdfImage(beeld).as_pil_image()
        assert pixels.getpixel((pixels.width // 2, pixels.height // 3)) == (227, 135, 150)


def test_lines_stay_lines() -> None:
    with pikepdf.open(io.BytesIO(HUISSTIJLEN["huisstijl-svg"]())) as boek:
        assert "/XObject" not in boek.pages[0].Resources
        opdrachten = [str(op) for _, op in pikepdf.parse_content_stream(boek.pages[0])]
    assert {"f*", "S", "c", "W"} <= set(opdrachten)
    assert opdrachten.count("q") == opdrachten.count("Q")


def test_own_foot_takes_the_place_of_the_supplied_one() -> None:
    assert _regels(teken_brief(brief(RECHTS)))[-3:] == VOET.splitlines()
    with pdfplumber.open(io.BytesIO(teken_brief(brief(RECHTS)))) as boek:
        assert max(c["bottom"] for c in boek.pages[0].chars) / MM < 291  # printers need a margin


@pytest.mark.parametrize("soort", HUISSTIJLEN)
def test_the_same_input_gives_the_same_bytes(soort: str) -> None:
    assert HUISSTIJLEN[soort]() == HUISSTIJLEN[soort]()


def test_bookmarks_are_the_headings_of_a_long_pdf() -> None:
    with pikepdf.open(io.BytesIO(teken_brief(brief(keer=20)))) as boek:
        assert len(boek.pages) > 3
        assert boek.Root.PageMode == "/UseOutlines"
        with boek.open_outline() as outline:
            (onderwerp,) = outline.root
            assert onderwerp.title == "Uw klacht"
            assert [kop.title for kop in onderwerp.children] == ["Wat wij doen"] * 20
            assert onderwerp.children[0].children[0].title == "Zo verder"
            paginas = [boek.pages.index(pikepdf.Page(k.destination[0])) for k in onderwerp.children]
            tops = [float(kop.destination[3]) for kop in onderwerp.children]
    assert paginas == sorted(paginas)
    assert paginas[-1] == 3
    assert all(0 < top < 842 for top in tops)


def test_a_short_pdf_has_no_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(teken_brief(brief()))) as boek:
        assert "/Outlines" not in boek.Root
