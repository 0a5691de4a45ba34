"""A program of its own, to be killed: types in the intake form and tells how far it is.

``python -m tests.ui.typproces REGISTER CONCEPTEN typ`` types until it is stopped, a line
``aantal seconden`` for each letter; ``… lees`` prints what a next start finds, and ends.
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
from PySide6.QtWidgets import QApplication

from klachtenapp import bootstrap
from klachtenapp.services.concepten import Conceptopslag
from klachtenapp.services.context import Context
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek

ZIN = "Er belt niemand terug en ik wacht al drie weken op een antwoord over mijn paspoort. "
_TUSSEN_MS = 25


class Typproces:
    """One start of the program, up to the page with the form."""

    def __init__(self, register: Path, concepten: Path) -> None:
        self._runner = Runner(lambda: bootstrap.open(register), bootstrap.sluit)
        self._opslag = Conceptopslag(concepten)
        self._aantal = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._typ)
        self.pagina: IntakePage | None = None

    def begin(self, doe: str) -> None:
        """Open the register; then type or read."""
        self._runner.start(lambda ctx: self._open(ctx, doe))

    def _open(self, _ctx: Context, doe: str) -> None:
        self.pagina = IntakePage(self._runner, Logboek(), opslag=self._opslag)
        self.pagina.show()
        self.pagina.begin()
        self.pagina.ververs()
        if doe == "lees":
            sys.stdout.write(json.dumps(self.pagina.paneel.formulier().velden()) + "\n")
            self.pagina.sluit()
            self._runner.sluit()
            QApplication.quit()
        else:
            self._timer.start(_TUSSEN_MS)

    def _typ(self) -> None:
        if self.pagina is None:
            return
        veld = self.pagina.paneel.velden.widget("omschrijving")
        QTest.keyClicks(veld, ZIN[self._aantal % len(ZIN)])
        self._aantal += 1
        sys.stdout.write(f"{self._aantal} {time.monotonic()}\n")
        sys.stdout.flush()


def main() -> int:
    """Run as a program."""
    register, concepten, doe = sys.argv[1:]
    program = QApplication([])
    proces = Typproces(Path(register), Path(concepten))
    proces.begin(doe)
    return program.exec()


if __name__ == "__main__":
    sys.exit(main())
