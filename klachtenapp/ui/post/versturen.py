"""From ticked letters to noted letters: make the pile, print it, ask, write down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import drukstapel
from klachtenapp.services.context import Context
from klachtenapp.services.drukstapel import Drukwerk, Genoteerd, Stapel
from klachtenapp.services.uitgaand import Uitgaand
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Voortgangskaart
from klachtenapp.ui.drukker import MISLUKT, Drukker
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.post.controle import Controlekaart
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang


class Verzendgang(QObject):
    """The way of one pile. ``stand`` follows each time there is more or less to do.

    The pile is kept until what was printed is noted or another one is made, so that leaving
    the question loses nothing.
    """

    stand = Signal()

    def __init__(
        self,
        blad: QWidget,
        runner: Runner,
        navigatie: Navigatie,
        kies: KiesPrinter,
        vaste: VastePrinter,
    ) -> None:
        super().__init__(blad)
        self._blad = blad
        self._runner = runner
        self._navigatie = navigatie
        self._drukker = Drukker(blad, kies, vaste)
        self._drukker.klaar.connect(self._gedrukt)
        self._drukker.vordering.connect(self._vorder)
        self._stapel = Stapel((), ())
        self._vanaf = 0
        self._gelukt = False
        self._ander = False
        self._niet_mee: tuple[Uitgaand, ...] = ()
        self._voortgang: Voortgangskaart | None = None
        self._controle: Controlekaart | None = None
        self._lopend: Lopend | None = None

    @property
    def bezig(self) -> bool:
        """Whether letters are being made or printed."""
        return self._lopend is not None or self._drukker.bezig

    @property
    def geprint(self) -> int:
        """How many letters were printed and not yet noted as sent."""
        return 0 if self.bezig else len(self._stapel.brieven)

    def begin(
        self,
        keuze: Sequence[Uitgaand],
        niet_mee: Sequence[Uitgaand] = (),
        *,
        ander: bool = False,
    ) -> None:
        """Make these letters and print them; ``ander`` asks for another printer.

        ``niet_mee`` are those that could not be chosen: they are told with what was skipped.
        """
        if self.bezig or not keuze:
            return
        self._ander, self._niet_mee = ander, tuple(niet_mee)
        kaart = self._toon_voortgang("Brieven maken")
        self._lopend = self._runner.run_long(
            partial(_maak, keuze=tuple(keuze)), self._gemaakt, mislukt=self._niet_gemaakt,
            voortgang=kaart.stand,
        )  # fmt: skip
        kaart.begin(self._lopend.stop)
        self.stand.emit()

    def vraag(self) -> None:
        """Ask (again) which letters of the pile came out well."""
        if not self._stapel.brieven or self.bezig:
            return
        if self._controle is None:
            self._controle = Controlekaart(self._blad.window())
            self._controle.verzonden.connect(self._noteer)
            self._controle.opnieuw.connect(self._opnieuw)
        self._controle.vraag(self._stapel, self._runner.ctx.vandaag, gelukt=self._gelukt)

    def _gemaakt(self, stapel: Stapel) -> None:
        self._lopend = None
        self._sluit_voortgang()
        self._vanaf = 0
        self._stapel = replace(stapel, overgeslagen=(*stapel.overgeslagen, *self._niet_mee))
        if stapel.brieven:
            self._druk()
        else:
            redenen = [f"{b.kenmerk}: {b.reden}" for b in stapel.overgeslagen]
            messages.tell(self._blad, "\n".join(redenen), "Er is niets geprint")
        self.stand.emit()

    def _niet_gemaakt(self, fout: KlachtenappError) -> None:
        gestopt = self._lopend is not None and self._lopend.gestopt
        self._lopend = None
        self._sluit_voortgang()
        self._stapel = Stapel((), ())
        if gestopt:
            self._navigatie.zeg("Gestopt. Er is niets geprint en niets genoteerd.")
        else:
            messages.fail(self._blad, fout)
        self.stand.emit()

    def _druk(self) -> None:
        """Print the pile from where it must go on; without a printer the pile is let go."""
        brieven = self._stapel.brieven[self._vanaf :]
        titel = dagtekst.aantal(len(brieven), "brief", "brieven")
        pdfs = [werk.pdf for werk in brieven]
        if not self._drukker.druk(pdfs, titel, len(pdfs), ander=self._ander):
            if not self._vanaf:
                self._stapel = Stapel((), ())
            self._navigatie.zeg("Er is niets geprint.")
        elif self._drukker.bezig:
            self._toon_voortgang(f"{titel} printen").begin(self._drukker.stop)
        self.stand.emit()

    def _vorder(self, gedaan: int, totaal: int) -> None:
        if self._voortgang is not None:
            self._voortgang.stand(gedaan, totaal)

    def _gedrukt(self, gelukt: bool) -> None:
        self._sluit_voortgang()
        self._gelukt = gelukt
        aantal = dagtekst.aantal(len(self._stapel.brieven) - self._vanaf, "brief", "brieven")
        if gelukt:
            self._navigatie.meld(f"{aantal} naar {self._drukker.waar} gestuurd.")
        else:
            self._navigatie.zeg(MISLUKT)
        self.stand.emit()
        self.vraag()

    def _opnieuw(self, rij: int) -> None:
        self._vanaf = rij
        self._druk()

    def _noteer(self, brieven: Sequence[Drukwerk]) -> None:
        self._runner.run(partial(_noteer, brieven=tuple(brieven)), self._genoteerd, schrijft=True)

    def _genoteerd(self, uitslag: Genoteerd) -> None:
        """Keep of the pile only what was refused; what was not ticked lies ready as before."""
        self._stapel = Stapel((), ())
        hoeveel = dagtekst.aantal(len(uitslag.gelukt), "brief", "brieven")
        dag = dagtekst.kort(self._runner.ctx.vandaag)
        self._navigatie.meld(f"{hoeveel} genoteerd als verzonden op {dag}")
        if uitslag.mislukt:
            redenen = [f"{werk.brief.kenmerk}: {reden}" for werk, reden in uitslag.mislukt]
            messages.tell(self._blad, "\n".join(redenen), "Niet alles is genoteerd")
        self.stand.emit()

    def _toon_voortgang(self, titel: str) -> Voortgangskaart:
        self._sluit_voortgang()
        self._voortgang = Voortgangskaart(self._blad.window(), titel)
        return self._voortgang

    def _sluit_voortgang(self) -> None:
        if self._voortgang is not None:
            self._voortgang.klaar()
            self._voortgang.deleteLater()
            self._voortgang = None


def _maak(
    ctx: Context, voortgang: Voortgang, gestopt: Gestopt, *, keuze: Sequence[Uitgaand]
) -> Stapel:
    return drukstapel.maak(ctx, keuze, voortgang=voortgang, gestopt=gestopt)


def _noteer(ctx: Context, *, brieven: Sequence[Drukwerk]) -> Genoteerd:
    return drukstapel.noteer_verzonden(ctx, brieven, op=ctx.vandaag)
