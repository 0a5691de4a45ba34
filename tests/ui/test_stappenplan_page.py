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
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        Typist().druk(Qt.Key.Key_P, met=CTRL)
    assert papier == ["Stappenplan"]


def test_enter_print_ook(pagina: StappenplanPage, papier: list[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
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
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
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
    pagina.wie.groep.setFocus()
    Typist().typ("m")
    assert pagina.wie.zoek.isVisible()
    Typist().typ(kenmerken[0])
    rustig(runner)
    qtbot.keyClick(pagina.wie.zoek, Qt.Key.Key_Return)
    rustig(runner)
    rustig(runner)
    assert pagina.voorbeeld.pdf != algemeen
    assert QApplication.focusWidget() is pagina.knop_print
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
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
    for groep in pagina.vorm.groepen.values():
        qtbot.keyClick(groep.chips()[0], Qt.Key.Key_Right)
        rustig(runner)
        gezien.add(pagina.voorbeeld.pdf)
    assert len(gezien) == 1 + len(pagina.vorm.groepen)


def test_grote_letters_en_klein_papier_sluiten_elkaar_uit(
    pagina: StappenplanPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    formaat, letters = pagina.vorm.groepen["formaat"], pagina.vorm.groepen["letters"]
    formaat.chips()[2].click()
    rustig(runner)
    assert pagina.voorbeeld.paginas == 2
    letters.chips()[1].click()
    rustig(runner)
    assert formaat.waarde() == "a4"
    formaat.chips()[1].click()
    rustig(runner)
    assert letters.waarde() == "gewoon"
    assert pagina.voorbeeld.pdf


def test_nieuwe_klacht_in_drie_regels_en_meteen_papier(
    pagina: StappenplanPage,
    runner: Runner,
    navigatie: Logboek,
    papier: list[str],
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    pagina.wie.groep.setFocus()
    Typist().typ("n")
    assert QApplication.focusWidget() is pagina.wie.intake.naam
    Typist().typ("Youssef Mohamed")
    Typist().druk(Qt.Key.Key_Return)
    Typist().typ("0612345678")
    Typist().druk(Qt.Key.Key_Return)
    Typist().druk(Qt.Key.Key_P, met=CTRL)  # nothing told yet
    rustig(runner)
    assert papier == []
    assert pagina.wie.intake.wat.accessibleDescription()
    Typist().typ("Niemand belde terug.")
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        Typist().druk(Qt.Key.Key_P, met=CTRL)
    rustig(runner)
    assert len(papier) == 1
    kenmerk = papier[0].removeprefix("Stappenplan ")
    dossier = _dossier(runner, qtbot, kenmerk)
    assert dossier.klager.achternaam == "Mohamed"
    assert dossier.omschrijving == "Niemand belde terug."
    assert dossier.laatste(GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN) is not None
    assert pagina.wie.intake.wat.waarde() == ""
    assert any(kenmerk in melding for melding in navigatie.meldingen)
    pagina.wie.groep.chips()[0].click()
    rustig(runner)
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        pagina.knop_print.click()
    assert papier[-1] == "Stappenplan"


def test_een_boekje_keert_over_de_korte_kant(
    runner: Runner,
    navigatie: Logboek,
    kenmerken: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    gekeerd: list[QPrinter.DuplexMode] = []

    class Printer(QPrinter):
        """A PDF does not keep its duplex, so note what was asked."""

        def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802
            gekeerd.append(duplex)

    def kies(_ouder: QWidget, _titel: str, _paginas: int) -> QPrinter:
        printer = Printer(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "boekje.pdf"))
        return printer

    pagina = StappenplanPage(runner, navigatie, kies_printer=kies)
    qtbot.addWidget(pagina)
    pagina.ververs()
    rustig(runner)
    pagina.vorm.groepen["formaat"].chips()[2].click()
    rustig(runner)
    with qtbot.waitSignal(pagina.voorbeeld.geprint, timeout=20_000):
        pagina.print_nu()
    assert gekeerd == [QPrinter.DuplexMode.DuplexShortSide]
    rustig(runner)


def test_wat_de_balie_nodig_heeft_is_in_beeld_op_een_klein_scherm(
    pagina: StappenplanPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    """1366×768 at 150 % is 911×512; beside the window's own bar about 740×470 is left."""
    pagina.resize(740, 470)
    rustig(runner)
    for widget in (*pagina.wie.groep.chips(), pagina.knop_print):
        plek = widget.mapTo(pagina, widget.rect().bottomRight())
        assert 0 < plek.y() <= pagina.height()
        assert 0 < plek.x() <= pagina.width()
        assert not widget.visibleRegion().isEmpty()


def test_niets_gevonden_zegt_dat(
    pagina: StappenplanPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    qtbot.keyClick(pagina.wie.groep.chips()[0], Qt.Key.Key_Right)
    Typist().typ("bestaat niet")
    rustig(runner)
    qtbot.keyClick(pagina.wie.zoek, Qt.Key.Key_Return)
    rustig(runner)
    assert pagina.voorbeeld.pdf
    pagina.wie.groep.chips()[0].click()
    assert not pagina.wie.zoek.isVisible()


def test_alles_heeft_een_naam(pagina: StappenplanPage) -> None:
    for soort in (QAbstractButton, QLineEdit):
        for widget in pagina.findChildren(soort):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
