"""Nothing typed on the dossier page is lost: not by leaving, not by closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.typwacht import achtergebleven
from tests.ui.conftest import Logboek
from tests.ui.dossier.conftest import Werker

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


BRIEF = "ontvangstbevestiging"
Heropen = Callable[[], DossierPage]


@pytest.fixture
def heropen(qtbot: QtBot, runner: Runner, navigatie: Logboek) -> Iterator[Heropen]:
    """Another window after this one, as after a start anew."""
    paginas: list[DossierPage] = []

    def maak() -> DossierPage:
        pagina = DossierPage(runner, navigatie)
        qtbot.addWidget(pagina)
        paginas.append(pagina)
        return pagina

    yield maak
    for pagina in paginas:
        pagina.sluit()


def _rust(qtbot: QtBot, pagina: DossierPage) -> None:
    qtbot.waitUntil(lambda: pagina.beeld is not None and pagina.runner.is_rustig, timeout=10_000)


def _bestanden() -> list[Path]:
    return list(paths.dossierconceptenmap().glob("*.json"))


def test_een_notitie_wacht_terwijl_men_een_ander_dossier_bekijkt(
    youssef: str, evi: str, werker: Werker
) -> None:
    werker.open(youssef)
    veld = werker.pagina.werkblad.tijdlijn.veld
    veld.setText("Terugbellen na drie uur")
    werker.open(evi)
    assert veld.text() == ""
    werker.open(youssef)
    assert veld.text() == "Terugbellen na drie uur"


def test_sluiten_bewaart_en_het_volgende_venster_toont_het(
    youssef: str, evi: str, werker: Werker, heropen: Heropen, qtbot: QtBot
) -> None:
    werker.open(evi)
    werker.pagina.werkblad.balk.kies("oordeel")
    oordeel = werker.pagina.werkblad.tabs["oordeel"]
    assert isinstance(oordeel, OordeelTab)
    oordeel.bewerk()
    oordeel.formulieren[0].bevinding.zet_waarde("Wij vonden de map.")
    werker.open(youssef)
    werker.pagina.werkblad.tijdlijn.veld.setText("Nog niet bewaard")
    feiten = werker.pagina.werkblad.tabs["klacht"]
    assert isinstance(feiten, Feitenblad)
    feiten.bewerk()
    feiten.veld("onderwerp").zet_waarde("Half getypt")
    assert werker.pagina.mag_weg()  # it is safe: nobody needs to be asked
    werker.pagina.sluit()
    gebleven = {stuk.kenmerk for stuk in achtergebleven(werker.pagina.runner)}
    assert gebleven == {evi, youssef}

    pagina = heropen()
    pagina.toon(youssef)
    _rust(qtbot, pagina)
    terug = pagina.werkblad.tabs["klacht"]
    assert isinstance(terug, Feitenblad)
    assert terug.bewerkt
    assert terug.anders() == {"onderwerp": "Half getypt"}
    assert pagina.werkblad.tijdlijn.veld.text() == "Nog niet bewaard"
    assert "Wat u typte staat er nog." in pagina.hervat.tekst()
    terug.bewaar()
    _rust(qtbot, pagina)
    pagina.werkblad.tijdlijn.veld.clear()
    pagina.toon(evi)
    _rust(qtbot, pagina)
    delen = pagina.werkblad.tabs["oordeel"]
    assert isinstance(delen, OordeelTab)
    assert delen.formulieren[0].bevinding.waarde() == "Wij vonden de map."
    delen.bewaar()
    _rust(qtbot, pagina)
    pagina.typwacht.kijk()
    assert _bestanden() == []


def test_een_half_formulier_gaat_verder_en_is_na_bewaren_weg(
    youssef: str, werker: Werker, heropen: Heropen, qtbot: QtBot
) -> None:
    werker.open(youssef)
    werker.pagina.open_handeling("noteer")
    assert not werker.venster.getypt
    werker.venster.formulier.vul({"toelichting": "Half verhaal"})
    werker.pagina.sluit()
    pagina = heropen()
    pagina.toon(youssef)
    _rust(qtbot, pagina)
    assert "Notitie toevoegen" in pagina.hervat.tekst()
    pagina.hervat.verder.emit(pagina.uitvoering.te_hervatten(youssef))
    venster = pagina.uitvoering.venster
    assert venster is not None
    assert venster.invoer() == {"toelichting": "Half verhaal"}
    venster.bevestig()
    _rust(qtbot, pagina)
    pagina.typwacht.kijk()
    assert _bestanden() == []


def test_een_halve_brief_gaat_verder_met_alles_wat_getypt_was(
    youssef: str, werker: Werker, heropen: Heropen, qtbot: QtBot
) -> None:
    werker.open(youssef)
    werker.pagina.open_brief(BRIEF)
    werker.pagina.bureau.vragen.vul({"omschrijving": "U belde drie keer."})
    # Drawn as typed: these windows share a runner, and of two drawings the last one counts.
    qtbot.waitUntil(werker.pagina.bureau.knop.isEnabled, timeout=10_000)
    werker.rust()
    werker.pagina.sluit()
    pagina = heropen()
    pagina.toon(youssef)
    _rust(qtbot, pagina)
    assert "Ontvangstbevestiging" in pagina.hervat.tekst()
    pagina.hervat.brief.emit(pagina.bureau.concepten.te_hervatten(youssef))
    _rust(qtbot, pagina)
    assert pagina.op_bureau
    assert pagina.bureau.vragen.antwoorden() == {"omschrijving": "U belde drie keer."}
    pagina.bureau.kaart.leg_klaar.emit()
    _rust(qtbot, pagina)
    pagina.ververs()
    _rust(qtbot, pagina)
    assert pagina.beeld is not None
    (liggend,) = klaarliggend(pagina.beeld.dossier)
    pagina.typwacht.kijk()
    assert _bestanden() == []
    pagina.open_document(liggend.id)
    _rust(qtbot, pagina)
    pagina.bureau.kaart.reden.zet_waarde("De klager belde al")
    pagina.sluit()

    derde = heropen()
    derde.toon(youssef)
    _rust(qtbot, derde)
    derde.hervat.brief.emit(derde.bureau.concepten.te_hervatten(youssef))
    _rust(qtbot, derde)
    assert derde.bureau.kaart.reden.waarde() == "De klager belde al"
    derde.bureau.kaart.leg_weg.emit()
    _rust(qtbot, derde)
    derde.typwacht.kijk()
    assert _bestanden() == []


def test_een_venster_dat_nog_open_is_houdt_zijn_tekst(
    youssef: str, werker: Werker, heropen: Heropen, qtbot: QtBot
) -> None:
    werker.open(youssef)
    werker.pagina.werkblad.tijdlijn.veld.setText("Van mij")
    assert werker.pagina.typwacht.bewaar_nu()
    pagina = heropen()
    pagina.toon(youssef)
    _rust(qtbot, pagina)
    assert pagina.werkblad.tijdlijn.veld.text() == ""
    assert achtergebleven(werker.pagina.runner) == ()
