"""The structure tree of every PDF: complete, in order, with language, title and alt texts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from klachtenapp.papier.brief import teken_brief
from tests.papier.conftest import MaakBrief

TEKST = "# Kop\n\nTekst. \n\n1. een\n2. twee\n\n> citaat\n\n" + "\n\n".join(
    ["Zin van nu. " * 40] * 6
)


@pytest.fixture
def boek(maak_brief: MaakBrief) -> Iterator[pikepdf.Pdf]:
    """A letter of two pages."""
    with pikepdf.open(io.BytesIO(teken_brief(maak_brief(TEKST)))) as open_:
        yield open_


def _wandel(knoop: Any) -> Iterator[Any]:
    yield knoop
    for kind in knoop.get("/K", []):
        if "/S" in kind:
            yield from _wandel(kind)


def test_roles_in_reading_order(boek: pikepdf.Pdf) -> None:
    wortel = boek.Root.StructTreeRoot.K[0]
    rollen = [str(knoop.S) for knoop in _wandel(wortel)]
    assert rollen[:7] == ["/Document", "/P", "/P", "/P", "/P", "/H1", "/H2"]
    assert rollen[7:16] == [
        "/P", "/L", "/LI", "/Lbl", "/LBody", "/LI", "/Lbl", "/LBody", "/BlockQuote",
    ]  # fmt: skip


def test_every_mark_on_the_page_is_in_the_tree(boek: pikepdf.Pdf) -> None:
    for nummer, pagina in enumerate(boek.pages):
        merken = [
            int(operanden[1]["/MCID"])
            for operanden, operator in pikepdf.parse_content_stream(pagina)
            if str(operator) == "BDC" and str(operanden[0]) != "/Artifact"
        ]
        boom = boek.Root.StructTreeRoot.ParentTree.Nums[2 * nummer + 1]
        assert merken == list(range(len(boom)))
        for merk, knoop in enumerate(boom):
            verwijzingen = [k for k in knoop.K if "/MCID" in k and k.Pg == pagina.obj]
            assert merk in [int(k.MCID) for k in verwijzingen]


def test_nothing_is_drawn_outside_a_mark(boek: pikepdf.Pdf) -> None:
    tekenend = {"Tj", "TJ", "f", "f*", "S", "B", "B*", "b", "Do", "sh"}
    for pagina in boek.pages:
        diepte = 0
        for _, operator in pikepdf.parse_content_stream(pagina):
            diepte += {"BDC": 1, "EMC": -1}.get(str(operator), 0)
            assert diepte in (0, 1)
            assert diepte or str(operator) not in tekenend


def test_it_says_what_it_is(boek: pikepdf.Pdf) -> None:
    assert boek.Root.Lang == "nl-NL"
    assert boek.Root.MarkInfo.Marked
    assert boek.Root.ViewerPreferences.DisplayDocTitle
    assert boek.docinfo["/Title"] == "Wij hebben uw klacht ontvangen (K2026-0094)"
    assert boek.docinfo["/CreationDate"] == "D:20261120120000Z"
    with boek.open_metadata() as meta:
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == "Wij hebben uw klacht ontvangen (K2026-0094)"
    assert boek.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_every_font_is_embedded(boek: pikepdf.Pdf) -> None:
    for pagina in boek.pages:
        for font in pagina.Resources.Font.values():
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font
