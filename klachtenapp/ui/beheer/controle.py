"""Beheer: what the check of the register found, and what to do about each thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.services.reservekopie import Bevinding
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Stroom, Teken, Tekst

_INDEX = "zoekindex"


class Controleuitslag(QWidget):
    """One line for each check; below what is wrong stands what to do.

    ``index`` asks to make the search index anew, ``terugzetten`` to choose a copy.
    """

    index = Signal()
    terugzetten = Signal()

    def __init__(self, mag_herstellen: bool) -> None:
        super().__init__()
        self._regels = QVBoxLayout()
        self._regels.setSpacing(tokens.RUIMTE_XS)
        self.knop_index = Knop("Zoekindex opnieuw maken", icoon="zoek")
        self.knop_index.clicked.connect(self.index)
        self.knop_herstel = Knop("Reservekopie terugzetten…", icoon="terug")
        self.knop_herstel.clicked.connect(self.terugzetten)
        self._mag = mag_herstellen
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        for knop in (self.knop_index, self.knop_herstel):
            knop.hide()
            stroom.addWidget(knop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.addLayout(self._regels)
        opmaak.addWidget(knoppen)

    def toon(self, bevindingen: Sequence[Bevinding], *, kan_herstellen: bool = True) -> None:
        """Show what was found; ``kan_herstellen``: a copy or a new index may help."""
        while (item := self._regels.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        for bevinding in bevindingen:
            teken, kleur = ("✓", "groen") if bevinding.goed else ("■", "rood")
            regel = Teken(teken, bevinding.tekst, kleur)
            regel.setWordWrap(True)
            self._regels.addWidget(regel)
            if not bevinding.goed and bevinding.raad:
                self._regels.addWidget(Tekst(bevinding.raad, "gedempt"))
        fout = {bevinding.onderdeel for bevinding in bevindingen if not bevinding.goed}
        self.knop_index.setVisible(self._mag and kan_herstellen and _INDEX in fout)
        self.knop_herstel.setVisible(self._mag and kan_herstellen and bool(fout - {_INDEX}))
