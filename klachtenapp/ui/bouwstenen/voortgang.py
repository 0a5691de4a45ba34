"""How far a long job is, with a button to stop it; shown only when it takes a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from klachtenapp.ui.bouwstenen.knop import Knop
from klachtenapp.ui.bouwstenen.overlay import Overlay
from klachtenapp.ui.bouwstenen.tekst import Tekst

_TOON_NA_MS = 800  # what is done sooner needs no card


class Voortgangskaart(Overlay):
    """Call ``begin``, then ``stand`` for each step, then ``klaar``; ``stop`` is the user's wish."""

    def __init__(self, venster: QWidget, titel: str) -> None:
        super().__init__(venster, titel, 460)
        self._stop: Callable[[], None] | None = None
        self._tekst = Tekst("Even geduld …", "gedempt")
        self._balk = QProgressBar()
        self._balk.setAccessibleName(titel)
        self._balk.setRange(0, 0)
        self._knop = Knop("Stoppen")
        self._knop.clicked.connect(self._stoppen)
        self.kaart.voeg_toe(self._tekst)
        self.kaart.voeg_toe(self._balk)
        self.kaart.inhoud.addWidget(self._knop, 0, Qt.AlignmentFlag.AlignRight)
        self._wacht = QTimer(self, interval=_TOON_NA_MS, singleShot=True)
        self._wacht.timeout.connect(self._toon)

    def begin(self, stop: Callable[[], None]) -> None:
        """Start counting; ``stop`` is called once when the user wants no more."""
        self._stop = stop
        self._balk.setRange(0, 0)
        self._tekst.setText("Even geduld …")
        self._knop.setEnabled(True)
        self._wacht.start()

    def stand(self, gedaan: int, totaal: int) -> None:
        """Show how far it is."""
        self._balk.setRange(0, totaal)
        self._balk.setValue(gedaan)
        if totaal:
            self._tekst.setText(f"{gedaan} van {totaal}")

    def klaar(self) -> None:
        """Take the card away."""
        self._wacht.stop()
        self._stop = None
        super().sluit()

    def sluit(self) -> None:
        """Escape and a click beside the card mean: stop the job, not: hide it."""
        self._stoppen()

    def _toon(self) -> None:
        self.open()
        self._knop.setFocus()

    def _stoppen(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None
            self._knop.setEnabled(False)
            self._tekst.setText("Stoppen …")
