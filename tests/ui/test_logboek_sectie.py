"""The log of the register in Beheer, and that of one dossier: search, filter, open, export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp.ui import bestanden
from klachtenapp.ui.beheer.logboek import LogboekSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.logboek.model import KENMERK, VAN_NAAR
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek, vul_register

KLACHT = "K2026-0001"


@pytest.fixture
def sectie(
    qtbot: QtBot, runner: Runner, navigatie: Logboek, rustig: Callable[[Runner], None]
) -> Iterator[LogboekSectie]:
    runner.run(vul_register, lambda _: None, schrijft=True)
    rustig(runner)
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1100, 760)
    pagina.show()
    gekozen = pagina.toon_sectie("Logboek")
    assert isinstance(gekozen, LogboekSectie)
    rustig(runner)
    yield gekozen
    pagina.sluit()


def test_alles_staat_er_en_zoeken_maakt_minder(
    sectie: LogboekSectie, qtbot: QtBot, runner: Runner
) -> None:
    alles = sectie.model.rowCount()
    assert alles >= 7
    sectie.kenmerk.setText(KLACHT)
    qtbot.waitUntil(lambda: 0 < sectie.model.rowCount() < alles, timeout=10_000)
    regel = sectie.model.index(0, KENMERK).data()
    assert regel == KLACHT
    assert isinstance(sectie.model.index(0, VAN_NAAR).data(), str)
    sectie.kenmerk.clear()
    sectie.zoekveld.setText("geregistreerd")
    qtbot.waitUntil(lambda: sectie.model.rowCount() == 6, timeout=10_000)
    sectie.zoekveld.setText("komt nergens voor")
    qtbot.waitUntil(lambda: sectie.model.rowCount() == 0, timeout=10_000)
    assert "Geen regels gevonden" in sectie.telling.text()
    assert not sectie.uit.isEnabled()


def test_kiezen_wie_en_wat(sectie: LogboekSectie, qtbot: QtBot) -> None:
    assert sectie.persoon.count() >= 2
    sectie.handeling.setCurrentText("Geregistreerd")
    qtbot.waitUntil(lambda: sectie.model.rowCount() == 6, timeout=10_000)
    assert sectie.handeling.currentText() == "Geregistreerd"


def test_een_regel_opent_zijn_dossier(sectie: LogboekSectie, navigatie: Logboek) -> None:
    rij = next(
        n for n in range(sectie.model.rowCount()) if sectie.model.index(n, KENMERK).data() == KLACHT
    )
    sectie.tabel.geopend.emit(rij)
    assert KLACHT in str(navigatie.dossiers[-1])


def test_exporteren(
    sectie: LogboekSectie,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    navigatie: Logboek,
) -> None:
    pad = tmp_path / "logboek.csv"
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: pad)
    sectie.uit.click()
    qtbot.waitUntil(lambda: bool(navigatie.meldingen), timeout=10_000)
    assert "geëxporteerd naar logboek.csv" in navigatie.meldingen[-1]
    assert "Geregistreerd" in pad.read_text("utf-8-sig")
