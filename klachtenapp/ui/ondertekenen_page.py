"""Ter ondertekening: the letters that wait, and one page to decide from for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.ondertekenmap import TerOndertekening
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import (
    handtekeningbeeld,
    ondertekenblad,
    ondertekenboek,
    ondertekenen,
    rechten,
)
from klachtenapp.services.handtekeningbeeld import Handtekeningbeeld
from klachtenapp.services.ondertekenblad import Beslisblad, Tekenstand
from klachtenapp.services.ondertekenboek import Mapboek
from klachtenapp.services.typwerk import Plek
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, LegeStaat, Pagina
from klachtenapp.ui.handtekeningkaart import EigenHandtekening
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.scanvak import Scanvak
from klachtenapp.ui.ondertekenen.sleutelkaart import Sleutelkaart
from klachtenapp.ui.ondertekenen.tekengang import Tekengang
from klachtenapp.ui.ondertekenen.werkvlak import Werkvlak
from klachtenapp.ui.paginatoets import Paginatoets
from klachtenapp.ui.pdf_venster import PdfVenster
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_printer, vraag_printer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.teruggekomen import Teruggekomen
from klachtenapp.ui.typwacht import Typwacht

_LEEG = (
    "Niets te ondertekenen",
    "Alles is getekend. Legt een collega een brief aan u voor, dan ziet u hem hier.",
)
_GESPREK = "leg_gesprek_vast"
_TERUG, _TERUG_KORT = "Terug met opmerking", "Terugsturen"
_SMAL = 900  # px at 100 %: below this the buttons say less, so that the title keeps its room
_LAAG = 500  # and below this height the letter gets what other parts can miss


class OndertekenenPage(Pagina):
    """The list at the left; beside it the page to decide from and the letter as printed."""

    naam = "ondertekenen"

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        *,
        kies_printer: KiesPrinter = vraag_printer,
        vaste: VastePrinter = vaste_printer,
    ) -> None:
        super().__init__("Ter ondertekening")
        self.kop.zet_korter("Ondertekenen")
        self._runner = runner
        self._navigatie = navigatie
        self._blad: Beslisblad | None = None
        self._stand: Tekenstand | None = None
        self.papier: PdfVenster | None = None
        self.handtekening: EigenHandtekening | None = None
        self.gang = Tekengang(self, runner, navigatie)
        self.gang.gedaan.connect(self._volgende)
        self.gang.achterhaald.connect(self.ververs)
        self.scan = Scanvak(self, runner, navigatie)
        self.scan.gedaan.connect(self._volgende)
        self.setAcceptDrops(True)
        self.sleutelkaart = Sleutelkaart(runner, navigatie)
        self.sleutelkaart.gemaakt.connect(self.ververs)
        self.werkvlak = Werkvlak(runner, navigatie, kies_printer, vaste)
        self.werkvlak.gewisseld.connect(self._kies)
        self.werkvlak.teken.connect(self.onderteken)
        self.leeg = LegeStaat("vink", *_LEEG)
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self.leeg)
        self._vlak.addWidget(self.werkvlak)
        self.hervat = Teruggekomen()
        self.hervat.weggooien.connect(self._vergeet)
        self.inhoud.addWidget(self.hervat)
        self.inhoud.addWidget(self.scan.uitslag)
        self.inhoud.addWidget(self.sleutelkaart)
        self.inhoud.addWidget(self._vlak, 1)
        self._maak_acties()
        self.typwacht = Typwacht(runner, self.gang.typwerk, {Plek.OPMERKING}, self)
        self.typwacht.mislukt.connect(navigatie.zeg)
        self._neem_terug()

    def _maak_acties(self) -> None:
        self.knop_map = Knop("Map als PDF…", icoon="printer")
        self.knop_map.setToolTip("Alle brieven die wachten, om op papier te tekenen")
        self.knop_map.setEnabled(False)
        self.knop_map.clicked.connect(lambda: self.toon_map())
        self.acties.addWidget(self.knop_map)
        self.knop_bel = Knop("Zelf bellen", icoon="telefoon")
        self.knop_bel.setToolTip("Bel de klager en leg het gesprek vast (Ctrl+G)")
        self.knop_terug = Knop(_TERUG, icoon="terug")
        self.knop_terug.setToolTip("Terug met opmerking (Ctrl+T)")
        self.knop_teken = Knop("Ondertekenen", primair=True, icoon="ondertekenen")
        self.knop_teken.setToolTip("Ondertekenen (Ctrl+Enter, of Enter in de lijst)")
        self.werkvlak.scan.clicked.connect(lambda: self.scan.kies())
        self.werkvlak.handtekening.clicked.connect(lambda: self.kies_handtekening())
        for knop, toetsen, doe in (
            (self.knop_bel, ("Ctrl+G",), self.bel),
            (self.knop_terug, ("Ctrl+T",), self.stuur_terug),
            (self.knop_teken, ("Ctrl+Return", "Ctrl+Enter"), self.onderteken),
        ):
            knop.clicked.connect(lambda _aan=False, d=doe: d())
            Paginatoets(self, toetsen, doe)
            self.acties.addWidget(knop)
        self._zet_knoppen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the title, and for the letter on a low screen."""
        super().resizeEvent(event)
        smal = self.width() < tokens.px(_SMAL)
        for knop in (self.knop_map, self.knop_bel):
            knop.toon_woord(not smal)
        self.knop_terug.setText(_TERUG_KORT if smal else _TERUG)
        laag = self.height() < tokens.px(_LAAG)
        self.sleutelkaart.kop.setHidden(laag)
        self.werkvlak.zet_laag(laag)

    def sluit(self) -> None:
        """Keep the last letters that were typed; the next window brings them back."""
        self.typwacht.sluit()

    def _neem_terug(self) -> None:
        """Take back the remarks of a window that is gone."""
        stukken = self.typwacht.haal_terug()
        for stuk, tekst in stukken.items():
            self.gang.neem(stuk, tekst)
        self._teruggekomen = sorted(stuk.kenmerk for stuk in stukken)
        if self._teruggekomen:
            over = " en ".join(self._teruggekomen)
            self.hervat.meld(f"Het hoort bij {over}. Kies daar: Terug met opmerking.")

    def _vergeet(self) -> None:
        for kenmerk in self._teruggekomen:
            self.gang.vergeet(kenmerk)

    def ververs(self) -> None:
        """Ask again what waits, and how the user stands."""
        if self._tekent:
            self._runner.run(ondertekenblad.tekenstand, self._toon_stand, vervangt="tekenstand")
        for knop in (self.knop_teken, self.knop_terug):
            knop.setVisible(self._tekent)
        self._runner.run(ondertekenen.ondertekenmap, self._toon, vervangt="ondertekenmap")

    def begin(self) -> None:
        """Start in the list."""
        self.werkvlak.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def onderteken(self) -> None:
        """Ask for the PIN or password, and sign what is shown."""
        if self._blad is not None and self.knop_teken.isEnabled():
            self.gang.onderteken(self._blad)

    def stuur_terug(self) -> None:
        """Ask what must be different, and send the letter back."""
        if self._blad is not None and self._tekent:
            self.gang.stuur_terug(self._blad)

    def bel(self) -> None:
        """Open the dossier with the form of a conversation."""
        if self._blad is not None:
            self._navigatie.open_dossier(self._blad.dossier.kenmerk, _GESPREK)

    def toon_map(self) -> None:
        """Show the whole map as one PDF, to print or to save."""
        self._runner.run(ondertekenboek.maak, self._toon_map, vervangt="mapboek")

    def kies_handtekening(self) -> None:
        """Ask for the picture that stands above the name of the user on a signed letter."""
        self._runner.run(handtekeningbeeld.eigen, self._vraag_handtekening)

    def neem_bestand(self, pad: Path) -> None:
        """Take a scan that was dropped elsewhere on the window."""
        self.scan.neem(pad, van_elders=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file: the scan of a letter."""
        if self.scan.bestand(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask about the scan that was dropped."""
        pad = self.scan.bestand(event)
        if pad is not None:
            event.acceptProposedAction()
            self.scan.neem(pad)

    @property
    def _tekent(self) -> bool:
        """Whether the user signs; who does not sees what waits, and files what came on paper."""
        return rechten.mag(self._runner.ctx, Recht.ONDERTEKENEN)

    def _volgende(self) -> None:
        """Go on with the next letter: what is done leaves the list."""
        self.typwacht.kijk()  # what was sent need not be brought back
        self.ververs()
        self.begin()

    def _toon_stand(self, stand: Tekenstand) -> None:
        self._stand = stand
        self.sleutelkaart.toon(stand)
        self._zet_knoppen()

    def _toon(self, regels: Sequence[TerOndertekening]) -> None:
        self._vlak.setCurrentWidget(self.werkvlak if regels else self.leeg)
        wacht = dagtekst.aantal(len(regels), "brief wacht", "brieven wachten")
        self.onderschrift.setText(f"{wacht} op een handtekening" if regels else "")
        self.onderschrift.zet_korter(wacht if regels else "")
        self.knop_map.setEnabled(bool(regels))
        self.werkvlak.zet(regels)

    def _toon_map(self, boek: Mapboek) -> None:
        if self.papier is None:
            self.papier = PdfVenster(self, self._runner, self._navigatie, "Ondertekenmap")
        self.papier.toon(boek.pdf, boek.bestandsnaam)

    def _vraag_handtekening(self, wie: Handtekeningbeeld) -> None:
        if self.handtekening is None:
            self.handtekening = EigenHandtekening(self.window(), self._runner, self._navigatie)
        self.handtekening.vraag(wie)

    def _kies(self) -> None:
        kenmerk = self.werkvlak.kenmerk
        if self._blad is not None and self._blad.dossier.kenmerk != kenmerk:
            self._blad = None
        self._zet_knoppen()
        if kenmerk:
            self._runner.run(
                lambda ctx: ondertekenblad.beslisblad(ctx, kenmerk),
                self._toon_blad,
                mislukt=self._geen_blad,
                vervangt="beslisblad",
            )

    def _toon_blad(self, blad: Beslisblad) -> None:
        if blad.dossier.kenmerk == self.werkvlak.kenmerk:
            self._blad = blad
            self.werkvlak.toon(blad)
            self._zet_knoppen()

    def _geen_blad(self, fout: KlachtenappError) -> None:
        self._blad = None
        self.werkvlak.voorbeeld.wis(str(fout))
        self._zet_knoppen()

    def _zet_knoppen(self) -> None:
        """Let only work what can be done with what is shown."""
        self.scan.blad = self._blad
        kan = self._stand is not None and self._stand.kan_tekenen
        brief = self._blad is not None and bool(self._blad.brief.pdf)
        self.knop_teken.setEnabled(brief and kan)
        self.werkvlak.print.setEnabled(brief)
        self.werkvlak.papier.setHidden(kan)  # who has a key signs here
        self.werkvlak.handtekening.setHidden(not kan)
        for knop in (self.knop_terug, self.knop_bel, self.werkvlak.scan):
            knop.setEnabled(self._blad is not None)
