"""The three message boxes: what they say and which answer is the safe one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox  # noqa: TID251 - the test looks at the box itself
from pytestqt.qtbot import QtBot

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.ui import messages


@pytest.fixture
def dozen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    gezien: list[QMessageBox] = []

    def toon(doos: QMessageBox) -> int:
        gezien.append(doos)
        qtbot.addWidget(doos)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", toon)
    return gezien


def test_a_refusal_and_a_disturbance_are_told_apart(dozen: list[QMessageBox]) -> None:
    messages.fail(None, RegelFout("Vul de naam in."))
    messages.fail(None, OmgevingFout("De schijf is weg."))
    assert dozen[0].informativeText() == "Vul de naam in."
    assert dozen[0].text() != dozen[1].text()


def test_the_safe_answer_is_the_default(dozen: list[QMessageBox]) -> None:
    assert not messages.ask(None, "Alles weggooien?", ja="Weggooien", nee="Bewaren")
    standaard = dozen[0].defaultButton()
    assert standaard is not None
    assert standaard.text() == "Bewaren"
    assert dozen[0].escapeButton().text() == "Bewaren"


def test_yes_is_yes(dozen: list[QMessageBox], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda doos: doos.buttons()[0])
    antwoord = messages.ask(None, "Doorgaan?", titel="Let op")
    assert antwoord is (dozen[0].buttons()[0].text() == "Ja, doorgaan")
    assert dozen[0].text() == "Let op"


def test_telling_has_one_button(dozen: list[QMessageBox]) -> None:
    messages.tell(None, "Dit is belangrijk.")
    assert [knop.text() for knop in dozen[0].buttons()] == ["Sluiten"]
    assert dozen[0].text() == "Dit is belangrijk."
