"""Taking over an old register in the window, step by step, also with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from klachtenapp.services import importeren, kolomkeuzes, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.importeren import Kolomveld, Verdict
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import bestanden, messages
from klachtenapp.ui.import_model import ALLES, OVERGESLAGEN, ImportModel, rijen, uitleg
from klachtenapp.ui.import_wizard import BESTAND, CONTROLE, KLAAR, KOLOMMEN, ImportWizard
from klachtenapp.ui.paginas import PAGINAS
from klachtenapp.ui.runner import Runner

Rustig = Callable[[Runner], None]
JZ = Path(__file__).parents[1] / "uitwisseling" / "gegevens" / "jz-register-2021-2025.xlsx"
KOP = ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Datum afgedaan", "Oordeel"]
RIJ = ["2021-01", date(2021, 4, 3), "Mw. A. Bos", "Niet teruggebeld", date(2021, 5, 1), "gegr."]


@pytest.fixture
def pagina(qtbot: QtBot, runner: Runner, navigatie: Any) -> ImportWizard:
    wizard = ImportWizard(runner, navigatie)
    qtbot.addWidget(wizard)
    wizard.resize(1130, 740)
    with qtbot.waitActive(wizard):
        wizard.show()
        wizard.activateWindow()
    return wizard


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """Two good rows and one that is refused."""
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "2021"
    for rij in (["REGISTER 2021"], [], KOP, RIJ, ["2021-02", "onbekend", *RIJ[2:]], ["Totaal", 2]):
        blad.append(rij)
    boek.save(tmp_path / "klein.xlsx")
    return tmp_path / "klein.xlsx"


def _naar(pagina: ImportWizard, runner: Runner, rustig: Rustig, pad: Path, stap: int) -> None:
    pagina.open_bestand(pad)
    rustig(runner)
    if stap >= CONTROLE:
        pagina.controleer()
        rustig(runner)
    if stap >= KLAAR:
        pagina.neem_over()
        rustig(runner)
    assert pagina.stap == stap


def test_van_bestand_naar_register(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, navigatie: Any,
    ctx_van: Callable[[], Context],
) -> None:  # fmt: skip
    _naar(pagina, runner, rustig, JZ, KOLOMMEN)
    assert pagina.kolommen.keuzes["Naam klager"].currentText() == "Klager: hele naam"
    assert pagina.kolommen.keuzes["Corsa nr"].currentData() == Kolomveld.NOTITIES
    pagina.controleer()
    rustig(runner)
    assert pagina.volgende.text() == "120 meldingen overnemen"
    chips = [chip.text() for chip in pagina.controle.filter.chips()]
    assert chips == ["Alle 121", "■ 1 geweigerd", "▲ 26 let op", "● 94 goed", "– 10 overgeslagen"]
    assert pagina.controle.model.index(0, 0).data() == "■ geweigerd"
    pagina.neem_over()
    rustig(runner)
    assert pagina.klaar.melding.tekst().startswith("120 meldingen zijn overgenomen")
    assert zoeken.aantal(ctx_van(), Filter()) == 120
    pagina.volgende.click()
    assert navigatie.paginas == ["register"]


def test_met_het_toetsenbord_alleen(
    qtbot: QtBot, pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: klein)
    assert pagina.bestand.knop.hasFocus()
    QTest.keyClick(pagina.bestand.knop, Qt.Key.Key_Return)
    rustig(runner)
    combo = pagina.kolommen.keuzes["Nr."]
    assert combo.hasFocus()
    QTest.keyClick(combo, Qt.Key.Key_Tab)
    assert pagina.kolommen.keuzes["Datum ontvangst"].hasFocus()
    pagina.volgende.setFocus()
    QTest.keyClick(pagina.volgende, Qt.Key.Key_Return)
    rustig(runner)
    assert pagina.controle.tabel.hasFocus()
    QTest.keyClick(pagina.controle.tabel, Qt.Key.Key_Down)
    assert pagina.controle.tabel.gekozen_rij() == 1
    pagina.volgende.setFocus()
    QTest.keyClick(pagina.volgende, Qt.Key.Key_Return)
    rustig(runner)
    assert pagina.stap == KLAAR
    assert pagina.volgende.hasFocus()


def test_een_bestand_erin_slepen(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    inhoud = QMimeData()
    inhoud.setUrls([QUrl.fromLocalFile(str(klein))])
    knop, toets = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    doe = Qt.DropAction.CopyAction
    binnen = QDragEnterEvent(QPoint(9, 9), doe, inhoud, knop, toets)
    pagina.bestand.dragEnterEvent(binnen)
    assert binnen.isAccepted()
    pagina.bestand.dropEvent(QDropEvent(QPointF(9, 9), doe, inhoud, knop, toets))
    rustig(runner)
    assert pagina.stap == KOLOMMEN


def test_een_map_of_twee_bestanden_slepen_doet_niets(
    pagina: ImportWizard, tmp_path: Path, klein: Path
) -> None:
    for paden in ([tmp_path], [klein, klein]):
        inhoud = QMimeData()
        inhoud.setUrls([QUrl.fromLocalFile(str(pad)) for pad in paden])
        binnen = QDragEnterEvent(
            QPoint(9, 9), Qt.DropAction.CopyAction, inhoud, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        binnen.ignore()
        pagina.bestand.dragEnterEvent(binnen)
        assert not binnen.isAccepted()


def test_een_bestand_dat_niet_kan_zegt_waarom(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, tmp_path: Path
) -> None:
    pad = tmp_path / "brief.pdf"
    pad.write_bytes(b"%PDF-1.7")
    pagina.open_bestand(pad)
    rustig(runner)
    assert pagina.stap == BESTAND
    assert "geen rekenblad" in pagina.bestand.melding.tekst()


def test_een_bestand_zonder_register_gaat_niet_verder(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, tmp_path: Path
) -> None:
    pad = tmp_path / "een boodschappenlijst met een heel lange naam.csv"
    pad.write_text("melk;brood\n", encoding="utf-8")
    _naar(pagina, runner, rustig, pad, KOLOMMEN)
    assert "geen register gevonden" in pagina.kolommen.melding.tekst()
    assert not pagina.volgende.isEnabled()
    (vink,) = pagina.kolommen.bladen.vinken.values()
    assert pad.stem in vink.toolTip()
    assert vink.width() >= vink.sizeHint().width()


def test_de_kolommen_maken_het_venster_niet_hoger(
    pagina: ImportWizard, runner: Runner, rustig: Rustig
) -> None:
    _naar(pagina, runner, rustig, JZ, KOLOMMEN)
    assert pagina.minimumSizeHint().height() <= 560


def test_in_een_smal_venster_staan_alle_keuzes_in_beeld(
    qtbot: QtBot, pagina: ImportWizard, runner: Runner, rustig: Rustig
) -> None:
    _naar(pagina, runner, rustig, JZ, KOLOMMEN)
    breed = pagina.kolommen.keuzes["Nr."]
    for breedte in (680, 1130):
        pagina.resize(breedte, 500)
        assert pagina.width() == breedte
        rand = breed.mapTo(pagina.kolommen, breed.rect().topRight()).x()
        assert rand < pagina.kolommen.width() - 16
        qtbot.waitUntil(pagina.kolommen.bladen.isVisible)


def test_twee_kolommen_naar_een_veld_houdt_verder_tegen(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    combo = pagina.kolommen.keuzes["Nr."]
    combo.setCurrentIndex(combo.findData(Kolomveld.KLAGER))
    rustig(runner)
    assert "allebei naar" in pagina.kolommen.melding.tekst()
    assert not pagina.volgende.isEnabled()
    combo.setCurrentIndex(combo.findData(Kolomveld.NOTITIES))
    rustig(runner)
    assert pagina.volgende.isEnabled()
    assert pagina.kolommen.melding.tekst() == ""


def test_een_andere_rij_met_kopjes(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    rij = pagina.kolommen.bladen.rijen["2021"]
    assert rij.value() == 3
    rij.setValue(4)
    rustig(runner)
    assert not pagina.volgende.isEnabled() or "2021-01" in pagina.kolommen.keuzes
    rij.setValue(3)
    rustig(runner)
    assert list(pagina.kolommen.keuzes) == KOP
    assert pagina.volgende.isEnabled()


def test_een_blad_uitzetten(pagina: ImportWizard, runner: Runner, rustig: Rustig) -> None:
    _naar(pagina, runner, rustig, JZ, KOLOMMEN)
    pagina.kolommen.bladen.vinken["2022"].click()
    rustig(runner)
    assert "uitgezet" in pagina.kolommen.bladen.vinken["2022"].text()
    pagina.controleer()
    rustig(runner)
    assert pagina.controle.filter.chips()[0].text() == "Alle 95"


def test_een_kolomkeuze_bewaren_en_gebruiken(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    combo = pagina.kolommen.keuzes["Oordeel"]
    combo.setCurrentIndex(combo.findData(Kolomveld.NIET_OVERNEMEN))
    rustig(runner)
    kaart = pagina.kolommen.bewaard
    QTest.keyClicks(kaart.naam, "JZ oud")
    QTest.keyClick(kaart.naam, Qt.Key.Key_Return)
    assert kolomkeuzes.namen() == ["JZ oud"]
    assert kaart.lijst.currentText() == "JZ oud"
    kaart.lijst.setCurrentIndex(0)
    kaart.lijst.activated.emit(0)
    rustig(runner)
    assert combo.currentData() == Kolomveld.OORDEEL
    kaart.lijst.setCurrentIndex(1)
    kaart.lijst.activated.emit(1)
    rustig(runner)
    assert combo.currentData() == Kolomveld.NIET_OVERNEMEN


def test_zonder_naam_wordt_geen_kolomkeuze_bewaard(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    pagina.kolommen.bewaard.knop.click()
    assert "Geef de kolomkeuze een naam" in pagina.kolommen.bewaard.stand.heel()
    assert kolomkeuzes.namen() == []


def test_maand_voorop_en_terug(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    pagina.kolommen.maand.click()
    rustig(runner)
    assert pagina.volgende.isEnabled()
    pagina.controleer()
    rustig(runner)
    pagina.vorige.click()
    assert pagina.stap == KOLOMMEN
    assert pagina.kolommen.maand.isChecked()
    pagina.vorige.click()
    assert pagina.stap == BESTAND


def test_filteren_en_uitleg_van_een_rij(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, CONTROLE)
    geweigerd = next(c for c in pagina.controle.filter.chips() if "geweigerd" in c.text())
    geweigerd.click()
    model = pagina.controle.model
    assert model.rowCount() == 1
    rij = model.rij(0)
    assert rij is not None
    assert "2021, rij 5: De ontvangstdatum klopt niet" in uitleg(rij)
    assert "Mw. A. Bos" in uitleg(rij)
    teksten = [model.index(0, kolom).data(Qt.ItemDataRole.AccessibleTextRole) for kolom in range(7)]
    assert teksten[0] == "Uitkomst: ■ geweigerd"


def test_verslag_opslaan_en_ongedaan_maken(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path, tmp_path: Path,
    navigatie: Any, monkeypatch: pytest.MonkeyPatch, ctx_van: Callable[[], Context],
) -> None:  # fmt: skip
    _naar(pagina, runner, rustig, klein, KLAAR)
    doel = tmp_path / "verslag.xlsx"
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: doel)
    pagina.klaar.bewaren.click()
    rustig(runner)
    assert openpyxl.load_workbook(doel)["Geweigerd"].max_row == 2
    assert navigatie.meldingen[-1] == "Verslag opgeslagen als verslag.xlsx"
    monkeypatch.setattr(messages, "ask", lambda *_, **__: False)
    pagina.klaar.ongedaan.click()
    assert pagina.klaar.ongedaan.isVisible()
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    pagina.klaar.ongedaan.click()
    rustig(runner)
    assert "ongedaan gemaakt: 1 melding is weer weg" in pagina.klaar.melding.tekst()
    assert not pagina.klaar.ongedaan.isVisible()
    assert zoeken.aantal(ctx_van(), Filter()) == 0


def test_hetzelfde_bestand_nog_eens(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KLAAR)
    pagina.klaar.nog_een.click()
    _naar(pagina, runner, rustig, klein, CONTROLE)
    assert pagina.volgende.text() == "0 meldingen overnemen"
    assert not pagina.volgende.isEnabled()


def test_stoppen_onder_het_beoordelen(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path, navigatie: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    echt = importeren.beoordeel
    gedrukt = Event()

    def traag(*argumenten: Any, **namen: Any) -> Any:
        assert gedrukt.wait(60)
        return echt(*argumenten, **namen)

    monkeypatch.setattr(importeren, "beoordeel", traag)
    pagina.controleer()
    assert pagina._lopend is not None
    pagina._lopend.stop()
    gedrukt.set()
    rustig(runner)
    assert pagina.stap == KOLOMMEN
    assert navigatie.meldingen == ["Gestopt, er is niets veranderd"]


def test_elk_bedieningselement_heeft_een_naam(
    pagina: ImportWizard, runner: Runner, rustig: Rustig
) -> None:
    _naar(pagina, runner, rustig, JZ, KLAAR)
    soorten = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    zonder = [
        widget for soort in soorten for widget in pagina.findChildren(soort) if not _naam(widget)
    ]
    assert zonder == []


def _naam(widget: QWidget) -> str:
    eigen_van_qt = widget.objectName().startswith("qt_")
    if eigen_van_qt or isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        return "deel van een ander"
    tekst = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or tekst


def test_het_wiel_verandert_geen_keuze(
    pagina: ImportWizard, runner: Runner, rustig: Rustig, klein: Path
) -> None:
    _naar(pagina, runner, rustig, klein, KOLOMMEN)
    combo = pagina.kolommen.keuzes["Nr."]
    voor = combo.currentIndex()
    combo.wheelEvent(
        QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip
    assert combo.currentIndex() == voor


def test_het_model_houdt_zich_aan_de_regels_van_qt(
    qtmodeltester: ModelTester, ctx_van: Callable[[], Context]
) -> None:
    verslag = importeren.proef(ctx_van(), JZ)
    model = ImportModel()
    for welke in (ALLES, OVERGESLAGEN, Verdict.LET_OP.value):
        model.stel(rijen(verslag, welke))
        qtmodeltester.check(model)


def test_de_pagina_staat_bij_de_paginas_van_het_venster() -> None:
    assert "importeren" in {soort.naam for soort in PAGINAS}
