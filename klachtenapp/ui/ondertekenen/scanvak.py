"""Takes a scan of signed letters: chosen, or dropped on the page, and asks about each letter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import ondertekenpapier
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.services.ondertekenpapier import Scandeel, Scanlezing
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui import messages
from klachtenapp.ui.bestanden import kies_openen
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.papierkaart import Natgetekend, Papierkaart
from klachtenapp.ui.runner import Runner

_SCANS = "Scan (*.pdf *.png *.jpg *.jpeg)"
Gelezen = tuple[Scanlezing, tuple[str, ...]]


class Scanvak(QObject):
    """Files a scan at the letters its codes name, else at the letter in ``blad``.

    ``gedaan`` when a letter of the list was filed.
    """

    gedaan = Signal()

    def __init__(self, pagina: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._uid = ""
        self._deel: Scandeel | None = None  # what was asked about, whatever is shown meanwhile
        self._rest: list[Scandeel] = []
        self._naam = ""
        self._namen: tuple[str, ...] = ()
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
        """Choose a scan; without a code on it, it is of the letter that is shown."""
        if self.blad is not None:
            pad = kies_openen(self._pagina, "Scan van de getekende brief", _SCANS)
            if pad is not None:
                self.neem(pad)

    def neem(self, pad: Path) -> None:
        """Read this scan, and ask about each letter on it."""
        if self.blad is None:
            return
        self._navigatie.meld(f"{pad.name} wordt gelezen …")
        getoond = self.blad.dossier.kenmerk
        self._runner.run(
            partial(_lees, pad=pad, getoond=getoond),
            partial(self._vraag, pad.name),
            mislukt=self._onleesbaar,
        )

    def bestand(self, event: QDropEvent) -> Path | None:
        """Return the one file that is dragged, when there is a letter to file it at."""
        urls = event.mimeData().urls()
        if self.blad is None or len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())

    def _vraag(self, naam: str, gelezen: Gelezen) -> None:
        lezing, self._namen = gelezen
        self._naam, self._rest = naam, list(lezing.delen)
        aantal = len(lezing.delen)
        self._navigatie.meld(f"{naam}: {aantal} {'brief' if aantal == 1 else 'brieven'} gevonden.")
        if lezing.blijft_liggen:
            redenen = "\n".join(f"• {reden}" for reden in lezing.blijft_liggen)
            messages.tell(self._pagina, f"Dit deel blijft liggen:\n{redenen}", naam)
        self._volgende()

    def _volgende(self) -> None:
        """Ask about the next letter of this scan; the signer of the last one is proposed."""
        if not self._rest:
            return
        self._deel, self._uid = self._rest.pop(0), nieuw_uid()
        self.kaart.vraag(self._naam, self._deel, self._namen)

    def _bewaar(self, wat: Natgetekend) -> None:
        if self._deel is not None:
            self._runner.run(
                partial(_registreer, deel=self._deel, wat=wat, uid=self._uid),
                self._bewaard,
                schrijft=True,
                mislukt=self._geweigerd,
            )

    def _bewaard(self, brief: DocumentInfo) -> None:
        self.kaart.sluit()
        self._navigatie.meld(f"Scan bewaard. {brief.naam} ligt klaar bij Post.")
        self.gedaan.emit()
        self._volgende()

    def _onleesbaar(self, fout: KlachtenappError) -> None:
        messages.fail(self._pagina, fout)

    def _geweigerd(self, fout: KlachtenappError) -> None:
        if isinstance(fout, RegelFout):
            self.kaart.zet_fout(fout)
            return
        self.kaart.sluit()
        messages.fail(self._pagina, fout)


def _lees(ctx: Context, *, pad: Path, getoond: str) -> Gelezen:
    return ondertekenpapier.lees_scan(ctx, pad, getoond), ondertekenpapier.ondertekenaars(ctx)


def _registreer(ctx: Context, *, deel: Scandeel, wat: Natgetekend, uid: str) -> DocumentInfo:
    return ondertekenpapier.registreer_scan(
        ctx,
        deel,
        wat.naam,
        niet_betrokken=wat.niet_betrokken,
        datum=wat.datum,
        opdracht_uid=uid,
    )
