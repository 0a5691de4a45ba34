"""Post: what lies ready to go out, and the postboek of what came in and went out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from klachtenapp.domain import dagtekst
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import ChipGroep, Pagina
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.post.boekblad import Boekblad
from klachtenapp.ui.post.klaarblad import Klaarblad
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_printer, vraag_printer
from klachtenapp.ui.runner import Runner

KLAAR, BOEK = "klaar", "boek"
_KEUZES = ((KLAAR, "Klaar om te versturen"), (BOEK, "Postboek"))


class PostPage(Pagina):
    """Two halves, chosen with chips: *Klaar om te versturen* and *Postboek*."""

    naam = "post"

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        vaste: VastePrinter = vaste_printer,
    ) -> None:
        super().__init__("Post")
        self.klaar = Klaarblad(runner, navigatie, kies_printer, vaste)
        self.klaar.geteld.connect(self._tel)
        self.boek = Boekblad(runner, navigatie, kies_printer, vaste)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.klaar)
        self._stapel.addWidget(self.boek)
        self.deel = ChipGroep(_KEUZES, verplicht=True, naam="Deel van deze pagina")
        self.deel.zet(KLAAR)
        self.deel.gewijzigd.connect(self.kies)
        self._maak_toetsen()
        self.inhoud.addWidget(self.deel)
        self.inhoud.addWidget(self._stapel, 1)

    def _maak_toetsen(self) -> None:
        for toets, doe in (
            ("Ctrl+P", self.print_nu),
            ("Ctrl+Shift+P", self.klaar.print_elders),
            ("Ctrl+F", self.zoek),
            ("Ctrl+Tab", self._ander_deel),
        ):
            kort = QShortcut(QKeySequence(toets), self)
            kort.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            kort.activated.connect(doe)

    def print_nu(self) -> None:
        """Print what is shown: the letters that are ticked, or the postboek."""
        (self.boek if self._in_boek else self.klaar).print_nu()

    def zoek(self) -> None:
        """Search in the postboek."""
        if not self._in_boek:
            self.kies(BOEK)
        self.boek.zoek()

    def mag_weg(self) -> bool:
        """Ask before closing over letters that were printed and not noted as sent."""
        geprint = self.klaar.gang.geprint
        if not geprint:
            return True
        brief = dagtekst.aantal(geprint, "brief is", "brieven zijn")
        return messages.ask(
            self,
            f"{brief} geprint, maar niet als verzonden genoteerd. Ze blijven klaarliggen.",
            titel="Toch afsluiten?",
            ja="Afsluiten",
            nee="Terug naar Post",
        )

    def kies(self, deel: str) -> None:
        """Show one half: ``klaar`` or ``boek``."""
        self.deel.zet(deel)
        self._stapel.setCurrentWidget(self.boek if deel == BOEK else self.klaar)
        self.ververs()

    def ververs(self) -> None:
        """Ask again what is shown; what lies ready counts in both halves."""
        self.klaar.ververs()
        if self._in_boek:
            self.boek.ververs()

    def begin(self) -> None:
        """Start where one works."""
        (self.boek if self._in_boek else self.klaar).begin()

    @property
    def _in_boek(self) -> bool:
        return self._stapel.currentWidget() is self.boek

    def _ander_deel(self) -> None:
        self.kies(KLAAR if self.deel.waarde() == BOEK else BOEK)
        self.begin()

    def _tel(self, aantal: int) -> None:
        ligt = dagtekst.aantal(aantal, "brief ligt", "brieven liggen")
        self.onderschrift.setText(f"{ligt} klaar om te versturen" if aantal else "Alles is weg")
