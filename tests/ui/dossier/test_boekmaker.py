"""The whole dossier as one PDF, from the window: ticks, file, progress, and what is not shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.boekdeel import GEWOON, VOOR_BEKLAAGDE, Boekdeel
from klachtenapp.services import bijlagen
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.dossier.boekmaker import Boekmaker
from klachtenapp.ui.dossier.boekvraag import Boekvraag
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek


@pytest.fixture
def bord(qtbot: QtBot, stijl: object) -> QWidget:
    houder = QWidget()
    houder.resize(1000, 700)
    qtbot.addWidget(houder)
    houder.show()
    return houder


def test_for_whom_ticks_what_suits_and_each_tick_can_change(bord: QWidget) -> None:
    vraag = Boekvraag(bord)
    vraag.open()
    assert vraag.delen() == GEWOON
    vraag.voor.chips()[1].click()
    assert vraag.delen() == VOOR_BEKLAAGDE
    vraag.vinken[Boekdeel.BIJLAGEN].setChecked(True)
    assert vraag.delen() == VOOR_BEKLAAGDE | {Boekdeel.BIJLAGEN}
    gekozen: list[frozenset[Boekdeel]] = []
    vraag.gekozen.connect(gekozen.append)
    vraag.maak_knop.click()
    assert gekozen == [VOOR_BEKLAAGDE | {Boekdeel.BIJLAGEN}]
    assert not vraag.isVisible()


def test_leaving_out_the_address_says_what_that_means(bord: QWidget) -> None:
    vraag = Boekvraag(bord)
    vraag.open()
    assert not vraag._let_op.isVisible()
    vraag.vinken[Boekdeel.CONTACT].setChecked(False)
    assert vraag._let_op.isVisible()


class Maker:
    """A maker in a window, with the answers of the file dialog and what was told."""

    def __init__(self, maker: Boekmaker, verteld: list[str], pad: Path) -> None:
        self.maker = maker
        self.verteld = verteld
        self.pad = pad


@pytest.fixture
def maker(
    bord: QWidget,
    youssef: str,
    runner: Runner,
    navigatie: Logboek,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Maker:
    verteld: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _w, tekst, titel="": verteld.append(tekst))
    pad = tmp_path / "boek.pdf"
    gemaakt = Boekmaker(bord, runner, navigatie, kies_pad=lambda _w, _naam: str(pad))
    gemaakt.vraag(youssef)
    return Maker(gemaakt, verteld, pad)


def test_the_book_is_made_where_one_said(
    maker: Maker, runner: Runner, navigatie: Logboek, rustig: Callable[[Runner], None]
) -> None:
    assert maker.maker.kaart is not None
    maker.maker.kaart.maak_knop.click()
    rustig(runner)
    assert maker.pad.read_bytes().startswith(b"%PDF-1.7")
    assert navigatie.meldingen == ["Het dossier staat in boek.pdf"]
    assert maker.verteld == []


def test_what_has_no_pages_is_told(
    maker: Maker,
    youssef: str,
    runner: Runner,
    register_openen: Callable[[], Context],
    rustig: Callable[[Runner], None],
) -> None:
    ctx = register_openen()
    bijlagen.voeg_een_toe(ctx, youssef, "brief.docx", b"PK")
    bootstrap.sluit(ctx)
    maker.maker.maak(GEWOON)
    rustig(runner)
    assert maker.verteld == ["- brief.docx: dit soort bestand heeft geen pagina's"]


def test_thinking_better_of_the_file_makes_nothing(
    bord: QWidget, youssef: str, runner: Runner, navigatie: Logboek
) -> None:
    maker = Boekmaker(bord, runner, navigatie, kies_pad=lambda _w, _naam: "")
    maker.vraag(youssef)
    maker.maak(GEWOON)
    assert runner.is_rustig
    assert navigatie.meldingen == []


def test_stopping_leaves_no_file(
    maker: Maker, runner: Runner, navigatie: Logboek, rustig: Callable[[Runner], None]
) -> None:
    maker.maker.maak(GEWOON)
    assert maker.maker._lopend is not None
    maker.maker._lopend.stop()
    rustig(runner)
    assert navigatie.meldingen in (
        ["Gestopt, er is geen PDF gemaakt"],
        ["Het dossier staat in boek.pdf"],  # it was quicker than the hand
    )
    assert maker.pad.exists() == (navigatie.meldingen[0].startswith("Het"))
