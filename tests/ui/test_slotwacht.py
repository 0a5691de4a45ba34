"""A lock that a colleague changed: what the user shows to come in outlives a slow attempt."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.services.context import Context
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.slotwacht import Slotwacht

WACHTWOORD = "paarse fiets in maart"


def test_an_attempt_from_before_the_password_does_not_take_it_away(
    qtbot: QtBot, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program tries by itself all the time, also at the moment of typing."""
    venster = QWidget()
    qtbot.addWidget(venster)
    wacht = Slotwacht(runner, venster)
    geprobeerd: list[str] = []
    bezig, door = threading.Event(), threading.Event()
    door.set()

    def opnieuw(_vorige: Context, wachtwoord: str) -> Context:
        geprobeerd.append(wachtwoord)
        bezig.set()
        assert door.wait(60)
        raise OpSlot("Typ het wachtwoord.", Path("r.klachten"), wachtwoord=True)

    monkeypatch.setattr(bootstrap, "opnieuw", opnieuw)
    monkeypatch.setattr(bootstrap, "wis_zonder_toegang", lambda *_: None)

    def probeer() -> None:
        with suppress(OpSlot):
            wacht.heropen(runner.ctx)

    probeer()
    assert wacht.vraagt_toegang
    wacht.vraag_toegang()
    vraag = wacht.toegang
    assert vraag is not None
    bezig.clear()
    door.clear()
    traag = threading.Thread(target=probeer)
    traag.start()
    assert bezig.wait(60)
    vraag.wachtwoord.setText(WACHTWOORD)
    vraag.open_nu()
    door.set()
    traag.join(60)
    QCoreApplication.sendPostedEvents()
    assert not wacht.vraagt_toegang  # it need not be typed again
    probeer()
    assert geprobeerd == ["", "", WACHTWOORD]
    assert wacht.vraagt_toegang  # this one was wrong
    wacht.stop()
