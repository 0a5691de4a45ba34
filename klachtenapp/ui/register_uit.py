"""Writes what the register shows to a file, with a card that tells how far it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import exporteren
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import bestanden, messages
from klachtenapp.ui.bouwstenen import Voortgangskaart
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang


class Uitvoer(QObject):
    """Asks for a file and writes the filtered register to it: .xlsx, or .csv by its ending."""

    def __init__(self, pagina: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._pad = Path()
        self._kaart: Voortgangskaart | None = None
        self._lopend: Lopend | None = None

    def vraag(self, keuze: Filter, sorteer: str) -> None:
        """Ask where, then write."""
        voorstel = f"klachten-{self._runner.ctx.vandaag.isoformat()}.xlsx"
        soorten = (bestanden.WERKBLAD, bestanden.CSV)
        pad = bestanden.kies_bewaren(self._pagina, "Exporteren", voorstel, soorten)
        if pad is None:
            return
        self._pad = pad
        self._kaart = Voortgangskaart(self._pagina.window(), "Exporteren")
        self._lopend = self._runner.run_long(
            partial(_schrijf, keuze=keuze, sorteer=sorteer, pad=pad),
            self._klaar,
            mislukt=self._mislukt,
            voortgang=self._kaart.stand,
        )
        self._kaart.begin(self._lopend.stop)

    def _klaar(self, aantal: int) -> None:
        self._weg()
        hoeveel = dagtekst.aantal(aantal, "melding", "meldingen")
        self._navigatie.meld(f"{hoeveel} geëxporteerd naar {self._pad.name}")

    def _mislukt(self, fout: KlachtenappError) -> None:
        self._weg()
        if self._lopend is not None and self._lopend.gestopt:
            self._navigatie.zeg("Exporteren gestopt, er is geen bestand gemaakt")
        else:
            messages.fail(self._pagina, fout)

    def _weg(self) -> None:
        if self._kaart is not None:
            self._kaart.klaar()
            self._kaart.deleteLater()
            self._kaart = None


def _schrijf(
    ctx: Context, voortgang: Voortgang, gestopt: Gestopt, *, keuze: Filter, sorteer: str, pad: Path
) -> int:
    schrijf = exporteren.naar_csv if pad.suffix.casefold() == ".csv" else exporteren.naar_xlsx
    return schrijf(ctx, keuze, pad, sorteer=sorteer, voortgang=voortgang, gestopt=gestopt)
