"""The tabs stand in one row that never scrolls; keys walk through them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from klachtenapp.ui.dossier.tabbalk import Tabbalk
from klachtenapp.ui.dossier.tabknop import Tab
from klachtenapp.ui.dossier.werkblad import TABS

pytestmark = pytest.mark.usefixtures("stijl")


@pytest.fixture
def balk(qtbot: QtBot) -> Tabbalk:
    widget = Tabbalk(TABS)
    qtbot.addWidget(widget)
    widget.resize(900, 40)
    widget.show()
    return widget


@pytest.mark.parametrize("breed", [200, 330, 500, 643, 742, 1200])
def test_elke_breedte_geeft_een_rij_waarin_niets_wordt_afgeknipt(balk: Tabbalk, breed: int) -> None:
    balk.zet_aantal("brieven", 12)
    balk.resize(breed, balk.height())
    for naam in balk.zichtbaar:
        balk.kies(naam)
        rij = [n for n in balk.zichtbaar if n not in balk.achter_meer]
        knoppen = [balk.knop(n) for n in rij] + ([balk.meer] if balk.achter_meer else [])
        assert naam in rij
        assert balk.meer.isVisible() == bool(balk.achter_meer)
        for plek, knop in enumerate(knoppen):
            assert knop.y() == 0
            assert knop.width() >= knop.sizeHint().width()
            assert balk.rect().contains(knop.geometry())
            assert not any(knop.geometry().intersects(k.geometry()) for k in knoppen[plek + 1 :])


def test_op_een_gewoon_scherm_staan_alle_negen_naast_elkaar(balk: Tabbalk) -> None:
    """At 1366 × 768 with the tijdlijn beside them, with counts on all that count."""
    balk.zet_zichtbaar("tijdlijn", False)
    for naam, aantal in (("gesprekken", 12), ("brieven", 14), ("oordeel", 3), ("bijlagen", 12)):
        balk.zet_aantal(naam, aantal)
    balk.resize(726, balk.height())
    assert balk.achter_meer == []


def test_wat_achter_meer_staat_is_te_kiezen(balk: Tabbalk) -> None:
    balk.resize(420, balk.height())
    assert balk.achter_meer[-1] == "logboek"
    balk.menu.aboutToShow.emit()
    doen = balk.menu.actions()
    assert [d.text().split("\t")[0] for d in doen][-2:] == ["Termijnkaart", "Logboek"]
    assert doen[-1].text().endswith("Alt+0")
    doen[-1].trigger()
    assert balk.huidig == "logboek"
    assert balk.knop("logboek").hasFocus()
    assert "logboek" not in balk.achter_meer


def test_toetsen_komen_ook_bij_wat_achter_meer_staat(balk: Tabbalk) -> None:
    balk.resize(420, balk.height())
    balk.kies_nummer(10)
    assert balk.huidig == "logboek"
    balk.stap(-1)
    assert balk.huidig == "termijnkaart"


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
