"""Dates as people type them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import dagtekst
from klachtenapp.ui import formatting
from klachtenapp.ui.formatting import lees_datum

DINSDAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("24-11-2026", DINSDAG),
        ("24-11", DINSDAG),
        ("24/11/26", DINSDAG),
        ("24.11.2026", DINSDAG),
        ("24 11 2026", DINSDAG),
        ("2026-11-24", DINSDAG),
        ("24 nov 2026", DINSDAG),
        ("24 nov. 2026", DINSDAG),
        ("24 november", DINSDAG),
        ("24nov", DINSDAG),
        ("di 24 nov 2026", DINSDAG),
        ("Dinsdag 24 November 2026", DINSDAG),
        ("  t ", DINSDAG),
        ("vandaag", DINSDAG),
        ("gisteren", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 25)),
        ("+7", date(2026, 12, 1)),
        ("-3", date(2026, 11, 21)),
        ("1 mrt", date(2027, 3, 1)),
        ("1 maart", date(2027, 3, 1)),
        ("2 jan", date(2027, 1, 2)),
        ("1-6", date(2026, 6, 1)),
        ("29-2-2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_as_people_type_it(getypt: str, bedoeld: date) -> None:
    assert lees_datum(getypt, DINSDAG) == bedoeld


@pytest.mark.parametrize(
    "getypt", ["", "31-2-2026", "24-13", "onbekend", "24", "24 xyz", "24 januaar", "29-2-2026", "x"]
)
def test_what_is_no_date_is_none(getypt: str) -> None:
    assert lees_datum(getypt, DINSDAG) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2099, 1, 1)))
def test_every_date_we_show_can_be_typed_back(dag: date, vandaag: date) -> None:
    for schrijfwijze in (dagtekst.kort, dagtekst.lang, dagtekst.lang_met_dag, date.isoformat):
        assert lees_datum(schrijfwijze(dag), vandaag) == dag


@given(st.dates(date(1990, 1, 1), date(2098, 12, 31)))
def test_without_a_year_the_nearest_day_is_meant(vandaag: date) -> None:
    gelezen = lees_datum("15-6", vandaag)
    assert gelezen is not None
    assert abs((gelezen - vandaag).days) <= 183


def test_numbers_and_moments_read_dutch() -> None:
    assert formatting.getal(1234567) == "1.234.567"
    assert formatting.moment(datetime(2026, 11, 24, 7, 2), DINSDAG) == "vandaag 07:02"
    assert formatting.moment(datetime(2026, 11, 23, 16, 40), DINSDAG) == "gisteren 16:40"
    assert formatting.moment(datetime(2026, 2, 20, 16, 40), DINSDAG) == "vr 20 feb 2026"


@pytest.mark.parametrize(
    ("uur", "groet"), [(8, "Goedemorgen"), (12, "Goedemiddag"), (19, "Goedenavond")]
)
def test_the_greeting_fits_the_hour(uur: int, groet: str) -> None:
    assert formatting.dagdeel(datetime(2026, 11, 24, uur)) == groet
