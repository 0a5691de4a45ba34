"""Typing in the register window: the longest time the window does not answer, and the wait."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from voorraad import open_

from klachtenapp.ui.register_page import RegisterPage
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import STIJLKEUZE, Stijl

GETYPT = ("geluidsoverlast", "teruggebeld", "zolkiewska", "dorpsstraat", "stoeptegel")
_TIK_MS = 5
_TOETS_MS = 90  # a good typist


class Navigatie:
    """The window around the page, which is not there."""

    def open_dossier(self, kenmerk: str, doe: str = "") -> None:
        """Do nothing."""

    def nieuwe_melding(self) -> None:
        """Do nothing."""

    def toon_pagina(self, naam: str) -> None:
        """Do nothing."""

    def terug(self) -> None:
        """Do nothing."""

    def meld(self, tekst: str) -> None:
        """Do nothing."""

    def zeg(self, tekst: str) -> None:
        """Do nothing."""


class Hartslag:
    """Notes the longest time between two beats of the window's own clock."""

    def __init__(self) -> None:
        self.gaten: list[float] = []
        self._laatst = time.perf_counter()
        self._klok = QTimer(interval=_TIK_MS)
        self._klok.timeout.connect(self._slag)
        self._klok.start()

    def _slag(self) -> None:
        nu = time.perf_counter()
        self.gaten.append(nu - self._laatst - _TIK_MS / 1000)
        self._laatst = nu


def main(pad: Path) -> int:
    """Type every word letter by letter and print the longest block in milliseconds."""
    program = QApplication([sys.argv[0], *STIJLKEUZE])
    with tempfile.TemporaryDirectory() as map_:
        instellingen = QSettings(str(Path(map_) / "v.ini"), QSettings.Format.IniFormat)
        stijl = Stijl(program, instellingen)
        runner = Runner(lambda: open_(pad))
        runner.start(lambda _ctx: None)
        while not runner.is_rustig or not runner.is_open:
            QTest.qWait(20)
        pagina = RegisterPage(runner, Navigatie(), instellingen)
        pagina.resize(1100, 720)
        pagina.show()
        pagina.ververs()
        while not runner.is_rustig:
            QTest.qWait(20)
        QTest.qWait(300)
        slag = Hartslag()
        for woord in GETYPT:
            for letter in woord:
                QTest.keyClick(pagina.filters.zoekveld, letter)
                QTest.qWait(_TOETS_MS)
            while not runner.is_rustig:
                QTest.qWait(10)
            pagina.filters.zoekveld.clear()
            QTest.qWait(400)
        runner.sluit()
        assert stijl.tekstmaat
    print(max(slag.gaten) * 1000)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
