"""What is still done when the window closes: the last copy, for whoever wants to wait."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from klachtenapp.ui import messages, tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Tekst
from klachtenapp.ui.kopiewacht import Kopiewacht

_TOON_NA_MS: Final = 400  # what is done sooner needs no window
_ANTWOORD_MS: Final = 3_000  # a disk that does not say whether a copy is needed: then without


class Afscheid(QDialog):
    """Waits for the last copy with a bar and a way not to wait; ``wacht`` returns at the end."""

    def __init__(self, wacht: Kopiewacht, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Klachtenapp")
        self.setModal(True)
        self._wacht = wacht
        self._lus = QEventLoop(self)
        self._fout = ""
        self._balk = QProgressBar()
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        self._balk.setAccessibleName("Voortgang van de reservekopie")
        self.niet_wachten = Knop("Niet wachten")
        self.niet_wachten.clicked.connect(self.reject)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Er wordt nog een reservekopie gemaakt", 2))
        opmaak.addWidget(
            Tekst(
                "Uw werk is al bewaard. Wacht u niet, dan maakt het programma de kopie de "
                "volgende keer.",
                "gedempt",
            )
        )
        opmaak.addWidget(self._balk)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(self.niet_wachten)
        opmaak.addLayout(rij)
        self.setMinimumWidth(tokens.px(460))
        self._toon = QTimer(self, interval=_TOON_NA_MS, singleShot=True)
        self._toon.timeout.connect(self.show)
        self._antwoord = QTimer(self, interval=_ANTWOORD_MS, singleShot=True)
        self._antwoord.timeout.connect(self._on_geen_antwoord)
        wacht.stand.connect(self._on_stand, Qt.ConnectionType.QueuedConnection)
        wacht.mislukt.connect(self._on_mislukt)
        wacht.gemaakt.connect(self._on_gemaakt)
        wacht.klaar.connect(self._lus.quit, Qt.ConnectionType.QueuedConnection)

    def wacht(self) -> None:
        """Return when the copy stands, is not needed, failed, or is not waited for."""
        self._toon.start()
        self._antwoord.start()
        self._wacht.sluit_af()
        self._lus.exec(QEventLoop.ProcessEventsFlag.AllEvents)
        self._toon.stop()
        self._antwoord.stop()
        self.hide()
        if self._fout:
            messages.tell(self.parentWidget(), self._fout, "Er kwam nu geen reservekopie")

    def reject(self) -> None:
        """Close without waiting any longer; Escape does the same."""
        self._lus.quit()

    def _on_stand(self, gedaan: int, totaal: int) -> None:
        self._balk.setRange(0, totaal)
        self._balk.setValue(gedaan)

    def _on_mislukt(self, zin: str) -> None:
        self._fout = zin

    def _on_gemaakt(self, _kopie: object) -> None:
        self._fout = ""  # only the second place failed: that is told in Beheer

    def _on_geen_antwoord(self) -> None:
        if not self._wacht.bezig:
            self._lus.quit()


def neem_afscheid(kopieen: Kopiewacht, venster: QWidget) -> None:
    """Wait for the last copy, unless the user has no time for it."""
    afscheid = Afscheid(kopieen, venster)
    afscheid.wacht()
    afscheid.deleteLater()
