"""The calm line above a dossier after a crash: what you typed is still there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN
from klachtenapp.ui.dossier.briefconcepten import Briefconcepten
from klachtenapp.ui.dossier.uitvoering import Uitvoering
from klachtenapp.ui.teruggekomen import STAAT_ER_NOG


class Hervatbalk(Melding):
    """``verder`` asks to open the form that was half filled in, ``brief`` the letter."""

    verder = Signal(str)
    brief = Signal(str)

    def __init__(
        self, uitvoering: Uitvoering, brieven: Briefconcepten, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "info", parent)
        self._uitvoering = uitvoering
        self._brieven = brieven
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
        label = self._waarmee()
        if kenmerk not in self._verwacht:
            self.toon("")
            return
        self._verder.setVisible(bool(label))
        self._weg.setVisible(bool(label))
        self._goed.setVisible(not label)
        if label:
            self.toon(f"{STAAT_ER_NOG} U was bezig met: {label}.")
        else:
            self._verwacht.discard(kenmerk)
            self.toon(f"{STAAT_ER_NOG} Het is nog niet bewaard in het dossier.")

    def _waarmee(self) -> str:
        """Return what the user was busy with; empty when that shows by itself."""
        naam = self._uitvoering.te_hervatten(self._kenmerk)
        if naam:
            return HANDELINGEN[naam].label if naam in HANDELINGEN else "Terugdraaien"
        brief = self._brieven.te_hervatten(self._kenmerk)
        if brief:
            return BRIEFNAMEN[BriefSoort(brief)] if brief in set(BriefSoort) else "een brief"
        return ""

    def _ga_verder(self) -> None:
        naam = self._uitvoering.te_hervatten(self._kenmerk)
        brief = self._brieven.te_hervatten(self._kenmerk)
        self.toon("")
        if naam:
            self.verder.emit(naam)
        elif brief:
            self.brief.emit(brief)

    def _gooi_weg(self) -> None:
        naam = self._uitvoering.te_hervatten(self._kenmerk)
        brief = self._brieven.te_hervatten(self._kenmerk)
        if (naam or brief) and messages.ask(
            self,
            "Wat u hier typte, komt niet meer terug.",
            titel="Deze tekst weggooien?",
            ja="Weggooien",
        ):
            if naam:
                self._uitvoering.vergeet(self._kenmerk, naam)
            else:
                self._brieven.wis(self._kenmerk, brief)
            self.toon_bij(self._kenmerk)
