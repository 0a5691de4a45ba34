"""A few letters are enough to choose a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.ui.intake.keuzeveld import Keuzeveld, beste_keuze
from klachtenapp.ui.stijl import Stijl
from tests.ui.typist import Typist

NAMEN = ("P. Yılmaz", "H. de Boer", "M. de Boer-Kok", "M. Kok", "Sociaal domein")


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("yil", "P. Yılmaz"),
        ("SOC", "Sociaal domein"),
        ("m. kok", "M. Kok"),
        ("h", "H. de Boer"),
        ("boer", "boer"),  # two of them: the user must say more
        ("mein", "Sociaal domein"),
        ("  ", ""),
        ("Nieuw iemand ", "Nieuw iemand"),
    ],
)
def test_wat_bedoeld_is(getypt: str, bedoeld: str) -> None:
    assert beste_keuze(getypt, NAMEN) == bedoeld


def test_weggaan_maakt_af_en_de_lijst_slokt_geen_toetsen_op(qtbot: QtBot, stijl: Stijl) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    opmaak = QVBoxLayout(venster)
    veld, ander = Keuzeveld(), QLineEdit()
    opmaak.addWidget(veld)
    opmaak.addWidget(ander)
    veld.zet_keuzes(NAMEN)
    with qtbot.waitActive(venster):
        venster.show()
        venster.activateWindow()
    veld.setFocus()
    typist = Typist().typ("soc")
    assert veld.currentText() == "soc"
    assert veld.waarde() == "Sociaal domein"
    venster.grab()  # draws what is meant behind the letters
    typist.tab()
    assert veld.currentText() == "Sociaal domein"
    assert ander.hasFocus()
    veld.zet_keuzes((*NAMEN, "Burgerzaken"))
    assert veld.currentText() == "Sociaal domein"
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    assert veld.currentText() == "Burgerzaken"
    veld.zet("Iemand van vroeger")
    assert veld.waarde() == "Iemand van vroeger"
