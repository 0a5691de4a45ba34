"""The calm line above a dossier after a crash: what you typed is still there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.dossier.uitvoering import Uitvoering

_STAAT_ER_NOG = "Wat u typte staat er nog."


class Hervatbalk(Melding):
    """``verder`` asks to open the form that was half filled in."""

    verder = Signal(str)

    def __init__(self, uitvoering: Uitvoering, parent: QWidget | None = None) -> None:
        super().__init__("", "info", parent)
        self._uitvoering = uitvoering
        self._verwacht: set[str] = set()
        self._kenmerk = ""
        self._verder = self.voeg_knop_toe("Verdergaan", self._ga_verder)
        self._weg = self.voeg_knop_toe("Weggooien …", self._gooi_weg)
        self._goed = self.voeg_knop_toe("Sluiten", lambda: self.toon(""))

    def verwacht(self, kenmerk: str) -> None:
        """Remember that something was brought back in this dossier."""
        self._verwacht.add(kenmerk)

    def toon_bij(self, kenmerk: str) -> None:
        """Show what was brought back in this dossier; nothing when nothing was."""
        self._kenmerk = kenmerk
        naam = self._uitvoering.te_hervatten(kenmerk)
        if kenmerk not in self._verwacht:
            self.toon("")
            return
        self._verder.setVisible(bool(naam))
        self._weg.setVisible(bool(naam))
        self._goed.setVisible(not naam)
        if naam:
            label = HANDELINGEN[naam].label if naam in HANDELINGEN else "Terugdraaien"
            self.toon(f"{_STAAT_ER_NOG} U was bezig met: {label}.")
        else:
            self._verwacht.discard(kenmerk)
            self.toon(f"{_STAAT_ER_NOG} Het is nog niet bewaard in het dossier.")

    def _ga_verder(self) -> None:
        naam = self._uitvoering.te_hervatten(self._kenmerk)
        self.toon("")
        if naam:
            self.verder.emit(naam)

    def _gooi_weg(self) -> None:
        naam = self._uitvoering.te_hervatten(self._kenmerk)
        if naam and messages.ask(
            self,
            "Wat u in dit formulier typte, komt niet meer terug.",
            titel="Deze tekst weggooien?",
            ja="Weggooien",
        ):
            self._uitvoering.vergeet(self._kenmerk, naam)
            self.toon_bij(self._kenmerk)
