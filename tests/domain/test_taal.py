"""Counting plain language: the vectors of the literature and the traps of Dutch text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import taal
from klachtenapp.paths import bronnen


@pytest.mark.parametrize(
    ("woorden", "zinnen", "lettergrepen", "flesch", "leesindex"),
    [
        (100, 10, 150, 82.035, 75.0),
        (120, 6, 216, 49.635, 35.0),
        (80, 10, 112, 91.595, 85.667),
        (50, 5, 70, 89.735, 81.667),
    ],
)
def test_formulas(
    woorden: int, zinnen: int, lettergrepen: int, flesch: float, leesindex: float
) -> None:
    assert taal.flesch_douma(woorden, zinnen, lettergrepen) == pytest.approx(flesch, abs=5e-4)
    assert taal.leesindex_a(woorden, zinnen, lettergrepen) == pytest.approx(leesindex, abs=5e-4)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("klacht", 1), ("gemeente", 3), ("officiële", 5), ("reëel", 2), ("mooie", 2),
        ("nieuw", 1), ("bureau", 2), ("bellen", 2), ("wij", 1), ("uw", 1), ("eeuwig", 2),
        ("geïnteresseerd", 5), ("knieën", 2), ("yoghurt", 2), ("baby", 2), ("ruzie", 2),
        ("café", 2), ("2026", 1), ("nr", 1), ("Noordeinde", 3), ("ombudsman", 3),
    ],
)  # fmt: skip
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert taal.lettergrepen(woord) == aantal


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Wij bellen u. Dan praten wij.", ["Wij bellen u.", "Dan praten wij."]),
        ("Vraag naar J. de Vries. Zij helpt u.", ["Vraag naar J. de Vries.", "Zij helpt u."]),
        ("Mevr. S. Alberts belt u.", ["Mevr. S. Alberts belt u."]),
        ("Kom om 10.30 uur. Tot dan!", ["Kom om 10.30 uur.", "Tot dan!"]),
        ("Zie www.voorbeeld.nl voor meer.", ["Zie www.voorbeeld.nl voor meer."]),
        ("# Kop\nTekst. ", ["Kop", "Tekst."]),
        ("1. Wij bellen\n2. Wij praten", ["Wij bellen", "Wij praten"]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_zinnen(tekst: str, zinnen: list[str]) -> None:
    assert taal.zinnen(tekst) == zinnen


def test_a_phone_number_is_one_word_and_a_date_three() -> None:
    assert taal.woorden("Bel 14 0346.") == ["Bel", "14 0346"]
    assert taal.woorden("Bel 0800 - 33 55 555") == ["Bel", "0800 - 33 55 555"]
    assert len(taal.woorden("vrijdag 20 februari 2026")) == 4


def test_meet_counts_the_longest_and_the_mean() -> None:
    meting = taal.meet("Wij bellen u. Wij vragen wat u wilt.")
    assert (meting.woorden, meting.zinnen, meting.langste) == (8, 2, 5)
    assert meting.gemiddelde == 4.0


def test_an_empty_text_is_easy() -> None:
    assert taal.meet("").flesch_douma == 100.0


def _lijst() -> dict[str, tuple[str, str]]:
    tekst = bronnen().joinpath("woordenlijst.csv").read_text(encoding="utf-8")
    return taal.lees_woordenlijst(tekst)


def test_the_word_list_is_complete() -> None:
    lijst = _lijst()
    assert len(lijst) == 117
    assert lijst["verdaging"][0] == "wij hebben meer tijd nodig"
    assert "horen" in lijst


def test_difficult_words_are_found_whole_and_longest_first() -> None:
    gevonden = taal.moeilijke_woorden(
        "Indien u klaagt, toetsen wij binnen de gestelde termijn. Indiening mag.", _lijst()
    )
    assert [g.woord for g in gevonden] == ["Indien", "toetsen", "binnen de gestelde termijn"]
    assert gevonden[0].gewoon == "als"


def test_allowed_words_are_left_alone() -> None:
    assert not taal.moeilijke_woorden("Uw klacht is gegrond.", _lijst(), toegestaan=["gegrond"])


@given(st.text())
def test_any_text_can_be_measured(tekst: str) -> None:
    meting = taal.meet(tekst)
    assert meting.lettergrepen >= meting.woorden or not meting.woorden
    assert sum(meting.lengtes) == meting.woorden
