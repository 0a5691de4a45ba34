"""The list of what waits, the page to decide from and the letter, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.ondertekenmap import TerOndertekening
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Schuifvlak
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.beslisblad import maak_beslisblad
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_printer, vraag_printer
from klachtenapp.ui.runner import Runner

_SMAL = 980  # px at 100 % text: below this the list goes above the letter
_LIJST = 224
_RIJEN, _RIJEN_LAAG = 3, 2  # lines of the list when it stands above the letter
_ONBEGRENSD = QSize(16_777_215, 16_777_215)
_KAN_NIET = "De brief kan zo niet worden gemaakt. Links staat waarom."


class Werkvlak(QWidget):
    """``gewisseld`` follows another choice, ``teken`` when Enter was pressed on one."""

    gewisseld = Signal()
    teken = Signal()

    def __init__(
        self,
        runner: Runner,
        navigatie: Navigatie,
        kies_printer: KiesPrinter = vraag_printer,
        vaste: VastePrinter = vaste_printer,
    ) -> None:
        super().__init__()
        self._runner = runner
        self._regels: tuple[TerOndertekening, ...] = ()
        self._getoond: Beslisblad | None = None
        self._smal: bool | None = None
        self._laag = False
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Brieven die op een handtekening wachten")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.currentRowChanged.connect(lambda _rij: self.gewisseld.emit())
        self.lijst.itemActivated.connect(lambda _regel: self.teken.emit())
        self.voorbeeld = PdfVoorbeeld(runner, navigatie, kies_printer=kies_printer, vaste=vaste)
        self.voorbeeld.zonder_balk()
        self._tekst = QStackedWidget()
        naast = QHBoxLayout()
        naast.setSpacing(tokens.RUIMTE_M)
        naast.addWidget(self._tekst, 1)
        naast.addLayout(self._maak_brief(), 1)
        self._richting = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._richting.setContentsMargins(0, 0, 0, 0)
        self._richting.setSpacing(tokens.RUIMTE_M)
        self._richting.addWidget(self.lijst)
        self._richting.addLayout(naast, 1)
        self._leg_lijst()

    def _maak_brief(self) -> QVBoxLayout:
        """The letter, with above it what one needs to sign on paper."""
        self.print = Knop("Print de brief", icoon="printer")
        self.print.setToolTip("Print de brief om op papier te tekenen (Ctrl+P)")
        self.print.clicked.connect(lambda: self.voorbeeld.print_nu())
        self.scan = Knop("Getekend op papier …")
        self.scan.setToolTip("Kies de scan van de getekende brief, of sleep hem hierheen")
        self.papier = QWidget()
        rij = QHBoxLayout(self.papier)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(self.print)
        rij.addWidget(self.scan)
        rij.addStretch(1)
        kolom = QVBoxLayout()
        kolom.setSpacing(tokens.RUIMTE_S)
        kolom.addWidget(self.papier)
        self.handtekening = Knop("Handtekening op de brief …", icoon="pen", stil=True)
        self.handtekening.setToolTip("Het plaatje boven uw naam op een brief die u ondertekent")
        self.handtekening.hide()
        kolom.addWidget(self.handtekening, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.voorbeeld, 1)
        return kolom

    @property
    def kenmerk(self) -> str:
        """The kenmerk of the letter that is chosen; empty when nothing waits."""
        rij = self.lijst.currentRow()
        return self._regels[rij].dossier.kenmerk if 0 <= rij < len(self._regels) else ""

    def zet(self, regels: Sequence[TerOndertekening]) -> None:
        """Show what waits now; when the chosen one has gone, the next takes its place."""
        gekozen, rij = self.kenmerk, self.lijst.currentRow()
        self._regels = tuple(regels)
        self.lijst.blockSignals(True)
        self.lijst.clear()
        self.lijst.addItems([self._regeltekst(regel) for regel in self._regels])
        kenmerken = [regel.dossier.kenmerk for regel in self._regels]
        plek = kenmerken.index(gekozen) if gekozen in kenmerken else max(0, rij)
        self.lijst.setCurrentRow(min(plek, len(kenmerken) - 1))
        self._leg_lijst()
        self.lijst.blockSignals(False)
        self.gewisseld.emit()

    def toon(self, blad: Beslisblad) -> None:
        """Show the page to decide from, with the letter; the same dossier keeps its place."""
        oud, self._getoond = self._getoond, blad
        if oud is None or oud.dossier != blad.dossier or oud.brief.sha256 != blad.brief.sha256:
            self._zet_tekst(Schuifvlak(maak_beslisblad(blad, self._runner.ctx.vandaag)))
        if not blad.brief.pdf:
            self.voorbeeld.wis(_KAN_NIET)
        elif blad.brief.pdf != self.voorbeeld.pdf:
            self.voorbeeld.toon(blad.brief.pdf, blad.brief.bestandsnaam)

    def zet_laag(self, laag: bool) -> None:
        """Give the letter more of a low screen."""
        self._laag = laag
        self._leg_lijst()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the letter where there is little width."""
        super().resizeEvent(event)
        self._leg_lijst()

    def _zet_tekst(self, vlak: QWidget) -> None:
        oud = self._tekst.currentWidget()
        self._tekst.addWidget(vlak)
        self._tekst.setCurrentWidget(vlak)
        if oud is not None:
            self._tekst.removeWidget(oud)
            oud.deleteLater()

    def _leg_lijst(self) -> None:
        smal = self.width() < tokens.px(_SMAL)
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        self._richting.setDirection(richting)
        self.lijst.setMaximumSize(_ONBEGRENSD)
        if smal != self._smal:
            self._smal = smal
            self.lijst.setWordWrap(not smal)
            for rij, regel in enumerate(self._regels):
                self.lijst.item(rij).setText(self._regeltekst(regel))
        if smal:
            self.lijst.setMaximumHeight(self._hoog())
        else:
            self.lijst.setMaximumWidth(tokens.px(_LIJST))

    def _hoog(self) -> int:
        """Return the height for the rows that are shown above the letter."""
        rijen = min(_RIJEN_LAAG if self._laag else _RIJEN, max(1, len(self._regels)))
        rij = self.lijst.sizeHintForRow(0) if self._regels else self.lijst.fontMetrics().height()
        return rijen * rij + 2 * self.lijst.frameWidth() + tokens.RUIMTE_S

    def _regeltekst(self, regel: TerOndertekening) -> str:
        """Return a row: two lines beside the letter, one above it."""
        dossier = regel.dossier
        wie = "Anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
        if self._smal:
            return " · ".join(deel for deel in (wie, dossier.kenmerk, dossier.onderwerp) if deel)
        return f"{wie} · {dossier.kenmerk}\n{dossier.onderwerp}".rstrip()
