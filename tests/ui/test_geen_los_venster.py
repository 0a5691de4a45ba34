"""What is taken off the screen before it was ever seen does not come back as a window.

A layout shows what it is given at the next event. Who is taken out of its parent before that
event comes, has no parent to be shown in, and is shown all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.services import intake
from klachtenapp.services.intake import Formulier
from klachtenapp.ui.bouwstenen import ChipGroep
from klachtenapp.ui.intake.zijbalk import Zijbalk
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter.paneel import Taalpaneel

TEKST = "Indien u belt, helpen wij derhalve."


class Uitkijk(QObject):
    """Sees which windows appear."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien: list[str] = []

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(bron, QWidget) and bron.isWindow():
            self.gezien.append(f"{type(bron).__name__} {bron.accessibleName()}")
        return False


@pytest.fixture
def uitkijk(qapp: QApplication) -> Iterator[Uitkijk]:
    kijker = Uitkijk()
    yield kijker
    qapp.removeEventFilter(kijker)


def _begin(qtbot: QtBot, qapp: QApplication, uitkijk: Uitkijk, widget: QWidget) -> None:
    """Show the widget and look out for other windows from now on."""
    qtbot.addWidget(widget)
    widget.show()
    qapp.processEvents()
    qapp.installEventFilter(uitkijk)


def test_facts_that_change_twice_at_once(
    qtbot: QtBot, qapp: QApplication, runner: Runner, uitkijk: Uitkijk
) -> None:
    zijbalk, ctx = Zijbalk(), runner.ctx
    _begin(qtbot, qapp, uitkijk, zijbalk)
    leeg = Formulier(ontvangen_op=ctx.vandaag.isoformat())
    for formulier in (leeg, replace(leeg, omschrijving="Mijn nummer is 123456782.")):
        feiten = intake.feiten(formulier, ctx.gemeente, ctx.kader, ctx.vandaag, {})
        zijbalk.toon(feiten, ctx.vandaag)
    qapp.processEvents()
    assert uitkijk.gezien == []


def test_findings_one_walks_past_quickly(
    qtbot: QtBot, qapp: QApplication, runner: Runner, uitkijk: Uitkijk
) -> None:
    veld = QPlainTextEdit(TEKST)
    qtbot.addWidget(veld)
    paneel = Taalpaneel(veld, runner)
    _begin(qtbot, qapp, uitkijk, paneel)
    paneel.markering.volgende()
    qapp.processEvents()  # the row of suggestions is in sight from here
    for _ in range(3):
        paneel.markering.volgende()
    qapp.processEvents()
    assert uitkijk.gezien == []


def test_choices_that_change_twice_at_once(
    qtbot: QtBot, qapp: QApplication, stijl: object, uitkijk: Uitkijk
) -> None:
    groep = ChipGroep(("een", "twee"), naam="Keuze")
    _begin(qtbot, qapp, uitkijk, groep)
    for keuzes in (("drie",), ("vier", "vijf")):
        groep.zet_keuzes(keuzes)
    qapp.processEvents()
    assert uitkijk.gezien == []
