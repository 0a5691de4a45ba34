"""Putting a copy back for who has no key store: his password opens the register and its copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import eigendeur
from klachtenapp.services import redden, reservekopie, terugzetten, versleuteling
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.ui.eerste_keer import EersteKeer
from klachtenapp.ui.herstel import HerstelVenster
from klachtenapp.ui.openen import Bestaand
from tests.ui.conftest import DINSDAG

WACHTWOORD = "paarse fiets in maart"


@pytest.fixture
def register(
    register_openen: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Locked, its door behind a password, with a copy, and one melding more since."""

    def geen() -> None:
        raise OmgevingFout("Geen kluis.")

    monkeypatch.setattr(eigendeur, "Kluis", geen)
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(register_openen(), geheim, geheim.woorden, wachtwoord=WACHTWOORD)
    reservekopie.maak(ctx)
    registreer(ctx, maak_aanmelding())
    bootstrap.sluit(ctx)
    return ctx.register.pad


@pytest.fixture
def open_venster(
    qtbot: QtBot, register: Path, request: pytest.FixtureRequest
) -> Callable[..., HerstelVenster]:
    def maak(kopie: Path | None = None) -> HerstelVenster:
        venster = HerstelVenster(register, lambda: DINSDAG, kopie=kopie)
        request.addfinalizer(venster.deleteLater)
        request.addfinalizer(venster.werker.sluit)
        request.addfinalizer(venster.close)
        venster.show()
        _rustig(qtbot, venster)
        return venster

    return maak


def _rustig(qtbot: QtBot, venster: HerstelVenster) -> None:
    qtbot.waitUntil(lambda: venster.werker.is_rustig, timeout=10_000)


def _typ(qtbot: QtBot, venster: HerstelVenster, wachtwoord: str) -> None:
    venster.vraag.veld.setText(wachtwoord)
    qtbot.mouseClick(venster.vraag.knop, Qt.MouseButton.LeftButton)
    _rustig(qtbot, venster)


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_na_het_wachtwoord_gaat_alles_zoals_anders(
    qtbot: QtBot, register: Path, open_venster: Callable[..., HerstelVenster]
) -> None:
    venster = open_venster()
    assert venster.vraag.isVisible()
    assert "Typ het wachtwoord" in _zinnen(venster.vraag)
    assert not venster.kies.nu.text()
    _typ(qtbot, venster, "een ander wachtwoord")
    assert "gaat uw toegang niet open" in _zinnen(venster.vraag)
    _typ(qtbot, venster, WACHTWOORD)
    assert not venster.vraag.isVisible()
    assert "nu 1 meldingen" in venster.kies.nu.text()
    venster.volgende.click()
    qtbot.waitUntil(lambda: venster.stap == 1, timeout=10_000)
    venster.gevolgen.woord.setText("HERSTEL")
    with qtbot.waitSignal(venster.hersteld, timeout=10_000):
        venster.volgende.click()
    assert terugzetten.huidig(register, wachtwoord=WACHTWOORD).meldingen == 0
    ctx = Bestaand(register, venster.wachtwoord)()
    assert ctx.sleutel
    bootstrap.sluit(ctx)


@pytest.mark.parametrize("deuren_weg", [False, True])
def test_een_register_dat_weg_is_komt_uit_de_kopie_terug(
    qtbot: QtBot,
    register: Path,
    open_venster: Callable[..., HerstelVenster],
    deuren_weg: bool,
) -> None:
    kopie = terugzetten.kopieen(register)[0]
    register.unlink()
    if deuren_weg:
        paths.sleutelpad(register).unlink()
    venster = open_venster(kopie.pad)
    assert "Deze reservekopie is versleuteld" in _zinnen(venster.vraag)
    _typ(qtbot, venster, WACHTWOORD)
    qtbot.waitUntil(lambda: venster.stap == 1, timeout=10_000)
    with qtbot.waitSignal(venster.hersteld, timeout=10_000):
        venster.volgende.click()
    assert terugzetten.huidig(register, wachtwoord=WACHTWOORD).heel


def test_redden_wat_te_lezen_is(register: Path, tmp_path: Path) -> None:
    uit = tmp_path / "gered.klachten"
    uitkomst = redden.red(register, uit, DINSDAG, "registrar", wachtwoord=WACHTWOORD)
    assert not uitkomst.mist
    assert terugzetten.huidig(uit, wachtwoord=WACHTWOORD).meldingen == 1


def test_het_eerste_scherm_opent_daarna_met_hetzelfde_wachtwoord(
    qtbot: QtBot, qapp: QApplication, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste = EersteKeer()
    qtbot.addWidget(eerste)
    eerste.toon("Het is stuk.", register)
    eerste.show()

    def zelf(venster: HerstelVenster) -> int:
        _rustig(qtbot, venster)
        venster.vraag.getypt.emit(WACHTWOORD)
        _rustig(qtbot, venster)
        venster.hersteld.emit(register)
        venster.done(1)
        return 1

    monkeypatch.setattr(HerstelVenster, "exec", zelf)
    with qtbot.waitSignal(eerste.gekozen) as gekozen:
        eerste.terugzetten.click()
    assert gekozen.args == [Bestaand(register, WACHTWOORD)]
