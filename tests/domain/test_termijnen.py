"""Every row of the reference table, and how a term explains itself."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from klachtenapp.domain import termijnen
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normtermijn
from klachtenapp.domain.termijn import Termijn
from klachtenapp.errors import RegelFout

GEGEVENS = Path(__file__).parent / "gegevens"
VRIJDAG = date(2026, 2, 20)


def _rijen() -> list[dict[str, str]]:
    with (GEGEVENS / "termijnen.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


def _bereken(rij: dict[str, str], kalender: Kalender, model: str = "A") -> Termijn:
    ontvangen = date.fromisoformat(rij["ontvangstdatum"])
    if rij["weken"] == "9:8":
        return termijnen.niet_in_behandeling(ontvangen, kalender)
    weken, plus, _ = rij["weken"].partition("+")
    return termijnen.afdoening(
        ontvangen, kalender, weken=int(weken), verdaagd=bool(plus), model=model
    )


@pytest.mark.parametrize("rij", _rijen(), ids=lambda rij: rij["id"])
def test_row(rij: dict[str, str], kalender: Kalender) -> None:
    termijn = _bereken(rij, kalender)
    assert termijn.nominale_datum.isoformat() == rij["nominale_einddatum"]
    assert termijn.uiterste_datum.isoformat() == rij["uiterste_datum"]
    assert len(termijn.verschuivingen) == int(rij["dagen_verlengd"])
    redenen = [
        deel.partition(" = ")[2].partition(" (")[0]
        for deel in rij["verlenging_volgens_Atw_art1"].split(" | ")
        if deel != "geen"
    ]
    assert [reden for _, reden in termijn.verschuivingen] == redenen
    assert termijn.waarschuwingen == () or rij["weken"] == "10+4"


@pytest.mark.parametrize(
    "rij", [r for r in _rijen() if r["uiterste_datum_modelB"]], ids=lambda rij: rij["id"]
)
def test_model_b(rij: dict[str, str], kalender: Kalender) -> None:
    termijn = _bereken(rij, kalender, "B")
    assert termijn.uiterste_datum.isoformat() == rij["uiterste_datum_modelB"]
    verschil = termijn.uiterste_datum - date.fromisoformat(rij["uiterste_datum"])
    assert verschil.days == int(rij["verschil_B_min_A"])


def test_the_explanation_on_one_line(kalender: Kalender) -> None:
    assert termijnen.afdoening(VRIJDAG, kalender).uitleg_zin == (
        "ontvangen vr 20 feb 2026 + 6 weken = vr 3 apr, Goede Vrijdag → za → zo → "
        "Tweede Paasdag → di 7 apr 2026; art. 9:11 lid 1 Awb, art. 1 en 3 Atw"
    )


@pytest.mark.parametrize(
    ("ontvangen", "zin"),
    [
        (
            date(2026, 10, 14),
            "ontvangen wo 14 okt 2026 + 6 weken = wo 25 nov 2026, geen zaterdag, zondag of "
            "feestdag; art. 9:11 lid 1 Awb, art. 1 Atw",
        ),
        (
            date(2026, 1, 10),
            "ontvangen za 10 jan 2026 + 6 weken = za 21 feb → zo → ma 23 feb 2026; "
            "art. 9:11 lid 1 Awb, art. 1 Atw",
        ),
        (
            date(2028, 11, 19),
            "ontvangen zo 19 nov 2028 + 6 weken = zo 31 dec 2028 → Nieuwjaarsdag → "
            "di 2 jan 2029; art. 9:11 lid 1 Awb, art. 1 en 3 Atw",
        ),
    ],
)
def test_other_explanations(kalender: Kalender, ontvangen: date, zin: str) -> None:
    assert termijnen.afdoening(ontvangen, kalender).uitleg_zin == zin


def test_the_explanation_in_sentences(kalender: Kalender) -> None:
    assert termijnen.afdoening(VRIJDAG, kalender).uitleg == (
        "Ontvangen op vrijdag 20 februari 2026.",
        "De dag van ontvangst telt niet mee.",
        "6 weken later is vrijdag 3 april 2026.",
        "Vrijdag 3 april 2026 is Goede Vrijdag: de termijn schuift een dag op.",
        "4 april 2026 is een zaterdag: de termijn schuift een dag op.",
        "5 april 2026 is een zondag: de termijn schuift een dag op.",
        "Maandag 6 april 2026 is Tweede Paasdag: de termijn schuift een dag op.",
        "De uiterste datum is dinsdag 7 april 2026.",
        "Art. 9:11 lid 1 Awb, art. 1 en 3 Atw.",
    )


def test_verdaging_under_model_b_shows_both_terms(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(VRIJDAG, kalender, verdaagd=True, model="B")
    assert termijn.uiterste_datum == date(2026, 5, 6)
    assert "di 7 apr 2026 + 4 weken = di 5 mei, Bevrijdingsdag → wo 6 mei 2026" in (
        termijn.uitleg_zin
    )
    assert "De uiterste datum was dinsdag 7 april 2026." in termijn.uitleg


def test_doorgeleid_starts_the_term_and_says_so(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(date(2026, 11, 20), kalender, doorgeleid_op=date(2026, 11, 24))
    assert (termijn.startfeit, termijn.vanaf) == ("doorgeleid", date(2026, 11, 24))
    assert termijn.uiterste_datum == date(2027, 1, 5)
    assert "art. 2:24 Awb" in termijn.uitleg_zin
    assert any("vrijdag 20 november 2026 via een ander kanaal" in zin for zin in termijn.uitleg)


def test_doorgeleid_never_makes_a_term_start_before_receipt(kalender: Kalender) -> None:
    gewoon = termijnen.afdoening(VRIJDAG, kalender)
    assert termijnen.afdoening(VRIJDAG, kalender, doorgeleid_op=date(2026, 2, 1)) == gewoon


def test_the_ombudsman_has_one_calendar_year() -> None:
    termijn = termijnen.ombudsman(date(2026, 11, 28))
    assert termijn.uiterste_datum == date(2027, 11, 28)  # a Sunday, and it stays
    assert "tot en met zo 28 nov 2027" in termijn.uitleg_zin
    assert "art. 9:24 lid 1 Awb" in termijn.uitleg_zin
    assert "art. 4 onder a Atw" in termijn.uitleg_zin


def test_29_february_becomes_28() -> None:
    termijn = termijnen.ombudsman(date(2028, 2, 29))
    assert termijn.uiterste_datum == date(2029, 2, 28)
    assert any("28 februari" in zin for zin in termijn.uitleg)


def test_the_year_after_what_happened() -> None:
    termijn = termijnen.jaar_na_gedraging(date(2025, 12, 25))
    assert termijn.uiterste_datum == date(2026, 12, 25)  # Kerst, and it stays
    assert "art. 9:8 lid 1 onder b Awb" in termijn.uitleg[-1].replace("Art.", "art.")


@pytest.mark.parametrize(
    ("ontvangen", "gewaarschuwd"),
    [
        (date(2022, 11, 18), True),  # ends 30 december 2022, before the table
        (date(2022, 11, 28), False),  # ends in January 2023
        (date(2028, 11, 14), False),
        (date(2028, 11, 20), True),  # nominal 1 January 2029
        (date(2028, 11, 17), False),
        (date(2028, 11, 18), True),  # 30 December is a Saturday: rolls out of the table
    ],
)
def test_a_warning_beyond_the_table(
    kalender: Kalender, ontvangen: date, gewaarschuwd: bool
) -> None:
    assert bool(termijnen.afdoening(ontvangen, kalender).waarschuwingen) is gewaarschuwd


def test_14_weeks_that_are_extended_carry_a_doubt(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(date(2026, 9, 18), kalender, weken=10, verdaagd=True)
    assert termijn.uiterste_datum == date(2026, 12, 28)
    assert "25 december 2026" in termijn.waarschuwingen[0]


# Verdaging to an earlier date, and verder uitstel: first term of wo 14 okt ends wo 25 nov 2026.
WOENSDAG = date(2026, 10, 14)


def test_a_verdaging_may_take_less_than_four_weeks(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(WOENSDAG, kalender, verdaagd=True, verdaagd_tot=date(2026, 12, 9))
    assert termijn.uiterste_datum == date(2026, 12, 9)
    assert "verdaagd tot en met wo 9 dec 2026; art. 9:11 lid 1 en 2 Awb" in termijn.uitleg_zin


def test_a_verdaging_to_the_last_day_is_the_ordinary_one(kalender: Kalender) -> None:
    vol = termijnen.afdoening(WOENSDAG, kalender, verdaagd=True)
    assert vol == termijnen.afdoening(
        WOENSDAG, kalender, verdaagd=True, verdaagd_tot=vol.uiterste_datum
    )


def test_a_verdaging_that_takes_too_much_is_cut_off(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(WOENSDAG, kalender, verdaagd=True, verdaagd_tot=date(2027, 1, 31))
    assert termijn.uiterste_datum == date(2026, 12, 23)
    assert "4 weken" in termijn.waarschuwingen[0]


def test_a_verdaging_never_shortens(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(WOENSDAG, kalender, verdaagd=True, verdaagd_tot=date(2026, 11, 1))
    assert termijn.uiterste_datum == date(2026, 11, 25)
    assert termijn.waarschuwingen


def test_an_agreed_date_is_a_date_and_does_not_move(kalender: Kalender) -> None:
    zaterdag = date(2027, 1, 30)
    termijn = termijnen.afdoening(WOENSDAG, kalender, uitgesteld_tot=zaterdag)
    assert termijn.uiterste_datum == zaterdag
    assert termijn.verschuivingen == ()
    assert "instemming van de klager uitgesteld tot en met za 30 jan 2027" in termijn.uitleg_zin
    assert "art. 9:11 lid 1 en 3 Awb" in termijn.uitleg_zin


def test_uitstel_after_verdaging_names_all_three(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(
        WOENSDAG, kalender, verdaagd=True, uitgesteld_tot=date(2027, 2, 1)
    )
    assert "art. 9:11 lid 1, 2 en 3 Awb" in termijn.uitleg_zin
    assert "De uiterste datum was woensdag 23 december 2026." in termijn.uitleg


def test_an_agreement_can_only_give_more_time(kalender: Kalender) -> None:
    termijn = termijnen.afdoening(WOENSDAG, kalender, uitgesteld_tot=date(2026, 11, 25))
    assert termijn.uiterste_datum == date(2026, 11, 25)
    assert termijn.duur == "6 weken"
    assert termijn.waarschuwingen


def test_a_year_that_cannot_be_right_is_refused(kalender: Kalender) -> None:
    with pytest.raises(RegelFout, match="9999"):
        termijnen.afdoening(date(9999, 12, 31), kalender)


def test_an_old_typing_error_is_counted_with_a_warning(kalender: Kalender) -> None:
    assert termijnen.afdoening(date(206, 11, 20), kalender).waarschuwingen


def test_law_and_norm_are_different_types() -> None:
    assert not issubclass(Termijn, Normtermijn)
    assert not issubclass(Normtermijn, Termijn)
