"""Lines and pages: nothing is lost, nothing sticks out, nothing stands alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.papier.opmaak import Plaats, Regel, Vak, breek, breek_gelijk, verdeel
from klachtenapp.papier.tekst import Stuk

WOORD = st.text("abcdefghijklmnopqrstuvwxyzéëABC,.", min_size=1, max_size=40)
STUKKEN = st.lists(
    st.builds(Stuk, st.lists(WOORD, max_size=12).map(" ".join), st.booleans()), max_size=5
)


def _tekst(regel: Regel) -> str:
    return "".join(deel.tekst for deel in regel.delen)


@given(STUKKEN, st.floats(20, 160), st.sampled_from([8.0, 11.0, 18.0]))
def test_lines_hold_every_letter_and_fit(stukken: list[Stuk], ruimte: float, maat: float) -> None:
    regels = breek(stukken, ruimte, maat)
    alles = "".join(_tekst(regel) for regel in regels).replace(" ", "")
    assert alles == "".join(stuk.tekst for stuk in stukken).replace(" ", "")
    assert all(regel.breedte <= ruimte + 0.01 for regel in regels)


@given(STUKKEN, st.floats(20, 160))
def test_balanced_lines_are_as_few(stukken: list[Stuk], ruimte: float) -> None:
    gelijk = breek_gelijk(stukken, ruimte, 11)
    assert len(gelijk) == len(breek(stukken, ruimte, 11))
    assert all(regel.breedte <= ruimte + 0.01 for regel in gelijk)


def test_a_line_break_is_kept() -> None:
    assert [_tekst(r) for r in breek([Stuk("een\ntwee drie")], 100, 11)] == ["een", "twee drie"]


def test_a_long_word_is_cut() -> None:
    regels = breek([Stuk("www." + "x" * 200 + ".nl")], 50, 11)
    assert len(regels) > 2


def test_a_hard_space_does_not_break() -> None:
    regels = breek([Stuk("op vrijdag 20\u00a0februari\u00a02026 dus")], 46, 11)
    assert any("20\u00a0februari\u00a02026" in _tekst(regel) for regel in regels)


def _vak(aantal: int, **anders: bool) -> Vak:
    return Vak("P", [Regel((), 0)] * aantal, 11, 5.0, **anders)


def _ruimte(_pagina: int) -> tuple[float, float]:
    return 0.0, 100.0  # 20 lines


@given(st.lists(st.tuples(st.integers(1, 45), st.booleans(), st.booleans()), max_size=12))
def test_pages_hold_every_line_in_order(maten: list[tuple[int, bool, bool]]) -> None:
    vakken = [
        _vak(aantal, bij_volgende=bij, bijeen=bijeen and aantal <= 20)
        for aantal, bij, bijeen in maten
    ]
    geplaatst: dict[int, int] = {}
    for pagina in verdeel(vakken, _ruimte):
        onder = 0.0
        for plaats in pagina:
            assert plaats.y >= onder - 1e-6
            assert plaats.van == geplaatst.get(id(plaats.vak), 0)
            geplaatst[id(plaats.vak)] = plaats.tot
            onder = plaats.y + (plaats.tot - plaats.van) * plaats.vak.regelhoogte
            assert onder <= 100.0 + 1e-6
    assert [geplaatst[id(vak)] for vak in vakken] == [len(vak.regels) for vak in vakken]


def _stukken(paginas: list[list[Plaats]], vak: Vak) -> list[int]:
    return [p.tot - p.van for pagina in paginas for p in pagina if p.vak is vak]


def test_no_single_line_at_a_page_break() -> None:
    lang = _vak(8)
    assert _stukken(verdeel([_vak(13), lang], _ruimte), lang) == [6, 2]
    assert _stukken(verdeel([_vak(19), lang], _ruimte), lang) == [8]


def test_a_heading_goes_with_its_paragraph() -> None:
    kop, tekst = _vak(1, bij_volgende=True), _vak(4)
    paginas = verdeel([_vak(18), kop, tekst], _ruimte)
    assert [plaats.vak for plaats in paginas[1]] == [kop, tekst]


def test_a_signature_takes_the_last_paragraph_along() -> None:
    laatste, groet = _vak(3, bij_volgende=True), _vak(2, bijeen=True, bij_volgende=True)
    naam = _vak(2, bijeen=True)
    paginas = verdeel([_vak(14), laatste, groet, naam], _ruimte)
    assert [plaats.vak for plaats in paginas[1]] == [laatste, groet, naam]


def test_more_headings_than_a_page_holds_fill_the_pages() -> None:
    koppen = [_vak(1, bij_volgende=True) for _ in range(200)]
    paginas = verdeel([*koppen, _vak(2)], lambda _pagina: (0.0, 100.0))
    assert len(paginas) < 20
    assert sum(len(pagina) for pagina in paginas) == 201
