"""The days of art. 3 Atw and the working days of our norms."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.kalender import Kalender, feestdagen, koningsdag, pasen

GEGEVENS = Path(__file__).parent / "gegevens"
JAREN = st.integers(2020, 2040)


def test_every_day_of_the_reference_table_and_no_other(kalender: Kalender) -> None:
    with (GEGEVENS / "feestdagen.csv").open(encoding="utf-8", newline="") as bestand:
        verwacht = {
            date.fromisoformat(rij["datum"]): rij["naam"].partition(" (")[0]
            for rij in csv.DictReader(bestand, delimiter=";")
        }
    dag, gevonden = date(2023, 1, 1), {}
    while dag <= date(2028, 12, 31):
        if naam := kalender.feestdag(dag):
            gevonden[dag] = naam
        dag += timedelta(days=1)
    assert gevonden == verwacht


@pytest.mark.parametrize("jaar", range(2014, 2100))
def test_holidays_agrees_but_for_the_known_differences(jaar: int) -> None:
    ander = holidays.country_holidays(
        "NL", years=jaar, categories=("public", "optional"), language="nl"
    )
    # Known: Eerste Paasdag and Eerste Pinksterdag are always a Sunday and stand not in art. 3
    # Atw. (The gelijkgestelde dagen of art. 3 lid 3 are in neither.)
    zondagen = {pasen(jaar), pasen(jaar) + timedelta(days=49)}
    assert set(ander) - zondagen == set(feestdagen(jaar))


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_pasen(jaar: int, dag: date) -> None:
    assert pasen(jaar) == dag


@given(JAREN)
def test_pasen_is_a_sunday_in_its_season(jaar: int) -> None:
    assert pasen(jaar).isoweekday() == 7
    assert date(jaar, 3, 22) <= pasen(jaar) <= date(jaar, 4, 25)


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2026, date(2026, 4, 27)),
        (2025, date(2025, 4, 26)),
        (2031, date(2031, 4, 26)),
        (2036, date(2036, 4, 26)),
        (2013, date(2013, 4, 30)),
        (2006, date(2006, 4, 29)),
    ],
)
def test_koningsdag(jaar: int, dag: date) -> None:
    assert koningsdag(jaar) == dag


@given(JAREN)
def test_5_mei_counts_every_year(jaar: int) -> None:
    assert "Bevrijdingsdag" in feestdagen(jaar)[date(jaar, 5, 5)]


def test_ordinary_days_stay_ordinary(kalender: Kalender) -> None:
    for dag in (date(2026, 12, 31), date(2026, 12, 24), date(2026, 5, 1), date(2027, 4, 26)):
        assert kalender.feestdag(dag) is None


def test_two_names_on_one_day() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


def test_a_feestdag_goes_before_the_weekend(kalender: Kalender) -> None:
    assert kalender.reden(date(2026, 12, 26)) == "Tweede Kerstdag"
    assert kalender.reden(date(2026, 12, 27)) == "zondag"
    assert kalender.reden(date(2026, 12, 28)) is None


def test_norms_work_on_a_gelijkgestelde_dag_but_not_when_the_office_is_closed() -> None:
    brugdag = date(2026, 5, 15)
    gewoon = Kalender(gelijkgesteld=frozenset({brugdag}))
    dicht = Kalender(gelijkgesteld=frozenset({brugdag}), kantoor_gesloten=frozenset({brugdag}))
    assert gewoon.feestdag(brugdag) == "gelijkgestelde dag"
    assert gewoon.is_werkdag(brugdag)
    assert not dicht.is_werkdag(brugdag)


def test_a_closed_office_does_not_move_the_law() -> None:
    dag = date(2026, 11, 24)
    dicht = Kalender(kantoor_gesloten=frozenset({dag}))
    assert dicht.feestdag(dag) is None
    assert dicht.verschuivingen(dag) == ()


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # Friday
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # Saturday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Easter
        (date(2026, 11, 28), 0, date(2026, 11, 30)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_plus_werkdagen(kalender: Kalender, dag: date, aantal: int, verwacht: date) -> None:
    assert kalender.plus_werkdagen(dag, aantal) == verwacht


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 60))
def test_plus_werkdagen_ends_on_a_werkdag_with_so_many_between(dag: date, aantal: int) -> None:
    kalender = Kalender()
    einde = kalender.plus_werkdagen(dag, aantal)
    dagen = (dag + timedelta(days=n) for n in range(1, (einde - dag).days + 1))
    assert kalender.is_werkdag(einde)
    geteld = sum(kalender.is_werkdag(d) for d in dagen)
    assert geteld == aantal or (aantal == 0 and not kalender.is_werkdag(dag))


def test_coverage_on_both_sides(kalender: Kalender) -> None:
    assert kalender.buiten_dekking(date(2022, 12, 31))
    assert not kalender.buiten_dekking(date(2023, 1, 1))
    assert not kalender.buiten_dekking(date(2028, 12, 31))
    assert kalender.buiten_dekking(date(2029, 1, 1))
    assert "2029" in kalender.dekkingswaarschuwing(date(2029, 1, 1))
    assert kalender.dekkingswaarschuwing(date(2028, 12, 31)) == ""
