"""The meter in a real text field: marks, keys, suggestions, own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from klachtenapp.domain.taal import velden_verborgen
from klachtenapp.services import taalcheck
from klachtenapp.services.context import Context
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Leesbaarheid, Taalmarkering, Taalpaneel, Taalregel
from klachtenapp.ui.taalmeter.plek import Plekken

Rustig = Callable[[Runner], None]
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_TEKST = "Indien u belt, helpen wij. Uw klacht wordt behandeld. Wij bellen z.s.m. terug."


@pytest.fixture(params=[QPlainTextEdit, QTextEdit])
def veld(
    request: pytest.FixtureRequest, qtbot: QtBot, runner: Runner
) -> QPlainTextEdit | QTextEdit:
    gemaakt: QPlainTextEdit | QTextEdit = request.param()
    qtbot.addWidget(gemaakt)
    gemaakt.setPlainText(_TEKST)
    gemaakt.show()
    return gemaakt


def _gemerkt(veld: QPlainTextEdit | QTextEdit) -> list[str]:
    return [merk.cursor.selectedText() for merk in veld.extraSelections()]


def test_findings_are_marked_in_the_text(veld: QPlainTextEdit | QTextEdit, runner: Runner) -> None:
    markering = Taalmarkering(veld, runner)
    assert _gemerkt(veld) == ["Indien", "wordt behandeld", "z.s.m."]
    lijnen = {merk.format.underlineStyle() for merk in veld.extraSelections()}
    assert len(lijnen) == 3  # never colour alone
    assert veld.toPlainText() == _TEKST
    assert markering.rapport.woord == "Kan eenvoudiger"


def test_f8_walks_through_them_and_the_key_puts_the_plain_word_in(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    Taalmarkering(veld, runner)
    stappen = []
    for _ in range(4):
        qtbot.keyClick(veld, Qt.Key.Key_F8)
        stappen.append(veld.textCursor().selectedText())
    assert stappen == ["Indien", "wordt behandeld", "z.s.m.", "Indien"]
    qtbot.keyClick(veld, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert veld.textCursor().selectedText() == "z.s.m."
    qtbot.keyClick(veld, Qt.Key.Key_Period, _CTRL)
    assert veld.toPlainText().endswith("Wij bellen zo snel mogelijk terug.")
    qtbot.keyClick(veld, Qt.Key.Key_F8)
    qtbot.keyClick(veld, Qt.Key.Key_Return, _ALT)
    assert veld.toPlainText().startswith("Als u belt, helpen wij.")
    veld.undo()
    assert veld.toPlainText().startswith("Indien u belt")


def test_a_word_behind_letters_that_qt_counts_twice(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    veld.setPlainText("😀😀 Wij bellen indien nodig 😀.")
    markering = Taalmarkering(veld, runner)
    assert _gemerkt(veld) == ["indien"]
    qtbot.keyClick(veld, Qt.Key.Key_F8)
    assert markering.pas_toe()
    assert veld.toPlainText() == "😀😀 Wij bellen als nodig 😀."


def test_nothing_to_put_in_place_changes_nothing(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    veld.setPlainText("Uw klacht wordt behandeld.")
    markering = Taalmarkering(veld, runner)
    qtbot.keyClick(veld, Qt.Key.Key_F8)
    assert not markering.pas_toe()
    veld.setPlainText("Dag.")
    assert not markering.volgende()
    assert not markering.pas_toe()


def test_it_measures_again_a_moment_after_typing(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    markering = Taalmarkering(veld, runner)
    with qtbot.waitSignal(markering.gemeten):
        veld.setPlainText("Derhalve bellen wij.")
    assert _gemerkt(veld) == ["Derhalve"]
    veld.setPlainText("Wij bellen u reeds.")
    assert markering.pas_toe() is False  # measured first; the cursor is not at a finding
    assert _gemerkt(veld) == ["reeds"]


def test_fields_of_a_letter_text_are_not_judged(
    veld: QPlainTextEdit | QTextEdit, runner: Runner
) -> None:
    veld.setPlainText("{{#als termijn}}Wij bellen {{indien}} op {{derhalve}}.{{/als}}")
    Taalmarkering(veld, runner, verborgen=velden_verborgen)
    assert _gemerkt(veld) == []


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tekst=st.text(max_size=80), plek=st.integers(0, 80))
def test_any_text_can_be_marked(tekst: str, plek: int, runner: Runner, qtbot: QtBot) -> None:
    veld = QPlainTextEdit()
    qtbot.addWidget(veld)
    veld.setPlainText(tekst + " indien 😀 z.s.m.")
    markering = Taalmarkering(veld, runner)
    assert _gemerkt(veld)[-2:] == ["indien", "z.s.m"]
    markering.volgende()
    plekken = Plekken(tekst)
    assert plekken.van_qt(plekken.naar_qt(min(plek, len(tekst)))) == min(plek, len(tekst))


def test_the_panel_lists_explains_and_replaces(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    paneel = Taalpaneel(veld, runner)
    qtbot.addWidget(paneel)
    paneel.show()
    assert [paneel.lijst.item(n).text() for n in range(3)] == [
        "≈ Indien → Als",
        "↔ Lijdende vorm: wordt behandeld",
        "… z.s.m. → zo snel mogelijk",
    ]
    assert paneel.leesbaarheid.teken.text() == "▲ Kan eenvoudiger"
    paneel.lijst.itemActivated.emit(paneel.lijst.item(2))
    assert veld.textCursor().selectedText() == "z.s.m."
    assert paneel.uitleg.heel() == "Afkorting. Schrijf voluit: zo snel mogelijk."
    (knop,) = paneel.keuzeknoppen()
    assert knop.accessibleName() == "Zet in de plaats: zo snel mogelijk"
    knop.click()
    assert veld.toPlainText().endswith("Wij bellen zo snel mogelijk terug.")
    assert paneel.lijst.count() == 2


def test_what_a_letter_leaves_out_stands_in_the_panel(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    blok = Leesbaarheid()
    qtbot.addWidget(blok)
    blok.toon(Taalmarkering(veld, runner).rapport, ["De brief noemt geen nummer om te bellen."])
    assert "Kan eenvoudiger" in blok.accessibleName()
    assert "3 tips" in blok.accessibleName()


def test_an_own_word_counts_in_every_field_at_once(
    veld: QPlainTextEdit | QTextEdit,
    runner: Runner,
    qtbot: QtBot,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    veld.setPlainText("Het participatietraject begint.")
    paneel = Taalpaneel(veld, runner)
    qtbot.addWidget(paneel)
    paneel.show()
    paneel.woord.click()
    paneel.vraag.moeilijk.setText("participatietraject")
    paneel.vraag.gewoon.setText("participatietraject")
    paneel.vraag.knop.click()
    rustig(runner)
    assert paneel.vraag.isVisible()  # the same word is no plain word
    paneel.vraag.gewoon.setText("meepraten")
    with qtbot.waitSignal(paneel.markering.kennis.gewijzigd):
        paneel.vraag.knop.click()
    rustig(runner)
    assert not paneel.vraag.isVisible()
    assert _gemerkt(veld) == ["participatietraject"]
    assert taalcheck.eigen_woorden(ctx_van()) == {"participatietraject": "meepraten"}


def test_a_listed_word_can_be_allowed(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot, rustig: Rustig
) -> None:
    paneel = Taalpaneel(veld, runner)
    qtbot.addWidget(paneel)
    paneel.show()
    rustig(runner)
    paneel.markering.volgende()
    with qtbot.waitSignal(paneel.markering.kennis.gewijzigd):
        paneel.mag.click()
    assert "Indien" not in _gemerkt(veld)


def test_the_calm_line_opens_the_panel_when_asked(
    veld: QPlainTextEdit | QTextEdit, runner: Runner, qtbot: QtBot
) -> None:
    regel = Taalregel(veld, runner)
    qtbot.addWidget(regel)
    regel.show()
    assert regel.knop.text() == "Leestips (3)"
    assert regel.paneel is None
    regel.knop.click()
    assert regel.paneel is not None
    assert regel.paneel.isVisible()
    regel.knop.click()
    assert not regel.paneel.isVisible()


def test_a_long_text_stays_fast_to_mark(veld: QPlainTextEdit | QTextEdit, runner: Runner) -> None:
    veld.setPlainText((_TEKST + "\n") * 2000)
    markering = Taalmarkering(veld, runner)
    assert len(veld.extraSelections()) == 400
    assert markering.rapport.meting.zinnen > 3000
