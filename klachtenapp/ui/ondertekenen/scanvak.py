"""Takes a scan of signed letters: chosen, or dropped on the page, and asks about each letter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import ondertekenpapier
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.services.ondertekenpapier import Scandeel, Scanlezing
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.ui import messages
from klachtenapp.ui.bestanden import kies_openen
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.papierkaart import Natgetekend, Papierkaart
from klachtenapp.ui.runner import Runner

_SCANS = "Scan (*.pdf *.png *.jpg *.jpeg)"
Gelezen = tuple[Scanlezing, tuple[str, ...]]


class Scanvak(QObject):
    """Files a scan at the letters its codes name, else at the letter in ``blad``.

    One card is asked for each letter; who skips one goes on with the next. ``uitslag`` says
    afterwards what was filed and what was not. ``gedaan`` when a letter of the list was filed.
    """

    gedaan = Signal()

    def __init__(self, pagina: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(pagina)
        self._pagina = pagina
        self._runner = runner
        self._navigatie = navigatie
        self._uid = ""
        self._leest = False
        self._schrijft = False
        self._deel: Scandeel | None = None  # what was asked about, whatever is shown meanwhile
        self._rest: list[Scandeel] = []
        self._aantal = 0
        self._bewaarde: list[str] = []
        self._liggen: list[str] = []
        self._naam = ""
        self._namen: tuple[str, ...] = ()
        self._kaart: Papierkaart | None = None
        self.blad: Beslisblad | None = None
        self.uitslag = Melding("", "goed")
        self.uitslag.voeg_knop_toe("Sluiten", lambda: self.uitslag.toon(""))

    @property
    def kaart(self) -> Papierkaart:
        """The card that asks; made when the page stands in its window."""
        if self._kaart is None:
            self._kaart = Papierkaart(self._pagina.window(), lambda: self._runner.ctx.vandaag)
            self._kaart.bewaar.connect(self._bewaar)
            self._kaart.gesloten.connect(self._overgeslagen)
        return self._kaart

    def kies(self) -> None:
        """Choose a scan; without a code on it, it is of the letter that is shown."""
        if self.blad is not None:
            pad = kies_openen(self._pagina, "Scan van de getekende brief", _SCANS)
            if pad is not None:
                self.neem(pad)

    def neem(self, pad: Path, *, van_elders: bool = False) -> None:
        """Read this scan, and ask about each letter on it.

        ``van_elders``: dropped on another page; the letter that stands here was not meant.
        """
        if self._leest or self._deel is not None:
            self._navigatie.zeg("Beantwoord eerst de vraag over de vorige scan.")
            return
        self._leest = True
        self.uitslag.toon("")
        self._navigatie.zeg(f"{pad.name} wordt gelezen …")
        getoond = self.blad.dossier.kenmerk if self.blad is not None and not van_elders else ""
        self._runner.run(
            partial(_lees, pad=pad, getoond=getoond),
            partial(self._vraag, pad.name),
            mislukt=self._onleesbaar,
        )

    def bestand(self, event: QDropEvent) -> Path | None:
        """Return the one file that is dragged."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())

    def _vraag(self, naam: str, gelezen: Gelezen) -> None:
        lezing, self._namen = gelezen
        self._leest = False
        self._naam, self._rest, self._aantal = naam, list(lezing.delen), len(lezing.delen)
        self._bewaarde, self._liggen = [], list(lezing.blijft_liggen)
        aantal = dagtekst.aantal(self._aantal, "brief", "brieven")
        self._navigatie.zeg(f"{naam}: {aantal} gevonden.")
        self._volgende()

    def _volgende(self) -> None:
        """Ask about the next letter of this scan; the signer of the last one is proposed."""
        if not self._rest:
            self._deel = None
            self._zeg()
            return
        self._deel, self._uid = self._rest.pop(0), nieuw_uid()
        plek = self._aantal - len(self._rest)
        self.kaart.vraag(self._naam, self._deel, self._namen, plek, self._aantal)

    def _zeg(self) -> None:
        """Say on the page what was filed and what was not; one letter filed needs no more."""
        if self._aantal == 1 and not self._liggen:
            return
        regels = [f"Bewaard: {', '.join(self._bewaarde)}."] if self._bewaarde else []
        if self._liggen:
            regels += ["Niet bewaard:", *(f"• {reden}" for reden in self._liggen)]
        soort = "let op" if self._liggen else "goed"
        self.uitslag.toon("\n".join([self._naam, *regels]), soort)

    def _bewaar(self, wat: Natgetekend) -> None:
        if self._deel is not None:
            self._schrijft = True
            self._runner.run(
                partial(_registreer, deel=self._deel, wat=wat, uid=self._uid),
                self._bewaard,
                schrijft=True,
                mislukt=self._geweigerd,
            )

    def _bewaard(self, brief: DocumentInfo) -> None:
        if self._deel is not None:
            self._bewaarde.append(self._deel.kenmerk)
        self._navigatie.meld(f"Scan bewaard. {brief.naam} ligt klaar bij Post.")
        self._sluit_kaart()
        self.gedaan.emit()
        self._volgende()

    def _overgeslagen(self) -> None:
        """The card was left without an answer: the other letters of the scan go on."""
        if self._deel is not None and not self._schrijft:
            self._liggen.append(f"{self._deel.kenmerk}: u sloeg deze brief over")
            self._volgende()

    def _sluit_kaart(self) -> None:
        self._deel = None  # before the card goes: it was answered, not skipped
        self._schrijft = False
        self.kaart.sluit()

    def _onleesbaar(self, fout: KlachtenappError) -> None:
        self._leest = False
        messages.fail(self._pagina, fout)

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self._schrijft = False
        if isinstance(fout, RegelFout) and self.kaart.isVisible():
            self.kaart.zet_fout(fout)
            return
        if self._deel is not None:
            self._liggen.append(f"{self._deel.kenmerk}: {fout}")
        self._sluit_kaart()
        self._volgende()


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
        zelfde_tekst=wat.zelfde_tekst,
    )
