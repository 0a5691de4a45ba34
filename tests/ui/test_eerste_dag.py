"""The first day of a registrar, in the real window: from the old Excel list to the envelope.

Nothing is filled in behind the window's back. Only the dialogs of the system (which file,
which printer) are answered by the test, and the clock stands still.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pdfplumber
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.begrippen import Afdoeningswijze, Status
from klachtenapp.domain.gemeente import Venster
from klachtenapp.services import zoeken
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import bestanden
from klachtenapp.ui.app import Programma
from klachtenapp.ui.bouwstenen import Kop, Tabel
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.import_wizard import CONTROLE, KLAAR, KOLOMMEN, ImportWizard
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.nieuw_register import NieuwRegister
from klachtenapp.ui.werkvoorraad_balk import Actiebalk
from tests.ui.conftest import DINSDAG, Logboek
from tests.ui.dossier.conftest import Werker
from tests.ui.typist import Typist

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

JZ = Path(__file__).parents[1] / "uitwisseling" / "gegevens" / "jz-register-2021-2025.xlsx"
CTRL = Qt.KeyboardModifier.ControlModifier
MM = 72 / 25.4
GEMEENTE = {
    "naam": "Gemeente Voorbeeldstad",
    "bezoekadres": "Raadhuisplein 1",
    "postadres": "Postbus 100",
    "postcode": "1740 AA",
    "plaats": "Voorbeeldstad",
    "telefoon": "14 0224",
    "belnummer": "0224 21 04 00",
    "email": "klachten@voorbeeldstad.nl",
}
W = TypeVar("W", bound=QWidget)


class Registrar:
    """Somebody who has the program for the first time today."""

    def __init__(self, programma: Programma, qtbot: QtBot) -> None:
        self.programma = programma
        self.qtbot = qtbot
        self.typist = Typist()

    @property
    def venster(self) -> MainWindow:
        assert self.programma.venster is not None
        return self.programma.venster

    def pagina(self, naam: str, soort: type[W]) -> W:
        pagina = self.venster.pagina(naam)
        assert isinstance(pagina, soort)
        return pagina

    @property
    def dossier(self) -> DossierPage:
        return self.pagina("dossier", DossierPage)

    def rust(self) -> None:
        """Wait until the register has answered everything."""
        self.qtbot.waitUntil(lambda: self.dossier.runner.is_rustig, timeout=20_000)

    def wacht(self, klaar: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(klaar, timeout=20_000)

    def klik(self, knop: QWidget) -> None:
        assert knop.isVisible(), knop.accessibleName()
        assert knop.isEnabled(), knop.accessibleName()
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)

    def klik_op(self, tekst: str) -> None:
        """Press the one button with these words that can be seen."""
        knoppen = [
            knop
            for knop in self.venster.findChildren(QPushButton)
            if knop.isVisible() and knop.text().replace("&", "") == tekst
        ]
        assert len(knoppen) == 1, [knop.text() for knop in knoppen]
        self.klik(knoppen[0])

    def toets(self, toets: Qt.Key, met: Qt.KeyboardModifier = CTRL) -> None:
        """Press a key where the keyboard is now; the window behind a form comes back first."""
        with self.qtbot.waitActive(self.venster):
            self.venster.activateWindow()
        self.typist.druk(toets, met=met)
        self.rust()

    def maak_register(self, pad: Path) -> None:
        """Walk through the wizard, and wait for the window of the new register."""
        keuze = self.programma.keuze
        assert keuze is not None

        def vul_in() -> None:
            wizard = QApplication.activeModalWidget()
            assert isinstance(wizard, NieuwRegister)
            for naam, tekst in GEMEENTE.items():
                QTest.keyClicks(wizard.velden.velden[naam], tekst)
            QTest.keyClick(wizard.velden.velden["email"], Qt.Key.Key_Return)
            QTest.keyClicks(wizard.velden.velden["ondertekenaar"], "mr. H. de Boer")
            for stap in (1, 2, 3):
                assert wizard.stap() == stap
                self.klik(wizard.verder)
            wizard.velden.velden["pad"].setText(str(pad))
            self.klik(wizard.verder)

        QTimer.singleShot(0, vul_in)
        self.klik(keuze.nieuw)
        self.wacht(lambda: self.programma.venster is not None)
        self.rust()

    def neem_over(self) -> None:
        """Take over the old list in the import wizard."""
        self.toets(Qt.Key.Key_2)
        self.klik_op("Importeren …")
        wizard = self.pagina("importeren", ImportWizard)
        self.klik(wizard.bestand.knop)
        self.wacht(lambda: wizard.stap == KOLOMMEN)
        self.klik(wizard.volgende)
        self.wacht(lambda: wizard.stap == CONTROLE)
        assert wizard.volgende.text() == "120 meldingen overnemen"
        self.klik(wizard.volgende)
        self.wacht(lambda: wizard.stap == KLAAR)
        assert wizard.klaar.melding.tekst().startswith("120 meldingen zijn overgenomen")
        self.klik(wizard.volgende)
        self.rust()
        assert "120 meldingen" in self.venster.pagina("register").onderschrift.heel()

    def neem_youssef_in(self) -> str:
        """Take in his klacht with the keyboard alone; returns the kenmerk."""
        self.toets(Qt.Key.Key_N)
        for tekst in ("h", "Youssef", "Mohamed", "1741AB", "12", "Dorpsstraat", "Voorbeeldstad"):
            self.typist.typ(tekst).tab()
        self.typist.typ("0612345678").tab(2)
        self.typist.typ("b").tab()
        self.typist.typ(" ").tab(2)
        self.typist.typ("Drie keer gebeld over een brief. Niemand belt terug.").tab(2)
        self.typist.typ("soc").tab(3)
        self.typist.typ("b")
        self.toets(Qt.Key.Key_Return)
        resultaat = self.pagina("nieuwe_melding", IntakePage).resultaat
        assert resultaat.isVisible()
        with self.qtbot.waitSignal(resultaat.voorbeeld.geprint, timeout=20_000):
            self.toets(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
        (kenmerk,) = (kop.text() for kop in resultaat.findChildren(Kop) if "2026-" in kop.text())
        return kenmerk

    def zoek_in_werkvoorraad(self, kenmerk: str) -> str:
        """Choose him in the list; returns his term as it is explained in the bar."""
        self.toets(Qt.Key.Key_1)
        (lijst,) = self.venster.pagina("werkvoorraad").findChildren(Tabel)
        model = lijst.model()
        rijen = [n for n in range(model.rowCount()) if model.index(n, 1).data() == kenmerk]
        assert rijen, "He is not in the werkvoorraad."
        lijst.setFocus()
        while lijst.gekozen_rij() != rijen[0]:
            self.typist.druk(Qt.Key.Key_Down)
        (balk,) = self.venster.pagina("werkvoorraad").findChildren(Actiebalk)
        assert balk.isVisible()
        return balk.uitleg()

    def handel_af(self, werker: Werker) -> bytes:
        """Do what the dossier asks until the klacht is closed; returns the afsluitbrief."""
        werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
        werker.doe_stap(manier="telefoon", bereikt="ja", wens="gesprek")
        werker.verstuur("ontvangstbevestiging")
        werker.doe_stap()
        assert werker.dossier.status is Status.INFORMEEL
        werker.doe("klager_tevreden", hoe="balie", afspraak="Wij lazen de brief samen.")
        self.klik(self.dossier.stapbalk.knop)
        self.rust()
        bureau = self.dossier.bureau
        pdf = bureau.voorbeeld.pdf
        with self.qtbot.waitSignal(bureau.voorbeeld.geprint, timeout=20_000):
            self.toets(Qt.Key.Key_P)
        self.toets(Qt.Key.Key_Return)
        werker.doe_stap()
        return pdf


@pytest.fixture
def registrar(
    qtbot: QtBot, qapp: QApplication, instellingen: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Registrar]:
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: FixedClock(DINSDAG))
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: JZ)
    programma = Programma(qapp, instellingen)
    yield Registrar(programma, qtbot)
    programma.einde()


def test_van_excel_tot_de_brief_in_de_envelop(
    registrar: Registrar, qtbot: QtBot, papier: list[Path], tmp_path: Path
) -> None:
    pad = tmp_path / "voorbeeldstad.klachten"
    registrar.programma.begin(None)
    registrar.maak_register(pad)
    registrar.neem_over()
    kenmerk = registrar.neem_youssef_in()
    stappenplan = registrar.pagina("nieuwe_melding", IntakePage).resultaat.voorbeeld.pdf
    for stuk in (kenmerk, "U bent hier", "0224 21 04 00", "5 januari 2027"):
        assert stuk in _tekst(stappenplan), stuk
    uitleg = registrar.zoek_in_werkvoorraad(kenmerk)
    assert uitleg.startswith("Ontvangen di 24 nov 2026 + 6 weken = di 5 jan 2027")
    assert "art. 9:11 lid 1 Awb" in uitleg
    registrar.toets(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    werker = Werker(registrar.dossier, Logboek(), qtbot, lambda: bootstrap.open(pad))
    werker.rust()
    brief = registrar.handel_af(werker)
    _past_in_het_venster(brief)
    assert werker.dossier.status is Status.AFGEHANDELD
    assert werker.dossier.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST
    assert werker.dossier.documenten[-1].verzonden_op == DINSDAG.date()
    assert werker.beeld.stap is None
    assert len(papier) == 3
    assert all(vel.stat().st_size > 1_000 for vel in papier)
    registrar.programma.einde()
    ctx = bootstrap.open(pad)
    assert zoeken.aantal(ctx, Filter()) == 121
    bootstrap.sluit(ctx)


def _tekst(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return " ".join(" ".join((blad.extract_text() or "").split()) for blad in boek.pages)


def _past_in_het_venster(pdf: bytes) -> None:
    """Measure that the address, and nothing else, lies in the window of the envelope."""
    venster = Venster()
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        vlak = boek.pages[0].crop(
            (
                venster.x * MM - 0.5,
                venster.y * MM,
                (venster.x + venster.breedte) * MM,
                (venster.y + venster.hoogte) * MM,
            ),
            strict=False,
        )
        assert vlak.extract_text().split("\n") == [
            "De heer Y. Mohamed",
            "Dorpsstraat 12",
            "1741 AB VOORBEELDSTAD",
        ]
