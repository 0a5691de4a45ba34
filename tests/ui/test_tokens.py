"""Colours can be read, by everyone, in light and dark (WCAG 2 AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.stijl import Stijl, stylesheet
from klachtenapp.ui.tokens import DONKER, LICHT, Palet

SCHEMAS = pytest.mark.parametrize("palet", [LICHT, DONKER], ids=["licht", "donker"])


@SCHEMAS
def test_every_text_stands_out_from_its_ground(palet: Palet) -> None:
    kleuren = tokens.kleuren(palet)
    te_zwak = {
        paar: round(tokens.contrast(kleuren[paar[0]], kleuren[paar[1]]), 2)
        for paar in tokens.TEKSTPAREN
        if tokens.contrast(kleuren[paar[0]], kleuren[paar[1]]) < 4.5
    }
    assert te_zwak == {}


@SCHEMAS
def test_every_border_of_a_control_can_be_seen(palet: Palet) -> None:
    kleuren = tokens.kleuren(palet)
    te_zwak = {
        paar: round(tokens.contrast(kleuren[paar[0]], kleuren[paar[1]]), 2)
        for paar in tokens.RANDPAREN
        if tokens.contrast(kleuren[paar[0]], kleuren[paar[1]]) < 3
    }
    assert te_zwak == {}


def test_contrast_is_that_of_wcag() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMAS
@pytest.mark.parametrize("tekstmaat", [80, 100, 200])
def test_the_stylesheet_is_filled_in_whole(palet: Palet, tekstmaat: int) -> None:
    vel = stylesheet(palet, tekstmaat)
    assert "@" not in vel
    assert not re.search(r"\d+dp\b", vel)
    for pad in re.findall(r'url\("([^"]+)"\)', vel):
        assert Path(pad).is_file(), pad


def test_the_letter_is_the_one_from_the_wheel(stijl: Stijl) -> None:
    for gewicht in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold):
        letter = QFont(tokens.LETTER)
        letter.setWeight(gewicht)
        assert QFontInfo(letter).family() == tokens.LETTER


def test_text_grows_and_the_choice_is_kept(
    qapp: QApplication, stijl: Stijl, instellingen: QSettings
) -> None:
    gewoon = qapp.font().pixelSize()
    stijl.groter()
    stijl.groter()
    assert qapp.font().pixelSize() > gewoon
    assert tokens.tekstmaat() == stijl.tekstmaat == 125
    assert Stijl(qapp, instellingen).tekstmaat == 125
    for _ in range(20):
        stijl.kleiner()
    assert stijl.tekstmaat == min(tokens.TEKSTMATEN)
    stijl.normaal()
    assert tokens.tekstmaat() == 100


def test_a_spoiled_setting_is_100_percent(qapp: QApplication, instellingen: QSettings) -> None:
    instellingen.setValue("weergave/tekstmaat", "reusachtig")
    assert Stijl(qapp, instellingen).tekstmaat == 100


def test_dark_is_dark(qapp: QApplication, instellingen: QSettings) -> None:
    Stijl(qapp, instellingen, donker=True)
    assert tokens.palet() is DONKER
    Stijl(qapp, instellingen, donker=False)
    assert tokens.palet() is LICHT


def test_every_icon_draws_something(stijl: Stijl) -> None:
    map_ = Path(__file__).parents[2] / "resources" / "iconen"
    for pad in map_.glob("*.svg"):
        beeld = iconen.pixmap(pad.stem, "inkt", 24).toImage()
        assert any(
            beeld.pixelColor(x, y).alpha()
            for x in range(0, beeld.width(), 2)
            for y in range(0, beeld.height(), 2)
        ), pad.name
