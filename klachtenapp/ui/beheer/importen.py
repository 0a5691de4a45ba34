"""Beheer: the imports of old registers; each can be undone while nobody worked on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.services import importeren
from klachtenapp.services.importeren import Importbatch
from klachtenapp.ui import formatting, messages, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class Importen(Kaart):
    """One row an import, the latest first."""

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__("Ingelezen bestanden")
        self._runner = runner
        self._navigatie = navigatie
        vak = QWidget()
        self._rijen = QVBoxLayout(vak)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setSpacing(tokens.RUIMTE_XS)
        self.voeg_toe(vak)
        self.inlezen = Knop("Oud register inlezen …", icoon="import")
        self.inlezen.setToolTip("Haal een oud register (Excel of CSV) binnen")
        self.inlezen.clicked.connect(lambda: navigatie.toon_pagina("importeren"))
        self.inhoud.addWidget(self.inlezen, 0, Qt.AlignmentFlag.AlignLeft)

    def ververs(self) -> None:
        """Ask which imports there are."""
        self._runner.run(importeren.batches, self._on_batches)

    def _on_batches(self, batches: Sequence[Importbatch]) -> None:
        while (item := self._rijen.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        for batch in batches:
            self._rijen.addWidget(self._rij(batch))
        if not batches:
            self._rijen.addWidget(Tekst("Er is nog geen oud register ingelezen.", "gedempt"))

    def _rij(self, batch: Importbatch) -> QWidget:
        vak = QWidget()
        rij = QHBoxLayout(vak)
        rij.setContentsMargins(0, 0, 0, 0)
        moment = formatting.moment(batch.moment, self._runner.ctx.vandaag)
        tekst = f"{batch.bestand} · {moment} · {formatting.getal(batch.toegevoegd)} meldingen"
        rij.addWidget(Tekst(tekst, afkappen=True), 1)
        if batch.ongedaan_op is not None:
            rij.addWidget(Tekst("ongedaan gemaakt", "gedempt"))
            return vak
        knop = Knop("Ongedaan maken")
        knop.setAccessibleName(f"Inlezen van {batch.bestand} ongedaan maken")
        knop.clicked.connect(lambda: self._maak_ongedaan(batch))
        rij.addWidget(knop)
        return vak

    def _maak_ongedaan(self, batch: Importbatch) -> None:
        if messages.ask(
            self,
            f"De {formatting.getal(batch.toegevoegd)} meldingen uit {batch.bestand} gaan weer uit "
            "het register. Dat kan alleen als niemand er nog aan heeft gewerkt.",
            titel="Inlezen ongedaan maken?",
            ja="Ongedaan maken",
        ):
            self._runner.run(
                lambda ctx: importeren.maak_ongedaan(ctx, batch.id),
                self._on_ongedaan,
                schrijft=True,
            )

    def _on_ongedaan(self, kenmerken: Sequence[str]) -> None:
        self._navigatie.meld(f"{formatting.getal(len(kenmerken))} ingelezen meldingen zijn weg.")
        self.ververs()
