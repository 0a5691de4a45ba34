"""The counter: from the page to paper in one key, for anybody or for one klager."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.services import zoeken
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stappenplan_page import StappenplanPage
from tests.ui.conftest import Logboek
from tests.ui.typist import Typist

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def papier() -> list[str]:
    """The names of what was sent to the printer."""
    return []


@pytest.fixture
def pagina(
    kenmerken: list[str],
    runner: Runner,
    navigatie: Logboek,
    papier: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> StappenplanPage:
    def kies_printer(_ouder: QWidget, titel: str, _paginas: int) -> QPrinter:
        papier.append(titel)
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "papier.pdf"))
        return printer

    gemaakt = StappenplanPage(runner, navigatie, kies_printer=kies_printer)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1146, 720)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    gemaakt.begin()
    gemaakt.ververs()
    rustig(runner)
    return gemaakt


def _dossier(runner: Runner, qtbot: QtBot, kenmerk: str) -> Dossier:
    gevonden: list[Dossier] = []
    runner.run(lambda ctx: zoeken.dossier(ctx, kenmerk), gevonden.append)
    qtbot.waitUntil(lambda: bool(gevonden))
    return gevonden[0]


def test_een_toets_en_het_blad_is_er(
    pagina: StappenplanPage, papier: list[str], qtbot: QtBot
) -> None:
    assert pagina.voorbeeld.paginas >= 1
    with qtbot.waitSignal(pagina.voorbeeld.geprint):
        Typist().druk(Qt.Key.Key_P, met=CTRL)
    assert papier == ["Stappenplan"]


def test_enter_print_ook(pagina: StappenplanPage, papier: list[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(pagina.voorbeeld.geprint):
        Typist().druk(Qt.Key.Key_Return)
    assert papier == ["Stappenplan"]


def test_ctrl_p_werkt_ook_in_het_voorbeeld(
    pagina: StappenplanPage, papier: list[str], qtbot: QtBot
) -> None:
    pagina.voorbeeld.setFocus()
    beeld = next(
        w for w in pagina.voorbeeld.findChildren(QWidget) if w.accessibleName().startswith("Voorb")
    )
    beeld.setFocus()
    with qtbot.waitSignal(pagina.voorbeeld.geprint):
        qtbot.keyClick(beeld, Qt.Key.Key_P, CTRL)
    assert papier == ["Stappenplan"]


def test_persoonlijk_zoeken_printen_en_vastleggen(
    pagina: StappenplanPage,
    runner: Runner,
    navigatie: Logboek,
    kenmerken: list[str],
    papier: list[str],
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    algemeen = pagina.voorbeeld.pdf
    pagina.wie.setFocus()
    Typist().typ("i")
    assert pagina.zoek.isVisible()
    Typist().typ(kenmerken[0])
    rustig(runner)
    qtbot.keyClick(pagina.zoek, Qt.Key.Key_Return)
    rustig(runner)
    rustig(runner)
    assert pagina.voorbeeld.pdf != algemeen
    assert QApplication.focusWidget() is pagina.knop_print
    with qtbot.waitSignal(pagina.voorbeeld.geprint):
        Typist().druk(Qt.Key.Key_P, met=CTRL)
    rustig(runner)
    assert papier == [f"Stappenplan {kenmerken[0]}"]
    gebeurtenis = _dossier(runner, qtbot, kenmerken[0]).laatste(
        GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN
    )
    assert gebeurtenis is not None
    assert any("vastgelegd" in melding for melding in navigatie.meldingen)


def test_vorm_en_taal_veranderen_het_blad(
    pagina: StappenplanPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    gezien = {pagina.voorbeeld.pdf}
    for groep in (pagina.variant, pagina.letters, pagina.taal):
        qtbot.keyClick(groep.chips()[0], Qt.Key.Key_Right)
        rustig(runner)
        gezien.add(pagina.voorbeeld.pdf)
    assert len(gezien) == 4


def test_niets_gevonden_zegt_dat(
    pagina: StappenplanPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    qtbot.keyClick(pagina.wie.chips()[0], Qt.Key.Key_Right)
    Typist().typ("bestaat niet")
    rustig(runner)
    qtbot.keyClick(pagina.zoek, Qt.Key.Key_Return)
    rustig(runner)
    assert pagina.voorbeeld.pdf
    pagina.wie.chips()[0].click()
    assert not pagina.zoek.isVisible()


def test_naar_de_intake(pagina: StappenplanPage, navigatie: Logboek) -> None:
    knop = next(
        k
        for k in pagina.findChildren(QAbstractButton)
        if k.accessibleName() == "Klacht opschrijven"
    )
    knop.click()
    assert navigatie.nieuw == 1


def test_alles_heeft_een_naam(pagina: StappenplanPage) -> None:
    for soort in (QAbstractButton, QLineEdit):
        for widget in pagina.findChildren(soort):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
