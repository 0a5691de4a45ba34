"""Copies while people work and when they go home: made by themselves, and never in the way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from klachtenapp.domain.bewaarschema import Soortkopie
from klachtenapp.errors import OmgevingFout
from klachtenapp.services import beheer, reservekopie
from klachtenapp.services.context import Context
from klachtenapp.services.reservekopie import KopieGestopt, Reservekopie
from klachtenapp.ui import afscheid, kopiewacht, messages
from klachtenapp.ui.afscheid import Afscheid
from klachtenapp.ui.kopiewacht import Kopiewacht
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl

Wacht = Callable[[Runner], None]


@pytest.fixture
def wacht(runner: Runner) -> Iterator[Kopiewacht]:
    gemaakt = Kopiewacht(runner)
    yield gemaakt
    gemaakt.stop()


@pytest.fixture
def venster(
    qtbot: QtBot,
    runner: Runner,
    stijl: Stijl,
    instellingen: QSettings,
    rustig: Wacht,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """A window that makes no copy by itself, and waits at its end for the one it makes."""
    monkeypatch.setattr(kopiewacht, "_EERSTE_NA_MS", 600_000)
    monkeypatch.setattr(afscheid, "_ANTWOORD_MS", 60_000)
    raam = MainWindow(runner, stijl, instellingen=instellingen)
    raam.show()
    rustig(runner)
    return raam


def _kopieen(runner: Runner) -> list[Path]:
    return sorted((runner.ctx.register.pad.parent / "reservekopieen").glob("*.klachten"))


def _verander(runner: Runner, rustig: Wacht) -> None:
    runner.run(lambda ctx: beheer.bewaar_gemeente(ctx, ctx.gemeente), schrijft=True)
    rustig(runner)


def test_er_komt_pas_een_kopie_als_er_iets_veranderde(
    wacht: Kopiewacht, runner: Runner, rustig: Wacht
) -> None:
    wacht.kijk()
    rustig(runner)
    assert _kopieen(runner) == []
    _verander(runner, rustig)
    assert wacht.veranderd
    gemaakt = QSignalSpy(wacht.gemaakt)
    wacht.kijk()
    rustig(runner)
    assert len(_kopieen(runner)) == gemaakt.count() == 1
    assert not wacht.veranderd
    _verander(runner, rustig)
    wacht.kijk()
    rustig(runner)
    assert len(_kopieen(runner)) == 1, "the clock stands still: a quarter of an hour is not over"


def test_een_fout_wordt_gezegd_en_later_opnieuw_geprobeerd(
    wacht: Kopiewacht, runner: Runner, rustig: Wacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_a: object, **_k: object) -> Reservekopie:
        raise OmgevingFout("De schijf is vol.")

    _verander(runner, rustig)
    gezegd = QSignalSpy(wacht.mislukt)
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(reservekopie, "maak", vol)
        wacht.kijk()
        rustig(runner)
    assert gezegd.at(0) == ["De schijf is vol."]
    assert wacht.veranderd
    for _ in range(5):
        wacht.kijk()
        rustig(runner)
        assert _kopieen(runner) == []
    wacht.kijk()
    rustig(runner)
    assert len(_kopieen(runner)) == 1
    assert gezegd.at(1) == [""]


def test_wie_afsluit_na_werk_krijgt_een_laatste_kopie(
    venster: MainWindow, runner: Runner, rustig: Wacht
) -> None:
    pad = runner.ctx.register.pad
    _verander(runner, rustig)
    assert venster.close()
    assert len(list((pad.parent / "reservekopieen").glob("*.klachten"))) == 1
    assert not runner.is_open


def test_wie_niets_deed_sluit_meteen(venster: MainWindow, runner: Runner) -> None:
    pad = runner.ctx.register.pad
    assert venster.close()
    assert not (pad.parent / "reservekopieen").exists()


def test_niet_wachten_sluit_ook_en_laat_niets_half_achter(
    venster: MainWindow,
    runner: Runner,
    rustig: Wacht,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begonnen = threading.Event()

    def traag(
        ctx: Context, soort: Soortkopie = Soortkopie.GEWOON, *, voortgang: object, gestopt: object
    ) -> Reservekopie:
        begonnen.set()
        for _ in range(60_000):
            if gestopt():  # type: ignore[operator]
                raise KopieGestopt
            threading.Event().wait(0.001)
        raise AssertionError("niet gestopt")

    pad = runner.ctx.register.pad
    _verander(runner, rustig)
    monkeypatch.setattr(reservekopie, "maak", traag)

    def druk() -> None:
        (vraag,) = venster.findChildren(Afscheid)
        qtbot.waitUntil(lambda: begonnen.is_set() and vraag.isVisible(), timeout=20_000)
        vraag.niet_wachten.click()

    QTimer.singleShot(0, druk)
    assert venster.close()
    assert not runner.is_open
    assert not (pad.parent / "reservekopieen").exists()


def test_mislukt_de_laatste_kopie_dan_wordt_dat_gezegd(
    venster: MainWindow, runner: Runner, rustig: Wacht, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _ouder, tekst, _titel="": gezegd.append(tekst))
    _verander(runner, rustig)
    (runner.ctx.register.pad.parent / "reservekopieen").write_text("in de weg")
    assert venster.close()
    assert len(gezegd) == 1
    assert "Het register zelf is niet gewijzigd" in gezegd[0]
