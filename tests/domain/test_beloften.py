"""What we promise on paper: one day for one promise, and never a day that has gone."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import Kanaal, Soort, Status, Vorm
from klachtenapp.domain.beloften import contact
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen

KADER = Kader(Kalender(), Normen())
DINSDAG = date(2026, 11, 24)


def _dossier(ontvangen: date) -> Dossier:
    return Dossier(
        uid="",
        kenmerk="K2026-0001",
        soort=Soort.KLACHT,
        status=Status.ONTVANGEN,
        ontvangen_op=ontvangen,
        kanaal=Kanaal.BALIE,
        vorm=Vorm.MONDELING,
        omschrijving="Niet teruggebeld.",
    )


def test_letter_and_stappenplan_of_one_day_promise_the_same_call() -> None:
    dossier = _dossier(DINSDAG)
    assert contact(dossier, KADER, DINSDAG) == contact(dossier, KADER) == date(2026, 11, 25)


def test_a_day_that_the_letter_cannot_reach_is_not_promised() -> None:
    maandag = date(2026, 11, 23)
    assert contact(_dossier(maandag), KADER, DINSDAG) == date(2026, 11, 26)


def test_a_promise_falls_on_a_werkdag() -> None:
    vrijdag = date(2026, 11, 20)
    assert contact(_dossier(vrijdag), KADER, vrijdag) == date(2026, 11, 23)
