"""What must hold for every term received from 2020 up to and including 2040."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import termijnen
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import lees_kalender
from klachtenapp.paths import bronnen

KALENDER = lees_kalender((bronnen() / "feestdagen.csv").read_text("utf-8"))
DAGEN = st.dates(date(2020, 1, 1), date(2040, 12, 31))
WEKEN = st.sampled_from([6, 10])
MODEL = st.sampled_from(["A", "B"])
VIER_WEKEN = timedelta(weeks=4)


@given(DAGEN, WEKEN, st.booleans(), MODEL)
def test_a_term_ends_on_an_open_day(dag: date, weken: int, verdaagd: bool, model: str) -> None:
    termijn = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=verdaagd, model=model)
    uiterste = termijn.uiterste_datum
    assert uiterste.isoweekday() < 6
    assert KALENDER.feestdag(uiterste) is None
    assert termijn.nominale_datum <= uiterste <= termijn.nominale_datum + timedelta(days=5)
    assert termijn.nominale_datum + timedelta(days=len(termijn.verschuivingen)) == uiterste


@given(DAGEN)
def test_not_handling_ends_on_an_open_day(dag: date) -> None:
    termijn = termijnen.niet_in_behandeling(dag, KALENDER)
    assert KALENDER.reden(termijn.uiterste_datum) is None
    assert termijn.nominale_datum - dag == VIER_WEKEN


@given(DAGEN, DAGEN, WEKEN, st.booleans(), MODEL)
def test_later_receipt_never_ends_earlier(
    een: date, ander: date, weken: int, verdaagd: bool, model: str
) -> None:
    vroeg, laat = (
        termijnen.afdoening(
            dag, KALENDER, weken=weken, verdaagd=verdaagd, model=model
        ).uiterste_datum
        for dag in sorted((een, ander))
    )
    assert vroeg <= laat


@given(DAGEN, st.integers(0, 120), WEKEN)
def test_doorgeleiden_never_ends_earlier(dag: date, later: int, weken: int) -> None:
    gewoon = termijnen.afdoening(dag, KALENDER, weken=weken)
    doorgeleid = termijnen.afdoening(
        dag, KALENDER, weken=weken, doorgeleid_op=dag + timedelta(days=later)
    )
    assert doorgeleid.uiterste_datum >= gewoon.uiterste_datum


@given(DAGEN, WEKEN)
def test_verdaging_adds_four_weeks_once(dag: date, weken: int) -> None:
    zonder = termijnen.afdoening(dag, KALENDER, weken=weken)
    met = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=True)
    assert met.nominale_datum - zonder.nominale_datum == VIER_WEKEN
    assert zonder.uiterste_datum < met.uiterste_datum


@given(DAGEN, WEKEN)
def test_model_a_is_never_later_than_model_b(dag: date, weken: int) -> None:
    a, b = (
        termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=True, model=model)
        for model in ("A", "B")
    )
    assert a.uiterste_datum <= b.uiterste_datum


@given(DAGEN, WEKEN, st.integers(-60, 120))
def test_a_named_verdaging_stays_within_the_law(dag: date, weken: int, dagen: int) -> None:
    eerst = termijnen.afdoening(dag, KALENDER, weken=weken).uiterste_datum
    vol = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=True).uiterste_datum
    genoemd = eerst + timedelta(days=dagen)
    termijn = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=True, verdaagd_tot=genoemd)
    assert termijn.uiterste_datum == min(max(genoemd, eerst), vol)


@given(DAGEN, WEKEN, st.booleans(), st.integers(-200, 400))
def test_an_agreement_gives_the_agreed_day_and_never_less_time(
    dag: date, weken: int, verdaagd: bool, dagen: int
) -> None:
    zonder = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=verdaagd)
    afgesproken = zonder.uiterste_datum + timedelta(days=dagen)
    met = termijnen.afdoening(
        dag, KALENDER, weken=weken, verdaagd=verdaagd, uitgesteld_tot=afgesproken
    )
    assert met.uiterste_datum == max(afgesproken, zonder.uiterste_datum)
    assert bool(met.waarschuwingen) >= (dagen <= 0)


@given(DAGEN)
def test_a_year_is_a_year_and_nothing_else(dag: date) -> None:
    for termijn in (termijnen.ombudsman(dag), termijnen.jaar_na_gedraging(dag)):
        einde = termijn.uiterste_datum
        assert termijn.verschuivingen == ()
        assert einde.year == dag.year + 1
        assert (einde.month, einde.day) == ((2, 28) if _schrikkeldag(dag) else (dag.month, dag.day))


@given(DAGEN, WEKEN, st.booleans(), MODEL)
def test_every_term_explains_itself(dag: date, weken: int, verdaagd: bool, model: str) -> None:
    termijn = termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=verdaagd, model=model)
    assert termijn.uitleg[-1].startswith("Art. 9:11 lid 1")
    assert termijn.uitleg[-1].endswith("Atw.")
    assert all(zin.endswith(".") and zin[0].isalnum() for zin in termijn.uitleg)
    assert sum("schuift een dag op" in zin for zin in termijn.uitleg) >= len(termijn.verschuivingen)
    assert str(termijn.uiterste_datum.day) in termijn.uitleg_zin


@given(DAGEN)
def test_more_gelijkgestelde_dagen_never_shorten(dag: date) -> None:
    kaal = termijnen.afdoening(dag, Kalender()).uiterste_datum
    assert termijnen.afdoening(dag, KALENDER).uiterste_datum >= kaal


def test_how_often_the_two_models_differ() -> None:
    """The count that the choice for model A rests on: 162 of 4,140, at most 5 days extended."""
    dagen = [date(2023, 1, 1) + timedelta(days=n) for n in range(2070)]
    paren = [
        [
            termijnen.afdoening(dag, KALENDER, weken=weken, verdaagd=True, model=model)
            for model in ("A", "B")
        ]
        for dag in dagen
        for weken in (6, 10)
    ]
    assert dagen[-1] == date(2028, 8, 31)
    assert len(paren) == 4140
    assert sum(a.uiterste_datum != b.uiterste_datum for a, b in paren) == 162
    assert max(len(a.verschuivingen) for a, _ in paren) == 5


def _schrikkeldag(dag: date) -> bool:
    return (dag.month, dag.day) == (2, 29)
