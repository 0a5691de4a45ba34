"""Own norms: counting, storing, refusing."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.norm import MAXIMUM, lees_norm
from klachtenapp.domain.normen import OMSCHRIJVINGEN, Eenheid, Norm, Normen
from klachtenapp.errors import RegelFout

NORMEN = st.builds(Norm, st.integers(0, MAXIMUM), st.sampled_from(Eenheid), st.booleans())
WOENSDAG = date(2026, 10, 14)


def test_the_defaults_of_the_practice() -> None:
    assert Normen().als_tekst() == {
        "eerste_telefonisch_contact": "1 werkdag",
        "eerste_contact_alarm": "3 kalenderdagen",
        "eerste_reactie": "4 uur (uit)",
        "ontvangstbevestiging": "2 werkdagen",
        "afschrift_beklaagde": "5 werkdagen",
        "voortgangsbericht": "14 kalenderdagen",
        "afdoening_streef": "21 kalenderdagen",
        "afhandeling_overig": "42 kalenderdagen",
        "doorzenden": "2 werkdagen",
        "uitnodiging_hoorzitting": "7 kalenderdagen",
        "antwoordtermijn_horen": "7 kalenderdagen",
        "antwoordtermijn_aanvulling": "14 kalenderdagen",
        "bedenktijd_informeel": "14 kalenderdagen",
        "waarschuwing_termijn": "14, 7, 3",
        "bellen_voor_brief": "aan",
        "terugkoppeling_verbeterpunt": "aan",
        "tevredenheidsenquete": "uit",
        "attentie": "uit",
    }


def test_every_norm_has_a_label_and_an_explanation() -> None:
    assert list(OMSCHRIJVINGEN) == [veld.name for veld in fields(Normen)]
    assert all(label and uitleg for label, uitleg in OMSCHRIJVINGEN.values())


@given(NORMEN)
def test_a_norm_is_read_back_as_it_was_written(norm: Norm) -> None:
    assert lees_norm(norm.tekst) == norm


@given(NORMEN, st.sets(st.integers(1, MAXIMUM)), st.booleans())
def test_all_norms_are_read_back(norm: Norm, dagen: set[int], bellen: bool) -> None:
    normen = replace(
        Normen(),
        ontvangstbevestiging=norm,
        waarschuwing_termijn=tuple(sorted(dagen, reverse=True)),
        bellen_voor_brief=bellen,
    )
    assert Normen.uit_tekst(normen.als_tekst()) == normen


def test_a_missing_key_keeps_its_default() -> None:
    assert Normen.uit_tekst({}) == Normen()
    normen = Normen.uit_tekst({"ontvangstbevestiging": "3 weken"})
    assert normen.ontvangstbevestiging == Norm(21, Eenheid.KALENDERDAG)


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("ontvangstbevestiging", "twee dagen"),
        ("ontvangstbevestiging", "2"),
        ("ontvangstbevestiging", "-2 werkdagen"),
        ("ontvangstbevestiging", "400 kalenderdagen"),
        ("ontvangstbevestiging", "60 weken"),
        ("ontvangstbevestiging", ""),
        ("waarschuwing_termijn", "14, zeven"),
        ("waarschuwing_termijn", "0"),
        ("bellen_voor_brief", "misschien"),
        ("snelheid", "1 werkdag"),
    ],
)
def test_a_wrong_value_is_refused_by_key(naam: str, tekst: str) -> None:
    with pytest.raises(RegelFout) as fout:
        Normen.uit_tekst({naam: tekst})
    assert fout.value.veld == naam


def test_first_contact_has_an_aim_and_an_alarm(kalender: Kalender) -> None:
    norm = Normen().termijn("eerste_telefonisch_contact", WOENSDAG, kalender)
    assert norm is not None
    assert norm.uiterste_datum == date(2026, 10, 15)
    assert norm.alarm == date(2026, 10, 17)
    assert norm.uitleg == (
        "eigen norm: 1 werkdag na wo 14 okt 2026 = do 15 okt 2026; alarm na za 17 okt 2026"
    )


def test_an_alarm_never_comes_before_the_aim(kalender: Kalender) -> None:
    # Received on Maundy Thursday: the first werkdag is the Tuesday after Easter.
    norm = Normen().termijn("eerste_telefonisch_contact", date(2026, 4, 2), kalender)
    assert norm is not None
    assert norm.uiterste_datum == norm.alarm == date(2026, 4, 7)


def test_a_norm_that_is_off_gives_no_date(kalender: Kalender) -> None:
    assert Normen().termijn("eerste_reactie", WOENSDAG, kalender) is None


def test_a_switch_has_no_date(kalender: Kalender) -> None:
    with pytest.raises(TypeError):
        Normen().termijn("attentie", WOENSDAG, kalender)


@pytest.mark.parametrize(
    ("norm", "verwacht"),
    [
        (Norm(4, Eenheid.UUR), date(2026, 11, 30)),  # received on Saturday: Monday
        (Norm(8, Eenheid.UUR), date(2026, 11, 30)),
        (Norm(9, Eenheid.UUR), date(2026, 12, 1)),
        (Norm(2, Eenheid.WERKDAG), date(2026, 12, 1)),
        (Norm(3, Eenheid.KALENDERDAG), date(2026, 12, 1)),
    ],
)
def test_the_unit_matters(kalender: Kalender, norm: Norm, verwacht: date) -> None:
    assert norm.na(date(2026, 11, 28), kalender) == verwacht


def test_norms_do_not_follow_the_atw(kalender: Kalender) -> None:
    # 15 May 2026 is gelijkgesteld: a legal term would shift, a norm does not.
    assert Norm(1, Eenheid.WERKDAG).na(date(2026, 5, 14), kalender) == date(2026, 5, 15)
    assert Norm(1, Eenheid.KALENDERDAG).na(date(2026, 5, 15), kalender) == date(2026, 5, 16)
