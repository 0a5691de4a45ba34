"""One window on a share, worked by a script: what it was told is saved, it tells on stdout.

``python -m tests.betrouwbaarheid.vensterproces REGISTER NAAM ZAAD``. Every line is JSON. A
line on stdin asks it to stop: then it waits until nothing waits any more and tells what it sees.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from klachtenapp import kluis
from klachtenapp.domain.formulier import Formulier
from klachtenapp.errors import KlachtenappError
from klachtenapp.kluis import Kluis
from klachtenapp.services import zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import messages
from klachtenapp.ui.app import Programma
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.stijl import STIJLKEUZE
from klachtenapp.ui.verbinding import Staat
from tests.geheugenkluis import Geheugenkluis

_TUSSEN_MS = (150, 900)
_RUST_MS = 500


class Werker(QObject):
    """Registers, writes notes and looks around, as fast as somebody in a hurry."""

    def __init__(self, programma: Programma, naam: str, zaad: int) -> None:
        super().__init__(programma)
        self._programma = programma
        self._naam = naam
        self._kans = random.Random(zaad)
        self._kenmerken: list[str] = []
        self._stopt = False
        self._geduld = 40
        self._begonnen = self._toont = self._mag_tonen = False
        self._wacht: Callable[[], bool] | None = None
        self._klok = QTimer(self, singleShot=True)
        self._klok.timeout.connect(self._stap)
        self._klok.start(_RUST_MS)

    @property
    def venster(self) -> MainWindow | None:
        return self._programma.venster

    def stop(self) -> None:
        self._stopt = True

    def _stap(self) -> None:
        """Do the next thing when the one before it is finished."""
        venster = self.venster
        if venster is None or (self._wacht is not None and not self._wacht()):
            self._klok.start(50)
            return
        if not self._begonnen:
            self._begonnen = True
            vertel("begonnen")
        self._wacht = None
        if self._stopt:
            self._rond_af(venster)
            return
        self._kans.choice((self._registreer, self._registreer, self._noteer, self._kijk))(venster)
        self._klok.start(self._kans.randint(*_TUSSEN_MS))

    def _registreer(self, venster: MainWindow) -> None:
        venster.nieuwe_melding()
        pagina = venster.pagina("nieuwe_melding")
        assert isinstance(pagina, IntakePage)
        merk = uuid4().hex
        velden = Formulier(
            ontvangen_op=venster._runner.ctx.vandaag.isoformat(),
            soort="klacht",
            kanaal="balie",
            achternaam=f"Vanger{self._naam}",
            omschrijving=f"Niemand belt terug. {merk}",
        )
        pagina.paneel.zet(velden)
        vertel("getypt", melding=merk)
        pagina.registreer()

        def klaar() -> bool:
            if pagina.resultaat.isVisible():
                vertel("bewaard", melding=merk)
                return True
            return not pagina._bezig and self._opnieuw(pagina)

        self._wacht = klaar

    def _opnieuw(self, pagina: IntakePage) -> bool:
        """Refused because the disk is busy: press again, as a person would."""
        pagina.registreer()
        return False

    def _noteer(self, venster: MainWindow) -> None:
        if not self._kenmerken:
            self._kijk(venster)
            return
        kenmerk, merk = self._kans.choice(self._kenmerken), uuid4().hex
        venster.open_dossier(kenmerk)
        pagina = venster.pagina("dossier")
        assert isinstance(pagina, DossierPage)
        gedaan: list[int] = []

        def noteer() -> bool:
            if pagina.beeld is None or pagina.beeld.dossier.kenmerk != kenmerk:
                return False
            pagina.uitvoering.genoteerd.connect(lambda: gedaan.append(1))
            pagina.uitvoering.noteer(f"Gebeld. {merk}")
            self._wacht = bewaard
            return False

        def bewaard() -> bool:
            if gedaan:
                vertel("bewaard", notitie=merk, kenmerk=kenmerk)
            return bool(gedaan) or venster._runner.is_rustig

        pogingen = iter(range(100))
        self._wacht = lambda: noteer() or next(pogingen, None) is None

    def _kijk(self, venster: MainWindow) -> None:
        venster.toon_pagina(self._kans.choice(("werkvoorraad", "register", "post")))
        venster._runner.run(_kenmerken, self._onthoud, mislukt=self._kan_nu_niet)

    def _onthoud(self, kenmerken: list[str]) -> None:
        self._kenmerken = kenmerken

    def _kan_nu_niet(self, fout: KlachtenappError) -> None:
        vertel("lezen ging niet", fout=str(fout))

    def _rond_af(self, venster: MainWindow) -> None:
        beeld = venster._samenspel.verbinding.beeld
        rustig = beeld.staat is Staat.VERBONDEN and not beeld.wachtend and venster._runner.is_rustig
        if not rustig:
            self._geduld -= 1
            if self._geduld == 0:  # say where it hangs; the test gives up a little later
                v = venster._samenspel.verbinding
                vertel("hangt", beeld=str(v.beeld), stand=str(vars(v)))
                faulthandler.dump_traceback(all_threads=True)
            self._klok.start(_RUST_MS)
            return
        if not self._toont:  # the other window may still be sending what waited
            vertel("rust")
            self._toont = True
            Thread(target=self._wacht_op_de_ander, daemon=True).start()
        if not self._mag_tonen:
            self._klok.start(_RUST_MS)
            return
        venster.toon_pagina("register")
        venster._runner.run(_stand, self._vertel_stand, mislukt=self._nog_eens)

    def _wacht_op_de_ander(self) -> None:
        sys.stdin.readline()
        self._mag_tonen = True

    def _nog_eens(self, _fout: KlachtenappError) -> None:
        self._klok.start(_RUST_MS)

    def _vertel_stand(self, stand: list[tuple[str, str, str]]) -> None:
        venster = self.venster
        assert venster is not None
        beeld = venster._samenspel.verbinding.beeld
        vertel("eind", stand=stand, conflicten=beeld.conflicten)
        self._programma.einde()
        QApplication.quit()


def _kenmerken(ctx: Context) -> list[str]:
    return [rij.kenmerk for rij in zoeken.regels(ctx, zoeken.ids(ctx, Filter())[:40])]


def _stand(ctx: Context) -> list[tuple[str, str, str]]:
    rijen = zoeken.regels(ctx, zoeken.ids(ctx, Filter()))
    return sorted((rij.kenmerk, rij.status.value, rij.onderwerp) for rij in rijen)


def vertel(wat: str, **gegevens: object) -> None:
    """Tell the test; at once, for this process may be killed."""
    print(json.dumps({"wat": wat, **gegevens}), flush=True)


def main() -> int:
    register, naam, zaad = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    opslag = Geheugenkluis()
    kluis.Kluis = lambda: Kluis(opslag)  # type: ignore[misc, assignment]
    messages.fail = lambda _ouder, fout: vertel("venster", fout=str(fout))
    program = QApplication(["venster", *STIJLKEUZE])
    instellingen = Path(os.environ["XDG_CONFIG_HOME"]) / "venster.ini"
    programma = Programma(program, QSettings(str(instellingen), QSettings.Format.IniFormat))
    programma.begin(register)
    werker = Werker(programma, naam, zaad)

    def luister() -> None:
        sys.stdin.readline()
        QTimer.singleShot(0, werker, werker.stop)

    Thread(target=luister, daemon=True).start()
    return program.exec()


if __name__ == "__main__":
    sys.exit(main())
