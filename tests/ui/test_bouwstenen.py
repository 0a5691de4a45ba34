"""The small widgets: keyboard, accessible names, what they tell."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.ui.bouwstenen import (
    ChipGroep,
    DatumVeld,
    Kaart,
    Knop,
    Melding,
    Overlay,
    Schuifvlak,
    Stroom,
    Tegel,
    Teken,
    Tekst,
    Veldregel,
    Voortgangskaart,
)
from klachtenapp.ui.stijl import Stijl

DINSDAG = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _gekleed(stijl: Stijl) -> None:
    """Every widget here wears the stylesheet."""


def toon(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def test_chips_choose_one_and_give_it_back(qtbot: QtBot) -> None:
    groep = ChipGroep([("a", "appel"), ("b", "brief"), ("c", "citroen")], naam="Fruit")
    toon(qtbot, groep)
    gehoord: list[str] = []
    groep.gewijzigd.connect(gehoord.append)
    qtbot.mouseClick(groep.chips()[1], Qt.MouseButton.LeftButton)
    assert groep.waarde() == "b"
    qtbot.mouseClick(groep.chips()[2], Qt.MouseButton.LeftButton)
    assert groep.waarden() == ("c",)
    qtbot.mouseClick(groep.chips()[2], Qt.MouseButton.LeftButton)
    assert groep.waarde() == ""
    assert gehoord == ["b", "c", ""]


def test_a_required_choice_cannot_be_taken_back(qtbot: QtBot) -> None:
    groep = ChipGroep(["ja", "nee"], verplicht=True)
    toon(qtbot, groep)
    groep.zet("ja")
    qtbot.mouseClick(groep.chips()[0], Qt.MouseButton.LeftButton)
    assert groep.waarde() == "ja"


def test_arrows_and_first_letters_choose_a_chip(qtbot: QtBot) -> None:
    groep = ChipGroep(["balie", "telefoon", "brief", "website"])
    toon(qtbot, groep)
    groep.setFocus()
    QTest.keyClick(groep.chips()[0], Qt.Key.Key_Right)
    assert groep.waarde() == "telefoon"
    QTest.keyClick(groep.chips()[1], Qt.Key.Key_W)
    assert groep.waarde() == "website"
    QTest.keyClick(groep.chips()[3], Qt.Key.Key_B)
    assert groep.waarde() == "balie"
    QTest.keyClick(groep.chips()[0], Qt.Key.Key_B)
    assert groep.waarde() == "brief"


def test_a_row_of_chips_is_one_stop_for_tab(qtbot: QtBot) -> None:
    groep = ChipGroep(["a", "b", "c"])
    groep.zet("b")
    beleid = [chip.focusPolicy() & Qt.FocusPolicy.TabFocus for chip in groep.chips()]
    assert [bool(p) for p in beleid] == [False, True, False]
    qtbot.addWidget(groep)


def test_more_chips_can_be_chosen_when_asked_for(qtbot: QtBot) -> None:
    groep = ChipGroep(["leest moeilijk", "andere taal"], meer=True)
    toon(qtbot, groep)
    for chip in groep.chips():
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert groep.waarden() == ("leest moeilijk", "andere taal")
    groep.zet_keuzes(["andere taal", "doof"])
    assert groep.waarden() == ("andere taal",)


def test_a_date_is_typed_and_written_out(qtbot: QtBot) -> None:
    veld = DatumVeld(lambda: DINSDAG, naam="Ontvangen op")
    ander = QLineEdit()
    blad = QWidget()
    opmaak = QVBoxLayout(blad)
    opmaak.addWidget(veld)
    opmaak.addWidget(ander)
    toon(qtbot, blad)
    gehoord: list[date | None] = []
    veld.gewijzigd.connect(gehoord.append)
    veld.setFocus()
    QTest.keyClicks(veld, "20-11")
    ander.setFocus()
    assert veld.text() == "vr 20 nov 2026"
    assert veld.datum() == date(2026, 11, 20)
    veld.setFocus()
    QTest.keyClick(veld, Qt.Key.Key_Up)
    assert gehoord[-1] == date(2026, 11, 21)
    veld.setText("misschien")
    assert veld.is_fout()
    assert veld.datum() is None
    veld.zet(None)
    assert not veld.is_fout()


def test_a_field_line_names_its_field_and_tells_what_is_wrong(qtbot: QtBot) -> None:
    veld = QLineEdit()
    regel = Veldregel("&Achternaam", veld, hulp="Zoals op de brief.", verplicht=True)
    toon(qtbot, regel)
    assert veld.accessibleName() == "Achternaam (verplicht)"
    assert regel.label.buddy() is veld
    regel.fout("Vul de achternaam in.")
    assert veld.accessibleDescription() == "Vul de achternaam in."
    assert veld.property("rol") == "veld-fout"
    regel.wis_fout()
    assert veld.property("rol") == "veld"
    lang = Veldregel("Tekst", QPlainTextEdit())
    qtbot.addWidget(lang)
    lang.fout("Te kort.")


def test_a_banner_is_only_there_when_it_says_something(qtbot: QtBot) -> None:
    blad = QWidget()
    opmaak = QVBoxLayout(blad)
    melding = Melding()
    opmaak.addWidget(melding)
    toon(qtbot, blad)
    assert not melding.isVisible()
    melding.toon("Er is iets.", "fout")
    assert melding.isVisible()
    assert melding.tekst() == melding.accessibleName() == "Er is iets."
    gedrukt: list[int] = []
    melding.voeg_knop_toe("Help", lambda: gedrukt.append(1)).click()
    assert gedrukt == [1]
    melding.toon("")
    assert not melding.isVisible()


def test_text_that_is_cut_tells_all_in_its_tooltip(qtbot: QtBot) -> None:
    lang = "Losse stoeptegel, tweede keer gemeld en nog steeds niets gebeurd"
    tekst = Tekst(lang, afkappen=True)
    tekst.resize(120, 24)
    toon(qtbot, tekst)
    tekst.resize(120, 24)
    assert tekst.text().endswith("…")
    assert tekst.toolTip() == tekst.accessibleName() == tekst.heel() == lang
    tekst.resize(900, 24)
    assert tekst.text() == lang
    assert tekst.toolTip() == ""


def test_what_a_user_typed_is_never_markup(qtbot: QtBot) -> None:
    for woorden in (Tekst("<b>vet</b>"), Teken("■", "<i>x</i>", "rood")):
        qtbot.addWidget(woorden)
        assert woorden.textFormat() is Qt.TextFormat.PlainText


def test_the_flow_goes_on_below_when_the_row_is_full(qtbot: QtBot) -> None:
    blad = QWidget()
    stroom = Stroom(blad)
    for tekst in ("een", "twee", "drie", "vier"):
        stroom.addWidget(Knop(tekst))
    qtbot.addWidget(blad)
    een_rij = stroom.sizeHint()
    assert stroom.heightForWidth(een_rij.width()) == een_rij.height()
    assert stroom.heightForWidth(een_rij.width() // 2) > een_rij.height()


def test_a_tile_says_its_number_aloud(qtbot: QtBot) -> None:
    tegel = Tegel("Deze week af", "deze-week", "amber")
    qtbot.addWidget(tegel)
    tegel.zet(5, "eerst: morgen")
    assert tegel.accessibleName() == "Deze week af: 5"
    assert tegel.aantal() == 5


def test_an_overlay_keeps_the_keyboard_and_gives_it_back(qtbot: QtBot) -> None:
    venster = QWidget()
    veld = QLineEdit()
    QVBoxLayout(venster).addWidget(veld)
    venster.resize(600, 400)
    toon(qtbot, venster)
    veld.setFocus()
    overlay = Overlay(venster, "Kaart")
    een, twee = Knop("een"), Knop("twee")
    overlay.kaart.voeg_toe(een)
    overlay.kaart.voeg_toe(twee)
    overlay.open()
    een.setFocus()
    for verwacht in (twee, een):
        QTest.keyClick(QApplication.focusWidget() or overlay, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is verwacht
    QTest.keyClick(een, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is veld
    overlay.open()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not overlay.isVisible()


def test_a_long_job_can_be_stopped_from_its_card(qtbot: QtBot) -> None:
    venster = QWidget()
    venster.resize(600, 400)
    toon(qtbot, venster)
    kaart = Voortgangskaart(venster, "Exporteren")
    gestopt: list[int] = []
    kaart.begin(lambda: gestopt.append(1))
    kaart.stand(3, 10)
    qtbot.waitUntil(kaart.isVisible, timeout=20_000)
    kaart.sluit()
    kaart.sluit()
    assert gestopt == [1]
    kaart.klaar()
    assert not kaart.isVisible()


def test_a_card_shows_no_heading_without_one(qtbot: QtBot) -> None:
    kaart = Kaart()
    toon(qtbot, kaart)
    assert not kaart.kop.isVisible()


def test_een_woord_zonder_spaties_past_in_elke_kolom(qtbot: QtBot, qapp: QApplication) -> None:
    woord = "https://www.voorbeeldstad.nl/" + "afval" * 20
    tekst = Tekst(f"Zie {woord} eens.")
    tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    toon(qtbot, tekst)
    assert tekst.minimumSizeHint().width() < 200
    assert tekst.heel() == f"Zie {woord} eens."
    tekst.setSelection(0, len(tekst.text()))
    QTest.keyClick(tekst, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == f"Zie {woord} eens."


def test_een_gewoon_woord_blijft_heel(qtbot: QtBot) -> None:
    tekst = Tekst("De arbeidsongeschiktheidsverzekering.")
    qtbot.addWidget(tekst)
    assert tekst.text() == "De arbeidsongeschiktheidsverzekering."


def test_a_field_that_gets_the_keyboard_comes_in_sight(qtbot: QtBot) -> None:
    """A refusal puts the keyboard in the field it is about, which may be below the fold."""
    inhoud = QWidget()
    kolom = QVBoxLayout(inhoud)
    velden = [QLineEdit() for _ in range(30)]
    for veld in velden:
        kolom.addWidget(veld)
    vlak = Schuifvlak(inhoud)
    qtbot.addWidget(vlak)
    vlak.resize(300, 200)
    with qtbot.waitActive(vlak):
        vlak.show()
        vlak.activateWindow()
    velden[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: not velden[-1].visibleRegion().isEmpty())
