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

GEHEIM = "mevrouw Alberts, Dorpsstraat 12, BSN 123456782, s.alberts@voorbeeld.nl"


def _struikel() -> None:
    naam = GEHEIM
    try:
        raise KeyError(naam)
    except KeyError as eerder:
        raise ValueError(f"onverwacht: {naam}") from eerder


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


def test_the_report_is_kept_as_the_one_file_that_was_read(
    qtbot: QtBot, stijl: Stijl, tmp_path: Path
) -> None:
    doelen = ["", str(tmp_path / "weg" / "x.txt"), str(tmp_path / "verslag.txt")]
    venster = FoutVenster("regel een\nregel twee", kies_pad=lambda *_: doelen.pop(0))
    qtbot.addWidget(venster)
    venster.bewaren.click()
    assert venster.bewaren.text() == "Bewaar dit verslag…"
    venster.bewaren.click()
    assert "andere map" in venster.bewaren.text()
    venster.bewaren.click()
    assert venster.bewaren.text() == "Bewaard"
    assert (tmp_path / "verslag.txt").read_bytes() == b"regel een\r\nregel twee\r\n"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["verslag.txt"]


def test_a_crash_on_a_name_and_a_bsn_leaves_neither_in_report_or_log(
    qtbot: QtBot, fout: ValueError, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien: list[str] = []
    monkeypatch.setattr(
        FoutVenster, "exec", lambda self: gezien.append(self._verslag.toPlainText()) or 0
    )
    Foutvanger().vang(ValueError, fout, fout.__traceback__)
    logging.getLogger("klachtenapp.services.postvak").exception("Zending %s: %s", "a\r\nb", fout)
    for tekst in (gezien[0], log.read_text(encoding="utf-8")):
        assert "ValueError" in tekst
        assert "KeyError" in tekst  # what it came from
        for deel in ("Alberts", "Dorpsstraat", "123456782", "voorbeeld.nl", str(Path.home())):
            assert deel not in tekst


def test_every_event_is_one_line_of_the_log(log: Path) -> None:
    for tekst in ("a\nb", "a\r\x1b[2Jb", "a\u2028b\u202ec", "een\n2026-11-24 ERROR vals"):
        logging.getLogger("klachtenapp.proef").warning("Bestand %s", tekst)
    regels = log.read_bytes().decode().split("\n")
    assert len(regels) == 5
    assert all("WARNING Bestand" in regel for regel in regels[:4])
    assert not set(log.read_text("utf-8")) & set("\r\x1b\u2028\u202e")


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
