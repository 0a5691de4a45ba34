"""Beheer, Werkwijze: two stappenplannen by turns, off until somebody wants it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from klachtenapp.services import stappenproef
from klachtenapp.services.stappenproef import Stappenproef
from klachtenapp.ui.beheer.werkwijze import WerkwijzeSectie
from klachtenapp.ui.bouwstenen import ChipGroep
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek


@pytest.fixture
def sectie(
    runner: Runner, navigatie: Logboek, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> WerkwijzeSectie:
    gemaakt = WerkwijzeSectie(runner, navigatie)
    qtbot.addWidget(gemaakt)
    gemaakt.ververs()
    rustig(runner)
    return gemaakt


def _lees(runner: Runner, rustig: Callable[[Runner], None]) -> Stappenproef:
    gevonden: list[Stappenproef] = []
    runner.run(stappenproef.lees, gevonden.append)
    rustig(runner)
    return gevonden[0]


def test_twee_bladen_om_en_om(
    sectie: WerkwijzeSectie, runner: Runner, rustig: Callable[[Runner], None]
) -> None:
    assert not _lees(runner, rustig).aan
    vink, ander = sectie.velden.widget("proef_aan"), sectie.velden.widget("proef_ander")
    assert isinstance(vink, QCheckBox)
    assert isinstance(ander, ChipGroep)
    vink.click()
    next(chip for chip in ander.chips() if chip.waarde == "compleet-vouw").click()
    sectie.bewaar()
    rustig(runner)
    proef = _lees(runner, rustig)
    assert (proef.aan, proef.een, proef.ander) == (True, "kort", "compleet-vouw")
    next(chip for chip in ander.chips() if chip.waarde == "kort").click()
    sectie.bewaar()
    rustig(runner)
    assert _lees(runner, rustig) == proef  # twice the same sheet is refused
