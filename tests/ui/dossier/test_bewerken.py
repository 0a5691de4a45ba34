"""Facts are changed in place; two people at once lose nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from klachtenapp.domain.begrippen import Kanaal, Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services import behandelen, wijzigen, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.ui import messages
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from tests.ui.dossier.conftest import Werker

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def blad(werker: Werker, naam: str) -> Feitenblad:
    werker.pagina.werkblad.balk.kies(naam)
    tab = werker.pagina.werkblad.tabs[naam]
    assert isinstance(tab, Feitenblad)
    return tab


def collega_wijzigt(werker: Werker, **velden: str) -> None:
    dossier = werker.dossier
    wijziging = Wijziging(dossier.kenmerk, dossier.versie, velden)
    werker.bij_collega(lambda ctx: wijzigen.wijzig(ctx, wijziging))


def test_een_feit_wordt_gewijzigd_en_de_tab_blijft(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    werker.toets(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert tab.bewerkt
    tab.veld("onderwerp").zet_waarde("Niet teruggebeld over een brief")
    tab.veld("kanaal").zet_waarde("telefoon")
    werker.toets(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    werker.rust()
    assert not tab.bewerkt
    assert werker.dossier.onderwerp == "Niet teruggebeld over een brief"
    assert werker.dossier.kanaal is Kanaal.TELEFOON
    assert werker.pagina.werkblad.balk.huidig == "klacht"
    assert werker.navigatie.meldingen[-1] == "Gewijzigd."
    assert "onderwerp" in werker.pagina.werkblad.tijdlijn.lijst.regels()[-2].detail


def test_wat_niet_kan_staat_bij_zijn_veld(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("ontvangen_op").zet_waarde("2026-11-30")
    tab.bewaar()
    werker.rust()
    assert tab.bewerkt
    assert "toekomst" in tab.zin_bij("ontvangen_op")
    assert werker.dossier.ontvangen_op.day == 24


def test_twee_mensen_in_hetzelfde_veld_zien_beide_teksten(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("onderwerp").zet_waarde("Mijn tekst")
    collega_wijzigt(werker, onderwerp="Tekst van de collega", beklaagde="J. Bos")
    tab.bewaar()
    werker.rust()
    assert tab.bewerkt
    assert tab.veld("onderwerp").waarde() == "Mijn tekst"
    assert tab.botsing("onderwerp") == "Nu staat er: Tekst van de collega"
    tab.bewaar()
    werker.rust()
    assert not tab.bewerkt
    assert werker.dossier.onderwerp == "Mijn tekst"
    assert werker.dossier.beklaagde == "J. Bos"


def test_de_tekst_van_de_collega_kan_worden_overgenomen(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("onderwerp").zet_waarde("Mijn tekst")
    collega_wijzigt(werker, onderwerp="Tekst van de collega")
    tab.bewaar()
    werker.rust()
    tab.neem_over("onderwerp")
    tab.bewaar()
    werker.rust()
    assert werker.dossier.onderwerp == "Tekst van de collega"
    assert not tab.bewerkt


def test_een_ander_veld_van_een_collega_is_geen_conflict(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "personen")
    tab.bewerk()
    tab.veld("klager.telefoon").zet_waarde("0224 11 11 11")
    collega_wijzigt(werker, onderwerp="Anders")
    tab.bewaar()
    werker.rust()
    assert werker.dossier.klager.telefoon == "0224 11 11 11"
    assert werker.dossier.onderwerp == "Anders"


def test_vinkjes_zijn_ja_en_nee(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "personen")
    tab.bewerk()
    assert not tab.getypt
    tab.veld("klager.leest_moeilijk").zet_waarde("ja")
    tab.bewaar()
    werker.rust()
    assert werker.dossier.klager.leest_moeilijk
    assert "leest moeilijk" in werker.pagina.dossierkop.bijschrift.heel()
    tab.bewerk()
    tab.veld("klager.leest_moeilijk").zet_waarde("")
    tab.bewaar()
    werker.rust()
    assert not werker.dossier.klager.leest_moeilijk


def test_getypte_tekst_wacht_terwijl_men_een_ander_dossier_bekijkt(
    youssef: str, evi: str, werker: Werker
) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("omschrijving").zet_waarde("Half getypt")
    werker.open(evi)
    assert not tab.bewerkt
    assert werker.pagina.werkblad.getypt
    werker.open(youssef)
    assert tab.bewerkt
    assert tab.veld("omschrijving").waarde() == "Half getypt"


def test_verversen_laat_getypte_tekst_staan(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("omschrijving").zet_waarde("Half getypt")
    werker.collega("noteer", toelichting="Ik ben er ook.")
    werker.pagina.ververs()
    werker.rust()
    assert tab.veld("omschrijving").waarde() == "Half getypt"
    tab.bewaar()
    werker.rust()
    assert werker.dossier.omschrijving == "Half getypt"


def test_escape_vraagt_voor_getypte_tekst_verdwijnt(
    youssef: str, werker: Werker, monkeypatch: pytest.MonkeyPatch
) -> None:
    antwoorden = [False, True]
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: antwoorden.pop(0))
    werker.open(youssef)
    tab = blad(werker, "klacht")
    tab.bewerk()
    tab.veld("onderwerp").zet_waarde("Anders")
    werker.toets(Qt.Key.Key_Escape)
    assert tab.bewerkt
    werker.toets(Qt.Key.Key_Escape)
    assert not tab.bewerkt
    assert not antwoorden


def oordeeltab(werker: Werker) -> OordeelTab:
    werker.pagina.werkblad.balk.kies("oordeel")
    tab = werker.pagina.werkblad.tabs["oordeel"]
    assert isinstance(tab, OordeelTab)
    return tab


def met_delen(ctx: Context, kenmerk: str, *delen: Klachtonderdeel) -> None:
    nu = zoeken.dossier(ctx, kenmerk)
    behandelen.bewaar_onderdelen(ctx, kenmerk, nu.versie, delen)


def test_wat_een_collega_elders_deed_houdt_onderdelen_niet_op(evi: str, werker: Werker) -> None:
    werker.open(evi)
    tab = oordeeltab(werker)
    tab.bewerk()
    tab.formulieren[0].bevinding.zet_waarde("Wij vonden de map.")
    werker.collega("noteer", toelichting="Intussen gebeld.")
    tab.bewaar()
    werker.rust()
    assert not tab.bewerkt
    assert werker.dossier.onderdelen[0].bevinding == "Wij vonden de map."


def test_onderdelen_van_twee_mensen_gaan_samen_of_tonen_beide(evi: str, werker: Werker) -> None:
    een, twee = Klachtonderdeel("Wachten"), Klachtonderdeel("Toon")
    werker.bij_collega(lambda ctx: met_delen(ctx, evi, een, twee))
    werker.open(evi)
    tab = oordeeltab(werker)
    tab.bewerk()
    tab.formulieren[0].bevinding.zet_waarde("Twee uur gewacht.")
    tab.formulieren[1].bevinding.zet_waarde("Mijn bevinding.")
    collega = (
        replace(een, oordeel=Oordeel.GEGROND),
        replace(twee, bevinding="Die van de collega.", verbeterpunt="Training"),
        Klachtonderdeel("Erbij van de collega"),
    )
    werker.bij_collega(lambda ctx: met_delen(ctx, evi, *collega))
    tab.bewaar()
    werker.rust()
    assert tab.bewerkt
    voor, na, erbij = tab.formulieren
    assert voor.deel().oordeel is Oordeel.GEGROND
    assert voor.deel().bevinding == "Twee uur gewacht."
    assert na.deel().bevinding == "Mijn bevinding."
    assert na.deel().verbeterpunt == "Training"
    assert na.botsing("bevinding") == "Nu staat er: Die van de collega."
    assert erbij.deel().omschrijving == "Erbij van de collega"
    assert tab.teksten().startswith("collega (vandaag 09:30) heeft dit dossier intussen gewijzigd.")
    tab.bewaar()
    werker.rust()
    assert not tab.bewerkt
    assert [d.bevinding for d in werker.dossier.onderdelen] == [
        "Twee uur gewacht.",
        "Mijn bevinding.",
        "",
    ]
    assert werker.dossier.onderdelen[0].oordeel is Oordeel.GEGROND


def test_een_weggehaald_onderdeel_kan_ook_hier_weg(evi: str, werker: Werker) -> None:
    een, twee = Klachtonderdeel("Wachten"), Klachtonderdeel("Toon")
    werker.bij_collega(lambda ctx: met_delen(ctx, evi, een, twee))
    werker.open(evi)
    tab = oordeeltab(werker)
    tab.bewerk()
    tab.formulieren[0].bevinding.zet_waarde("Twee uur gewacht.")
    werker.bij_collega(lambda ctx: met_delen(ctx, evi, twee))
    tab.bewaar()
    werker.rust()
    assert "weggehaald" in tab.formulieren[0].botsing("omschrijving")
    tab.formulieren[0].weg.emit()
    tab.bewaar()
    werker.rust()
    assert [d.omschrijving for d in werker.dossier.onderdelen] == ["Toon"]


def test_een_onderdeel_erbij_en_weer_weg(evi: str, werker: Werker) -> None:
    werker.open(evi)
    werker.pagina.werkblad.balk.kies("oordeel")
    tab = werker.pagina.werkblad.tabs["oordeel"]
    assert isinstance(tab, OordeelTab)
    tab.bewerk()
    tab.voeg_toe_knop.click()
    assert len(tab.formulieren) == 2
    tab.formulieren[1].omschrijving.zet_waarde("Niet teruggebeld")
    tab.formulieren[1].oordeel.zet_waarde("ongegrond")
    tab.formulieren[0].oordeel.zet_waarde("gegrond")
    tab.formulieren[1].gewijzigd.emit()
    assert "deels gegrond" in tab.totaal.text()
    tab.formulieren[1].weg.emit()
    assert [f.accessibleName() for f in tab.formulieren] == ["Onderdeel 1"]
