"""The calm line after a crash: where something that was typed still stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_NA_MS: Final = 1_000  # first the work on the screen
_PAGINAS: Final = {
    Plek.OPMERKING: ("ondertekenen", "bij Ter ondertekening"),
    Plek.BALIE: ("stappenplan", "bij Stappenplan"),
    Plek.BEHEER: ("beheer", "in Beheer"),
}


class Typherstel(QWidget):
    """Hidden, unless a window that is gone left something typed."""

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._stuk: Stuk | None = None
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
        from klachtenapp.ui.typwacht import achtergebleven  # noqa: PLC0415 - as it says

        stukken = achtergebleven(self._runner) if self._runner.is_open else ()
        if not stukken:
            return
        self._stuk = stukken[0]
        plekken = list(dict.fromkeys(_plek(stuk) for stuk in stukken))
        anders = dagtekst.aantal(len(plekken) - 1, "andere plek", "andere plekken")
        meer = f" en op {anders}" if len(plekken) > 1 else ""
        self.melding.toon(f"Wat u typte staat er nog, {plekken[0]}{meer}.")
        self.show()

    def _open(self) -> None:
        self.hide()
        if self._stuk is None:
            return
        if self._stuk.plek in _PAGINAS:
            self._navigatie.toon_pagina(_PAGINAS[self._stuk.plek][0])
        else:
            self._navigatie.open_dossier(self._stuk.kenmerk)


def _plek(stuk: Stuk) -> str:
    return _PAGINAS[stuk.plek][1] if stuk.plek in _PAGINAS else f"in {stuk.kenmerk}"
