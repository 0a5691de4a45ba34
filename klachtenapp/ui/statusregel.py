"""The line at the foot of the window: what was just done, and where help is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst

_TOON_MS = 12_000
_BEZIG_NA_MS = 400  # below this nobody needs to be told


class Statusregel(QWidget):
    """Success is a line here, not a dialog; a screen reader hears it too."""

    hulp = Signal()
    toetsen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusregel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._gelukt = Tekst("", afkappen=True)
        self._gelukt.setObjectName("gelukt")
        self._bezig = QLabel("Bezig …")
        self._bezig.hide()
        knoppen: list[Knop] = []
        for tekst, sein in (("Sneltoetsen (?)", self.toetsen), ("Handleiding (F1)", self.hulp)):
            knop = Knop(tekst, stil=True)
            knop.setProperty("rol", "statusknop")
            knop.clicked.connect(lambda _aan=False, s=sein: s.emit())
            knoppen.append(knop)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(tokens.RUIMTE_XL, 1, tokens.RUIMTE_L, 1)
        rij.addWidget(self._gelukt, 1)
        rij.addWidget(self._bezig)
        for knop in knoppen:
            rij.addWidget(knop)
        self._wis = QTimer(self, interval=_TOON_MS, singleShot=True)
        self._wis.timeout.connect(lambda: self._gelukt.setText(""))
        self._traag = QTimer(self, interval=_BEZIG_NA_MS, singleShot=True)
        self._traag.timeout.connect(self._bezig.show)

    def meld(self, tekst: str) -> None:
        """Say that something was done."""
        self._toon(f"✓ {tekst}", tekst, "gelukt")

    def zeg(self, tekst: str) -> None:
        """Say something calmly that is no success: no sign, no green."""
        self._toon(tekst, tekst, "")

    def _toon(self, tekst: str, gesproken: str, naam: str) -> None:
        if self._gelukt.objectName() != naam:
            self._gelukt.setObjectName(naam)
            self._gelukt.style().unpolish(self._gelukt)
            self._gelukt.style().polish(self._gelukt)
        self._gelukt.setText(tekst)
        self._wis.start()
        # The classes for screen readers are large; nothing is said before the window stands.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._gelukt, gesproken))

    @property
    def toont_succes(self) -> bool:
        """Whether what is said now is that something was done."""
        return self._gelukt.heel().startswith("✓")

    def tekst(self) -> str:
        """Return what is said now, without the sign."""
        return self._gelukt.heel().removeprefix("✓ ")

    def zet_bezig(self, bezig: bool) -> None:
        """Say that the register is at work, once that takes a moment."""
        if bezig:
            self._traag.start()
        else:
            self._traag.stop()
            self._bezig.hide()
