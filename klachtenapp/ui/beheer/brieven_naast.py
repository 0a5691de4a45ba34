"""What stands beside the letter text: the page as it will be, the history, tips."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.brieven_tekst import Brieftekstvak
from klachtenapp.ui.beheer.brieven_versies import Versiepaneel
from klachtenapp.ui.beheer.brieven_voorbeeld import Briefvoorbeeld
from klachtenapp.ui.bouwstenen import ChipGroep, Schuifvlak
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Taalpaneel

_VOORBEELD, _VERSIES, _TAAL = "voorbeeld", "versies", "taal"
_KEUZES = ((_VOORBEELD, "Voorbeeld"), (_VERSIES, "Versies"), (_TAAL, "Tips"))


class Briefnaast(QWidget):
    """One of three at a time; ``versies_gevraagd`` when the history comes in sight."""

    versies_gevraagd = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie, vak: Brieftekstvak) -> None:
        super().__init__()
        self.voorbeeld = Briefvoorbeeld(runner, navigatie)
        self.versies = Versiepaneel()
        self.taal = Taalpaneel(vak.tekst, runner, verborgen=vak.verborgen)
        self.keuze = ChipGroep(_KEUZES, verplicht=True, naam="Naast de tekst")
        self.keuze.zet(_VOORBEELD)
        self.keuze.gewijzigd.connect(self._on_keuze)
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self.voorbeeld)
        self._vlak.addWidget(self.versies)
        self._vlak.addWidget(Schuifvlak(self.taal))
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(self.keuze)
        opmaak.addWidget(self._vlak, 1)

    def _on_keuze(self, waarde: str) -> None:
        self._vlak.setCurrentIndex([naam for naam, _ in _KEUZES].index(waarde))
        if waarde == _VERSIES:
            self.versies_gevraagd.emit()


def naast_elkaar(*delen: tuple[QWidget, int]) -> QSplitter:
    """Return widgets beside each other whose border one can drag; ``delen`` has least widths."""
    splitser = QSplitter(Qt.Orientation.Horizontal)
    splitser.setChildrenCollapsible(False)
    splitser.setHandleWidth(tokens.RUIMTE_M)
    for widget, breed in delen:
        widget.setMinimumWidth(breed)
        splitser.addWidget(widget)
    return splitser
