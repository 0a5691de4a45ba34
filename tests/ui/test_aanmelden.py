"""Who comes in sees what is for him; who is not known is asked, or told whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import balie, beheer, gebruikers, geheimen
from klachtenapp.ui.app import Programma
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.vandaag_page import VandaagPage
from tests.ui.conftest import DINSDAG, vul_register

GEHEIM = "7391-balie-Zuid"
MENSEN = {
    "roos": ("R. Registrar", {Rol.REGISTRAR}),
    "bas": ("B. Balie", {Rol.BALIEMEDEWERKER}),
    "ada": ("A. Ambassadeur", {Rol.AMBASSADEUR}),
    "niek": ("N. Nieuw", set[Rol]()),
}


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    """A register with six meldingen, a beheerder "baas" and four colleagues."""
    bestand = tmp_path / "rollen.klachten"
    gemeente = Gemeente("Gemeente Voorbeeldstad", aanmelden_met_geheim=True)
    ctx = bootstrap.nieuw(bestand, gemeente, clock=FixedClock(DINSDAG), gebruiker="baas")
    ctx = gebruikers.maak_eerste(ctx, "B. Baas")
    vul_register(replace(ctx, rollen=frozenset(Rol)))
    for naam, (wie, rollen) in MENSEN.items():
        gebruikers.bewaar(ctx, Medewerker(0, wie, rollen=frozenset(rollen)), naam)
    bas = next(m for m in beheer.medewerkers(ctx) if m.naam == "B. Balie")
    geheimen.stel_in(ctx, bas.id, GEHEIM)
    bootstrap.sluit(ctx)
    return bestand


@pytest.fixture
def programma(qapp: QApplication, instellingen: QSettings) -> Iterator[Programma]:
    lopend = Programma(qapp, instellingen)
    yield lopend
    lopend.einde()
    lopend.stijl.deleteLater()
    lopend.deleteLater()


@pytest.fixture
def begin(programma: Programma, pad: Path, qtbot: QtBot) -> Callable[[str], Programma]:
    """Start the program as this name on the computer, and wait until something stands."""

    def doe(naam: str) -> Programma:
        programma.open(lambda: bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker=naam))
        qtbot.waitUntil(lambda: bool(programma.venster or programma.aanmelden), timeout=10_000)
        return programma

    return doe


def _paginas(venster: MainWindow) -> list[str]:
    return list(venster.zijbalk._knoppen)


def _venster(programma: Programma, qtbot: QtBot, rustig: Callable[..., None]) -> MainWindow:
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=10_000)
    assert programma.venster is not None
    rustig(programma.venster._runner)
    return programma.venster


@pytest.mark.parametrize(
    ("naam", "paginas"),
    [
        ("roos", ["werkvoorraad", "register", "nieuwe_melding", "stappenplan", "post", "beheer"]),
        ("bas", ["nieuwe_melding", "stappenplan", "vandaag"]),
        ("ada", ["werkvoorraad", "register"]),
    ],
)
def test_a_known_name_is_straight_in_and_sees_its_own_pages(
    begin: Callable[[str], Programma],
    qtbot: QtBot,
    rustig: Callable[..., None],
    naam: str,
    paginas: list[str],
) -> None:
    programma = begin(naam)
    assert programma.aanmelden is None
    venster = _venster(programma, qtbot, rustig)
    assert [p for p in _paginas(venster) if p in paginas] == paginas
    if naam == "bas":
        assert _paginas(venster) == paginas
        venster.zoek()
        assert "palet" not in vars(venster)


def test_the_counter_sees_what_it_took_in(
    begin: Callable[[str], Programma], qtbot: QtBot, rustig: Callable[..., None]
) -> None:
    venster = _venster(begin("bas"), qtbot, rustig)
    runner = venster._runner
    venster.toon_pagina("vandaag")
    rustig(runner)
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, VandaagPage)
    assert pagina.leeg.isVisible()

    runner.run(
        lambda ctx: balie.schrijf_op(
            ctx, naam="Sien Alberts", telefoon="", wat="Ik wachtte twee uur.", uid="u-1"
        ),
        schrijft=True,
    )
    rustig(runner)
    assert pagina.lijst.count() == 1
    assert "Alberts" in pagina.lijst.item(0).text()
    intake = venster.pagina("nieuwe_melding")
    assert isinstance(intake, IntakePage)


def test_an_unknown_name_chooses_and_types_a_geheim(
    begin: Callable[[str], Programma], qtbot: QtBot, rustig: Callable[..., None]
) -> None:
    programma = begin("balie-pc")
    venster = programma.aanmelden
    assert venster is not None
    assert programma.venster is None
    assert [venster.wie.itemText(n) for n in range(venster.wie.count())] == [
        "Kies uw naam",
        "B. Balie",
    ]
    venster.meld_aan()
    assert "Kies uw naam" in venster.wie.accessibleDescription()
    venster.wie.setCurrentIndex(1)
    venster.geheim.setText("mis")
    venster.meld_aan()
    qtbot.waitUntil(lambda: bool(venster.geheim.accessibleDescription()), timeout=10_000)
    assert venster.geheim.text() == ""
    venster.geheim.setText(GEHEIM)
    venster.meld_aan()
    hoofd = _venster(programma, qtbot, rustig)
    assert programma.aanmelden is None
    assert hoofd._runner.ctx.gebruiker == "B. Balie"


def test_someone_without_a_role_is_told_whom_to_ask(
    begin: Callable[[str], Programma],
) -> None:
    programma = begin("niek")
    assert programma.aanmelden is not None
    assert "geen rol" in programma.aanmelden.uitleg.text()
    assert programma.aanmelden.knop.isHidden()


def test_another_register_can_be_chosen_without_signing_in(
    begin: Callable[[str], Programma],
) -> None:
    programma = begin("niek")
    venster = programma.aanmelden
    assert venster is not None
    venster.ander_register.emit()
    assert not venster.isVisible()
    assert programma.keuze is not None
    assert programma.keuze.isVisible()


def test_an_ambassadeur_reads_and_is_offered_no_step(
    begin: Callable[[str], Programma], qtbot: QtBot, rustig: Callable[..., None]
) -> None:
    venster = _venster(begin("ada"), qtbot, rustig)
    fouten: list[object] = []
    venster._runner.failed.connect(fouten.append)
    venster.open_dossier("K2026-0001")
    rustig(venster._runner)
    pagina = venster.pagina("dossier")
    assert isinstance(pagina, DossierPage)
    assert pagina.beeld is not None
    assert [keuze.naam for keuze in pagina.beeld.keuzes] == ["noteer"]
    assert pagina.stapbalk.knop.isHidden()
    assert fouten == []
