"""The calm line after a crash: in which dossier something that was typed still stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_NA_MS: Final = 1_000  # first the work on the screen


class Typherstel(QWidget):
    """Hidden, unless a window that is gone left something typed in a dossier."""

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._kenmerk = ""
        self.melding = Melding("", "info")
        self.openen = self.melding.voeg_knop_toe("Openen", self._open)
        self.melding.voeg_knop_toe("Later", self.hide)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(
            tokens.RUIMTE_XL, tokens.RUIMTE_S, tokens.RUIMTE_XL, tokens.RUIMTE_S
        )
        opmaak.addWidget(self.melding)
        self.hide()
        QTimer.singleShot(_NA_MS, self, self.kijk)

    def kijk(self) -> None:
        """Look what was left; nothing is loaded for who left nothing."""
        from klachtenapp.ui.dossier.typwacht import achtergebleven  # noqa: PLC0415 - as it says

        kenmerken = achtergebleven(self._runner) if self._runner.is_open else ()
        if not kenmerken:
            return
        self._kenmerk, rest = kenmerken[0], len(kenmerken) - 1
        meer = f" en in {dagtekst.aantal(rest, 'ander dossier', 'andere dossiers')}" if rest else ""
        self.melding.toon(f"Wat u typte staat er nog, in {self._kenmerk}{meer}.")
        self.show()

    def _open(self) -> None:
        self.hide()
        self._navigatie.open_dossier(self._kenmerk)
