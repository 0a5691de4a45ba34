"""The tabs break into rows and never scroll; keys walk through them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from klachtenapp.ui.dossier.tabbalk import Tab, Tabbalk
from klachtenapp.ui.dossier.werkblad import TABS

pytestmark = pytest.mark.usefixtures("stijl")


@pytest.fixture
def balk(qtbot: QtBot) -> Tabbalk:
    widget = Tabbalk(TABS)
    qtbot.addWidget(widget)
    widget.resize(900, 40)
    widget.show()
    return widget


@pytest.mark.parametrize("breed", [120, 200, 330, 500, 643, 742, 1200])
def test_alle_tabs_passen_bij_elke_breedte(balk: Tabbalk, breed: int) -> None:
    balk.zet_aantal("brieven", 12)
    balk.resize(breed, balk.height())
    vakken = [balk.knop(naam).geometry() for naam in balk.zichtbaar]
    for plek, vak in enumerate(vakken):
        assert balk.rect().contains(vak)
        assert not any(vak.intersects(ander) for ander in vakken[plek + 1 :])
        assert vak.width() >= balk.knop(balk.zichtbaar[plek]).sizeHint().width()


def test_een_verborgen_tab_is_niet_gekozen_en_heeft_geen_nummer(balk: Tabbalk) -> None:
    balk.kies("tijdlijn")
    balk.zet_zichtbaar("tijdlijn", False)
    assert balk.huidig == "klacht"
    assert "Alt+1" in balk.knop("klacht").toolTip()
    balk.kies_nummer(9)
    assert balk.huidig == "logboek"
    balk.kies_nummer(9)
    assert balk.huidig == "logboek"
    balk.stap(1)
    assert balk.huidig == "klacht"
    balk.zet_zichtbaar("tijdlijn", True)
    assert "Alt+2" in balk.knop("klacht").toolTip()


def test_pijltjes_lopen_door_de_tabs(balk: Tabbalk, qtbot: QtBot) -> None:
    balk.kies("klacht")
    balk.knop("klacht").setFocus()
    with qtbot.waitSignal(balk.gekozen) as gemeld:
        qtbot.keyClick(balk.knop("klacht"), Qt.Key.Key_Right)
    assert gemeld.args == ["personen"]


def test_een_telling_hoort_bij_de_naam(balk: Tabbalk) -> None:
    balk.zet_aantal("brieven", 3)
    assert balk.knop("brieven").accessibleName() == "Brieven, 3"
    balk.zet_aantal("brieven", 0)
    assert balk.knop("brieven").accessibleName() == "Brieven"
    assert balk.knop("gesprekken").accessibleName() == "Gesprekken en horen"


def test_een_balk_met_een_tab(qtbot: QtBot) -> None:
    widget = Tabbalk([Tab("a", "A", "Alles")])
    qtbot.addWidget(widget)
    widget.resize(10, 10)
    widget.stap(1)
    assert widget.huidig == "a"
