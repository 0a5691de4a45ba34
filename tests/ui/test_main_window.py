"""The window as a whole: where one can go, what it tells, what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.domain.rollen import ALLE_ROLLEN
from klachtenapp.errors import OmgevingFout
from klachtenapp.services import beheer, typwerk
from klachtenapp.services.concepten import Concept, Conceptopslag
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import kopiewacht, messages
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.handleiding_venster import HandleidingVenster
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.paginas import PAGINAS, zichtbaar
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.typherstel import Typherstel
from klachtenapp.ui.zijbalk import NavKnop
from klachtenapp.ui.zoekpalet import Treffer, TrefferModel

Rustig = Callable[[Runner], None]


@pytest.fixture
def venster(
    qtbot: QtBot,
    kenmerken: list[str],
    runner: Runner,
    stijl: Stijl,
    instellingen: QSettings,
    rustig: Rustig,
) -> Iterator[MainWindow]:
    window = MainWindow(runner, stijl, instellingen=instellingen)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    rustig(runner)
    yield window
    window.close()
    window.deleteLater()


def bediening(widget: QWidget) -> list[QWidget]:
    """Return everything in a window that a person can work with."""
    soorten = (
        QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit,
        QPlainTextEdit, QTextEdit,
    )  # fmt: skip
    return [
        w
        for w in widget.findChildren(QWidget)
        if isinstance(w, soorten)
        and w.window() is widget
        and not isinstance(w.parent(), QComboBox | QAbstractSpinBox | QAbstractItemView)
        and not w.objectName().startswith("qt_")
        and not isinstance(w.parent(), QLineEdit | QAbstractSlider)
    ]


def test_every_control_has_an_accessible_name(
    venster: MainWindow, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    for soort in zichtbaar(PAGINAS, ALLE_ROLLEN):
        venster.pagina(soort.naam).ververs()
    venster.open_dossier(kenmerken[0])
    rustig(runner)
    met_label = {label.buddy() for label in venster.findChildren(QLabel) if label.buddy()}
    naamloos = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__}"
        for w in bediening(venster)
        if not w.accessibleName() and w not in met_label
    ]
    assert not naamloos, "\n".join(naamloos)


@pytest.mark.parametrize("soort", [s.naam for s in zichtbaar(PAGINAS, ALLE_ROLLEN) if s.label])
def test_ctrl_and_a_number_go_to_a_page_and_the_keyboard_is_in_it(
    venster: MainWindow, runner: Runner, rustig: Rustig, soort: str
) -> None:
    nummer = [s.naam for s in zichtbaar(PAGINAS, ALLE_ROLLEN) if s.label].index(soort) + 1
    QTest.keyClick(venster, Qt.Key(Qt.Key.Key_0 + nummer), Qt.KeyboardModifier.ControlModifier)
    rustig(runner)
    pagina = venster.pagina(soort)
    assert venster.stapel.currentWidget() is pagina
    assert pagina.naam == soort
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pagina.isAncestorOf(focus)


def test_tab_walks_through_the_window_without_getting_stuck(
    venster: MainWindow, runner: Runner, rustig: Rustig
) -> None:
    for soort in ("werkvoorraad", "register"):
        venster.toon_pagina(soort)
        rustig(runner)
        gezien: list[QWidget] = []
        while (focus := QApplication.focusWidget()) is not None and focus not in gezien:
            gezien.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert len(gezien) > 8
        assert all(w.isVisible() and w.isEnabled() for w in gezien)


def test_escape_goes_back_the_way_one_came(
    venster: MainWindow, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    venster.toon_pagina("register")
    venster.open_dossier(kenmerken[0])
    rustig(runner)
    assert venster.stapel.currentWidget() is venster.pagina("dossier")
    for naam in ("register", "werkvoorraad", "werkvoorraad"):
        QTest.keyClick(QApplication.focusWidget() or venster, Qt.Key.Key_Escape)
        rustig(runner)
        assert venster.stapel.currentWidget() is venster.pagina(naam)


def test_enter_in_the_werkvoorraad_opens_the_dossier(
    venster: MainWindow, runner: Runner, rustig: Rustig
) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    rustig(runner)
    assert venster.stapel.currentWidget() is venster.pagina("dossier")


def test_ctrl_k_finds_a_name_and_enter_opens_it(
    venster: MainWindow, runner: Runner, rustig: Rustig, qtbot: QtBot
) -> None:
    QTest.keyClick(venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert venster.palet.isVisible()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "zolk")
    qtbot.waitUntil(lambda: venster.palet.model.rowCount() == 1, timeout=20_000)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    rustig(runner)
    assert not venster.palet.isVisible()
    assert venster.stapel.currentWidget() is venster.pagina("dossier")
    teksten = [label.text() for label in venster.pagina("dossier").findChildren(QLabel)]
    assert any("Żółkiewska" in tekst for tekst in teksten)


def test_the_palette_also_goes_to_a_page_and_says_when_nothing_is_found(
    venster: MainWindow, runner: Runner, rustig: Rustig, qtbot: QtBot
) -> None:
    venster.zoek()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "qqqqq")
    qtbot.waitUntil(lambda: "Niets gevonden" in venster.palet.uitleg(), timeout=20_000)
    focus.clear()
    QTest.keyClicks(focus, "beheer")
    qtbot.waitUntil(lambda: venster.palet.model.rowCount() > 0, timeout=20_000)
    QTest.keyClick(focus, Qt.Key.Key_Down)
    QTest.keyClick(focus, Qt.Key.Key_Up)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    rustig(runner)
    assert venster.stapel.currentWidget() is venster.pagina("beheer")


def test_the_question_mark_shows_the_shortcuts(venster: MainWindow) -> None:
    QTest.keyClicks(QApplication.focusWidget() or venster, "?")
    assert venster.toetsenkaart.isVisible()
    QTest.keyClick(QApplication.focusWidget() or venster, Qt.Key.Key_Escape)
    assert not venster.toetsenkaart.isVisible()


def test_f1_shows_the_manual_over_the_shortcuts(venster: MainWindow) -> None:
    QTest.keyClicks(QApplication.focusWidget() or venster, "?")
    QTest.keyClick(venster, Qt.Key.Key_F1)
    assert not venster.toetsenkaart.isVisible()
    (handleiding,) = venster.findChildren(HandleidingVenster)
    assert handleiding.isVisible()
    QTest.keyClick(handleiding, Qt.Key.Key_Escape)
    assert not handleiding.isVisible()
    QTest.keyClick(venster, Qt.Key.Key_F1)
    assert venster.findChildren(HandleidingVenster) == [handleiding]
    handleiding.reject()


def test_text_grows_with_ctrl_plus(venster: MainWindow, stijl: Stijl) -> None:
    breed = venster.zijbalk.width()
    QTest.keyClick(venster, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert stijl.tekstmaat == 110
    assert venster.zijbalk.width() > breed
    QTest.keyClick(venster, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert stijl.tekstmaat == 100


@pytest.mark.parametrize("groter", [0, 3, 5])
def test_with_large_letters_the_window_still_fits_a_small_screen(
    venster: MainWindow, stijl: Stijl, groter: int
) -> None:
    for _ in range(groter):
        stijl.groter()
    assert venster.minimumSizeHint().width() <= 1366
    stijl.normaal()


@pytest.mark.parametrize("hoog", [900, 640, 560, 470])
def test_on_a_low_screen_the_bar_says_less_and_every_page_can_be_reached(
    venster: MainWindow, qtbot: QtBot, hoog: int
) -> None:
    """A screen of 1366 × 768 at 150 % is 512 high, of which Windows takes a part."""
    assert venster.minimumSizeHint().height() <= 470
    venster.resize(911, hoog)
    balk = venster.zijbalk
    qtbot.waitUntil(lambda: hoog - 100 < balk.height() <= hoog)
    vakken = [k.geometry() for k in balk.findChildren(NavKnop) if k.isVisible()]
    for plek, vak in enumerate(vakken):
        assert balk.rect().contains(vak)
        assert not any(vak.intersects(ander) for ander in vakken[plek + 1 :])
    woorden = [w.isVisible() for w in balk.findChildren(QWidget) if "proef" in w.accessibleName()]
    assert any(woorden) == (hoog > 600)
    wie = [
        w.isVisible() for w in balk.findChildren(QWidget) if w.accessibleName() == "registrar JZ"
    ]
    assert any(wie)


def test_the_bar_tells_who_where_and_how_many(venster: MainWindow) -> None:
    woorden = " ".join(
        w.accessibleName() for w in venster.zijbalk.findChildren(QWidget) if w.accessibleName()
    )
    for deel in ("registrar JZ", "proef.klachten", "Deze computer", "Werkvoorraad, 6"):
        assert deel in woorden
    assert "Gemeente Voorbeeldstad" in venster.windowTitle()


def test_success_is_a_line_and_a_refusal_a_message(
    venster: MainWindow, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _venster, fout: gezegd.append(str(fout)))
    venster.meld("Brief bewaard")
    assert venster.statusregel.tekst() == "Brief bewaard"
    assert venster.statusregel.toont_succes
    runner.failed.emit(OmgevingFout("De schijf is weg."))
    assert gezegd == ["De schijf is weg."]


def test_a_refusal_does_not_look_like_a_success(
    venster: MainWindow, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    venster.meld("Brief bewaard")
    venster.open_dossier(kenmerken[0])
    rustig(runner)
    pagina = venster.pagina("dossier")
    assert isinstance(pagina, DossierPage)
    samen = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pagina.stapbalk.knop, Qt.Key.Key_T, samen)
    assert "kan nu niet" in venster.statusregel.tekst()
    assert not venster.statusregel.toont_succes
    venster.meld("Brief bewaard")
    assert venster.statusregel.toont_succes


def test_a_change_refreshes_the_page_and_the_counts(
    venster: MainWindow, runner: Runner, rustig: Rustig
) -> None:
    assert not venster.oefenstrook.isVisible()
    runner.run(
        lambda ctx: beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, naam="Gemeente Nieuwland")),
        runner.vervang,
    )
    rustig(runner)
    assert "Gemeente Nieuwland" in venster.windowTitle()


def test_the_clock_of_the_oefengemeente_can_be_moved(
    venster: MainWindow, runner: Runner, rustig: Rustig, qtbot: QtBot
) -> None:
    runner.run(
        lambda ctx: beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, oefening=True)),
        runner.vervang,
    )
    rustig(runner)
    assert venster.oefenstrook.isVisible()
    assert "OEFENING" in venster.windowTitle()
    dag = runner.ctx.vandaag
    for knop, verschil in (("1 week verder", 7), ("1 dag verder", 8), ("Terug naar vandaag", 0)):
        for w in venster.oefenstrook.findChildren(QAbstractButton):
            if w.text() == knop:
                qtbot.mouseClick(w, Qt.MouseButton.LeftButton)
        rustig(runner)
        assert (runner.ctx.vandaag - dag).days == verschil
        assert runner.ctx.gemeente.klokverschil_dagen == verschil


def test_closing_remembers_the_window_and_closes_the_register(
    venster: MainWindow, runner: Runner, instellingen: QSettings, qtbot: QtBot
) -> None:
    venster.resize(1200, 700)
    with qtbot.waitSignal(venster.gesloten):
        venster.close()
    assert not runner.is_open
    assert instellingen.value("venster/geometrie") is not None


def test_a_page_with_unsaved_words_keeps_the_window_open(
    venster: MainWindow, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = venster.pagina("werkvoorraad")
    monkeypatch.setattr(pagina, "mag_weg", lambda: False)
    assert not venster.close()
    assert runner.is_open
    monkeypatch.undo()


def test_what_was_found_keeps_the_rules_of_qt(qtmodeltester: ModelTester, stijl: Stijl) -> None:
    model = TrefferModel()
    model.stel([Treffer("K2026-0001", "Mevr. S. Alberts", "Geen antwoord", "ontvangen")])
    qtmodeltester.check(model)
    assert model.treffer(1) is None


def test_the_copy_of_today_is_made_after_the_work_is_on_the_screen(
    qtbot: QtBot,
    kenmerken: list[str],
    runner: Runner,
    stijl: Stijl,
    instellingen: QSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kopiewacht, "_EERSTE_NA_MS", 0)
    window = MainWindow(runner, stijl, instellingen=instellingen)
    qtbot.addWidget(window)
    map_ = runner.ctx.register.pad.parent / "reservekopieen"

    def verteld() -> bool:
        namen = [w.accessibleName() for w in window.zijbalk.findChildren(QLabel)]
        return any(naam.startswith("Reservekopie: vandaag") for naam in namen)

    qtbot.waitUntil(verteld, timeout=10_000)
    assert len(list(map_.glob("*.klachten"))) == 1
    window.close()


def test_after_a_crash_a_calm_line_leads_to_what_was_typed(
    qtbot: QtBot, venster: MainWindow, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    strook = venster.findChild(Typherstel)
    assert isinstance(strook, Typherstel)
    strook.kijk()
    assert strook.isHidden()  # nobody left anything
    gone = Conceptopslag(paths.dossierconceptenmap())
    stuk = Stuk(kenmerken[1], Plek.NOTITIE)
    velden = typwerk.als_velden({stuk: "Terugbellen na drie uur"})
    gone.bewaar(Concept(str(uuid4()), runner.ctx.postadres, runner.ctx.nu, velden))
    strook.kijk()
    assert strook.melding.tekst() == f"Wat u typte staat er nog, in {kenmerken[1]}."
    qtbot.mouseClick(strook.openen, Qt.MouseButton.LeftButton)
    rustig(runner)
    pagina = venster.pagina("dossier")
    assert isinstance(pagina, DossierPage)
    qtbot.waitUntil(lambda: pagina.beeld is not None, timeout=20_000)
    assert pagina.werkblad.tijdlijn.veld.text() == "Terugbellen na drie uur"
    assert "staat er nog" in pagina.hervat.tekst()
    assert strook.isHidden()


def test_after_a_crash_the_line_leads_to_a_form_of_beheer_too(
    venster: MainWindow, runner: Runner, rustig: Rustig
) -> None:
    strook = venster.findChild(Typherstel)
    assert isinstance(strook, Typherstel)
    velden = typwerk.als_velden({Stuk("", Plek.BEHEER, "Gemeente"): {"telefoon": "14 0223"}})
    opslag = Conceptopslag(paths.dossierconceptenmap())
    opslag.bewaar(Concept(str(uuid4()), runner.ctx.postadres, runner.ctx.nu, velden))
    strook.kijk()
    assert strook.melding.tekst() == "Wat u typte staat er nog, in Beheer."
    strook.openen.click()
    rustig(runner)
    pagina = venster.pagina("beheer")
    assert venster.stapel.currentWidget() is pagina
    assert isinstance(pagina, BeheerPage)
    assert pagina.sectie(0).velden.lees()["telefoon"] == "14 0223"
    pagina.sectie(0).hervat.weggooien.emit()  # else the window asks before it closes
    rustig(runner)
