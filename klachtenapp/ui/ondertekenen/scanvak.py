"""Takes the scan of a signed letter: chosen, or dropped on the page, and asks about it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import ondertekenpapier
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui import messages
from klachtenapp.ui.bestanden import kies_openen
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.papierkaart import Natgetekend, Papierkaart
from klachtenapp.ui.runner import Runner

_SCANS = "Scan (*.pdf *.png *.jpg *.jpeg)"


class Scanvak(QObject):
    """Files the scan of the letter in ``blad``. ``gedaan`` when one was filed."""

    gedaan = Signal()

    def __init__(self, pagina: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._uid = ""
        self._kenmerk = ""  # of the letter that was asked about, whatever is shown meanwhile
        self._kaart: Papierkaart | None = None
        self.blad: Beslisblad | None = None

    @property
    def kaart(self) -> Papierkaart:
        """The card that asks; made when the page stands in its window."""
        if self._kaart is None:
            self._kaart = Papierkaart(self._pagina.window(), lambda: self._runner.ctx.vandaag)
            self._kaart.bewaar.connect(self._bewaar)
        return self._kaart

    def kies(self) -> None:
        """Choose the scan of the letter that is shown."""
        if self.blad is not None:
            pad = kies_openen(self._pagina, "Scan van de getekende brief", _SCANS)
            if pad is not None:
                self.neem(pad)

    def neem(self, pad: Path) -> None:
        """Ask about this scan, of the letter that is shown."""
        if self.blad is None:
            return
        self._uid = nieuw_uid()
        self._runner.run(ondertekenpapier.ondertekenaars, partial(self._vraag, self.blad, pad))

    def bestand(self, event: QDropEvent) -> Path | None:
        """Return the one file that is dragged, when there is a letter to file it at."""
        urls = event.mimeData().urls()
        if self.blad is None or len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())

    def _vraag(self, blad: Beslisblad, pad: Path, namen: tuple[str, ...]) -> None:
        self._kenmerk = blad.dossier.kenmerk
        klager = blad.dossier.klager
        wie = "anoniem" if klager.is_leeg else korte_naam(klager)
        waarvan = f"{blad.dossier.kenmerk}, {wie}"
        self.kaart.vraag(pad, waarvan, namen, over_bestuur=blad.over_bestuur)

    def _bewaar(self, wat: Natgetekend) -> None:
        self._runner.run(
            partial(_registreer, kenmerk=self._kenmerk, wat=wat, uid=self._uid),
            self._bewaard,
            schrijft=True,
            mislukt=self._geweigerd,
        )

    def _bewaard(self, brief: DocumentInfo) -> None:
        self.kaart.sluit()
        self._navigatie.meld(f"Scan bewaard. {brief.naam} ligt klaar bij Post.")
        self.gedaan.emit()

    def _geweigerd(self, fout: KlachtenappError) -> None:
        if isinstance(fout, RegelFout):
            self.kaart.zet_fout(fout)
            return
        self.kaart.sluit()
        messages.fail(self._pagina, fout)


def _registreer(ctx: Context, *, kenmerk: str, wat: Natgetekend, uid: str) -> DocumentInfo:
    return ondertekenpapier.registreer_scan(
        ctx,
        kenmerk,
        wat.pad,
        wat.naam,
        niet_betrokken=wat.niet_betrokken,
        datum=wat.datum,
        opdracht_uid=uid,
    )
