"""Beheer: how a medewerker signs in, his geheim, and the honest page about protection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import beheer, gebruikers, geheimen
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.beheer.medewerkers import MedewerkersSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.geheimvraag import Geheimvraag
from klachtenapp.ui.handleiding import BESCHERMT
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl
from tests.ui.conftest import DINSDAG

Rustig = Callable[[Runner], None]
GEHEIM = "7391-balie-Zuid"


@pytest.fixture
def register_openen(tmp_path: Path) -> Callable[[], Context]:
    """A register whose beheerder is "baas", with one colleague."""
    pad = tmp_path / "toegang.klachten"

    def openen() -> Context:
        if not pad.exists():
            ctx = bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad"), gebruiker="baas")
            ctx = gebruikers.maak_eerste(ctx, "B. Baas")
            gebruikers.bewaar(
                ctx, Medewerker(0, "C. Collega", rollen=frozenset({Rol.BEHANDELAAR})), ""
            )
            bootstrap.sluit(ctx)
        return bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker="baas")

    return openen


@pytest.fixture
def sectie(
    qtbot: QtBot, runner: Runner, navigatie: object, rustig: Rustig
) -> Iterator[MedewerkersSectie]:
    pagina = BeheerPage(runner, navigatie)  # type: ignore[arg-type]
    qtbot.addWidget(pagina)
    pagina.show()
    gekozen = pagina.toon_sectie("Medewerkers")
    rustig(runner)
    assert isinstance(gekozen, MedewerkersSectie)
    yield gekozen
    rustig(runner)


def _kies(sectie: MedewerkersSectie, naam: str) -> None:
    for rij in range(sectie.lijst.count()):
        if sectie.lijst.item(rij).text() == naam:
            sectie.lijst.setCurrentRow(rij)


def test_gebruikersnaam_and_leidinggevende_are_kept(
    sectie: MedewerkersSectie,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    _kies(sectie, "C. Collega")
    sectie.toegang.gebruikersnaam.setText("GEMEENTE\\Carla")
    sectie.toegang.leidinggevende.setCurrentIndex(1)
    assert sectie.vuil
    sectie.bewaar()
    rustig(runner)
    ctx = ctx_van()
    wie = next(m for m in beheer.medewerkers(ctx) if m.naam == "C. Collega")
    bekend = gebruikers.lijst(ctx)[wie.id]
    assert bekend.gebruikersnaam == "carla"
    assert ctx.medewerker is not None
    assert bekend.leidinggevende == ctx.medewerker.id


def test_a_name_that_is_taken_is_told_at_the_field(
    sectie: MedewerkersSectie, runner: Runner, rustig: Rustig
) -> None:
    _kies(sectie, "C. Collega")
    sectie.toegang.gebruikersnaam.setText("Baas")
    sectie.maak_vuil()
    sectie.bewaar()
    rustig(runner)
    assert "B. Baas heeft" in sectie.toegang.gebruikersnaam.accessibleDescription()
    assert sectie.vuil


def test_the_last_beheerder_keeps_the_role(
    sectie: MedewerkersSectie, runner: Runner, rustig: Rustig
) -> None:
    _kies(sectie, "B. Baas")
    sectie._rollen.zet("registrar")
    sectie.maak_vuil()
    sectie.bewaar()
    rustig(runner)
    assert "altijd een beheerder" in sectie.fout.tekst()
    assert Rol.BEHEERDER in runner.ctx.rollen


def test_a_geheim_is_set_twice_the_same_and_taken_away(
    sectie: MedewerkersSectie,
    runner: Runner,
    rustig: Rustig,
    monkeypatch: pytest.MonkeyPatch,
    ctx_van: Callable[[], Context],
) -> None:
    _kies(sectie, "C. Collega")
    sectie.toegang.stel_in.click()
    vraag = sectie.toegang.findChild(Geheimvraag)
    assert vraag is not None
    vraag.nieuw.setText(GEHEIM)
    vraag.nogmaals.setText("anders")
    vraag.bewaar()
    assert "niet hetzelfde" in vraag.nogmaals.accessibleDescription()
    vraag.nogmaals.setText(GEHEIM)
    vraag.bewaar()
    rustig(runner)
    assert not vraag.isVisible()
    ctx = ctx_van()
    wie = next(m for m in beheer.medewerkers(ctx) if m.naam == "C. Collega")
    assert geheimen.heeft(ctx, wie.id)
    assert not sectie.toegang.stel_in.isEnabled()
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    sectie.toegang.haal_weg.click()
    rustig(runner)
    assert not geheimen.heeft(ctx, wie.id)
    assert sectie.toegang.stel_in.isEnabled()


def test_everybody_changes_his_own_geheim(
    qtbot: QtBot,
    runner: Runner,
    stijl: Stijl,
    instellingen: QSettings,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    venster = MainWindow(runner, stijl, instellingen=instellingen)
    venster.show()
    rustig(runner)
    for oud, nieuw in (("", GEHEIM), (GEHEIM, GEHEIM + "-2")):
        venster.zijbalk.geheim.emit()
        rustig(runner)
        vraag = next(v for v in venster.findChildren(Geheimvraag) if v.isVisible())
        assert vraag.oud.isVisible() == bool(oud)
        vraag.oud.setText(oud)
        vraag.nieuw.setText(nieuw)
        vraag.nogmaals.setText(nieuw)
        vraag.bewaar()
        rustig(runner)
    ctx = ctx_van()
    assert ctx.medewerker is not None
    geheimen.controleer(ctx, ctx.medewerker.id, GEHEIM + "-2")
    venster.close()
    venster.deleteLater()


def test_the_manual_says_the_same_as_beheer() -> None:
    handleiding = Path(__file__).parents[2] / "docs" / "handleiding.md"
    tekst = handleiding.read_text(encoding="utf-8")
    for kop, alineas in BESCHERMT:
        assert f"### {kop}" in tekst
        for alinea in alineas:
            assert alinea in tekst
