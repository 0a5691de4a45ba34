"""The cards that lie over the window for a moment: search everything, shortcuts, manual."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from klachtenapp.ui.paginas import Paginasoort
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.toetsen import ToetsenKaart
from klachtenapp.ui.zoekpalet import Zoekpalet


class Vensterkaarten(QObject):
    """Makes each card when it is first asked for. The signals carry what was chosen in it."""

    dossier = Signal(str)
    pagina = Signal(str)

    def __init__(self, venster: QWidget, runner: Runner, paginas: Sequence[Paginasoort]) -> None:
        super().__init__(venster)
        self._venster = venster
        self._runner = runner
        self._labels = [(s.naam, s.label.replace("&", "")) for s in paginas if s.label]

    @cached_property
    def palet(self) -> Zoekpalet:
        """The palette that searches everything."""
        palet = Zoekpalet(self._venster, self._runner, self._labels)
        palet.gekozen.connect(self.dossier)
        palet.pagina_gekozen.connect(self.pagina)
        return palet

    @cached_property
    def toetsenkaart(self) -> ToetsenKaart:
        """The card with the shortcuts."""
        return ToetsenKaart(self._venster)

    def zoek(self) -> None:
        """Open the palette."""
        self.sluit()
        self.palet.open()

    def toon_toetsen(self) -> None:
        """Show the shortcuts."""
        self.sluit()
        self.toetsenkaart.open()

    @cached_property
    def handleiding(self) -> QDialog:
        """The manual, in a window of its own."""
        from klachtenapp.ui.handleiding_venster import HandleidingVenster  # noqa: PLC0415

        return HandleidingVenster(self._venster)

    def toon_handleiding(self) -> None:
        """Show the manual."""
        self.sluit()
        self.handleiding.open()

    def sluit(self) -> None:
        """Close whatever card is open, also one that a page has made."""
        for kaart in (
            *self._venster.findChildren(Zoekpalet),
            *self._venster.findChildren(ToetsenKaart),
        ):
            kaart.sluit()
