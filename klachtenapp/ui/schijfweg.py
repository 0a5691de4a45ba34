"""The disk of the register is gone and there is no copy here: what is safe, and what to do."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klachtenapp.services import bereik
from klachtenapp.services.bereik import SchijfWeg
from klachtenapp.ui.bouwstenen import Knop, Tekst
from klachtenapp.ui.kaartvenster import maak_kaart, zet_in_midden
from klachtenapp.ui.werkdraad import Werkdraad

KIJK_MS: Final = 5_000
_DOEN: Final = (
    "Kijk of u verbinding hebt: het netwerk, de kabel of de VPN. Het programma kijkt zelf elke "
    "vijf seconden en gaat vanzelf verder. Duurt het lang? Vraag ICT om hulp."
)


class SchijfWegVenster(QWidget):
    """Looks by itself whether the disk is back. ``opnieuw`` carries the register to open.

    ``ander_register`` follows when the user wants to open something else.
    """

    opnieuw = Signal(object)
    ander_register = Signal()
    _gekeken = Signal(bool)

    def __init__(self, fout: SchijfWeg, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = fout.pad
        self._kijkt = False
        self._draad = Werkdraad("schijf weg")
        self.setWindowTitle("Klachtenapp · geen verbinding")
        self.setProperty("rol", "pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bouw(str(fout))
        self._gekeken.connect(self._na_kijken)
        self._klok = QTimer(self, interval=KIJK_MS)
        self._klok.timeout.connect(self.kijk)
        self._klok.start()

    def probeer(self) -> None:
        """Open the register again now, because someone asks for it."""
        self._klok.stop()
        self.knop.setEnabled(False)
        self.opnieuw.emit(self._pad)

    def kijk(self) -> None:
        """Look whether the disk is back; in a thread of its own, for it may hang."""
        if not self._kijkt:
            self._kijkt = True
            self._draad.geef(self._kijk_in_draad)

    def sluit(self) -> None:
        """Look no longer, and wait for nothing."""
        self._klok.stop()
        self._draad.sluit(0.0)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no longer when the user closes it."""
        self._klok.stop()
        super().closeEvent(event)

    def _kijk_in_draad(self) -> None:
        is_er = bereik.is_bereikbaar(self._pad)
        if shiboken6.isValid(self):
            self._gekeken.emit(is_er)

    def _na_kijken(self, is_er: bool) -> None:
        self._kijkt = False
        if is_er and self._klok.isActive():
            self.probeer()

    def _bouw(self, zin: str) -> None:
        kaart = maak_kaart("De schijf is er nu niet", self._pad.name)
        plek = Tekst(str(self._pad.parent), "klein")
        kaart.voeg_toe(plek)
        self.uitleg = Tekst(f"{zin}\n\n{_DOEN}")
        kaart.voeg_toe(self.uitleg)
        self.knop = Knop("&Opnieuw proberen", primair=True)
        self.knop.clicked.connect(lambda: self.probeer())
        self.ander = Knop("Ander &register …", stil=True)
        self.ander.clicked.connect(self.ander_register)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop)
        knoppen.addStretch(1)
        knoppen.addWidget(self.ander)
        kaart.inhoud.addLayout(knoppen)
        zet_in_midden(self, kaart)
        self.knop.setFocus(Qt.FocusReason.OtherFocusReason)
