"""Whole klachten from the first day to the last, through the buttons of the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Status
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from tests.ui.dossier.conftest import Wandklok, Werker

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_youssef_wordt_samen_geholpen(youssef: str, werker: Werker, tmp_path: Path) -> None:
    werker.open(youssef)
    assert werker.beeld.stap is not None
    assert werker.beeld.stap.handeling == "wijs_behandelaar_toe"
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    assert werker.dossier.behandelaar is not None
    assert werker.beeld.stap.handeling == "leg_gesprek_vast"
    werker.doe_stap(
        manier="telefoon", bereikt="ja", wens="excuses", afspraak="Wij leggen de brief uit."
    )
    werker.verstuur("ontvangstbevestiging")
    assert (tmp_path / "papier.pdf").stat().st_size > 1_000
    werker.doe_stap()
    assert werker.dossier.status is Status.INFORMEEL
    werker.doe(
        "klager_tevreden", hoe="telefoon", afspraak="P. Yılmaz legde de brief uit aan de balie."
    )
    werker.verstuur("afsluitbrief-informeel")
    werker.doe_stap()
    assert werker.dossier.status is Status.AFGEHANDELD
    assert werker.dossier.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST
    assert werker.beeld.stap is None
    assert werker.pagina.stapbalk.knop.isHidden()
    soorten = [d.soort for d in werker.dossier.documenten]
    assert soorten == ["ontvangstbevestiging", "afsluitbrief-informeel"]
    assert all(d.verzonden_op == date(2026, 11, 24) for d in werker.dossier.documenten)


def test_evi_krijgt_een_brief_met_een_oordeel(evi: str, werker: Werker, klok: Wandklok) -> None:
    klok.zet(10, 15)
    werker.open(evi)
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja", wens="officiële brief")
    werker.verstuur("ontvangstbevestiging")
    werker.doe("start_formeel", reden="wens klager")
    werker.verstuur_wat_moet()
    werker.doe_stap(zitting_op="2026-10-20", vorm="driegesprek", tijd="10.00 uur")
    werker.verstuur_wat_moet(
        aanwezig="Mevrouw P. Yılmaz",
        samen="ja",
        plaats="het gemeentehuis, kamer 4",
        antwoord_voor="2026-10-19",
    )
    klok.zet(10, 20)
    werker.pagina.ververs()
    werker.rust()
    werker.doe_stap(klager_gehoord="ja", beklaagde_gehoord="ja")
    werker.doe_stap(toelichting="Beiden vertelden hun verhaal.")
    werker.verstuur_wat_moet()
    assert werker.dossier.status is Status.OORDEEL
    _schrijf_oordeel(werker)
    werker.doe_stap(conclusies="Wij bieden u onze excuses aan.")
    while werker.beeld.stap and werker.beeld.stap.handeling == "leg_gesprek_vast":
        werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.verstuur("afdoeningsbrief")
    werker.doe_stap(ondertekenaar="H. de Boer", ondertekenaar_niet_betrokken="ja")
    assert werker.dossier.status is Status.AFGEHANDELD
    assert werker.dossier.oordeel is Oordeel.GEGROND
    afschrift = werker.dossier.brief_verzonden("afschrift-beklaagde")
    assert afschrift is not None
    assert afschrift.gegevens["kanaal"] == "intern"
    werker.doe("heropen", reden="niet tevreden", toelichting="Mevrouw belde.")
    assert werker.dossier.status is Status.HEROPEND


def _schrijf_oordeel(werker: Werker) -> None:
    """Write down the parts in the tab, as a behandelaar would."""
    werker.pagina.werkblad.balk.kies("oordeel")
    tab = werker.pagina.werkblad.tabs["oordeel"]
    assert isinstance(tab, OordeelTab)
    werker.klik(tab.bewerk_knop)
    formulier = tab.formulieren[0]
    assert formulier.omschrijving.waarde() == "Aanvraag uitkering kwijtgeraakt"
    formulier.bevinding.zet_waarde("De aanvraag lag in een verkeerde map.")
    formulier.oordeel.zet_waarde("gegrond")
    formulier.verbeterpunt.zet_waarde("Wij scannen elke aanvraag dezelfde dag")
    formulier.klaar_op.zet_waarde("2026-12-01")
    formulier.gewijzigd.emit()
    assert "gegrond" in tab.totaal.text()
    werker.klik(tab.bewaar_knop)
    werker.rust()
    assert not tab.bewerkt
    assert werker.dossier.onderdelen[0].oordeel is Oordeel.GEGROND
