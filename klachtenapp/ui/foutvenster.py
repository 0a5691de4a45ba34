"""A bug reaches the user once, in words, and the log with its traceback but without names.

The traceback holds file names and line numbers of the program. The *text* of an exception
can hold what was typed, so it is left out: only its type is written and copied.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from klachtenapp import paths
from klachtenapp.services import foutverslag
from klachtenapp.services.foutverslag import Regelopmaak
from klachtenapp.ui import tokens
from klachtenapp.ui.bestanden import KiesPad
from klachtenapp.ui.bouwstenen import Knop, Kop, Tekst

_LOG = logging.getLogger("klachtenapp")
_GROOTSTE_LOG = 500_000  # bytes; one older log is kept
_BESTANDSNAAM = "Klachtenapp verslag van een fout.txt"


def vraag_tekstpad(ouder: QWidget, naam: str) -> str:
    """Ask where to keep the report; the empty string when the user thinks better of it."""
    pad, _ = QFileDialog.getSaveFileName(
        ouder, "Verslag bewaren", str(Path.home() / naam), "Tekst (*.txt)"
    )
    return pad


def richt_log_in(map_: Path | None = None) -> Path:
    """Let the technical log go to a file in ``paths.logmap()``; returns that file."""
    bestand = (map_ or paths.logmap()) / "klachtenapp.log"
    if bestand.exists() and bestand.stat().st_size > _GROOTSTE_LOG:
        bestand.replace(bestand.with_suffix(".oud.log"))
    schrijver = logging.FileHandler(bestand, encoding="utf-8", delay=True)
    schrijver.setFormatter(Regelopmaak())
    _LOG.addHandler(schrijver)
    _LOG.setLevel(logging.INFO)
    return bestand


def verslag(soort: type[BaseException], spoor: TracebackType | None) -> str:
    """Return what may leave the computer: places in the program and versions, no texts."""
    return foutverslag.verslag(soort, spoor, f"Qt {qVersion()}")


def bewaar(verslag: str, pad: Path) -> None:
    """Write the report as one text file; the program itself sends nothing anywhere.

    :raises OSError: the disk refused.
    """
    pad.write_text(verslag + "\n", encoding="utf-8", newline="\r\n")


class FoutVenster(QDialog):
    """Says that the program made a mistake, what is safe, and offers the report to keep."""

    def __init__(
        self, tekst: str, parent: QWidget | None = None, *, kies_pad: KiesPad = vraag_tekstpad
    ) -> None:
        super().__init__(parent)
        self._kies_pad = kies_pad
        self.setWindowTitle("Fout in Klachtenapp")
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Er ging iets mis in het programma", 1))
        opmaak.addWidget(
            Tekst(
                "Wat u eerder bewaarde, staat veilig in het register. Wat u net deed, is "
                "misschien niet gelukt: kijk dat na. Het programma stuurt niets weg. Lees het "
                "verslag hieronder, bewaar het en geef het aan uw beheerder. Er staan geen "
                "namen en geen teksten van klagers in."
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
        self.bewaren = Knop("Bewaar dit verslag…")
        self.bewaren.clicked.connect(self._bewaar)
        sluiten = Knop("Verder werken", True)
        sluiten.clicked.connect(self.accept)
        knoppen.addWidget(self.bewaren)
        knoppen.addWidget(self.kopieer)
        knoppen.addWidget(sluiten)
        opmaak.addLayout(knoppen)
        sluiten.setFocus()

    def _bewaar(self) -> None:
        pad = self._kies_pad(self, _BESTANDSNAAM)
        if not pad:
            return
        try:
            bewaar(self._verslag.toPlainText(), Path(pad))
        except OSError:
            self.bewaren.zet_tekst("Niet gelukt: kies een andere map…")
        else:
            self.bewaren.zet_tekst("Bewaard")

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
        bron = fout if fout.__traceback__ else fout.with_traceback(spoor)
        tekst = foutverslag.verslag_van(bron, f"Qt {qVersion()}")
        _LOG.error(tekst)
        if self._open:
            return
        self._open = True
        try:
            FoutVenster(tekst).exec()
        finally:
            self._open = False
