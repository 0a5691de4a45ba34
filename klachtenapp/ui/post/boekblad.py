"""The postboek on the screen: filters, a table, print and export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import postboek
from klachtenapp.services.context import Context
from klachtenapp.services.postboek import Postkeuze, Postregel
from klachtenapp.ui import bestanden, formatting, messages, tokens
from klachtenapp.ui.bouwstenen import (
    BLOK,
    Hand,
    Knop,
    LegeStaat,
    Plek,
    Tabel,
    Tekst,
    Voortgangskaart,
)
from klachtenapp.ui.drukker import MISLUKT, Drukker
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.post.boek_model import KANAAL, WAT, WIE, BoekModel
from klachtenapp.ui.post.boekfilter import Boekfilter
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang

_BREEDTEN = (140, 84, 112, 200, 330, 96)
_REK = {WAT: 3, WIE: 1}
_MIST_EERST = {KANAAL: 700}
_PDF = "PDF om te printen (*.pdf)"


@dataclass(frozen=True, slots=True)
class _Antwoord:
    """What one question gives: how many lines, and the first of them."""

    keuze: Postkeuze
    aantal: int
    eerste: Sequence[Postregel]


class Boekblad(QWidget):
    """The second half of the page; every question runs in the worker."""

    def __init__(
        self, runner: Runner, navigatie: Navigatie, kies: KiesPrinter, vaste: VastePrinter
    ) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._drukker = Drukker(self, kies, vaste)
        self._drukker.klaar.connect(self._gedrukt)
        self._kaart: Voortgangskaart | None = None
        self._lopend: Lopend | None = None
        self.filter = Boekfilter(runner)
        self.filter.gewijzigd.connect(self.ververs)
        self.model = BoekModel(self)
        self.model.gevraagd.connect(self._haal_blok)
        self.tabel = Tabel("Postboek")
        self.tabel.setModel(self.model)
        self.tabel.zet_breedten(_BREEDTEN, _REK, _MIST_EERST)
        self.tabel.geopend.connect(self._open)
        self._hand = Hand(self.tabel)
        self._getoond: Postkeuze | None = None
        self._leeg = LegeStaat(
            "brief", "Geen post gevonden", "Kies een andere periode of een ander woord."
        )
        wis = Knop("Toon alles")
        wis.clicked.connect(self.filter.maak_leeg)
        self._leeg.voeg_knop_toe(wis)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.tabel)
        self._stapel.addWidget(self._leeg)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.filter)
        opmaak.addWidget(self._stapel, 1)
        opmaak.addLayout(self._maak_balk())

    def _maak_balk(self) -> QHBoxLayout:
        self.print = Knop("Postboek printen", icoon="printer")
        self.print.setToolTip("Print wat u nu ziet als lijst (Ctrl+P)")
        self.print.clicked.connect(self.print_nu)
        self.uit = Knop("Exporteren …", icoon="export")
        self.uit.setToolTip("Zet wat u nu ziet in een Excel-, CSV- of PDF-bestand")
        self.uit.clicked.connect(self.exporteer)
        self._telling = Tekst("", "gedempt", afkappen=True)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(self.print)
        rij.addWidget(self.uit)
        rij.addWidget(self._telling, 1)
        return rij

    def ververs(self) -> None:
        """Ask again for what the filters say."""
        keuze = self.filter.keuze()
        self._runner.run(partial(_vraag, keuze=keuze), self._toon, vervangt="postboek")

    def begin(self) -> None:
        """Start in the search field."""
        self.filter.zoekveld.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_nu(self) -> None:
        """Make the list as PDF and print it."""
        if not self._drukker.bezig and self.model.rowCount():
            self._navigatie.zeg("Bezig met printen …")
            self._runner.run(partial(postboek.naar_pdf, keuze=self.filter.keuze()), self._druk)

    def exporteer(self) -> None:
        """Ask for a file and write what the filters leave to it."""
        voorstel = f"postboek-{self._runner.ctx.vandaag.isoformat()}.xlsx"
        soorten = (bestanden.WERKBLAD, bestanden.CSV, _PDF)
        pad = bestanden.kies_bewaren(self, "Postboek exporteren", voorstel, soorten)
        if pad is None:
            return
        self._kaart = Voortgangskaart(self.window(), "Postboek exporteren")
        self._lopend = self._runner.run_long(
            partial(_schrijf, keuze=self.filter.keuze(), pad=pad), self._geschreven,
            mislukt=self._mislukt, voortgang=self._kaart.stand,
        )  # fmt: skip
        self._kaart.begin(self._lopend.stop)

    def _toon(self, antwoord: _Antwoord) -> None:
        had_focus = self.tabel.hasFocus()
        zelfde = antwoord.keuze == self._getoond and self.model.rowCount() > 0
        # Newest first: what came in since then stands above, and pushes all down by so many.
        erbij = antwoord.aantal - self.model.rowCount() if zelfde else 0
        plek = Plek.van(self.tabel)
        self._getoond = antwoord.keuze
        self.model.stel(antwoord.aantal, antwoord.eerste)
        self._stapel.setCurrentWidget(self.tabel if antwoord.aantal else self._leeg)
        self.tabel.kies(max(0, plek.rij + erbij) if zelfde else 0)
        if zelfde:
            plek.herstel(self.tabel, plek.rij + erbij, ook_boven=self._hand.bezig)
        if had_focus and antwoord.aantal:
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        woord = "regel" if antwoord.aantal == 1 else "regels"
        self._telling.setText(f"{formatting.getal(antwoord.aantal)} {woord}")
        for knop in (self.print, self.uit):
            knop.setEnabled(antwoord.aantal > 0)

    def _haal_blok(self, generatie: int, begin: int) -> None:
        werk = partial(_haal, keuze=self.filter.keuze(), generatie=generatie, begin=begin)
        self._runner.run(werk, self._neem_blok)

    def _neem_blok(self, antwoord: tuple[int, int, list[Postregel]]) -> None:
        self.model.vul(*antwoord)

    def _druk(self, pdf: bytes) -> None:
        if not self._drukker.druk([pdf], "Postboek", 1):
            self._navigatie.zeg("Er is niets geprint.")

    def _gedrukt(self, gelukt: bool) -> None:
        if gelukt:
            self._navigatie.meld(f"Het postboek is naar {self._drukker.waar} gestuurd.")
        else:
            self._navigatie.zeg(MISLUKT)

    def _geschreven(self, antwoord: tuple[int, Path]) -> None:
        self._weg()
        aantal, pad = antwoord
        hoeveel = dagtekst.aantal(aantal, "regel", "regels")
        self._navigatie.meld(f"{hoeveel} geëxporteerd naar {pad.name}")

    def _mislukt(self, fout: KlachtenappError) -> None:
        self._weg()
        if self._lopend is not None and self._lopend.gestopt:
            self._navigatie.zeg("Exporteren gestopt, er is geen bestand gemaakt")
        else:
            messages.fail(self, fout)

    def _weg(self) -> None:
        if self._kaart is not None:
            self._kaart.klaar()
            self._kaart.deleteLater()
            self._kaart = None

    def zoek(self) -> None:
        """Go to the search field with what stands there chosen."""
        self.filter.zoekveld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.zoekveld.selectAll()

    def _open(self, rij: int) -> None:
        regel = self.model.regel(rij)
        if regel is not None:
            self._navigatie.open_dossier(regel.kenmerk)


def _vraag(ctx: Context, *, keuze: Postkeuze) -> _Antwoord:
    return _Antwoord(keuze, postboek.aantal(ctx, keuze), postboek.regels(ctx, keuze, hoeveel=BLOK))


def _haal(
    ctx: Context, *, keuze: Postkeuze, generatie: int, begin: int
) -> tuple[int, int, list[Postregel]]:
    return generatie, begin, postboek.regels(ctx, keuze, vanaf=begin, hoeveel=BLOK)


def _schrijf(
    ctx: Context, voortgang: Voortgang, gestopt: Gestopt, *, keuze: Postkeuze, pad: Path
) -> tuple[int, Path]:
    aantal = postboek.naar_bestand(ctx, keuze, pad, voortgang=voortgang, gestopt=gestopt)
    return aantal, pad
