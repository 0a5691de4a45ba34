"""A bug is told once, in words, and leaves no names behind."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.ui import foutvenster
from klachtenapp.ui.foutvenster import Foutvanger, FoutVenster
from klachtenapp.ui.stijl import Stijl

GEHEIM = "mevrouw Alberts, Dorpsstraat 12"


def _struikel() -> None:
    raise ValueError(f"onverwacht: {GEHEIM}")


@pytest.fixture
def fout() -> ValueError:
    try:
        _struikel()
    except ValueError as gevangen:
        return gevangen
    raise AssertionError


@pytest.fixture
def log() -> Iterator[Path]:
    bestand = foutvenster.richt_log_in()
    yield bestand
    logboek = logging.getLogger("klachtenapp")
    for schrijver in list(logboek.handlers):
        logboek.removeHandler(schrijver)
        schrijver.close()


def test_the_report_names_the_place_and_not_the_person(fout: ValueError) -> None:
    tekst = foutvenster.verslag(type(fout), fout.__traceback__)
    assert "ValueError" in tekst
    assert "test_foutvenster.py" in tekst
    assert "_struikel" in tekst
    assert "Alberts" not in tekst
    assert str(Path.home()) not in tekst


def test_the_report_can_be_copied(qtbot: QtBot, stijl: Stijl) -> None:
    venster = FoutVenster("regel een\nregel twee")
    qtbot.addWidget(venster)
    venster.kopieer.click()
    assert QGuiApplication.clipboard().text() == "regel een\nregel twee"
    assert venster.kopieer.text() == "Gekopieerd"
    (veld,) = venster.findChildren(QPlainTextEdit)
    assert veld.isReadOnly()


def test_a_bug_is_logged_and_shown_once(
    qtbot: QtBot, fout: ValueError, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vanger = Foutvanger()
    getoond: list[int] = []

    def toon(_venster: FoutVenster) -> int:
        getoond.append(1)
        vanger.vang(ValueError, fout, fout.__traceback__)  # a second bug while it is open
        return 0

    monkeypatch.setattr(FoutVenster, "exec", toon)
    vanger.vang(ValueError, fout, fout.__traceback__)
    geschreven = log.read_text(encoding="utf-8")
    assert getoond == [1]
    assert geschreven.count("ValueError") == 2
    assert "Alberts" not in geschreven
    assert log.parent == paths.logmap()


def test_an_interrupt_is_no_bug(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gewoon: list[type] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda soort, *_: gewoon.append(soort))
    Foutvanger().vang(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert gewoon == [KeyboardInterrupt]


def test_it_stands_in_for_the_hook_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    vanger = Foutvanger()
    vanger.installeer()
    assert sys.excepthook == vanger.vang
