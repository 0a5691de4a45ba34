"""A bug reaches the user once, in words, and the log with its traceback but without names.

The traceback holds file names and line numbers of the program. The *text* of an exception
can hold what was typed, so it is left out: only its type is written and copied.
"""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from klachtenapp import paths
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Tekst

_LOG = logging.getLogger("klachtenapp")
_GROOTSTE_LOG = 500_000  # bytes; one older log is kept


def richt_log_in(map_: Path | None = None) -> Path:
    """Let the technical log go to a file in ``paths.logmap()``; returns that file."""
    bestand = (map_ or paths.logmap()) / "klachtenapp.log"
    if bestand.exists() and bestand.stat().st_size > _GROOTSTE_LOG:
        bestand.replace(bestand.with_suffix(".oud.log"))
    schrijver = logging.FileHandler(bestand, encoding="utf-8", delay=True)
    schrijver.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(schrijver)
    _LOG.setLevel(logging.INFO)
    return bestand


def verslag(soort: type[BaseException], spoor: TracebackType | None) -> str:
    """Return what may leave the computer: places in the program and versions, no texts."""
    regels = [
        f"  {Path(plek.filename).name}:{plek.lineno} {plek.name}"
        for plek in traceback.extract_tb(spoor)
    ]
    kop = [
        f"Klachtenapp · Python {sys.version.split()[0]} · Qt {qVersion()} · {sys.platform}",
        soort.__name__,
    ]
    return "\n".join([*kop, *regels])


class FoutVenster(QDialog):
    """Says that the program made a mistake, what is safe, and offers the report to copy."""

    def __init__(self, tekst: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fout in Klachtenapp")
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Er ging iets mis in het programma", 1))
        opmaak.addWidget(
            Tekst(
                "Wat u eerder bewaarde, staat veilig in het register. Wat u net deed, is "
                "misschien niet gelukt: kijk dat na. Stuur het verslag hieronder naar uw "
                "beheerder. Er staan geen namen en geen teksten van klagers in."
            )
        )
        self._verslag = QPlainTextEdit(tekst)
        self._verslag.setReadOnly(True)
        self._verslag.setAccessibleName("Technisch verslag")
        self._verslag.setMinimumSize(tokens.px(560), tokens.px(200))
        opmaak.addWidget(self._verslag, 1)
        knoppen = QHBoxLayout()
        knoppen.addStretch(1)
        self.kopieer = Knop("Verslag kopiëren", icoon="kopie")
        self.kopieer.clicked.connect(self._kopieer)
        sluiten = Knop("Verder werken", True)
        sluiten.clicked.connect(self.accept)
        knoppen.addWidget(self.kopieer)
        knoppen.addWidget(sluiten)
        opmaak.addLayout(knoppen)
        sluiten.setFocus()

    def _kopieer(self) -> None:
        QGuiApplication.clipboard().setText(self._verslag.toPlainText())
        self.kopieer.zet_tekst("Gekopieerd")


class Foutvanger(QObject):
    """Stands in for ``sys.excepthook``; shows one window at a time, logs every bug."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False

    def installeer(self) -> None:
        """Catch every exception that nothing else caught."""
        sys.excepthook = self.vang

    def vang(
        self,
        soort: type[BaseException],
        fout: BaseException,
        spoor: TracebackType | None,
    ) -> None:
        """Log the bug and show it, unless a window about a bug is already open."""
        if issubclass(soort, KeyboardInterrupt):
            sys.__excepthook__(soort, fout, spoor)
            return
        tekst = verslag(soort, spoor or fout.__traceback__)
        _LOG.error(tekst)
        if self._open:
            return
        self._open = True
        try:
            FoutVenster(tekst).exec()
        finally:
            self._open = False
