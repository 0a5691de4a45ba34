"""Beheer, Huisstijl: a logo by button or by dragging, contrast in words, and a letter beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from klachtenapp.domain.gemeente import Briefhoofd
from klachtenapp.services import beheer, huisstijl
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.huisstijl import HuisstijlSectie
from klachtenapp.ui.logokiezer import Logokiezer
from klachtenapp.ui.runner import Runner
from tests.papier import huisstijlen
from tests.ui.conftest import Logboek


class Bediening:
    """The section, with the waiting that belongs to it."""

    def __init__(
        self, sectie: HuisstijlSectie, runner: Runner, qtbot: QtBot, rust: Callable[[Runner], None]
    ) -> None:
        self.sectie = sectie
        self._runner = runner
        self._qtbot = qtbot
        self._rust = rust

    def wacht(self) -> None:
        self._rust(self._runner)

    def wacht_op_brief(self, vorige: bytes) -> None:
        self._qtbot.waitUntil(lambda: self.sectie.brief.pdf != vorige, timeout=30_000)

    def lees(self, pad: Path) -> None:
        """Let the section read a logo and wait for what comes of it."""
        with self._qtbot.waitSignal(self.sectie.logo.gelezen, timeout=30_000):
            self.sectie.logo.lees(pad)
        self.wacht()

    def bewaar(self) -> Context:
        self.sectie.knop.click()
        self.wacht()
        return self._runner.ctx


@pytest.fixture
def bediening(
    runner: Runner, navigatie: Logboek, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> Bediening:
    sectie = HuisstijlSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    sectie.resize(900, 900)
    with qtbot.waitExposed(sectie):
        sectie.show()
    sectie.ververs()
    rustig(runner)
    return Bediening(sectie, runner, qtbot, rustig)


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    pad = tmp_path / "logo.svg"
    pad.write_bytes(huisstijlen.svg())
    return pad


def test_it_begins_with_a_letter_as_it_is_now(bediening: Bediening) -> None:
    assert bediening.sectie.brief.paginas == 1
    assert not bediening.sectie.vuil
    assert not bediening.sectie.logo.weg_knop.isEnabled()


def test_a_logo_is_shown_at_once_and_kept_when_saved(
    bediening: Bediening, runner: Runner, logo: Path
) -> None:
    eerst = bediening.sectie.brief.pdf
    bediening.lees(logo)
    assert bediening.sectie.vuil
    assert bediening.sectie.brief.pdf != eerst
    assert not runner.ctx.gemeente.logo
    ctx = bediening.bewaar()
    assert ctx.gemeente.logo_soort == "svg"
    assert not bediening.sectie.vuil
    bediening.sectie.logo.weg_knop.click()
    bediening.wacht()
    assert bediening.sectie.brief.pdf == eerst
    assert not bediening.bewaar().gemeente.logo


def test_a_bad_logo_gives_a_sentence_and_the_old_one_stays(
    bediening: Bediening, logo: Path
) -> None:
    bediening.lees(logo)
    keuze = bediening.sectie.logo.keuze()
    logo.write_bytes(b"GIF89a")
    bediening.lees(logo)
    assert "een GIF" in bediening.sectie.logo.kies_knop.accessibleDescription()
    assert bediening.sectie.logo.keuze() == keuze


def test_contrast_is_told_while_typing(bediening: Bediening) -> None:
    kleur = bediening.sectie.kleur
    veld = bediening.sectie.velden.widget("kleur")
    assert isinstance(veld, QLineEdit)
    veld.setText("#F0A000")
    assert "2,1 op 1" in kleur.zin()
    assert not kleur.voorstel.isHidden()
    voor = bediening.sectie.brief.pdf
    kleur.voorstel.click()
    assert veld.text() == "#A16B00"
    assert kleur.voorstel.isHidden()
    bediening.wacht_op_brief(voor)
    assert bediening.bewaar().gemeente.kleur == "#A16B00"


def test_a_colour_that_is_none_is_told_beside_it(bediening: Bediening) -> None:
    veld = bediening.sectie.velden.widget("kleur")
    assert isinstance(veld, QLineEdit)
    veld.setText("blauw")
    bediening.sectie.maak_vuil()
    bediening.bewaar()
    assert "#0B5CAD" in veld.accessibleDescription()


def test_side_and_foot_are_kept(bediening: Bediening, runner: Runner) -> None:
    sectie = bediening.sectie
    voet = sectie.velden.widget("voetregels")
    assert isinstance(voet, QPlainTextEdit)
    voet.setPlainText("Onze eigen voet")
    sectie.velden.zet({"briefhoofd": "rechts"})
    ctx = bediening.bewaar()
    assert (ctx.gemeente.briefhoofd, ctx.gemeente.voetregels) == (
        Briefhoofd.RECHTS, "Onze eigen voet",
    )  # fmt: skip
    voet.setPlainText("a\nb\nc\nd")
    bediening.bewaar()
    assert "3 regels" in voet.accessibleDescription()
    assert runner.ctx.gemeente.voetregels == "Onze eigen voet"


def test_a_file_can_be_dropped(stijl: object, qtbot: QtBot, logo: Path) -> None:
    kiezer = Logokiezer()
    qtbot.addWidget(kiezer)
    kiezer.show()
    gegevens = QMimeData()
    gegevens.setUrls([QUrl.fromLocalFile(str(logo))])
    kopie, links, geen = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    over = QDragEnterEvent(QPoint(5, 5), kopie, gegevens, links, geen)
    QApplication.sendEvent(kiezer, over)
    assert over.isAccepted()
    with qtbot.waitSignal(kiezer.gewijzigd, timeout=30_000):
        QApplication.sendEvent(kiezer, QDropEvent(QPointF(5, 5), kopie, gegevens, links, geen))
    assert kiezer.keuze().soort == "svg"
    gegevens.setUrls([QUrl("https://voorbeeld.example/logo.svg")])
    ver = QDragEnterEvent(QPoint(5, 5), kopie, gegevens, links, geen)
    QApplication.sendEvent(kiezer, ver)
    assert not ver.isAccepted()


def test_the_button_asks_for_a_file(stijl: object, qtbot: QtBot, tmp_path: Path) -> None:
    pad = tmp_path / "logo.png"
    pad.write_bytes(huisstijlen.png(alfa=True))
    antwoorden: list[Path | None] = [None, pad]
    kiezer = Logokiezer(kies=lambda *_: antwoorden.pop(0))
    qtbot.addWidget(kiezer)
    kiezer.kies_knop.click()
    assert not kiezer.bezig
    with qtbot.waitSignal(kiezer.gelezen, timeout=30_000):
        kiezer.kies_knop.click()
    assert kiezer.keuze().soort == "png"
    beeld = QPixmap(kiezer.size())
    kiezer.render(beeld)  # draws without a word
    kiezer.weg_knop.click()
    assert kiezer.keuze() == huisstijl.GEEN_LOGO


def test_the_gemeente_section_leaves_the_house_style_alone(
    bediening: Bediening, runner: Runner, logo: Path
) -> None:
    bediening.lees(logo)
    sha256 = bediening.bewaar().gemeente.logo
    bediening.sectie._runner.run(
        lambda ctx: beheer.bewaar_gemeente(ctx, beheer.gemeente(ctx)), runner.vervang, schrijft=True
    )
    bediening.wacht()
    assert runner.ctx.gemeente.logo == sha256
