"""What lies ready to go out: a list with ticks, and one button that prints it all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.services import uitgaand
from klachtenapp.services.uitgaand import Uitgaand
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Hand, Knop, LegeStaat, Melding, Plek, Tabel, Tekst
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.post.klaar_model import ADRES, BIJZONDER, KlaarModel
from klachtenapp.ui.post.versturen import Verzendgang
from klachtenapp.ui.printkeuze import KiesPrinter, VastePrinter, vaste_naam
from klachtenapp.ui.runner import Runner

_BREEDTEN = (92, 180, 196, 200, 104, 270)
_REK = {BIJZONDER: 3, ADRES: 1}
_MIST_EERST = {ADRES: 820}


class Klaarblad(QWidget):
    """The first half of the page. ``geteld`` carries how many letters can go."""

    geteld = Signal(int)

    def __init__(
        self, runner: Runner, navigatie: Navigatie, kies: KiesPrinter, vaste: VastePrinter
    ) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self.gang = Verzendgang(self, runner, navigatie, kies, vaste)
        self.gang.stand.connect(self._zet_knoppen)
        self.model = KlaarModel(self)
        self.model.gewijzigd.connect(self._zet_knoppen)
        self.tabel = _Vinktabel("Brieven die klaarliggen")
        self.tabel.setModel(self.model)
        self.tabel.zet_breedten(_BREEDTEN, _REK, _MIST_EERST)
        self.tabel.wissel.connect(self.model.wissel)
        self.tabel.geopend.connect(self._open)
        self._hand = Hand(self.tabel)
        self._hand.rust.connect(self.ververs)
        self.tabel.selectionModel().selectionChanged.connect(lambda _a, _b: self._zet_reden())
        self._reden = Melding("", "let op")
        self._geprint = Melding("", "info")
        self._geprint.voeg_knop_toe("Noteer als verzonden …", self.gang.vraag)
        self._leeg = LegeStaat(
            "vink",
            "Er ligt niets klaar",
            "Alle brieven zijn de deur uit. Een brief die weg moet, verschijnt hier vanzelf.",
        )
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.tabel)
        self._stapel.addWidget(self._leeg)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self._geprint)
        opmaak.addWidget(self._stapel, 1)
        opmaak.addWidget(self._reden)
        opmaak.addLayout(self._maak_balk())

    def _maak_balk(self) -> QHBoxLayout:
        self.print = Knop("Print alles", True, icoon="printer")
        self.print.clicked.connect(self.print_nu)
        self.ander = Knop("Andere printer …", stil=True)
        self.ander.setToolTip("Andere printer kiezen (Ctrl+Shift+P)")
        self.ander.clicked.connect(self.print_elders)
        self.alles = Knop("Alles aan of uit")
        self.alles.clicked.connect(self.model.wissel_alles)
        self.open_knop = Knop("Open dossier")
        self.open_knop.setToolTip("Open het dossier van de gekozen brief (Enter)")
        self.open_knop.clicked.connect(lambda: self._open(self.tabel.gekozen_rij()))
        self._telling = Tekst("", "gedempt", afkappen=True)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        for knop in (self.print, self.ander, self.alles, self.open_knop):
            rij.addWidget(knop)
        rij.addWidget(self._telling, 1)
        return rij

    def ververs(self) -> None:
        """Ask again what lies ready."""
        self._runner.run(uitgaand.klaarliggend, self._toon, vervangt="klaarliggend")

    def begin(self) -> None:
        """Start in the list, when there is one."""
        if self.tabel.isVisible():
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_nu(self) -> None:
        """Print what is ticked, on the printer of last time."""
        self.gang.begin(self.model.gekozen(), self.model.niet_mee())

    def print_elders(self) -> None:
        """Print what is ticked, on a printer that is asked for."""
        self.gang.begin(self.model.gekozen(), self.model.niet_mee(), ander=True)

    def _toon(self, brieven: Sequence[Uitgaand]) -> None:
        gekozen = self.model.brief(self.tabel.gekozen_rij())
        had_focus = self.tabel.hasFocus()
        plek = Plek.van(self.tabel)
        if self.model.stel(brieven, self._runner.ctx.vandaag, houd=self._hand.bezig):
            self._hand.houd()
        er_is_iets = self.model.rowCount() > 0
        self._stapel.setCurrentWidget(self.tabel if er_is_iets else self._leeg)
        self.tabel.kies(self.model.rij_van(gekozen))
        plek.herstel(self.tabel, self.tabel.gekozen_rij())
        self._zet_reden()
        if had_focus and er_is_iets:
            self.begin()
        self.geteld.emit(self.model.klaar())

    def _zet_knoppen(self) -> None:
        hoeveel, klaar = len(self.model.gekozen()), self.model.klaar()
        alles = hoeveel == klaar
        woord = dagtekst.aantal(hoeveel, "brief", "brieven")
        self.print.setText(f"Print alles ({hoeveel})" if alles and hoeveel else f"Print {woord}")
        self.print.setToolTip(f"{woord} in de volgorde van de enveloppen printen (Ctrl+P)")
        for knop in (self.print, self.ander):
            knop.setEnabled(hoeveel > 0 and not self.gang.bezig)
        self.ander.setVisible(bool(vaste_naam()))
        self.alles.setEnabled(klaar > 0)
        self.open_knop.setEnabled(self.model.rowCount() > 0)
        self._zet_telling(klaar, len(self.model.niet_mee()))
        geprint = self.gang.geprint
        brief = dagtekst.aantal(geprint, "brief is", "brieven zijn")
        self._geprint.toon(
            f"{brief} geprint, maar nog niet als verzonden genoteerd." if geprint else ""
        )

    def _zet_reden(self) -> None:
        """Say in full why the chosen letter does not go along."""
        brief = self.model.brief(self.tabel.gekozen_rij())
        self._reden.toon(brief.reden if brief else "")

    def _zet_telling(self, klaar: int, niet: int) -> None:
        delen = [f"{dagtekst.aantal(klaar, 'brief kan', 'brieven kunnen')} mee"] if klaar else []
        if niet:
            delen.append(f"{niet} nog niet: de reden staat erbij")
        self._telling.setText(" · ".join(delen))

    def _open(self, rij: int) -> None:
        brief = self.model.brief(rij)
        if brief is not None:
            # A letter that was kept is found under Brieven; one to make starts at the desk.
            doe = "" if brief.document else brief.soort.value
            self._navigatie.open_dossier(brief.kenmerk, doe)


class _Vinktabel(Tabel):
    """A table of which the first column is ticked with Space or a click."""

    wissel = Signal(int)

    def __init__(self, naam: str) -> None:
        super().__init__(naam)
        self.clicked.connect(self._klik)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        if event.key() == Qt.Key.Key_Space and self.gekozen_rij() >= 0:
            self.wissel.emit(self.gekozen_rij())
        else:
            super().keyPressEvent(event)

    def _klik(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.wissel.emit(index.row())
