"""A program of its own, to be killed: types everywhere on a dossier page, a letter at a time.

``python -m tests.ui.dossier.dossierproces REGISTER KENMERK typ`` types until it is stopped, a
line ``aantal seconden`` for each round; ``… lees`` prints what a next start finds, and ends.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from klachtenapp import bootstrap
from klachtenapp.services.context import Context
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek

ZIN = "Hij vertelt dat er drie keer is gebeld en dat niemand wist waar zijn aanvraag lag. "
_TUSSEN_MS = 40


class Dossierproces:
    """One start of the program, up to the dossier."""

    def __init__(self, register: Path, kenmerk: str, doe: str) -> None:
        self._runner = Runner(lambda: bootstrap.open(register), bootstrap.sluit)
        self._kenmerk = kenmerk
        self._doe = doe
        self._aantal = 0
        self._velden: list[QWidget] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._typ)
        self._runner.start(self._open)

    def _open(self, _ctx: Context) -> None:
        self.pagina = DossierPage(self._runner, Logboek())
        self.pagina.show()
        self.pagina.toon(self._kenmerk)
        self._wacht = QTimer(interval=20)
        self._wacht.timeout.connect(self._begin)
        self._wacht.start()

    @property
    def _feiten(self) -> Feitenblad:
        tab = self.pagina.werkblad.tabs["klacht"]
        assert isinstance(tab, Feitenblad)
        return tab

    @property
    def _oordeel(self) -> OordeelTab:
        tab = self.pagina.werkblad.tabs["oordeel"]
        assert isinstance(tab, OordeelTab)
        return tab

    def _begin(self) -> None:
        if self.pagina.beeld is None or not self._runner.is_rustig:
            return
        self._wacht.stop()
        if self._doe == "lees":
            self._lees()
            return
        self.pagina.werkblad.balk.kies("oordeel")
        self._oordeel.bewerk()
        self.pagina.werkblad.balk.kies("klacht")
        self._feiten.bewerk()
        self.pagina.open_handeling("leg_gesprek_vast")
        venster = self.pagina.uitvoering.venster
        assert venster is not None
        velden = (
            self.pagina.werkblad.tijdlijn.veld,
            self._feiten.veld("notities"),
            self._oordeel.formulieren[0].bevinding,
            venster.formulier.veld("toelichting"),
        )
        self._velden = [veld for veld in velden if isinstance(veld, QWidget)]
        assert len(self._velden) == len(velden)
        self._timer.start(_TUSSEN_MS)

    def _typ(self) -> None:
        for veld in self._velden:
            QTest.keyClicks(veld, ZIN[self._aantal % len(ZIN)])
        self._aantal += 1
        sys.stdout.write(f"{self._aantal} {time.monotonic()}\n")
        sys.stdout.flush()

    def _lees(self) -> None:
        zin = self.pagina.hervat.tekst()
        self.pagina.open_handeling(self.pagina.uitvoering.te_hervatten(self._kenmerk))
        venster = self.pagina.uitvoering.venster
        gevonden = {
            "zin": zin,
            "notitie": self.pagina.werkblad.tijdlijn.veld.text(),
            "feiten": self._feiten.veld("notities").waarde(),
            "onderdelen": self._oordeel.formulieren[0].bevinding.waarde(),
            "handeling": venster.invoer().get("toelichting", "") if venster else "",
        }
        sys.stdout.write(json.dumps(gevonden) + "\n")
        sys.stdout.flush()
        self.pagina.sluit()
        self._runner.sluit()
        QApplication.quit()


def main() -> int:
    """Run as a program."""
    register, kenmerk, doe = sys.argv[1:]
    program = QApplication([])
    proces = Dossierproces(Path(register), kenmerk, doe)
    code = program.exec()
    del proces
    return code


if __name__ == "__main__":
    sys.exit(main())
