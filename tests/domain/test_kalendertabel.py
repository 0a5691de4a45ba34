"""The editable table of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import lees_kalender, maak_kalender, schrijf_kalender
from klachtenapp.errors import RegelFout

DAGEN = st.frozensets(st.dates(date(2020, 1, 1), date(2040, 12, 31)), max_size=20)


@given(DAGEN, DAGEN, st.dates(), st.dates())
def test_what_is_written_is_read_back(
    gelijk: frozenset[date], dicht: frozenset[date], een: date, ander: date
) -> None:
    kalender = Kalender(gelijk, min(een, ander), max(een, ander), dicht)
    assert lees_kalender(schrijf_kalender(kalender)) == kalender


def test_the_supplied_table(kalender: Kalender) -> None:
    assert (kalender.dekking_van, kalender.dekking_tot) == (date(2023, 1, 1), date(2028, 12, 31))
    binnen = sorted(d for d in kalender.gelijkgesteld if not kalender.buiten_dekking(d))
    assert [d.isoformat() for d in binnen] == [
        "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30",
        "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26",
    ]  # fmt: skip
    assert kalender.kantoor_gesloten == frozenset()


def test_a_table_from_windows_with_bom_and_blank_lines() -> None:
    regels = [
        "\ufeffsoort;datum;toelichting",
        "dekking_van;2026-01-01",
        "",
        "dekking_tot; 2026-12-31 ;",
    ]
    tekst = "\r\n".join(regels)
    assert lees_kalender(tekst) == Kalender(frozenset(), date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("regel", "in_de_zin"),
    [
        ("gelijkgesteld;15-05-2026;", "Regel 3"),
        ("gelijkgesteld;2026-02-30;", "2026-02-30"),
        ("vrij;2026-05-15;", "vrij"),
    ],
)
def test_a_wrong_line_is_named(regel: str, in_de_zin: str) -> None:
    with pytest.raises(RegelFout, match=in_de_zin):
        lees_kalender(f"dekking_van;2026-01-01\ndekking_tot;2026-12-31\n{regel}\n")


@pytest.mark.parametrize("tekst", ["", "dekking_van;2026-01-01\n"])
def test_coverage_must_be_there(tekst: str) -> None:
    with pytest.raises(RegelFout, match="dekking"):
        lees_kalender(tekst)


def test_coverage_must_run_forward() -> None:
    with pytest.raises(RegelFout, match="Draai"):
        maak_kalender(frozenset(), date(2027, 1, 1), date(2026, 1, 1))
