"""Vandaag ingevoerd: what the counter took in today, for who sees no dossiers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from klachtenapp.services import eigen_invoer
from klachtenapp.services.eigen_invoer import EigenInvoer
from klachtenapp.ui.bouwstenen import LegeStaat, Pagina
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class VandaagPage(Pagina):
    """A plain list; the dossiers themselves are for whoever handles them."""

    naam = "vandaag"

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(
            "Vandaag ingevoerd",
            "Wat u vandaag zelf opschreef. Een collega behandelt het verder.",
        )
        self._runner = runner
        self._navigatie = navigatie
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Vandaag door u ingevoerd")
        self.lijst.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.leeg = LegeStaat(
            "nieuw", "Nog niets ingevoerd", "Wat u vandaag invoert, staat straks hier."
        )
        self.inhoud.addWidget(self.lijst, 1)
        self.inhoud.addWidget(self.leeg, 1)
        self.lijst.hide()

    def ververs(self) -> None:
        """Show what was taken in today."""
        self._runner.run(eigen_invoer.vandaag, self._toon, vervangt="vandaag")

    def begin(self) -> None:
        """Start in the list."""
        self.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon(self, regels: Sequence[EigenInvoer]) -> None:
        self.lijst.clear()
        for regel in regels:
            wie = f" · {regel.klager}" if regel.klager else ""
            self.lijst.addItem(
                QListWidgetItem(
                    f"{regel.moment:%H:%M} · {regel.kenmerk} · {regel.soort}{wie}\n"
                    f"{regel.onderwerp}"
                )
            )
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
