"""Beheer, section Afdelingen: their names, and which are still in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.domain.personen import Afdeling
from klachtenapp.services import beheer, inrichting
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Knop, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class AfdelingenSectie(Sectie):
    """One row a department; none is ever deleted, old dossiers belong to it."""

    titel = "Afdelingen"
    bewaart_getypt = False
    uitleg = "Een afdeling die niet meer in gebruik is, blijft staan bij oude dossiers."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._rijen: list[_Rij] = []
        kaart = self.kaart()
        lijst = QWidget()
        self._lijst = QVBoxLayout(lijst)
        self._lijst.setContentsMargins(0, 0, 0, 0)
        self._lijst.setSpacing(tokens.RUIMTE_S)
        kaart.voeg_toe(lijst)
        self.knop_erbij = Knop("Afdeling toevoegen", icoon="plus")
        self.knop_erbij.clicked.connect(lambda: self._erbij())
        kaart.inhoud.addWidget(self.knop_erbij, 0, Qt.AlignmentFlag.AlignLeft)
        self.sluit_af()

    def ververs(self) -> None:
        """Show the stored departments."""
        if not self.vuil:
            self._runner.run(beheer.afdelingen, self._on_afdelingen)

    def bewaar(self) -> None:
        """Save every row that changed, all or none."""
        lijst = [rij.afdeling() for rij in self._rijen]
        self.sla_op(
            lambda ctx: inrichting.bewaar_afdelingen(ctx, lijst),
            self._on_afdelingen,
            "De afdelingen zijn bewaard.",
        )

    def _erbij(self) -> None:
        rij = self._voeg_toe(Afdeling(0, ""))
        self.maak_vuil()
        rij.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def _voeg_toe(self, afdeling: Afdeling) -> _Rij:
        nummer = len(self._rijen)
        rij = _Rij(afdeling, nummer)
        self._rijen.append(rij)
        self.velden.koppel(f"naam_{nummer}", rij.naam, rij.regel)
        self.velden.koppel(f"actief_{nummer}", rij.actief)
        self._lijst.addWidget(rij)
        return rij

    def _on_afdelingen(self, afdelingen: Sequence[Afdeling]) -> None:
        if self.vuil:
            return
        for rij in self._rijen:
            self._lijst.removeWidget(rij)
            rij.deleteLater()
        self._rijen = []
        self.velden.vergeet()
        for afdeling in afdelingen:
            self._voeg_toe(afdeling)
        self.maak_vuil(False)


class _Rij(Veldrij):
    """One department."""

    def __init__(self, afdeling: Afdeling, nummer: int) -> None:
        super().__init__()
        self._id = afdeling.id
        self.naam = QLineEdit(afdeling.naam)
        self.regel = Veldregel("", self.naam)
        self.regel.label.hide()
        self.naam.setAccessibleName(f"Naam van afdeling {nummer + 1}")
        self.actief = QCheckBox("in gebruik")
        self.actief.setAccessibleName(f"Afdeling {nummer + 1} in gebruik")
        self.actief.setChecked(afdeling.actief)
        self.voeg_toe(self.regel, 220, 1)
        self.voeg_toe(self.actief, 110, 0)

    def afdeling(self) -> Afdeling:
        """Return the department as it stands here now."""
        return Afdeling(self._id, " ".join(self.naam.text().split()), self.actief.isChecked())
