"""Nothing typed on the dossier page is lost: not by leaving, not by closing, not by a kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import registreren
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier.typwacht import achtergebleven
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek
from tests.ui.dossier.conftest import Werker
from tests.ui.dossier.dossierproces import ZIN

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

WORTEL = Path(__file__).parents[3]
LETTERS = 90
HOOGSTENS_KWIJT = 2.0  # seconds

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
    assert achtergebleven(werker.pagina.runner) == (evi, youssef)

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


def test_kill_tijdens_typen_in_een_dossier(
    tmp_path: Path, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    register = tmp_path / "register.klachten"
    ctx = bootstrap.nieuw(register, Gemeente("Gemeente Voorbeeldstad"))
    kenmerk = registreren.registreer(ctx, maak_aanmelding(ontvangen_op=ctx.vandaag)).kenmerk
    bootstrap.sluit(ctx)
    omgeving = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(WORTEL),
        "XDG_DATA_HOME": str(tmp_path),
    }
    opdracht = [sys.executable, "-m", "tests.ui.dossier.dossierproces", str(register), kenmerk]
    momenten: list[float] = []
    with subprocess.Popen(
        [*opdracht, "typ"],
        cwd=WORTEL,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as typt:
        assert typt.stdout is not None
        for regel in typt.stdout:
            momenten.append(float(regel.split()[1]))
            if len(momenten) >= LETTERS:
                typt.kill()  # SIGKILL, or TerminateProcess on Windows: no goodbye
                break
        momenten += [float(regel.split()[1]) for regel in typt.stdout if len(regel.split()) == 2]
    getypt = "".join(ZIN[n % len(ZIN)] for n in range(len(momenten)))
    lezer = subprocess.run(
        [*opdracht, "lees"],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    gevonden = json.loads(lezer.stdout)
    assert "Wat u typte staat er nog." in gevonden.pop("zin")
    for plek, tekst in gevonden.items():
        assert tekst, plek
        assert getypt.startswith(tekst), plek
        kwijt = momenten[len(tekst) + 1 :]  # a space at the end is not kept
        assert not kwijt or momenten[-1] - kwijt[0] <= HOOGSTENS_KWIJT, plek
