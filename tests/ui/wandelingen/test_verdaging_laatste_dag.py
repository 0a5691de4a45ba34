"""Verdagen on the last day the law allows, with both notices; a day later it is over."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.wandelingen.kantoor import Kantoor
from tests.ui.wandelingen.zaken import (
    BEKLAAGDE,
    KLAGER,
    Brieven,
    geweigerd,
    neem_op,
    spreek_en_bevestig,
    wet,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
EINDE, DAG_LATER, NIEUW = date(2027, 1, 5), date(2027, 1, 6), date(2027, 2, 2)
REDEN = "Een getuige is pas volgende week terug."


def _formeel(kantoor: Kantoor) -> str:
    kenmerk = neem_op(kantoor)
    spreek_en_bevestig(kantoor)
    kantoor.werker.doe_stap(reden="wens klager")
    kantoor.werker.verstuur_wat_moet()
    return kenmerk


def test_op_de_laatste_dag_met_beide_berichten(kantoor: Kantoor) -> None:
    kenmerk = _formeel(kantoor)
    kantoor.dag(EINDE)
    assert "Verdagen kan nog tot en met 5 januari 2027" in kantoor.stap
    kantoor.foto("laatste-dag")
    zin = geweigerd(kantoor, "verdaag", reden=REDEN, tot="2027-02-03")
    assert "hoogstens 4 weken: tot en met 2 februari 2027" in zin

    kantoor.werker.doe("verdaag", reden=REDEN, tot=NIEUW.isoformat())
    assert wet(kantoor, "afdoening") == EINDE  # it counts once the klager was told
    assert "print de brief over de nieuwe datum voor de klager" in kantoor.stap
    kantoor.foto("verdaagd")
    kantoor.werker.verstuur("verdaging-klager")
    assert wet(kantoor, "afdoening") == NIEUW
    kantoor.werker.verstuur("verdaging-beklaagde")
    assert kantoor.stap.startswith("Volgende stap: nodig klager en beklaagde uit")
    assert "gedaan" in kantoor.poortregels()["verdaging"].lower()
    kantoor.foto("poort")
    assert "al verdaagd" in geweigerd(kantoor, "verdaag", reden=REDEN, tot="2027-02-10")

    brieven = Brieven(kantoor, kenmerk)
    datums = ("dinsdag 2 februari 2027", "Eerst was dat dinsdag 5 januari 2027", REDEN)
    brieven.toets("verdaging-klager", KLAGER, EINDE, *datums)
    woorden = brieven.toets("verdaging-beklaagde", BEKLAAGDE, EINDE, "2 februari 2027")
    assert "Vogelweg" not in woorden
    assert kantoor.fouten() == []


def test_een_dag_later_kan_het_niet_meer(kantoor: Kantoor) -> None:
    _formeel(kantoor)
    kantoor.dag(DAG_LATER)
    zin = geweigerd(kantoor, "verdaag", reden=REDEN, tot=NIEUW.isoformat())
    assert "De termijn eindigde op 5 januari 2027. Verdagen kan niet meer." in zin
    assert "Bel de klager, leg uit waarom het langer duurt" in zin
    assert wet(kantoor, "afdoening") == EINDE
    assert "dat het antwoord later komt" in kantoor.stap
    assert "1 dag te laat" in kantoor.stap
    kantoor.foto("te-laat")


def test_wie_de_brief_vergeet_leest_dat_de_verdaging_niet_geldt(kantoor: Kantoor) -> None:
    _formeel(kantoor)
    kantoor.dag(EINDE)
    kantoor.werker.doe("verdaag", reden=REDEN, tot=NIEUW.isoformat())
    kantoor.dag(DAG_LATER)
    assert "geldt de verdaging niet (art. 9:11 lid 2 Awb)" in kantoor.stap
    assert "verdaging" in kantoor.poortregels()
    assert "geldt de verdaging niet" in kantoor.poortregels()["verdaging"]
    kantoor.foto("poort")
