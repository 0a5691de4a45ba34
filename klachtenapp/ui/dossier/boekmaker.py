"""Makes the whole dossier as one PDF from the window: what, where, and how far it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.boekdeel import Boekdeel
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import bijlagen, dossierboek
from klachtenapp.services.context import Context
from klachtenapp.services.dossierboek import Boek
from klachtenapp.ui import messages
from klachtenapp.ui.bestanden import KiesPad
from klachtenapp.ui.bouwstenen import Voortgangskaart
from klachtenapp.ui.dossier.boekvraag import Boekvraag
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang

_TITEL = "Dossier als PDF maken"


class Boekmaker(QObject):
    """Asks for the parts and the file, runs the work, and tells what could not be shown."""

    def __init__(
        self, pagina: QWidget, runner: Runner, navigatie: Navigatie, *, kies_pad: KiesPad
    ) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._kies_pad = kies_pad
        self._kenmerk = ""
        self._pad = Path()
        self.kaart: Boekvraag | None = None
        self._voortgang: Voortgangskaart | None = None
        self._lopend: Lopend | None = None

    def vraag(self, kenmerk: str) -> None:
        """Show the card with what can be in it."""
        self._kenmerk = kenmerk
        if self.kaart is None:
            self.kaart = Boekvraag(self._pagina.window())
            self.kaart.gekozen.connect(self.maak)
        self.kaart.open()

    def maak(self, delen: frozenset[Boekdeel]) -> None:
        """Ask where, then make it."""
        naam = self._kies_pad(self._pagina, f"Dossier {self._kenmerk}.pdf")
        if not naam:
            return
        self._pad = Path(naam)
        self._voortgang = Voortgangskaart(self._pagina.window(), _TITEL)
        self._lopend = self._runner.run_long(
            partial(_maak, kenmerk=self._kenmerk, delen=delen, pad=self._pad),
            self._klaar,
            schrijft=True,  # it comes in the log of the dossier
            mislukt=self._mislukt,
            voortgang=self._voortgang.stand,
        )
        self._voortgang.begin(self._lopend.stop)

    def _klaar(self, boek: Boek) -> None:
        self._weg()
        self._navigatie.meld(f"Het dossier staat in {self._pad.name}")
        if boek.niet_getoond:
            zinnen = "\n".join(f"- {zin}" for zin in boek.niet_getoond)
            messages.tell(self._pagina, zinnen, "Dit staat alleen met naam in het boek")

    def _mislukt(self, fout: KlachtenappError) -> None:
        self._weg()
        if self._lopend is not None and self._lopend.gestopt:
            self._navigatie.zeg("Gestopt, er is geen PDF gemaakt")
        else:
            messages.fail(self._pagina, fout)

    def _weg(self) -> None:
        if self._voortgang is not None:
            self._voortgang.klaar()
            self._voortgang.deleteLater()
            self._voortgang = None


def _maak(
    ctx: Context,
    voortgang: Voortgang,
    gestopt: Gestopt,
    *,
    kenmerk: str,
    delen: frozenset[Boekdeel],
    pad: Path,
) -> Boek:
    boek = dossierboek.maak(ctx, kenmerk, delen, voortgang=voortgang, gestopt=gestopt)
    bijlagen.schrijf_uit(boek.pdf, pad)
    return boek
