"""What tests of the window share: a dressed program, a runner on a real register, a recorder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services.context import Context
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl

DINSDAG = datetime(2026, 11, 24, 9, 30)


@dataclass
class Logboek:
    """A ``Navigatie`` that only writes down what was asked."""

    dossiers: list[tuple[str, str]] = field(default_factory=list)
    paginas: list[str] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    nieuw: int = 0
    teruggegaan: int = 0

    def open_dossier(self, kenmerk: str, doe: str = "") -> None:
        self.dossiers.append((kenmerk, doe))

    def nieuwe_melding(self) -> None:
        self.nieuw += 1

    def toon_pagina(self, naam: str) -> None:
        self.paginas.append(naam)

    def terug(self) -> None:
        self.teruggegaan += 1

    def meld(self, tekst: str) -> None:
        self.meldingen.append(tekst)


@pytest.fixture
def navigatie() -> Logboek:
    return Logboek()


@pytest.fixture
def instellingen(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def stijl(qapp: QApplication, instellingen: QSettings) -> Iterator[Stijl]:
    gekleed = Stijl(qapp, instellingen)
    yield gekleed
    qapp.setStyleSheet("")
    gekleed.deleteLater()


@pytest.fixture
def register_openen(tmp_path: Path) -> Callable[[], Context]:
    """Makes an empty register once and opens it, for a ``Runner``."""
    pad = tmp_path / "proef.klachten"

    def openen() -> Context:
        if not pad.exists():
            bootstrap.sluit(bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad")))
        return bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker="registrar JZ")

    return openen


@pytest.fixture
def runner(qtbot: object, register_openen: Callable[[], Context], stijl: Stijl) -> Iterator[Runner]:
    """A started runner on a real, empty register; Tuesday 24 November 2026, 9:30."""
    lopend = Runner(register_openen, bootstrap.sluit)
    with qtbot.waitSignal(lopend.bezig, check_params_cb=lambda bezig: not bezig):  # type: ignore[attr-defined]
        lopend.start()
    yield lopend
    lopend.sluit()
