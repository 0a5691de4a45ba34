"""The tagged table over pages: every cell once, heads with a scope, rows kept whole."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.papier import tabel
from klachtenapp.papier.overzicht import Kolom, teken_overzicht
from klachtenapp.papier.tabel import Tabel
from tests.papier.soorten import overzicht


def _wandel(knoop: Any) -> list[Any]:
    kinderen = [kind for kind in knoop.get("/K", []) if "/S" in kind]
    return [knoop, *(diep for kind in kinderen for diep in _wandel(kind))]


@pytest.mark.parametrize("rijen", [1, 40, 130])
def test_each_cell_is_once_in_the_tree_and_heads_have_a_scope(rijen: int) -> None:
    with pikepdf.open(io.BytesIO(teken_overzicht(overzicht(rijen)))) as boek:
        knopen = _wandel(boek.Root.StructTreeRoot.K[0])
        rollen = [str(knoop.S) for knoop in knopen]
        assert rollen.count("/Table") == rollen.count("/THead") == rollen.count("/TBody") == 1
        assert rollen.count("/TR") == rijen + 1
        assert rollen.count("/TD") == 4 * rijen
        bereik = [str(knoop.A.Scope) for knoop in knopen if knoop.S == "/TH"]
        assert bereik == ["/Column"] * 5 + ["/Row"] * rijen


def test_a_row_taller_than_a_page_goes_on_in_the_same_cells() -> None:
    with pikepdf.open(io.BytesIO(teken_overzicht(overzicht(9, lang=120)))) as boek:
        assert len(boek.pages) > 2
        knopen = _wandel(boek.Root.StructTreeRoot.K[0])
        assert sum(knoop.S == "/TR" for knoop in knopen) == 10
        paginas = max(
            len({str(deel.Pg.objgen) for deel in knoop.K}) for knoop in knopen if knoop.S == "/TD"
        )
        assert paginas > 1


def test_same_input_same_bytes() -> None:
    assert teken_overzicht(overzicht(70)) == teken_overzicht(overzicht(70))


def test_an_odd_character_does_not_stop_a_list() -> None:
    vreemd = replace(overzicht(1), titel="Lijst 中", rijen=(("a", "b", "c", "中", "e"),))
    assert teken_overzicht(vreemd).startswith(b"%PDF-")
    assert tabel.in_lijst("中a") == tabel.VERVANGER + "a"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 900), max_size=25),
    st.floats(30, 250),
)
def test_every_line_has_one_place_within_its_page(lengtes: list[int], boven: float) -> None:
    rijen = [("kop", "woord " * lengte) for lengte in lengtes]
    gegeven = Tabel((Kolom("A", 1, rijkop=True), Kolom("B", 2)), rijen)
    ruimte = lambda pagina: (boven if pagina == 0 else 22.0, 277.0)  # noqa: E731
    gezet = tabel.zet(gegeven, ruimte)
    stroken = [(s.rij, regel) for pagina in gezet.paginas for s in pagina
               for regel in range(s.van, s.tot)]  # fmt: skip
    verwacht = [(n, regel) for n, rij in enumerate(gezet.rijen) for regel in range(rij.regels)]
    assert stroken == verwacht
    for pagina in gezet.paginas:
        for strook in pagina:
            assert strook.y + (strook.tot - strook.van) * gegeven.regelhoogte < 277.0
