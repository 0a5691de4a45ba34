"""What is not for us: both letters on one day (2:3), a bezwaar (6:15), a later start (2:24)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Status
from tests.ui.wandelingen.kantoor import Kantoor
from tests.ui.wandelingen.zaken import (
    KEES,
    KLAGER,
    Brieven,
    bij_vraag,
    geweigerd,
    leg_bureau_weg,
    maak_brief,
    neem_op,
    verstuur_brief,
    wet,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
VANDAAG = date(2026, 11, 24)
WATERSCHAP = {
    "instantie_naam": "Waterschap De Dijk", "instantie_adres": "Postbus 250",
    "instantie_postcode": "1700 AG", "instantie_plaats": "Heerhugowaard",
    "instantie_telefoon": "072 582 82 82",
}  # fmt: skip
AAN_HET_WATERSCHAP = ["Waterschap De Dijk", "Postbus 250", "1700 AG HEERHUGOWAARD"]


def test_doorzenden_met_beide_brieven_op_een_dag(kantoor: Kantoor) -> None:
    kenmerk = neem_op(kantoor)
    zin = geweigerd(kantoor, "zend_door", bestuursorgaan="Waterschap De Dijk")
    assert "De andere organisatie krijgt alles met een brief" in zin
    assert "Laat ook de afzender weten dat u dit doorstuurt, op dezelfde dag" in zin

    verstuur_brief(kantoor, "doorzending-klager", **WATERSCHAP)
    assert "print de brief voor de andere organisatie" in kantoor.stap
    assert "dezelfde dag" in kantoor.stap
    kantoor.foto("een-brief-weg")
    kantoor.werker.verstuur("doorzending-instantie")
    assert "sluit het dossier af" in kantoor.stap.lower()
    kantoor.werker.doe_stap()
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.DOORGEZONDEN
    assert kantoor.werker.beeld.stap is None
    kantoor.foto("dicht")

    brieven = Brieven(kantoor, kenmerk)
    assert brieven.soorten == ("doorzending-klager", "doorzending-instantie")
    brieven.toets(
        "doorzending-klager", KLAGER, VANDAAG,
        "Waterschap De Dijk, Postbus 250, 1700 AG Heerhugowaard", "072 582 82 82",
    )  # fmt: skip
    brieven.toets(
        "doorzending-instantie", AAN_HET_WATERSCHAP, VANDAAG,
        "Op dinsdag 24 november 2026 kregen wij", "De heer K. Klock, Vogelweg 66, 1234 CD",
    )  # fmt: skip
    assert kantoor.fouten() == []


def test_de_tweede_brief_een_dag_later_vraagt_waarom(kantoor: Kantoor) -> None:
    neem_op(kantoor)
    verstuur_brief(kantoor, "doorzending-klager", **WATERSCHAP)
    kantoor.dag(date(2026, 11, 25))
    assert "1 dag te laat" in kantoor.stap
    maak_brief(kantoor, "doorzending-instantie")
    waarom = "Beide brieven gaan op dezelfde dag weg"
    kantoor.wacht_op(lambda: waarom in bij_vraag(kantoor, "andere_dag_reden"))
    kantoor.foto("andere-dag")
    leg_bureau_weg(kantoor)


def test_een_bezwaar_gaat_naar_wie_erover_beslist(kantoor: Kantoor) -> None:
    kenmerk = neem_op(kantoor)
    verstuur_brief(
        kantoor, "doorgeleiding-klager",
        stuk="bezwaar", behandelt="de bezwaarcommissie van onze gemeente",
    )  # fmt: skip
    assert "sluit het dossier af" in kantoor.stap.lower()
    kantoor.werker.doe_stap()
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.DOORGELEID_ALS_BEZWAAR
    kantoor.foto("dicht")
    Brieven(kantoor, kenmerk).toets(
        "doorgeleiding-klager", KLAGER, VANDAAG,
        "bezwaar", "dinsdag 24 november 2026", "de bezwaarcommissie van onze gemeente",
    )  # fmt: skip
    assert kantoor.fouten() == []


def test_via_een_verkeerd_kanaal_begint_de_termijn_pas_als_de_klager_het_weet(
    kantoor: Kantoor,
) -> None:
    """Art. 2:24 Awb: received on Friday in the wrong mailbox, passed on on Tuesday."""
    kenmerk = neem_op(kantoor, replace(KEES, kanaal="e-mail", ontvangen_op="2026-11-20"))
    assert wet(kantoor, "afdoening") == date(2027, 1, 4)  # 1 January is a feestdag
    verstuur_brief(kantoor, "start-termijn", doorgeleid_op=VANDAAG.isoformat())
    assert wet(kantoor, "afdoening") == date(2027, 1, 4)
    zin = geweigerd(kantoor, "laat_later_beginnen", doorgeleid_op="2026-11-23")
    assert "In de brief staat 24 november 2026. Alleen die dag telt." in zin
    assert "leg vast vanaf welke dag de termijn loopt" in kantoor.stap
    kantoor.werker.doe_stap(doorgeleid_op=VANDAAG.isoformat())
    assert wet(kantoor, "afdoening") == date(2027, 1, 5)
    kantoor.foto("later-begonnen")
    Brieven(kantoor, kenmerk).toets("start-termijn", KLAGER, VANDAAG, "24 november 2026")
    assert kantoor.fouten() == []
