"""Each role reaches every page it has the right to, by something it can press, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.errors import KlachtenappError
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.logboek import LogboekSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.bouwstenen import Knop
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.paginas import PAGINAS
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.zijbalk import NavKnop
from tests.ui.conftest import DINSDAG, vul_register

BALK = {
    Rol.REGISTRAR: "Werkvoorraad · Register · Nieuwe melding · Stappenplan · Post · "
    "Ter ondertekening · Beheer",
    Rol.BEHANDELAAR: "Werkvoorraad · Register · Nieuwe melding · Stappenplan · Post · "
    "Ter ondertekening",
    Rol.AFDELINGSHOOFD: "Werkvoorraad · Register · Nieuwe melding · Stappenplan · Post · "
    "Ter ondertekening · Beheer",
    Rol.BALIEMEDEWERKER: "Nieuwe melding · Stappenplan · Vandaag ingevoerd",
    Rol.AMBASSADEUR: "Werkvoorraad · Register",
    Rol.BEHEERDER: "Beheer",
}
SECTIES = {
    Rol.REGISTRAR: "Brieven · Wat beschermt · Woorden · Logboek · Register",
    Rol.AFDELINGSHOOFD: "Wat beschermt · Logboek · Register",
}
Rustig = Callable[[Runner], None]


@pytest.fixture(params=list(Rol), ids=[r.value for r in Rol])
def rol(request: pytest.FixtureRequest) -> Rol:
    gekozen: Rol = request.param
    return gekozen


@pytest.fixture
def register_openen(tmp_path: Path, rol: Rol) -> Callable[[], Context]:
    """A register with work in it, opened by someone with one role."""
    pad = tmp_path / "paginas.klachten"

    def openen() -> Context:
        if not pad.exists():
            klok = FixedClock(DINSDAG)
            ctx = bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad"), clock=klok)
            vul_register(ctx)
            bootstrap.sluit(ctx)
        ctx = bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker=f"een {rol}")
        return replace(ctx, rollen=frozenset({rol}))

    return openen


@pytest.fixture
def geweigerd(runner: Runner) -> list[KlachtenappError]:
    """What was refused while the window was walked through."""
    fouten: list[KlachtenappError] = []
    runner.failed.connect(fouten.append)
    return fouten


@pytest.fixture
def venster(
    qtbot: QtBot, runner: Runner, stijl: Stijl, instellingen: QSettings, rustig: Rustig
) -> Iterator[MainWindow]:
    hoofd = MainWindow(runner, stijl, instellingen=instellingen)
    qtbot.addWidget(hoofd)
    hoofd.show()
    rustig(runner)
    yield hoofd
    rustig(runner)


def _navigatie(venster: MainWindow) -> list[NavKnop]:
    knoppen = venster.zijbalk.findChildren(NavKnop)
    return [knop for knop in knoppen if knop.isCheckable() and knop.isVisible()]


def _importknoppen(venster: MainWindow) -> list[Knop]:
    woorden = ("Importeren …", "Oud register inlezen …")
    return [k for k in venster.findChildren(Knop) if k.text() in woorden and k.isVisible()]


def test_de_balk_noemt_precies_de_paginas_van_de_rol(venster: MainWindow, rol: Rol) -> None:
    woorden = [knop.text().replace("&", "") for knop in _navigatie(venster)]
    assert " · ".join(woorden) == BALK[rol]


def test_elke_pagina_en_elk_onderdeel_gaat_open_zonder_weigering(
    venster: MainWindow,
    runner: Runner,
    qtbot: QtBot,
    rustig: Rustig,
    geweigerd: list[KlachtenappError],
) -> None:
    for knop in _navigatie(venster):
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
        rustig(runner)
        pagina = venster.stapel.currentWidget()
        if isinstance(pagina, BeheerPage):
            for rij in range(pagina.lijst.count()):
                pagina.lijst.setCurrentRow(rij)
                rustig(runner)
                assert pagina.sectie(rij).fout.tekst() == ""
    assert geweigerd == []


def test_beheer_toont_de_onderdelen_van_de_rol(
    venster: MainWindow, runner: Runner, rol: Rol, rustig: Rustig
) -> None:
    if rol not in SECTIES:
        pytest.skip("Deze rol ziet alles van Beheer, of niets.")
    venster.toon_pagina("beheer")
    rustig(runner)
    pagina = venster.pagina("beheer")
    assert isinstance(pagina, BeheerPage)
    titels = [pagina.lijst.item(rij).text() for rij in range(pagina.lijst.count())]
    assert " · ".join(titels) == SECTIES[rol]


def test_importeren_is_te_bereiken_met_een_knop_die_men_ziet(
    venster: MainWindow, runner: Runner, qtbot: QtBot, rol: Rol, rustig: Rustig
) -> None:
    gevonden: list[Knop] = []
    for knop in _navigatie(venster):
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
        rustig(runner)
        pagina = venster.stapel.currentWidget()
        if isinstance(pagina, BeheerPage):
            pagina.toon_sectie("Register")
            rustig(runner)
        gevonden = _importknoppen(venster) or gevonden
        if gevonden and gevonden[0].isVisible():
            break
    assert bool(gevonden) is mag({rol}, Recht.IMPORTEREN)
    if gevonden:
        QTest.mouseClick(gevonden[0], Qt.MouseButton.LeftButton)
        assert venster.stapel.currentWidget() is venster.pagina("importeren")


def test_het_logboek_is_er_voor_wie_het_mag(
    venster: MainWindow, runner: Runner, rol: Rol, rustig: Rustig
) -> None:
    if not mag({rol}, Recht.LOGBOEK):
        assert LogboekSectie.titel not in SECTIES.get(rol, "")
        return
    venster.toon_pagina("beheer")
    pagina = venster.pagina("beheer")
    assert isinstance(pagina, BeheerPage)
    sectie = pagina.toon_sectie("Logboek")
    rustig(runner)
    assert isinstance(sectie, LogboekSectie)
    assert sectie.model.rowCount() > 0
    assert sectie.uit.isVisible() is mag({rol}, Recht.EXPORTEREN)
    sectie.tabel.geopend.emit(0)  # the line of a dossier: who sees none stays here
    rustig(runner)
    ziet = mag({rol}, Recht.LEZEN)
    assert (venster.stapel.currentWidget() is pagina) is not ziet


def test_een_pagina_waar_men_geen_recht_op_heeft_gaat_niet_open(
    venster: MainWindow, runner: Runner, rol: Rol, rustig: Rustig
) -> None:
    eerste = venster.stapel.currentWidget()
    for soort in PAGINAS:
        if any(mag({rol}, recht) for recht in soort.rechten):
            continue
        venster.toon_pagina(soort.naam)
        rustig(runner)
        assert venster.stapel.currentWidget() is eerste, soort.naam
    if not mag({rol}, Recht.LEZEN):
        venster.open_dossier("K2026-0001")
        assert venster.stapel.currentWidget() is eerste
