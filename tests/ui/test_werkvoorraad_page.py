"""The first page: sorted by urgency, tiles that filter, a bar with the next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.services import behandelen, registreren, werkvoorraad, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.werkvoorraad import Werkvoorraad
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Tegel, Tekst, hand
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.werkvoorraad_balk import Actiebalk
from klachtenapp.ui.werkvoorraad_model import (
    GEDAAN,
    KOLOMMEN,
    STAP,
    TERMIJN,
    WerkvoorraadModel,
)
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage
from tests.ui.conftest import DAG

Rustig = Callable[[Runner], None]


@pytest.fixture
def voorraad(kenmerken: list[str], ctx_van: Callable[[], Context]) -> Werkvoorraad:
    return werkvoorraad.werkvoorraad(ctx_van())


@pytest.fixture
def pagina(
    qtbot: QtBot, kenmerken: list[str], runner: Runner, navigatie: Navigatie, rustig: Rustig
) -> WerkvoorraadPage:
    bladzijde = WerkvoorraadPage(runner, navigatie)
    qtbot.addWidget(bladzijde)
    bladzijde.resize(1100, 700)
    with qtbot.waitActive(bladzijde):
        bladzijde.show()
        bladzijde.activateWindow()
    bladzijde.ververs()
    rustig(runner)
    bladzijde.begin()
    return bladzijde


def lijst(pagina: WerkvoorraadPage) -> QTableView:
    return next(t for t in pagina.findChildren(QTableView))


def kolom(tabel: QTableView, nummer: int) -> list[str]:
    model = tabel.model()
    return [str(model.index(rij, nummer).data()) for rij in range(model.rowCount())]


def trek_in(ctx: Context, kenmerk: str) -> None:
    """Let a colleague end a dossier."""
    nu = zoeken.dossier(ctx, kenmerk)
    invoer = {"vorm": "telefoon", "bevestigd_op": DAG.isoformat()}
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "trek_in", invoer, nu.versie))


def test_the_model_keeps_the_rules_of_qt(
    qtmodeltester: ModelTester, voorraad: Werkvoorraad, stijl: Stijl
) -> None:
    model = WerkvoorraadModel()
    model.stel(voorraad.regels)
    qtmodeltester.check(model)
    model.stel(())
    qtmodeltester.check(model)
    assert model.regel(0) is None
    assert model.rij_van("K2026-0001") == -1


def test_a_row_says_everything_and_more_in_its_tooltip(voorraad: Werkvoorraad) -> None:
    model = WerkvoorraadModel()
    model.stel(voorraad.regels)
    cellen = [str(model.index(0, n).data()) for n in range(len(KOLOMMEN))]
    assert cellen[TERMIJN].startswith("■")
    assert "te laat" in cellen[TERMIJN]
    assert cellen[1] == "K2026-0001"
    assert "Alberts" in cellen[2]
    assert model.index(0, TERMIJN).data(KLEURROL) == "rood"
    assert model.index(0, TERMIJN).data(STERKROL)
    stap = model.index(0, 6)
    assert str(stap.data(Qt.ItemDataRole.ToolTipRole)).startswith(str(stap.data()))
    assert str(stap.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Volgende stap: ")


def test_the_most_urgent_stands_on_top_and_is_chosen(
    pagina: WerkvoorraadPage, kenmerken: list[str]
) -> None:
    assert kolom(lijst(pagina), 1)[:3] == kenmerken[:3]
    assert len(kolom(lijst(pagina), 1)) == len(kenmerken)
    assert lijst(pagina).currentIndex().row() == 0
    assert pagina.kop.heel().startswith("Goedemorgen")
    assert "Dinsdag 24 november 2026" in pagina.onderschrift.heel()
    assert "6 lopende meldingen, waarvan 5 klachten" in pagina.onderschrift.heel()


def test_a_tile_filters_the_list_and_lets_go_again(
    pagina: WerkvoorraadPage, kenmerken: list[str], qtbot: QtBot
) -> None:
    tegels = {str(t.accessibleName()).partition(":")[0]: t for t in pagina.findChildren(Tegel)}
    verlopen = tegels["Termijn verlopen"]
    assert verlopen.aantal() == 2
    qtbot.mouseClick(verlopen, Qt.MouseButton.LeftButton)
    assert kolom(lijst(pagina), 1) == kenmerken[:2]
    deze_week = tegels["Deze week af"]
    deze_week.setFocus()
    QTest.keyClick(deze_week, Qt.Key.Key_Space)
    assert not verlopen.isChecked()
    assert kenmerken[2] in kolom(lijst(pagina), 1)
    QTest.keyClick(deze_week, Qt.Key.Key_Space)
    assert len(kolom(lijst(pagina), 1)) == len(kenmerken)


def test_a_tile_with_nothing_behind_it_says_so_kindly(
    pagina: WerkvoorraadPage, qtbot: QtBot
) -> None:
    leeg = next(t for t in pagina.findChildren(Tegel) if t.aantal() == 0)
    qtbot.mouseClick(leeg, Qt.MouseButton.LeftButton)
    assert not lijst(pagina).isVisible()
    pagina.wis_filter()
    assert lijst(pagina).isVisible()


def test_enter_opens_and_the_bar_starts_the_next_step(
    pagina: WerkvoorraadPage, navigatie: Navigatie, kenmerken: list[str], qtbot: QtBot
) -> None:
    logboek: list[tuple[str, str]] = navigatie.dossiers  # type: ignore[attr-defined]
    QTest.keyClick(lijst(pagina), Qt.Key.Key_Return)
    balk = pagina.findChild(Actiebalk)
    assert isinstance(balk, Actiebalk)
    qtbot.mouseClick(balk.bel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(balk.stap, Qt.MouseButton.LeftButton)
    assert logboek[0] == (kenmerken[0], "")
    assert logboek[1] == (kenmerken[0], "leg_gesprek_vast")
    assert logboek[2][0] == kenmerken[0]
    assert logboek[2][1]
    assert balk.bel.text() == "Bel 06 12 34 56 78"


def test_the_bar_explains_the_term_and_knows_when_nobody_can_be_called(
    pagina: WerkvoorraadPage,
) -> None:
    balk = pagina.findChild(Actiebalk)
    assert isinstance(balk, Actiebalk)
    assert "6 weken" in balk.uitleg()
    QTest.keyClick(lijst(pagina), Qt.Key.Key_End)
    for _ in range(3):
        QTest.keyClick(lijst(pagina), Qt.Key.Key_Down)
    assert not balk.bel.isEnabled()


def test_the_same_row_stays_chosen_after_a_change(
    pagina: WerkvoorraadPage, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    QTest.keyClick(lijst(pagina), Qt.Key.Key_Down)
    pagina.ververs()
    rustig(runner)
    assert lijst(pagina).currentIndex().row() == 1


def test_an_empty_register_is_greeted(
    qtbot: QtBot, runner: Runner, navigatie: Navigatie, rustig: Rustig
) -> None:
    bladzijde = WerkvoorraadPage(runner, navigatie)
    qtbot.addWidget(bladzijde)
    bladzijde.show()
    bladzijde.ververs()
    rustig(runner)
    assert not lijst(bladzijde).isVisible()
    balk = bladzijde.findChild(Actiebalk)
    assert balk is not None
    assert not balk.isVisible()


def test_the_bar_has_room_for_the_whole_term(pagina: WerkvoorraadPage) -> None:
    (balk,) = pagina.findChildren(Actiebalk)
    for rij in range(lijst(pagina).model().rowCount()):
        lijst(pagina).selectRow(rij)
        getoond = [label.text() for label in balk.findChildren(Tekst)]
        assert balk.uitleg() in getoond


@pytest.mark.parametrize("breedte", [1100, 680, 520])
def test_the_term_is_never_shortened(pagina: WerkvoorraadPage, breedte: int) -> None:
    pagina.resize(breedte, 600)
    tabel = lijst(pagina)
    letter = tabel.font()
    letter.setWeight(QFont.Weight.DemiBold)
    langste = QFontMetrics(letter).horizontalAdvance("■ 123 dagen te laat")
    assert tabel.columnWidth(TERMIJN) >= langste


def _y(tabel: QTableView, kenmerk: str) -> int:
    """Return where on the screen a dossier stands."""
    return tabel.rowViewportPosition(kolom(tabel, 1).index(kenmerk))


def _gekozen(tabel: QTableView) -> str:
    (index,) = tabel.selectionModel().selectedRows(1)
    return str(index.data())


def _spoed(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> str:
    """A colleague takes in something that is more urgent than all the rest."""
    oud = maak_aanmelding(ontvangen_op=DAG - timedelta(days=90))
    return registreren.registreer(ctx, oud).kenmerk


@pytest.mark.parametrize("aanraking", ["muis", "toets"])
def test_what_a_colleague_saves_moves_no_row_under_the_hand(
    qtbot: QtBot,
    pagina: WerkvoorraadPage,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
    aanraking: str,
) -> None:
    monkeypatch.setattr(hand, "HAND_S", 600.0)  # however long it takes, the hand is there
    tabel = lijst(pagina)
    if aanraking == "toets":
        qtbot.keyClick(tabel, Qt.Key.Key_Down)
    else:
        qtbot.mouseMove(tabel.viewport(), QPoint(200, 60))
        qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    gekozen, voor = _gekozen(tabel), kolom(tabel, 1)
    plekken = {kenmerk: _y(tabel, kenmerk) for kenmerk in voor}
    collega = ctx_van()
    nieuw = _spoed(collega, maak_aanmelding)
    trek_in(collega, voor[0])
    pagina.ververs()
    rustig(runner)
    assert kolom(tabel, 1) == [*voor, nieuw]
    assert {kenmerk: _y(tabel, kenmerk) for kenmerk in voor} == plekken
    assert _gekozen(tabel) == gekozen
    assert kolom(tabel, STAP)[0] == GEDAAN
    assert tabel.model().index(0, STAP).data(KLEURROL) == "gedempt"


def test_when_the_hand_rests_the_most_urgent_comes_first_again(
    qtbot: QtBot,
    pagina: WerkvoorraadPage,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tabel = lijst(pagina)
    qtbot.keyClick(tabel, Qt.Key.Key_Down)
    gekozen, voor = _gekozen(tabel), kolom(tabel, 1)
    collega = ctx_van()
    nieuw = _spoed(collega, maak_aanmelding)
    trek_in(collega, voor[0])
    monkeypatch.setattr(hand, "HAND_S", 0.05)
    qtbot.keyClick(tabel, Qt.Key.Key_Shift)
    pagina.ververs()
    rustig(runner)
    qtbot.waitUntil(lambda: kolom(tabel, 1) == [nieuw, *voor[1:]], timeout=20_000)
    assert _gekozen(tabel) == gekozen


def test_a_refresh_leaves_the_list_where_it_was_scrolled_to(
    qtbot: QtBot,
    pagina: WerkvoorraadPage,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hand, "HAND_S", 0.0)  # nobody touches it: the order is the right one
    collega = ctx_van()
    for dagen in range(30):
        registreren.registreer(
            collega, maak_aanmelding(ontvangen_op=DAG - timedelta(days=dagen % 9))
        )
    pagina.ververs()
    rustig(runner)
    tabel = lijst(pagina)
    tabel.verticalScrollBar().setValue(8)
    pagina.ververs()
    rustig(runner)
    assert tabel.verticalScrollBar().value() == 8  # the chosen row, above, draws nobody back
    tabel.selectRow(12)
    gekozen, y = _gekozen(tabel), tabel.rowViewportPosition(12)
    _spoed(collega, maak_aanmelding)
    pagina.ververs()
    rustig(runner)
    assert _gekozen(tabel) == gekozen
    assert _y(tabel, gekozen) == y


def test_no_title_is_cut_in_a_narrow_window(pagina: WerkvoorraadPage) -> None:
    pagina.resize(679, 441)  # what is left of 1366 x 768 at 150 %
    afgekapt = [
        label.text()
        for tegel in pagina.findChildren(Tegel)
        if tegel.isVisible()
        for label in tegel.findChildren(QLabel)
        if label.isVisible() and label.text().endswith("…")
    ]
    assert afgekapt == []
    assert "…" not in pagina.kop.text() + pagina.onderschrift.text()
