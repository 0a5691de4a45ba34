"""From the start of the program to paper: counted in keys, by someone who never saw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.paginas import PAGINAS, Paginasoort
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stappenplan_page import StappenplanPage
from klachtenapp.ui.stijl import Stijl
from tests.ui.typist import Typist

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def papier() -> list[str]:
    """The names of what was printed."""
    return []


@pytest.fixture
def soorten(tmp_path: Path, papier: list[str]) -> tuple[Paginasoort, ...]:
    """The pages of the program; the print dialog of the counter answers by itself."""

    def kies(_ouder: QWidget, titel: str, _paginas: int) -> QPrinter:
        papier.append(titel)
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "papier.pdf"))
        return printer

    def maak(runner: Runner, navigatie: Navigatie) -> StappenplanPage:
        return StappenplanPage(runner, navigatie, kies_printer=kies)

    return tuple(replace(s, maak=maak) if s.naam == "stappenplan" else s for s in PAGINAS)


@pytest.fixture
def venster(
    qtbot: QtBot,
    kenmerken: list[str],
    soorten: tuple[Paginasoort, ...],
    runner: Runner,
    stijl: Stijl,
    instellingen: QSettings,
    rustig: Callable[[Runner], None],
) -> Iterator[MainWindow]:
    window = MainWindow(runner, stijl, instellingen=instellingen, paginas=soorten)
    window.resize(911, 512)  # 1366×768 at 150 %
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    rustig(runner)
    yield window
    window.close()
    window.deleteLater()


def _stappenplanknop(venster: MainWindow) -> QAbstractButton:
    return next(
        knop
        for knop in venster.findChildren(QAbstractButton)
        if knop.text().replace("&", "") == "Stappenplan" and knop.isVisible()
    )


def test_met_twee_toetsen(
    venster: MainWindow,
    papier: list[str],
    runner: Runner,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    Typist().druk(Qt.Key.Key_4, met=CTRL)
    rustig(runner)
    pagina = venster.pagina("stappenplan")
    assert isinstance(pagina, StappenplanPage)
    assert QApplication.focusWidget() is pagina.knop_print
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        Typist().druk(Qt.Key.Key_Return)
    assert papier == ["Stappenplan"]


def test_met_twee_klikken_op_wat_er_staat(
    venster: MainWindow,
    papier: list[str],
    runner: Runner,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    _klik(qtbot, _stappenplanknop(venster))
    rustig(runner)
    pagina = venster.pagina("stappenplan")
    assert isinstance(pagina, StappenplanPage)
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        _klik(qtbot, pagina.knop_print)
    assert papier == ["Stappenplan"]


def test_op_een_klein_scherm_is_de_knop_heel_te_zien(
    venster: MainWindow, runner: Runner, rustig: Callable[[Runner], None]
) -> None:
    venster.toon_pagina("stappenplan")
    rustig(runner)
    pagina = venster.pagina("stappenplan")
    assert isinstance(pagina, StappenplanPage)
    for widget in (pagina.knop_print, *pagina.wie.groep.chips()):
        vak = QRect(widget.mapTo(venster, QPoint(0, 0)), widget.size())
        assert venster.rect().contains(vak)
        assert widget.visibleRegion().boundingRect().size() == widget.size()


def _klik(qtbot: QtBot, knop: QAbstractButton) -> None:
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
