"""Tables that are read well, but on which a careless judge works for minutes or for ever.

None of these looks at the clock: with the fault in it they do not end, or ask too late.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, leeskind
from klachtenapp.uitwisseling.beoordelen import Beoordeling, beoordeel
from klachtenapp.uitwisseling.cellen import Blad, Rij, Werkmap
from klachtenapp.uitwisseling.kolommen import deel_in

VANDAAG = date(2026, 11, 24)
DAG = date(2021, 3, 3)
KOP: Rij = ["Nr.", "Ontvangen", "Klager", "Klacht", "Afdeling", "Behandelaar"]


def _rij(nummer: int, **anders: Any) -> Rij:
    cellen = {"Nr.": f"21-{nummer}", "Ontvangen": DAG, "Klager": "A. Bos", "Klacht": "x"}
    return [{**cellen, **anders}.get(str(kop), "") for kop in KOP]


def _werkmap(rijen: Sequence[Rij], samen: Sequence[tuple[int, int, int, int]] = ()) -> Werkmap:
    blad = Blad("a", [KOP, *rijen], samengevoegd=tuple(samen))
    return Werkmap("oud.xlsx", "0" * 64, "xlsx", (blad,))


def _beoordeel(werkmap: Werkmap) -> Beoordeling:
    return beoordeel(werkmap, deel_in(werkmap), VANDAAG)


def test_a_name_cell_full_of_empty_lines() -> None:
    uit = _beoordeel(_werkmap([_rij(1, Behandelaar="a" + "\n" * 90_000 + "b")]))
    assert "te lang" in str(uit.regels[0].redenen)


def test_as_many_names_as_rows() -> None:
    rijen = [_rij(i, Behandelaar=f"Naam {i * 7919}") for i in range(8_000)]
    uit = _beoordeel(_werkmap(rijen))
    assert len(uit.regels) == 8_000
    assert len(uit.opmerkingen) < 250


def test_pages_of_text_where_names_should_stand() -> None:
    rijen = [_rij(i, Afdeling="lang verhaal " * 2_500 + str(i)) for i in range(180)]
    uit = _beoordeel(_werkmap(rijen))
    assert {bool(r.dossier and r.dossier.aanmelding.afdeling) for r in uit.regels} == {False}
    assert max(map(len, uit.opmerkingen)) < 2_000


def test_very_many_spellings_of_one_name_are_told_shortly() -> None:
    rijen = [_rij(i, Afdeling="Burger" + " " * i + "zaken") for i in range(1, 100)]
    rijen += [_rij(100 + i, Afdeling=f"KCC{'.' * min(i, 100)}") for i in range(200)]
    uit = _beoordeel(_werkmap(rijen))
    zin = next(z for z in uit.opmerkingen if "samengevoegd met 'KCC" in z)
    assert len(zin) < 2_000
    assert "en nog" in zin


def test_cells_merged_over_each_other_ten_thousands_of_times() -> None:
    rijen = [_rij(i, Afdeling="KCC" if not i else "") for i in range(2_000)]
    uit = _beoordeel(_werkmap(rijen, [(1, 4, 2_000, 4)] * 60_000))
    assert {r.dossier.aanmelding.afdeling for r in uit.regels if r.dossier} == {"KCC"}


def test_pages_of_text_in_every_title() -> None:
    rijen: list[Rij] = [[f"{i} é" + "titel " * 16_000, "", "", "", "", ""] for i in range(1_500)]
    uit = _beoordeel(_werkmap([_rij(1), *rijen]))
    assert (len(uit.regels), len(uit.overgeslagen)) == (1, 1_500)


def test_a_text_full_of_numbers_that_pass_the_elfproef() -> None:
    uit = _beoordeel(_werkmap([_rij(i, Klacht="123456782 " * 9_900) for i in range(5)]))
    assert all("burgerservicenummer" in str(r.redenen) for r in uit.regels)


@pytest.mark.parametrize(
    ("rijen", "vragen"),
    [
        ([_rij(i) for i in range(40)], 40),
        ([["Totaal", "", "", "", "", ""]] * 40, 40),
        ([["", "", "", "", "", ""]] * 40, 40),
        ([_rij(i, Ontvangen="onbekend") for i in range(40)], 40),
    ],
    ids=["goed", "overgeslagen", "leeg", "geweigerd"],
)
def test_it_asks_at_every_row_whether_to_stop(rijen: list[Rij], vragen: int) -> None:
    """One row may take a moment: a page of text in each cell."""
    gevraagd: list[None] = []
    werkmap = _werkmap([_rij(0), *rijen])
    beoordeel(werkmap, deel_in(werkmap), VANDAAG, gestopt=lambda: bool(gevraagd.append(None)))  # type: ignore[func-returns-value]
    assert len(gevraagd) >= vragen
    for na in (1, 20, len(gevraagd) - 1):
        keren = iter(range(na))
        with pytest.raises(RegelFout, match="Gestopt"):
            beoordeel(
                werkmap, deel_in(werkmap), VANDAAG, gestopt=lambda k=keren: next(k, None) is None
            )  # type: ignore[misc]


def test_five_hundred_columns_that_nearly_look_like_an_address() -> None:
    kop = [*KOP, *(f"kolom {i}" for i in range(490))]
    rijen = [_rij(i) + [f"{'x' * 96}{i}"] * 490 for i in range(100)]
    werkmap = Werkmap("oud.xlsx", "0" * 64, "xlsx", (Blad("a", [kop, *rijen]),))  # type: ignore[list-item]
    assert len(deel_in(werkmap).kolommen) == len(kop)


def test_many_sheets_that_each_have_other_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "MAX_KOPPEN", 100)
    rij = _rij(1) + [""] * 40
    anders = [Blad(f"b{n}", [[*KOP, *(f"kop {i} {n}" for i in range(40))], rij]) for n in range(4)]
    with pytest.raises(RegelFout, match="verschillende kolommen"):
        deel_in(Werkmap("oud.xlsx", "0" * 64, "xlsx", tuple(anders)))
    gelijk = [Blad(f"b{n}", [[*KOP, *(f"kop {i}" for i in range(40))], rij]) for n in range(4)]
    assert len(deel_in(Werkmap("oud.xlsx", "0" * 64, "xlsx", tuple(gelijk))).kolommen) == 46


def test_it_asks_at_every_sheet_and_column_whether_to_stop() -> None:
    werkmap = _werkmap([_rij(1)])
    for na in range(1 + len(KOP)):
        keren = iter(range(na))
        with pytest.raises(RegelFout, match="Gestopt"):
            deel_in(werkmap, gestopt=lambda k=keren: next(k, None) is None)  # type: ignore[misc]


def test_a_csv_of_one_very_wide_row_has_too_many_cells() -> None:
    inhoud = ("a;b\n" * 20_000 + ";" * 400).encode()
    with pytest.raises(RegelFout, match="te veel cellen"):
        leeskind.lees(inhoud, "csv", "oud.csv")


def test_one_long_text_in_very_many_cells_is_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A spreadsheet keeps it once, however many cells point at it."""
    monkeypatch.setattr(grenzen, "MAX_TEKST", 100_000)
    boek = openpyxl.Workbook()
    for _ in range(40):
        boek.worksheets[0].append(["lang " * 600] * 2)
    uit = io.BytesIO()
    boek.save(uit)
    assert len(uit.getvalue()) < 20_000
    with pytest.raises(RegelFout, match="te veel tekst"):
        leeskind.lees(uit.getvalue(), "xlsx", "oud.xlsx")
