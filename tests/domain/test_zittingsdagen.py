"""Days proposed for a hearing: lawful, on a werkdag, with time before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Kanaal, Soort, Status, Vorm
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.dossiertermijn import uiterste_datum
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.zittingsdagen import RUIMTE, RUIMTE_COMMISSIE, UITNODIGING, voorstel

KADER = Kader(Kalender(gelijkgesteld=frozenset({date(2026, 5, 15)})), Normen())
D = Dossier(
    "u", "K2026-0094", Soort.KLACHT, Status.FORMEEL, date(2026, 3, 2), Kanaal.BRIEF,
    Vorm.SCHRIFTELIJK, "Niet teruggebeld.",
)  # fmt: skip


@given(
    ontvangen=st.dates(date(2023, 6, 1), date(2028, 9, 1)),
    dagen=st.integers(0, 80),
    commissie=st.booleans(),
)
def test_every_day_is_lawful(ontvangen: date, dagen: int, commissie: bool) -> None:
    dossier = replace(D, ontvangen_op=ontvangen, commissie=commissie)
    vandaag = ontvangen + timedelta(days=dagen)
    gevonden = voorstel(dossier, KADER, vandaag)
    einde = uiterste_datum(dossier, KADER)
    assert einde is not None
    ruimte = RUIMTE_COMMISSIE if commissie else RUIMTE
    for dag in gevonden.dagen:
        assert KADER.kalender.reden(dag) is None
        assert vandaag + timedelta(days=UITNODIGING) <= dag <= einde
        assert gevonden.krap or dag <= einde - timedelta(days=ruimte)
    assert list(gevonden.dagen) == sorted(set(gevonden.dagen))
    assert len(gevonden.dagen) <= 3
    assert gevonden.uitleg.endswith(".")


def test_three_days_apart_when_there_is_time() -> None:
    gevonden = voorstel(D, KADER, date(2026, 3, 5))
    assert gevonden.dagen == (date(2026, 3, 13), date(2026, 3, 17), date(2026, 3, 19))
    assert "2 weken over" in gevonden.uitleg
    assert not gevonden.krap


def test_feestdagen_are_skipped() -> None:
    hemelvaart = replace(D, ontvangen_op=date(2026, 4, 20))
    assert voorstel(hemelvaart, KADER, date(2026, 5, 7)).dagen[0] == date(2026, 5, 18)


def test_a_day_that_was_planned_before_is_not_proposed_again() -> None:
    plan = Gebeurtenis(
        G.HOREN_GEPLAND, date(2026, 3, 4), datetime(2026, 3, 4, 9), "r",
        {"zitting_op": "2026-03-13"},
    )  # fmt: skip
    opnieuw = replace(D, status=Status.HOREN, gebeurtenissen=(plan,))
    assert date(2026, 3, 13) not in voorstel(opnieuw, KADER, date(2026, 3, 5)).dagen


def test_when_time_is_short_it_says_so() -> None:
    krap = voorstel(D, KADER, date(2026, 3, 30))
    assert krap.krap
    assert krap.dagen
    assert "verdagen" in krap.uitleg
    te_laat = voorstel(D, KADER, date(2026, 4, 9))
    assert not te_laat.dagen
    assert "past geen gesprek meer" in te_laat.uitleg


def test_a_longer_norm_for_the_invitation_counts_a_shorter_does_not() -> None:
    def eerste(aantal: int) -> date:
        norm = Norm(aantal, Eenheid.KALENDERDAG)
        kader = replace(KADER, normen=Normen(uitnodiging_hoorzitting=norm))
        return voorstel(D, kader, date(2026, 3, 3)).dagen[0]

    assert eerste(10) == date(2026, 3, 13)
    assert eerste(2) == eerste(7) == date(2026, 3, 11)  # the klager has answered by then
