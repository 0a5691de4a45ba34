"""The words below the number of a tile."""

from __future__ import annotations

from datetime import date
from unittest.mock import sentinel

from klachtenapp.domain.urgentie import NOG_AFSLUITEN, Trap, Urgentie, van_datum
from klachtenapp.services.werkvoorraad import Werkregel
from klachtenapp.ui.werkvoorraad_model import toelichting

VANDAAG = date(2026, 11, 24)
MORGEN = van_datum(date(2026, 11, 25), VANDAAG)
BRIEF_UIT = Urgentie(Trap.DEZE_WEEK, VANDAAG, NOG_AFSLUITEN, "▲")


def _regels(*urgenties: Urgentie) -> list[Werkregel]:
    return [Werkregel(sentinel.dossier, sentinel.stap, urgentie) for urgentie in urgenties]


def test_deze_week_begint_met_de_eerste_datum() -> None:
    assert toelichting("deze_week", _regels(BRIEF_UIT, MORGEN)) == "eerst: morgen"


def test_zonder_datum_staat_er_wat_er_nog_moet() -> None:
    assert toelichting("deze_week", _regels(BRIEF_UIT)) == "nog afsluiten"
