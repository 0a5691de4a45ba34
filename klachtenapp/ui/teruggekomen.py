"""The calm line on a page after a crash: what you typed here is still there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Melding

STAAT_ER_NOG: Final = "Wat u typte staat er nog."


class Teruggekomen(Melding):
    """Hidden until something came back; ``weggooien`` when the user does not want it."""

    weggooien = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "info", parent)
        self.weg = self.voeg_knop_toe("Weggooien …", self._gooi_weg)

    def meld(self, bij: str = "Het is nog niet bewaard.") -> None:
        """Say that it came back, and what is still to be done with it."""
        self.toon(f"{STAAT_ER_NOG} {bij}")

    def _gooi_weg(self) -> None:
        if messages.ask(
            self,
            "Wat u hier typte, komt niet meer terug.",
            titel="Deze tekst weggooien?",
            ja="Weggooien",
        ):
            self.toon("")
            self.weggooien.emit()
