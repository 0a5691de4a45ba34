"""Not handled (art. 9:8 Awb): on the last day of the four weeks, and what one reads a day later."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Status
from tests.ui.wandelingen.kantoor import Kantoor
from tests.ui.wandelingen.zaken import (
    KLAGER,
    Brieven,
    bij_vraag,
    geweigerd,
    leg_bureau_weg,
    maak_brief,
    neem_op,
    spreek_en_bevestig,
    verstuur_brief,
    wet,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
LAATSTE_DAG = date(2026, 12, 22)  # four weeks after Tuesday 24 November
GROND = {
    "grond": "c",
    "uitleg": "U kreeg op 18 november een besluit over uw uittreksel.",
    "bezwaar_voor": "2026-12-30",
}


def test_op_de_laatste_dag_van_vier_weken(kantoor: Kantoor) -> None:
    kenmerk = neem_op(kantoor)
    spreek_en_bevestig(kantoor)
    assert wet(kantoor, "niet_in_behandeling") == LAATSTE_DAG
    kantoor.dag(LAATSTE_DAG)
    zin = geweigerd(kantoor, "neem_niet_in_behandeling", grond="c", ombudsman_vermeld="ja")
    assert "in een brief, met de reden en de ombudsman" in zin
    assert "art. 9:8 lid 3 Awb" in zin

    verstuur_brief(kantoor, "niet-in-behandeling", **GROND)
    assert "sluit het dossier af" in kantoor.stap.lower()
    kantoor.werker.doe_stap()
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.NIET_IN_BEHANDELING
    assert kantoor.dossier.oordeel is Oordeel.GEEN_OORDEEL
    assert kantoor.werker.beeld.stap is None
    kantoor.foto("dicht")

    brieven = Brieven(kantoor, kenmerk)
    assert brieven.soorten == ("ontvangstbevestiging", "niet-in-behandeling")
    brieven.toets(
        "niet-in-behandeling", KLAGER, LAATSTE_DAG,
        "30 december 2026", "Nationale ombudsman", "22 december 2027", "A. van Egdom",
    )  # fmt: skip
    assert kantoor.fouten() == []


def test_een_dag_later_staat_er_waarom_het_niet_meer_kan(kantoor: Kantoor) -> None:
    neem_op(kantoor)
    spreek_en_bevestig(kantoor)
    kantoor.dag(date(2026, 12, 23))
    maak_brief(kantoor, "niet-in-behandeling", **GROND)
    kantoor.wacht_op(lambda: "22 december 2026" in bij_vraag(kantoor, "te_laat_reden"))
    assert "Behandel de klacht" in bij_vraag(kantoor, "te_laat_reden")
    assert not kantoor.dossierblad.bureau.knop.isEnabled()
    kantoor.foto("te-laat")
    leg_bureau_weg(kantoor)
    zin = geweigerd(
        kantoor, "neem_niet_in_behandeling",
        grond="c", ombudsman_vermeld="ja", brief_op="2026-12-23",
    )  # fmt: skip
    assert "Dit moest uiterlijk 22 december 2026 aan de klager worden verteld" in zin
    assert kantoor.dossier.is_open
    assert kantoor.stap.startswith("Volgende stap: start de formele behandeling")
