"""The book of a dossier: trees joined without a gap, pages as they were, the index that is right.

veraPDF judges the same books in ``test_verapdf``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.papier.dossierboek import (
    Alinea,
    Bijlage,
    Brief,
    Dossierboek,
    Hoofdstuk,
    Kop,
    Punten,
    is_eigen,
    teken_dossierboek,
)
from tests.papier.boeken import BOEKEN, DATUM, GEMEENTE, groot, klein
from tests.papier.soorten import SOORTEN


@pytest.fixture(scope="module")
def bytes_() -> bytes:
    return teken_dossierboek(groot())


@pytest.fixture
def boek(bytes_: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(bytes_)) as open_:
        yield open_


def _wandel(knoop: Any) -> Iterator[Any]:
    yield knoop
    for kind in knoop.get("/K", []):
        if "/S" in kind:
            yield from _wandel(kind)


def _nummers(boek: pikepdf.Pdf) -> dict[int, Any]:
    lijst = list(boek.Root.StructTreeRoot.ParentTree.Nums)
    return {int(lijst[n]): lijst[n + 1] for n in range(0, len(lijst), 2)}


@pytest.mark.parametrize("naam", sorted(BOEKEN))
def test_the_same_book_gives_the_same_bytes(naam: str) -> None:
    assert BOEKEN[naam]() == BOEKEN[naam]()


def test_every_mark_on_every_page_is_in_the_tree_once(boek: pikepdf.Pdf) -> None:
    nummers = _nummers(boek)
    assert sorted(nummers) == list(range(int(boek.Root.StructTreeRoot.ParentTreeNextKey)))
    for pagina in boek.pages:
        merken = [
            int(operanden[1]["/MCID"])
            for operanden, operator in pikepdf.parse_content_stream(pagina)
            if str(operator) == "BDC" and str(operanden[0]) != "/Artifact"
        ]
        elementen = nummers[int(pagina.obj.StructParents)]
        assert merken == list(range(len(elementen)))
        for merk, knoop in enumerate(elementen):
            eigen = [k for k in knoop.K if "/MCID" in k and k.Pg.objgen == pagina.obj.objgen]
            assert merk in [int(k.MCID) for k in eigen]


def test_every_element_knows_its_parent(boek: pikepdf.Pdf) -> None:
    wortel = boek.Root.StructTreeRoot.K[0]
    for knoop in _wandel(wortel):
        for kind in knoop.get("/K", []):
            if "/S" in kind:
                assert kind.P.objgen == knoop.objgen


def test_parts_follow_each_other_below_one_document(boek: pikepdf.Pdf) -> None:
    document = boek.Root.StructTreeRoot.K[0]
    assert str(document.S) == "/Document"
    delen = [kind for kind in document.K if str(kind.S) == "/Part"]
    assert len(delen) == 1 + 2 + 3  # chapters, letters, attachments
    koppen = [[str(k.S) for k in _wandel(deel) if str(k.S) == "/H1"] for deel in delen]
    assert koppen == [["/H1", "/H1"], ["/H1"], ["/H1"], ["/H1"], ["/H1"], ["/H1"]]


def test_figures_say_what_they_are(boek: pikepdf.Pdf) -> None:
    knopen = _wandel(boek.Root.StructTreeRoot.K[0])
    alts = [str(knoop.Alt) for knoop in knopen if str(knoop.S) == "/Figure"]
    assert alts == [
        "Bijlage 1: scan.pdf, pagina 1. Op deze pagina staat: Geachte gemeente",
        "Bijlage 1: scan.pdf, pagina 2. Op deze pagina staat: Geachte gemeente",
        "Bijlage 1: scan.pdf, pagina 3. Op deze pagina staat: Geachte gemeente",
        "Bijlage 2: foto.jpg.",
        "Bijlage 3: breed.png.",
    ]


def test_a_letter_looks_as_it_was(bytes_: bytes) -> None:
    brief = groot().brieven[1]
    with pdfplumber.open(io.BytesIO(brief.pdf)) as los, pdfplumber.open(io.BytesIO(bytes_)) as heel:
        eigen = [[(c["text"], round(c["x0"], 1), round(c["top"], 1)) for c in blad.chars]
                 for blad in los.pages]  # fmt: skip
        alle = [[(c["text"], round(c["x0"], 1), round(c["top"], 1)) for c in blad.chars]
                for blad in heel.pages]  # fmt: skip
    begin = next(n for n, blad in enumerate(alle) if blad[: len(eigen[0])] == eigen[0])
    for plek, tekens in enumerate(eigen):
        voet = "".join(teken for teken, *_ in alle[begin + plek][len(tekens) :])
        assert alle[begin + plek][: len(tekens)] == tekens
        assert voet == f"Dossier K2026-0094, pagina {begin + plek + 1} van {len(alle)}"


@pytest.mark.parametrize("naam", sorted(BOEKEN))
def test_the_links_of_the_index_lead_where_they_say(naam: str) -> None:
    with pikepdf.open(io.BytesIO(BOEKEN[naam]())) as boek:
        volgorde = [pagina.obj.objgen for pagina in boek.pages]
        nummers = _nummers(boek)
        links = [n for pagina in boek.pages for n in pagina.obj.get("/Annots", [])]
        assert links
        for link in links:
            doel = volgorde.index(link.Dest[0].objgen) + 1
            assert str(link.Contents).startswith(f"Naar pagina {doel}: ")
            element = nummers[int(link.StructParent)]
            assert str(element.S) == "/Link"
            assert any("/Obj" in k and k.Obj.objgen == link.objgen for k in element.K)


def test_a_stappenplan_in_english_is_read_in_english() -> None:
    plan = Brief("Stappenplan", SOORTEN["stappenplan-kort-en-persoonlijk"]())
    boek = Dossierboek(GEMEENTE, "K1", "", DATUM, (("Soort", "klacht"),), brieven=(plan,))
    with pikepdf.open(io.BytesIO(teken_dossierboek(boek))) as open_:
        delen = [k for k in open_.Root.StructTreeRoot.K[0].K if str(k.S) == "/Part"]
        assert [str(deel.Lang) for deel in delen] == ["en-GB"]


def test_bookmarks_group_letters_and_attachments(boek: pikepdf.Pdf) -> None:
    with boek.open_outline() as outline:
        boven = [regel.title for regel in outline.root]
        onder = {regel.title: len(regel.children) for regel in outline.root}
    assert boven == ["Voorblad en inhoud", "Tijdlijn", "Oordeel", "Brieven", "Bijlagen"]
    assert (onder["Brieven"], onder["Bijlagen"]) == (2, 3)


def test_words_that_stand_apart_are_read_apart() -> None:
    with pdfplumber.open(io.BytesIO(teken_dossierboek(klein()))) as boek:
        for blad in boek.pages:
            stukken: dict[int, list[Any]] = {}
            for teken in blad.chars:
                if teken["mcid"] is not None:
                    stukken.setdefault(teken["mcid"], []).append(teken)
            for stuk in stukken.values():
                for een, ander in pairwise(stuk):
                    if ander["x0"] - een["x1"] > 0.15 * een["size"]:
                        assert " " in een["text"] + ander["text"]


def test_equal_logos_and_fonts_are_written_once() -> None:
    brief = groot().brieven[0]
    een = Dossierboek(GEMEENTE, "K1", "", DATUM, (("Soort", "klacht"),), brieven=(brief,))
    tien = Dossierboek(GEMEENTE, "K1", "", DATUM, (("Soort", "klacht"),), brieven=(brief,) * 10)
    assert len(teken_dossierboek(tien)) < 2.5 * len(teken_dossierboek(een))


@pytest.mark.parametrize("soort", ["ontvangstbevestiging", "brief-met-stappenplan", "venstertest"])
def test_our_own_pdfs_are_recognised(soort: str) -> None:
    assert is_eigen(SOORTEN[soort]())


def _veranderd(pdf: bytes, sleutel: str) -> bytes:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        if sleutel == "/Annots":
            bestand.pages[0].obj.Annots = pikepdf.Array([])
        elif sleutel in bestand.Root:
            del bestand.Root[sleutel]
        else:
            bestand.Root[sleutel] = pikepdf.Dictionary()
        bestand.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize(
    "sleutel", ["/StructTreeRoot", "/Metadata", "/AcroForm", "/OpenAction", "/Annots"]
)
def test_a_pdf_that_is_not_quite_ours_comes_in_as_pictures(sleutel: str) -> None:
    assert not is_eigen(_veranderd(SOORTEN["ontvangstbevestiging"](), sleutel))


@given(st.binary(max_size=200))
def test_no_bytes_pass_for_a_letter_of_ours(ruis: bytes) -> None:
    assert not is_eigen(b"%PDF-1.7\n" + ruis)


_TEKST = st.text(max_size=200)


@settings(max_examples=15, deadline=None)
@given(_TEKST, _TEKST, st.lists(_TEKST, max_size=3))
def test_any_text_can_be_in_a_book(titel: str, tekst: str, regels: list[str]) -> None:
    hoofdstuk = Hoofdstuk(f"H {titel}", (Kop(f"K {titel}"), Alinea(tekst), Punten(tuple(regels))))
    boek = Dossierboek(
        GEMEENTE, "K2026-0001", titel, DATUM, ((f"L {titel}", f"W {tekst}"),), tuple(regels),
        (hoofdstuk,),
    )  # fmt: skip
    assert teken_dossierboek(boek).startswith(b"%PDF-1.7")


def test_a_book_without_chapters_is_a_cover_and_its_documents() -> None:
    bijlage = Bijlage("Bijlage 1", "a.png", groot().bijlagen[1].paginas)
    boek = Dossierboek(
        GEMEENTE, "K1", "", DATUM, (("Soort", "klacht"),),
        brieven=(Brief("Brief", groot().brieven[0].pdf),), bijlagen=(bijlage,),
    )  # fmt: skip
    with pikepdf.open(io.BytesIO(teken_dossierboek(boek))) as open_:
        assert len(open_.pages) == 2 + 1 + 1
