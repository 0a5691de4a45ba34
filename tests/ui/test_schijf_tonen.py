"""Where the register lies is shown, tried out on request, and advised against when it must."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from klachtenapp.services import schijftest
from klachtenapp.ui.beheer.register import RegisterSectie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.schijfstrook import Schijfstrook
from klachtenapp.ui.verbinding import Verbindingsbeeld
from tests.ui.conftest import Logboek

Rustig = Callable[[Runner], None]
ZIN = "Het register staat in een map van OneDrive."


def test_de_schijf_testen_in_beheer(
    qtbot: QtBot,
    runner: Runner,
    navigatie: Logboek,
    rustig: Rustig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schijftest, "wolkzin", lambda _pad: ZIN)
    sectie = RegisterSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    sectie.ververs()
    rustig(runner)
    assert sectie.wolk.tekst() == ZIN
    qtbot.mouseClick(sectie.knop_schijf, Qt.MouseButton.LeftButton)
    assert not sectie.knop_schijf.isEnabled()
    qtbot.waitUntil(sectie.knop_schijf.isEnabled, timeout=20_000)
    regels = " ".join(label.text() for label in sectie.uitslag.findChildren(QLabel))
    assert "Vergrendelen werkt: wie schrijft, houdt een ander tegen." in regels
    assert "ms" in regels
    assert sectie.uitslag.knop_herstel.isHidden()
    assert navigatie.meldingen[-1] == "De schijf is getest."


def test_een_wolkmap_wordt_een_keer_gemeld(qtbot: QtBot) -> None:
    strook = Schijfstrook()
    qtbot.addWidget(strook)
    strook.waarschuw("/een/r.klachten", "")
    assert strook.zinnen() == ()
    strook.waarschuw("/een/r.klachten", ZIN)
    strook.toon(Verbindingsbeeld())
    assert strook.zinnen() == (ZIN,)
    assert not strook.isHidden()
    strook.knop_begrepen.click()
    assert strook.isHidden()
    strook.waarschuw("/een/r.klachten", ZIN)
    assert strook.zinnen() == ()
    strook.waarschuw("/ander/r.klachten", ZIN)
    assert strook.zinnen() == (ZIN,)
