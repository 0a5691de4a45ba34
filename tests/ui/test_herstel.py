"""Putting a copy back in the window: what it would change, the word, and what it left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.services import beheer, reservekopie, terugzetten
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.ui import bestanden
from klachtenapp.ui.beheer.register import RegisterSectie
from klachtenapp.ui.eerste_keer import EersteKeer
from klachtenapp.ui.herstel import HerstelVenster
from klachtenapp.ui.openen import Bestaand
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import DINSDAG, Logboek

Maak = Callable[..., Aanmelding]


@pytest.fixture
def register(kenmerken: list[str], ctx_van: Callable[[], Context], maak_aanmelding: Maak) -> Path:
    """A register of six meldingen, a copy of that, and one melding more since."""
    ctx = ctx_van()
    reservekopie.maak(ctx)
    reservekopie.maak(replace(ctx, clock=FixedClock(DINSDAG - timedelta(days=3))))
    registreer(ctx, maak_aanmelding())
    return ctx.register.pad


@pytest.fixture
def open_venster(qtbot: QtBot, register: Path) -> Iterator[Callable[..., HerstelVenster]]:
    vensters: list[HerstelVenster] = []

    def maak(**opties: object) -> HerstelVenster:
        venster = HerstelVenster(register, lambda: DINSDAG, **opties)  # type: ignore[arg-type]
        vensters.append(venster)
        venster.show()
        qtbot.waitUntil(lambda: venster.werker.is_rustig, timeout=10_000)
        return venster

    yield maak
    for venster in vensters:
        venster.close()
        venster.werker.sluit()
        venster.deleteLater()


def _stap(qtbot: QtBot, venster: HerstelVenster, stap: int) -> None:
    qtbot.waitUntil(lambda: venster.stap == stap and venster.werker.is_rustig, timeout=10_000)


def test_van_kiezen_tot_klaar(
    qtbot: QtBot, open_venster: Callable[..., HerstelVenster], register: Path
) -> None:
    venster = open_venster()
    assert "nu 7 meldingen" in venster.kies.nu.text()
    assert [venster.kies.staat(rij) for rij in (0, 1)] == ["✓ gelijk gebleven"] * 2
    venster.volgende.click()
    _stap(qtbot, venster, 1)
    assert "K2026-0007" in venster.gevolgen.weg.text()
    assert not venster.volgende.isEnabled()
    venster.gevolgen.woord.setText("herstel")
    assert not venster.volgende.isEnabled(), "the word is in capitals: no one types it by accident"
    venster.gevolgen.woord.setText("HERSTEL")
    with qtbot.waitSignal(venster.hersteld, timeout=20_000) as gedaan:
        venster.volgende.click()
    assert gedaan.args == [register]
    _stap(qtbot, venster, 2)
    assert "voor-herstel" in venster.klaar.tekst()
    assert terugzetten.huidig(register).meldingen == 6
    (bewaard,) = [k for k in terugzetten.kopieen(register) if "voor-herstel" in k.pad.name]
    assert bewaard.aantallen["melding"] == 7


def test_wat_veranderde_wordt_getoond_en_vraagt_het_woord(
    qtbot: QtBot, open_venster: Callable[..., HerstelVenster], register: Path
) -> None:
    (nieuwste, _) = terugzetten.kopieen(register)
    ctx = bootstrap.open(nieuwste.pad)
    ctx.register.sql("UPDATE melding SET notities = 'erbij' WHERE id = 1")
    bootstrap.sluit(ctx)
    venster = open_venster()
    assert [venster.kies.staat(rij) for rij in (0, 1)] == [
        "■ niet meer gelijk",
        "✓ gelijk gebleven",
    ]
    venster.volgende.click()
    _stap(qtbot, venster, 1)
    assert "niet meer gelijk" in venster.gevolgen.bezwaar.tekst()
    assert venster.gevolgen.woordregel.isVisible()
    venster.vorige.click()
    assert venster.stap == 0


def test_een_kopie_die_niet_heel_is_kan_niet_terug(
    qtbot: QtBot,
    open_venster: Callable[..., HerstelVenster],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kapot = tmp_path / "kapot.klachten"
    kapot.write_bytes(b"x" * 9000)
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: kapot)
    venster = open_venster()
    venster.kies.knop_ander.click()
    _stap(qtbot, venster, 1)
    assert "niet heel" in venster.gevolgen.bezwaar.tekst()
    assert not venster.volgende.isEnabled()


def test_een_kapot_register_wordt_gezegd(
    open_venster: Callable[..., HerstelVenster], register: Path
) -> None:
    os.truncate(register, 8192)
    venster = open_venster()
    assert "beschadigd" in venster.kies.let_op.tekst()
    assert venster.kies.keuze() is not None


def test_in_beheer_gaat_het_venster_verder_met_wat_terugkwam(
    qtbot: QtBot,
    register: Path,
    runner: Runner,
    navigatie: Logboek,
    rustig: Callable[[Runner], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sectie = RegisterSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    nieuwste = terugzetten.kopieen(register)[0]

    def zelf(venster: HerstelVenster) -> int:
        terugzetten.herstel(register, nieuwste.pad, DINSDAG, minder_mag=True)
        venster.hersteld.emit(register)
        venster.done(1)
        return 1

    monkeypatch.setattr(HerstelVenster, "exec", zelf)
    with qtbot.waitSignal(runner.changed):
        sectie.zet_terug()
    rustig(runner)
    standen: list[int] = []
    runner.run(beheer.registerinfo, lambda info: standen.append(info.meldingen))
    rustig(runner)
    assert standen == [6]


def test_de_keuze_voor_de_kopieen(
    qtbot: QtBot,
    runner: Runner,
    navigatie: Logboek,
    rustig: Callable[[Runner], None],
    tmp_path: Path,
) -> None:
    sectie = RegisterSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    assert not sectie.vuil
    sectie.ververs()
    rustig(runner)
    assert not sectie.vuil
    sectie.kopieen.minuten.setText("1")
    assert sectie.vuil
    sectie.kopieen.bewaar()
    rustig(runner)
    assert "5 tot en met" in sectie.kopieen.minuten.accessibleDescription()
    sectie.kopieen.minuten.setText("30")
    (tmp_path / "tweede").mkdir()
    sectie.kopieen.plek.setText(str(tmp_path / "tweede"))
    sectie.kopieen.bewaar()
    rustig(runner)
    assert not sectie.vuil
    assert "elke 30 minuten" in sectie.kopieen.uitleg.text()
    sectie.knop_kopie.click()
    rustig(runner)
    assert len(list((tmp_path / "tweede").glob("*.klachten"))) == 1


def test_de_zoekindex_opnieuw_maken_vanuit_de_controle(
    qtbot: QtBot,
    kenmerken: list[str],
    runner: Runner,
    navigatie: Logboek,
    rustig: Callable[[Runner], None],
) -> None:
    sectie = RegisterSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    sectie.show()
    runner.run(lambda ctx: ctx.register.sql("DELETE FROM zoektekst WHERE melding_id = 1"))
    rustig(runner)  # the check runs beside the worker and does not wait for it
    sectie.knop_controle.click()
    rustig(runner)
    assert sectie.uitslag.knop_index.isVisible()
    assert not sectie.uitslag.knop_herstel.isVisible()
    sectie.uitslag.knop_index.click()
    rustig(runner)
    assert not sectie.uitslag.knop_index.isVisible()
    assert navigatie.meldingen[-1] == "Het register is in orde."


def test_het_eerste_scherm_biedt_terugzetten_aan(
    qtbot: QtBot, register: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste = EersteKeer()
    qtbot.addWidget(eerste)
    eerste.toon("Het is stuk.", register)
    eerste.show()
    assert eerste.terugzetten.isVisible()

    def zelf(venster: HerstelVenster) -> int:
        venster.hersteld.emit(register)
        venster.done(1)
        return 1

    monkeypatch.setattr(HerstelVenster, "exec", zelf)
    with qtbot.waitSignal(eerste.gekozen) as gekozen:
        eerste.terugzetten.click()
    assert gekozen.args == [Bestaand(register)]
    eerste.klaar()
    kopie = terugzetten.kopieen(register)[0].pad
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: kopie)
    with qtbot.waitSignal(eerste.gekozen) as gekozen:
        eerste.uit_kopie.click()
    assert gekozen.args == [Bestaand(register)]
    eerste.toon("Alleen een zin.")
    assert not eerste.terugzetten.isVisible()


def test_redden_wat_te_lezen_is(
    qtbot: QtBot, open_venster: Callable[..., HerstelVenster], register: Path
) -> None:
    inhoud = bytearray(register.read_bytes())
    for blad in range(6, len(inhoud) // 4096, 9):
        inhoud[blad * 4096 : blad * 4096 + 600] = b"\xff" * 600
    register.write_bytes(inhoud)
    voor = register.read_bytes()
    venster = open_venster()
    venster.kies.knop_redden.click()
    assert venster.stap == 3
    voorstel = venster.redden.pad()
    assert voorstel is not None
    assert not voorstel.exists()
    venster.redden.uit.setText(str(register))
    venster.volgende.click()
    qtbot.waitUntil(lambda: venster.werker.is_rustig, timeout=10_000)
    assert venster.stap == 3, "what is there is never overwritten"
    venster.redden.uit.setText(str(voorstel))
    with qtbot.waitSignal(venster.gered, timeout=20_000) as gedaan:
        venster.volgende.click()
    _stap(qtbot, venster, 2)
    assert gedaan.args == [voorstel]
    assert "gered" in venster.klaar.tekst()
    assert register.read_bytes() == voor
    assert terugzetten.huidig(voorstel).heel
