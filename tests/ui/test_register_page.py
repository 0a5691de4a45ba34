"""The register: search while typing, filters, order, own views, rows on demand, export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.errors import OmgevingFout
from klachtenapp.services import exporteren, registreren, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import bestanden, messages, weergaven
from klachtenapp.ui.bouwstenen import BLOK, hand
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.register_model import KOLOMMEN, RegisterModel
from klachtenapp.ui.register_page import RegisterPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import DAG

Rustig = Callable[[Runner], None]
NUMMER = 0


@pytest.fixture
def pagina(
    qtbot: QtBot,
    kenmerken: list[str],
    runner: Runner,
    navigatie: Navigatie,
    instellingen: QSettings,
    rustig: Rustig,
) -> RegisterPage:
    bladzijde = RegisterPage(runner, navigatie, instellingen)
    qtbot.addWidget(bladzijde)
    bladzijde.resize(1100, 700)
    with qtbot.waitActive(bladzijde):
        bladzijde.show()
        bladzijde.activateWindow()
    bladzijde.ververs()
    rustig(runner)
    return bladzijde


def nummers(pagina: RegisterPage) -> list[str]:
    model = pagina.model
    return [str(model.index(rij, NUMMER).data()) for rij in range(model.rowCount())]


def wacht_op(qtbot: QtBot, pagina: RegisterPage, aantal: int) -> None:
    qtbot.waitUntil(lambda: pagina.model.rowCount() == aantal, timeout=20_000)


def test_the_model_keeps_the_rules_of_qt(
    qtmodeltester: ModelTester, kenmerken: list[str], ctx_van: Callable[[], Context]
) -> None:
    ctx = ctx_van()
    model = RegisterModel()
    ids = zoeken.ids(ctx, Filter())
    model.stel_dossiers(ids, zoeken.regels(ctx, ids))
    qtmodeltester.check(model)


def test_rows_are_asked_for_in_blocks_and_late_ones_are_dropped(
    qtbot: QtBot, kenmerken: list[str], ctx_van: Callable[[], Context]
) -> None:
    ctx = ctx_van()
    (regel, *_) = zoeken.regels(ctx, zoeken.ids(ctx, Filter()))
    model = RegisterModel()
    gevraagd: list[tuple[int, int]] = []
    model.gevraagd.connect(lambda *wat: gevraagd.append(wat))
    model.stel_dossiers(range(100_000))
    assert model.rowCount() == 100_000
    assert model.index(0, 0).data() == "…"
    assert model.index(1, 0).data() == "…"
    assert model.index(99_999, 0).data() == "…"
    qtbot.waitUntil(lambda: len(gevraagd) == 2)
    assert [begin for _, begin in gevraagd] == [0, 99_999 // BLOK * BLOK]
    generatie = gevraagd[0][0]
    model.vul(generatie, 0, [regel] * BLOK)
    assert model.index(0, 0).data() == regel.kenmerk
    assert model.rij_van(regel.kenmerk) == 0
    model.stel_dossiers([200_001, 200_002, 200_003])
    model.vul(generatie, 0, [regel] * 3)
    assert model.index(0, 0).data() == "…"
    assert model.regel(7) is None


def test_a_wild_scroll_asks_for_the_last_screens_only(qtbot: QtBot) -> None:
    model = RegisterModel()
    gevraagd: list[int] = []
    model.gevraagd.connect(lambda _g, begin: gevraagd.append(begin))
    model.stel_dossiers(range(100_000))
    for rij in range(0, 100_000, 1_000):
        model.index(rij, 0).data()
    qtbot.waitUntil(lambda: bool(gevraagd))
    assert len(gevraagd) == 4


def test_everything_is_there_and_counted(pagina: RegisterPage, kenmerken: list[str]) -> None:
    assert sorted(nummers(pagina)) == sorted(kenmerken)
    assert pagina.onderschrift.heel() == "6 meldingen"


def test_typing_searches_names_without_their_signs(
    pagina: RegisterPage, qtbot: QtBot, kenmerken: list[str]
) -> None:
    QTest.keyClicks(pagina.filters.zoekveld, "zolkiew")
    wacht_op(qtbot, pagina, 1)
    assert nummers(pagina) == [kenmerken[4]]
    assert pagina.onderschrift.heel() == "1 van 6 meldingen"
    pagina.filters.wis.click()
    wacht_op(qtbot, pagina, 6)


def test_a_number_is_found_whatever_the_filters_say(
    pagina: RegisterPage, qtbot: QtBot, kenmerken: list[str]
) -> None:
    pagina.filters.soort.zet("compliment")
    wacht_op(qtbot, pagina, 1)
    QTest.keyClicks(pagina.filters.zoekveld, kenmerken[0])
    qtbot.waitUntil(lambda: nummers(pagina)[:1] == [kenmerken[0]], timeout=20_000)


@pytest.mark.parametrize(
    ("lijst", "waarde", "aantal"),
    [
        ("soort", "compliment", 1),
        ("afdeling", "Sociaal domein", 2),
        ("open", "gesloten", 0),
        ("open", "open", 6),
        ("jaar", "2026", 6),
        ("oordeel", "gegrond", 0),
        ("status", "horen", 0),
    ],
)
def test_each_filter_narrows_the_list(
    pagina: RegisterPage, qtbot: QtBot, lijst: str, waarde: str, aantal: int
) -> None:
    getattr(pagina.filters, lijst).zet(waarde)
    wacht_op(qtbot, pagina, aantal)
    assert not pagina.filters.is_leeg()
    assert pagina.tabel.isVisible() is bool(aantal)
    pagina.filters.maak_leeg()
    wacht_op(qtbot, pagina, 6)
    assert pagina.filters.is_leeg()


def test_a_click_on_a_heading_sorts_and_a_second_turns_it_round(
    pagina: RegisterPage, runner: Runner, rustig: Rustig, kenmerken: list[str]
) -> None:
    kop = pagina.tabel.horizontalHeader()
    for verwacht in (sorted(kenmerken), sorted(kenmerken, reverse=True)):
        kop.sectionClicked.emit(NUMMER)
        rustig(runner)
        assert nummers(pagina) == verwacht


def test_a_view_keeps_filters_order_and_columns(
    pagina: RegisterPage, qtbot: QtBot, runner: Runner, rustig: Rustig, instellingen: QSettings
) -> None:
    pagina.filters.soort.zet("klacht")
    pagina.tabel.horizontalHeader().sectionClicked.emit(NUMMER)
    pagina.tabel.setColumnHidden(9, False)
    wacht_op(qtbot, pagina, 5)
    pagina.menu.bewaar("  Mijn   klachten ")
    assert [w.naam for w in weergaven.lees(instellingen)] == ["Mijn klachten"]
    pagina.filters.maak_leeg()
    pagina.tabel.setColumnHidden(9, True)
    wacht_op(qtbot, pagina, 6)
    pagina.menu.toon("Mijn klachten")
    wacht_op(qtbot, pagina, 5)
    assert not pagina.tabel.isColumnHidden(9)
    assert nummers(pagina) == sorted(nummers(pagina))
    weergaven.verwijder(instellingen, "Mijn klachten")
    assert weergaven.lees(instellingen) == []


def test_views_that_someone_spoiled_are_no_views(instellingen: QSettings) -> None:
    for rommel in ("geen json", '[{"kleur": 1}]', '{"naam": "x"}'):
        instellingen.setValue("register/weergaven", rommel)
        assert weergaven.lees(instellingen) == []


def test_the_columns_are_remembered(
    qtbot: QtBot,
    pagina: RegisterPage,
    runner: Runner,
    navigatie: Navigatie,
    instellingen: QSettings,
) -> None:
    pagina.tabel.horizontalHeader().moveSection(1, 3)
    pagina.tabel.setColumnWidth(0, 155)
    volgende = RegisterPage(runner, navigatie, instellingen)
    qtbot.addWidget(volgende)
    assert volgende.tabel.columnWidth(0) == 155
    assert volgende.tabel.horizontalHeader().visualIndex(1) == 3
    assert len(KOLOMMEN) == volgende.model.columnCount()


def test_enter_opens_the_chosen_row(
    pagina: RegisterPage, navigatie: Navigatie, kenmerken: list[str]
) -> None:
    pagina.tabel.setFocus()
    pagina.tabel.kies(0)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Return)
    assert navigatie.dossiers == [(nummers(pagina)[0], "")]  # type: ignore[attr-defined]


def test_ctrl_f_goes_to_the_search_field(pagina: RegisterPage) -> None:
    pagina.tabel.setFocus()
    QTest.keyClick(pagina.tabel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pagina.filters.zoekveld.hasFocus()


@pytest.mark.parametrize("naam", ["uit.xlsx", "uit.csv"])
def test_what_is_shown_goes_to_a_file(
    pagina: RegisterPage,
    navigatie: Navigatie,
    runner: Runner,
    rustig: Rustig,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    naam: str,
) -> None:
    doel = tmp_path / naam
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: doel)
    pagina.exporteer()
    rustig(runner)
    assert doel.stat().st_size > 0
    assert navigatie.meldingen == [f"6 meldingen geëxporteerd naar {naam}"]  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_written_is_told(
    pagina: RegisterPage, runner: Runner, rustig: Rustig, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []

    def weiger(*_wat: object, **_meer: object) -> int:
        raise OmgevingFout("Het bestand is in gebruik.")

    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: Path("bezet.xlsx"))
    monkeypatch.setattr(exporteren, "naar_xlsx", weiger)
    monkeypatch.setattr(messages, "fail", lambda _venster, fout: gezegd.append(str(fout)))
    pagina.exporteer()
    rustig(runner)
    assert gezegd == ["Het bestand is in gebruik."]


def test_thinking_better_of_it_writes_nothing(
    pagina: RegisterPage, navigatie: Navigatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: None)
    pagina.exporteer()
    assert navigatie.meldingen == []  # type: ignore[attr-defined]


def test_what_a_colleague_saves_moves_no_row_under_the_hand(
    qtbot: QtBot,
    pagina: RegisterPage,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hand, "HAND_S", 600.0)  # however long it takes, the hand is there
    tabel = pagina.tabel
    tabel.setFocus()
    qtbot.keyClick(tabel, Qt.Key.Key_Down)
    voor, rij = nummers(pagina), tabel.gekozen_rij()
    oud = maak_aanmelding(ontvangen_op=DAG - timedelta(days=90))
    nieuw = registreren.registreer(ctx_van(), oud).kenmerk
    pagina.ververs()
    rustig(runner)
    assert nummers(pagina) == [*voor, nieuw]
    assert tabel.gekozen_rij() == rij
    monkeypatch.setattr(hand, "HAND_S", 0.0)  # the hand has left the list
    pagina.ververs()
    rustig(runner)
    assert nummers(pagina) == [nieuw, *voor]
    assert nummers(pagina)[tabel.gekozen_rij()] == voor[rij]


def test_far_down_a_refresh_keeps_the_row_and_its_words(
    qtbot: QtBot,
    pagina: RegisterPage,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:
    """Beyond the first block, where a row is only known by its number."""
    collega = ctx_van()
    registreren.registreer_alles(collega, [maak_aanmelding() for _ in range(BLOK * 2)])
    pagina.ververs()
    rustig(runner)
    tabel, rij = pagina.tabel, BLOK + 20
    tabel.kies(rij)
    qtbot.waitUntil(lambda: pagina.model.regel(rij) is not None)
    rustig(runner)
    kenmerk, y = nummers(pagina)[rij], tabel.rowViewportPosition(rij)
    pagina.ververs()
    with qtbot.waitSignal(pagina.model.modelReset):
        rustig(runner)
    assert str(pagina.model.index(rij, NUMMER).data()) == kenmerk  # not an ellipsis
    assert tabel.gekozen_rij() == rij
    assert tabel.rowViewportPosition(rij) == y
