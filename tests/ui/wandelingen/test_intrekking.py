"""Kees withdraws his klacht: nothing closes without his letter, and afterwards nobody calls him."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Status
from tests.ui.wandelingen.kantoor import Kantoor
from tests.ui.wandelingen.zaken import (
    KLAGER,
    Brieven,
    geweigerd,
    neem_op,
    spreek_en_bevestig,
    verstuur_brief,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_kees_trekt_zijn_klacht_in(kantoor: Kantoor) -> None:
    kenmerk = neem_op(kantoor)
    spreek_en_bevestig(kantoor)
    dag = date(2026, 12, 1)
    kantoor.dag(dag)
    assert "Bevestig de intrekking met een brief" in geweigerd(kantoor, "trek_in", vorm="telefoon")
    assert kantoor.dossier.is_open

    verstuur_brief(
        kantoor, "bevestiging-intrekking", ingetrokken_op=dag.isoformat(), vorm="telefoon"
    )
    assert "sluit het dossier af" in kantoor.stap.lower()
    kantoor.foto("brief-weg")
    kantoor.werker.doe_stap()
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.INGETROKKEN
    assert kantoor.dossier.oordeel is Oordeel.GEEN_OORDEEL
    assert kantoor.dossier.gebeurtenissen[-1].gegevens["bevestigd_op"] == dag.isoformat()
    assert kantoor.werker.beeld.stap is None
    kantoor.foto("dicht")

    brieven = Brieven(kantoor, kenmerk)
    assert brieven.soorten == ("ontvangstbevestiging", "bevestiging-intrekking")
    brieven.toets("ontvangstbevestiging", KLAGER, date(2026, 11, 24), "dinsdag 5 januari 2027")
    brieven.toets("bevestiging-intrekking", KLAGER, dag, "1 december 2026", "aan de telefoon")
    assert kantoor.fouten() == []
