"""What is kept of the copies: enough to go back to, and never everything at once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.bewaarschema import (
    BEWAARTIJD,
    DAGEN,
    MAANDEN,
    UREN,
    WEKEN,
    Kopiekeuze,
    Kopienaam,
    Soortkopie,
    bijzondere_te_bewaren,
    is_voor_versie,
    lees_naam,
    te_bewaren,
)
from klachtenapp.errors import RegelFout

_MOMENTEN = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2029, 12, 31)).map(
        lambda m: m.replace(microsecond=0)
    ),
    max_size=200,
)
_VANDAAG = date(2026, 11, 24)


@given(_MOMENTEN, st.dates(date(2020, 1, 1), date(2029, 12, 31)))
def test_the_newest_stays_and_there_are_never_too_many(
    momenten: list[datetime], vandaag: date
) -> None:
    blijft = te_bewaren(momenten, vandaag)
    assert blijft <= set(momenten)
    assert len(blijft) <= DAGEN + WEKEN + MAANDEN + UREN
    if momenten:
        assert max(momenten) in blijft


@given(_MOMENTEN)
def test_keeping_again_removes_nothing_more(momenten: list[datetime]) -> None:
    blijft = te_bewaren(momenten, _VANDAAG)
    assert te_bewaren(blijft, _VANDAAG) == blijft


@given(_MOMENTEN)
def test_the_newest_of_each_of_the_last_periods_stays(momenten: list[datetime]) -> None:
    blijft = te_bewaren(momenten, _VANDAAG)
    for vak, hoeveel in ((datetime.date, DAGEN), (lambda m: (m.year, m.month), MAANDEN)):
        vakken = sorted({vak(m) for m in momenten}, reverse=True)[:hoeveel]
        for een in vakken:
            assert max(m for m in momenten if vak(m) == een) in blijft


def test_three_years_of_a_copy_every_quarter_of_an_hour_leave_a_few_dozen() -> None:
    momenten = [
        datetime(2023, 11, 24, 8) + timedelta(days=dag, minutes=15 * kwartier)
        for dag in range(1097)
        for kwartier in range(36)
    ]
    blijft = sorted(te_bewaren(momenten, _VANDAAG))
    vandaag = [m for m in blijft if m.date() == _VANDAAG]
    assert [m.hour for m in vandaag] == list(range(8, 17))
    eerder = [m for m in blijft if m.date() != _VANDAAG]
    assert len(eerder) == 13 + 6 + 22  # of today's week and month the newest is one of today
    assert eerder[0] == datetime(2024, 12, 31, 16, 45)


@given(
    st.text(min_size=1),
    st.sampled_from([Soortkopie.GEWOON, *BEWAARTIJD]),
    st.datetimes(),
    st.integers(0, 99),
)
def test_a_name_tells_what_was_put_in_it(
    stam: str, soort: Soortkopie, moment: datetime, nummer: int
) -> None:
    if moment.year < 1000:
        return
    naam = Kopienaam(stam, soort, moment.replace(microsecond=0), nummer)
    terug = lees_naam(naam.tekst)
    assert terug is not None
    assert terug.tekst == naam.tekst


@pytest.mark.parametrize(
    "tekst",
    ["register", "register_2026-02-30_090000", "_2026-02-03_090000", "register-voor-versie-3",
     "register_2026-11-24_090000 (1)", "register_2026-11-24_090000-0"],
)  # fmt: skip
def test_a_name_that_is_not_ours_is_not_read(tekst: str) -> None:
    assert lees_naam(tekst) is None


def test_names_sort_by_time_and_hold_nothing_a_disk_refuses() -> None:
    namen = [
        Kopienaam("r", Soortkopie.GEWOON, datetime(2026, 11, 24, uur), nummer).tekst
        for uur in (9, 10)
        for nummer in (0, 2)
    ]
    assert namen == sorted(namen)
    assert not set("".join(namen)) & set('<>:"/\\|?*')


@pytest.mark.parametrize("soort", BEWAARTIJD)
def test_what_came_before_something_large_stays_its_time(soort: Soortkopie) -> None:
    nu = datetime(2026, 11, 24, 9)
    jong, oud, ouder = nu - BEWAARTIJD[soort], nu - timedelta(days=400), nu - timedelta(days=900)
    assert bijzondere_te_bewaren(soort, [jong, oud, ouder], nu) == {jong}
    assert bijzondere_te_bewaren(soort, [oud, ouder], nu) == {oud}
    assert bijzondere_te_bewaren(soort, [], nu) == frozenset()


@pytest.mark.parametrize("minuten", [0, 4, 1441])
def test_a_strange_number_of_minutes_is_refused(minuten: int) -> None:
    with pytest.raises(RegelFout) as fout:
        Kopiekeuze(minuten)
    assert fout.value.veld == "minuten"


def test_the_copy_of_a_new_version_is_known_by_its_register() -> None:
    assert is_voor_versie("register-voor-versie-4", "register")
    assert not is_voor_versie("register-voor-versie-4", "ander")
    assert not is_voor_versie("register-voor-versie-", "register")
    assert not is_voor_versie("register", "register")
