"""The manual (F1): the same words as in docs, found by a word, honest about roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.domain.personen import Rol
from klachtenapp.ui.handleiding_venster import HandleidingVenster, hoofdstukken
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.toetsen import SNELTOETSEN

DOCS = Path(__file__).parents[2] / "docs" / "handleiding.md"


@pytest.fixture
def venster(qtbot: QtBot, stijl: Stijl) -> Iterator[HandleidingVenster]:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    handleiding = HandleidingVenster(ouder)
    handleiding.show()
    yield handleiding
    handleiding.close()


def _titels(venster: HandleidingVenster) -> list[str]:
    return [venster.lijst.item(rij).text() for rij in range(venster.lijst.count())]


def test_the_program_carries_the_manual_of_docs() -> None:
    eigen = (paths.bronnen() / "handleiding.md").read_text(encoding="utf-8")
    assert eigen == DOCS.read_text(encoding="utf-8")


def test_every_chapter_stands_in_the_list_and_can_be_read(venster: HandleidingVenster) -> None:
    assert _titels(venster) == [deel.titel for deel in hoofdstukken()]
    for rij, deel in enumerate(hoofdstukken()):
        venster.lijst.setCurrentRow(rij)
        assert deel.titel in venster.tekst.toPlainText()
        assert "**" not in venster.tekst.toPlainText()


def test_a_word_finds_its_chapter_and_the_arrows_walk(venster: HandleidingVenster) -> None:
    QTest.keyClicks(venster.zoekveld, "taakplanner")
    assert _titels(venster) == ["Elke ochtend een lijst van datums"]
    venster.zoekveld.clear()
    QTest.keyClick(venster.lijst, Qt.Key.Key_Down)
    assert hoofdstukken()[1].titel in venster.tekst.toPlainText()
    QTest.keyClicks(venster.zoekveld, "xyzzy")
    assert _titels(venster) == []
    assert "Niets gevonden" in venster.tekst.toPlainText()


def test_every_role_is_named_and_that_a_role_is_no_lock() -> None:
    tekst = DOCS.read_text(encoding="utf-8")
    for rol in Rol:
        assert f"**{rol.value.capitalize()}**" in tekst
    assert "Een rol is geen slot." in tekst


def test_the_card_of_shortcuts_knows_both() -> None:
    toetsen = {toets for _, regels in SNELTOETSEN for toets, _ in regels}
    assert {"F1", "?"} <= toetsen
