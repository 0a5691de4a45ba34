"""Every place where one types more than a line, and a program of its own that is killed there.

``python -m tests.ui.typplekken REGISTER DOSSIER BRIEF typ`` types a letter at a time in all
places until it is stopped, a line ``aantal seconden`` for each round; ``… lees`` prints what a
next start finds in each, and ends. ``BRIEF`` is a dossier whose letter waits for a signature.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.services.context import Context
from klachtenapp.ui.balie.wiekaart import NIEUW
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stappenplan_page import StappenplanPage
from klachtenapp.ui.stijl import STIJLKEUZE
from tests.ui.conftest import DINSDAG, Logboek

ZIN = "Hij vertelt dat er drie keer is gebeld en dat niemand wist waar zijn aanvraag lag. "
BRIEF = "ontvangstbevestiging"
_TUSSEN_MS = 40


class Bureau:
    """One start of the program: all pages, the dossier and the letter at hand."""

    def __init__(self, runner: Runner, dossier: str, brief: str) -> None:
        self.dossier, self.brief = dossier, brief
        nergens = Logboek()
        self.intake = IntakePage(runner, nergens)
        self.pagina = DossierPage(runner, nergens)
        self.tekenen = OndertekenenPage(runner, nergens)
        self.balie = StappenplanPage(runner, nergens)
        self.beheer = BeheerPage(runner, nergens)
        self.venster = QWidget()
        opmaak = QVBoxLayout(self.venster)
        for pagina in (self.intake, self.pagina, self.tekenen, self.balie, self.beheer):
            opmaak.addWidget(pagina)
        self.venster.show()
        self.intake.begin()
        self.intake.ververs()
        self.tekenen.ververs()
        self.beheer.ververs()
        self.pagina.toon(dossier)

    def sectie(self, titel: str) -> QWidget:
        """Show a section of Beheer; it is filled soon."""
        sectie = self.beheer.toon_sectie(titel)
        sectie.ververs()
        return sectie

    def sluit(self) -> None:
        """End as the window does."""
        for pagina in (self.intake, self.pagina, self.tekenen, self.balie, self.beheer):
            pagina.sluit()


def _feiten(b: Bureau, tab: str, naam: str) -> QWidget:
    blad = b.pagina.werkblad.tabs[tab]
    assert isinstance(blad, Feitenblad)
    if not blad.bewerkt:
        b.pagina.werkblad.balk.kies(tab)
        blad.bewerk()
    veld = blad.veld(naam)
    assert isinstance(veld, QWidget)
    return veld


def _bevinding(b: Bureau) -> QWidget:
    oordeel = b.pagina.werkblad.tabs["oordeel"]
    assert isinstance(oordeel, OordeelTab)
    if not oordeel.bewerkt:
        b.pagina.werkblad.balk.kies("oordeel")
        oordeel.bewerk()
    return oordeel.formulieren[0].bevinding


def _handeling(b: Bureau) -> QWidget:
    if b.pagina.uitvoering.venster is None:
        b.pagina.open_handeling("leg_gesprek_vast")
    assert b.pagina.uitvoering.venster is not None
    veld = b.pagina.uitvoering.venster.formulier.veld("toelichting")
    assert isinstance(veld, QWidget)
    return veld


def _brief(b: Bureau) -> QWidget:
    if b.pagina.bureau.soort is None:
        b.pagina.open_brief(BRIEF)
    veld = b.pagina.bureau.vragen.veld("omschrijving")
    assert isinstance(veld, QWidget)
    return veld


def _opmerking(b: Bureau) -> QWidget:
    b.tekenen.stuur_terug()
    return b.tekenen.gang.terugkaart.opmerking


def _balie(b: Bureau) -> QWidget:
    if b.balie.wie.soort != NIEUW:
        b.balie.wie.zet(NIEUW)
    return b.balie.wie.intake.wat


def _beheer(titel: str, naam: str) -> Callable[[Bureau], QWidget]:
    return lambda b: b.beheer.toon_sectie(titel).velden.widget(naam)


@dataclass(frozen=True)
class Typplek:
    """One place: ``veld`` opens it when it is not open yet, and returns where one types."""

    naam: str
    veld: Callable[[Bureau], QWidget]


PLEKKEN: tuple[Typplek, ...] = (
    Typplek("nieuwe melding", lambda b: b.intake.paneel.velden.widget("omschrijving")),
    Typplek("notitie", lambda b: b.pagina.werkblad.tijdlijn.veld),
    Typplek("klacht", lambda b: _feiten(b, "klacht", "notities")),
    Typplek("oordeel", _bevinding),
    Typplek("handeling", _handeling),
    Typplek("brief", _brief),
    Typplek("terug met opmerking", _opmerking),
    Typplek("klacht aan de balie", _balie),
    Typplek("beheer gemeente", _beheer("Gemeente", "openingstijden")),
    Typplek("beheer huisstijl", _beheer("Huisstijl", "voetregels")),
    Typplek("beheer normen", _beheer("Normen", "waarschuwing_termijn")),
    Typplek("beheer woorden", _beheer("Woorden", "moeilijk")),
)
_SECTIES = ("Gemeente", "Huisstijl", "Normen", "Woorden")


class Typproces:
    """Opens the program and does, when it is quiet, what was asked."""

    def __init__(self, register: Path, dossier: str, brief: str, doe: str) -> None:
        self._runner = Runner(
            lambda: bootstrap.open(register, clock=FixedClock(DINSDAG)), bootstrap.sluit
        )
        self._dossier, self._brief, self._doe = dossier, brief, doe
        self._aantal = 0
        self._velden: list[QWidget] = []
        self._stappen = [
            *(lambda s=s: self._b.sectie(s) for s in _SECTIES),
            self._open_velden,
            self._begin,
        ]
        self._wacht = QTimer(interval=20)
        self._wacht.timeout.connect(self._volgende)
        self._timer = QTimer()
        self._timer.timeout.connect(self._typ)
        self._runner.start(self._open)

    def _open(self, _ctx: Context) -> None:
        self._b = Bureau(self._runner, self._dossier, self._brief)
        self._wacht.start()

    def _volgende(self) -> None:
        if self._b.pagina.beeld is not None and self._runner.is_rustig and self._stappen:
            self._stappen.pop(0)()

    def _open_velden(self) -> None:
        """Open every place; what that asks of the register is there before one types."""
        if self._doe == "typ":
            self._velden = [plek.veld(self._b) for plek in PLEKKEN]

    def _begin(self) -> None:
        self._wacht.stop()
        if self._doe == "lees":
            self._lees()
            return
        for veld in self._velden:
            _leeg(veld)
        self._timer.start(_TUSSEN_MS)

    def _typ(self) -> None:
        for veld in self._velden:
            QTest.keyClicks(veld, ZIN[self._aantal % len(ZIN)])
        self._aantal += 1
        sys.stdout.write(f"{self._aantal} {time.monotonic()}\n")
        sys.stdout.flush()

    def _lees(self) -> None:
        hervat = self._b.pagina.hervat.tekst()
        self._b.pagina.open_handeling(self._b.pagina.uitvoering.te_hervatten(self._dossier))
        gevonden = {plek.naam: _tekst(plek.veld(self._b)) for plek in PLEKKEN}
        sys.stdout.write(json.dumps({"zin": hervat, "gevonden": gevonden}) + "\n")
        sys.stdout.flush()
        self._b.sluit()
        self._runner.sluit()
        QApplication.quit()


def _leeg(veld: QWidget) -> None:
    if isinstance(veld, QLineEdit | QPlainTextEdit):
        veld.clear()


def _tekst(veld: QWidget) -> str:
    if isinstance(veld, QPlainTextEdit):
        return veld.toPlainText()
    assert isinstance(veld, QLineEdit)
    return veld.text()


def main() -> int:
    """Run as a program."""
    register, dossier, brief, doe = sys.argv[1:]
    program = QApplication(["klachtenapp", *STIJLKEUZE])
    proces = Typproces(Path(register), dossier, brief, doe)
    code = program.exec()
    del proces
    return code


if __name__ == "__main__":
    sys.exit(main())
