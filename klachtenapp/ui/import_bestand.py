"""Step 1 of taking over a register: choose the file, or drop it here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, LegeStaat, Melding, Tekst

_SOORTEN = "Oude registers (*.xlsx *.xls *.xlsb *.ods *.csv *.txt)"
_UITLEG = (
    "Het oude bestand blijft zoals het is. U ziet eerst wat er met elke rij gebeurt; pas "
    "daarna beslist u of de meldingen in het register komen. Wat geen eigen plek heeft, komt "
    "met zijn kopje in de notities van het dossier."
)


class BestandStap(QWidget):
    """A large place to drop a file on. ``gekozen`` carries its path."""

    gekozen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.melding = Melding()
        self.knop = Knop("&Bestand kiezen …", primair=True)
        self.knop.clicked.connect(self._kies)
        self._vak = LegeStaat(
            "import",
            "Sleep het oude register hierheen",
            "Excel (.xlsx, .xls), OpenOffice (.ods) of .csv",
        )
        self._vak.voeg_knop_toe(self.knop)
        kaart = Kaart()
        kaart.inhoud.addStretch(2)
        kaart.voeg_toe(self._vak)
        uitleg = QHBoxLayout()
        uitleg.addStretch(1)
        tekst = Tekst(_UITLEG, "gedempt")
        tekst.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        tekst.setMaximumWidth(tokens.px(620))
        uitleg.addWidget(tekst, 6)
        uitleg.addStretch(1)
        kaart.inhoud.addLayout(uitleg)
        kaart.inhoud.addStretch(3)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.melding)
        opmaak.addWidget(kaart, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file, and say so."""
        if self._bestand(event) is not None:
            self._vak.zet("Laat maar los", "Dit bestand wordt bekeken")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say again what one can do here."""
        self._herstel()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose the file that was dropped."""
        self._herstel()
        pad = self._bestand(event)
        if pad is not None:
            event.acceptProposedAction()
            self.gekozen.emit(pad)

    def _herstel(self) -> None:
        self._vak.zet(
            "Sleep het oude register hierheen", "Excel (.xlsx, .xls), OpenOffice (.ods) of .csv"
        )

    def _bestand(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        pad = Path(urls[0].toLocalFile())
        return pad if pad.is_file() else None

    def _kies(self) -> None:
        pad = bestanden.kies_openen(self, "Oud register kiezen", _SOORTEN)
        if pad is not None:
            self.gekozen.emit(pad)
