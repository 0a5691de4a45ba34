"""Beheer, section Brieven: the text of each letter, changed without ever printing a hole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
)

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.services import teksten
from klachtenapp.services.teksten import Briefnaam, Tekstoordeel, Tekstversie
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.beheer.brieven_concept import Tekstconcepten
from klachtenapp.ui.beheer.brieven_lijst import Brievenlijst
from klachtenapp.ui.beheer.brieven_naast import Briefnaast, naast_elkaar
from klachtenapp.ui.beheer.brieven_tekst import Brieftekstvak
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Knop, Melding
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_SMAL = 750  # px at 100 %: less room than this and the page goes below the text
_LAAG, _HOOG = 380, 420


class BrievenSectie(Sectie):
    """The letters at the left, the text in the middle, at the right how it will be.

    What is typed and not saved stays, by letter, also when the program stops.
    """

    titel = "Brieven"
    recht = Recht.TEKSTEN
    uitleg = "De tekst van iedere brief. Wat het programma invult, staat in een gekleurd vakje."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._soort: BriefSoort | None = None
        self._basis = ""
        self._vanaf = 0
        self._versies: Sequence[Tekstversie] = ()
        self._begonnen = False
        self.concepten = Tekstconcepten(runner, self)
        self.concepten.mislukt.connect(self.fout.toon)
        self.bericht = Melding("", "info")
        self.opmaak.addWidget(self.bericht)
        self.lijst = Brievenlijst()
        self.lijst.gekozen.connect(self._on_gekozen)
        self.vak = Brieftekstvak()
        self.vak.gewijzigd.connect(self._on_tekst)
        self.rechts = Briefnaast(runner, navigatie, self.vak)
        self.voorbeeld, self.versies = self.rechts.voorbeeld, self.rechts.versies
        self.voorbeeld.beoordeeld.connect(self._on_oordeel)
        self.versies.terug.connect(self._zet_terug)
        self.versies.bekijk.connect(self._neem_tekst)
        self.rechts.versies_gevraagd.connect(self._toon_versies)
        self._bouw()
        self.maak_vuil(False)

    @property
    def soort(self) -> BriefSoort | None:
        """The letter whose text is shown."""
        return self._soort

    def ververs(self) -> None:
        """Show the letters; the text too, unless something unsaved stands in it."""
        if not self._begonnen:
            self._begonnen = True
            over = self.concepten.haal_terug()
            if over:
                self.bericht.toon(
                    "Hier staat nog tekst die u eerder typte en niet bewaarde. Kijk bij de "
                    "brieven met een stip."
                )
        self._runner.run(teksten.brieven, self._on_brieven)

    def bewaar(self) -> None:
        """Keep the text that is shown as the newest version."""
        if self._soort is None:
            return
        soort, tekst, vanaf = self._soort, self.vak.lees(), self._vanaf
        waarom, uid = self.toelichting.text(), str(uuid4())
        self.concepten.bewaar_nu()
        self.sla_op(
            lambda ctx: teksten.bewaar(ctx, soort, tekst, waarom, uid, vanaf=vanaf),
            partial(self._on_bewaard, soort, tekst),
            "De tekst is bewaard. Nieuwe brieven krijgen deze tekst.",
        )

    def maak_vuil(self, vuil: bool = True) -> None:
        """Dirty is whether any letter has unsaved text; the button is about the one shown."""
        over = self.concepten.soorten
        super().maak_vuil(bool(over))
        nu = self._soort in over
        self.knop.setEnabled(vuil and nu)
        self.knop_weg.setEnabled(nu)
        self.lijst.merk(over)

    def sluit(self) -> None:
        """Save the last letters typed; for the end of the program."""
        self.concepten.sluit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page below the text where there is no room beside it."""
        super().resizeEvent(event)
        smal = self.width() < tokens.px(_SMAL)
        richting = Qt.Orientation.Vertical if smal else Qt.Orientation.Horizontal
        if self._naast.orientation() != richting:
            self._naast.setOrientation(richting)
        self._naast.setMinimumHeight(tokens.px(_LAAG + _HOOG if smal else _LAAG))

    def kies(self, soort: BriefSoort) -> None:
        """Show the text of this letter."""
        self.lijst.kies(soort)

    def _bouw(self) -> None:
        self._naast = naast_elkaar((self.vak, 330), (self.rechts, 236))
        self._naast.setStretchFactor(0, 5)
        self._naast.setStretchFactor(1, 3)
        self._naast.setSizes([tokens.px(408), tokens.px(252)])
        splitser = naast_elkaar((self.lijst, 150), (self._naast, 0))
        splitser.setStretchFactor(1, 1)
        splitser.setSizes([tokens.px(190), tokens.px(660)])
        self.opmaak.addWidget(splitser, 1)
        self.toelichting = QLineEdit()
        self.toelichting.setPlaceholderText("Waarom verandert u dit? Mag leeg blijven.")
        self.toelichting.setAccessibleName("Waarom verandert u deze tekst")
        self.knop_weg = Knop("Wijziging weggooien")
        self.knop_weg.clicked.connect(lambda: self._gooi_weg())
        rij = QHBoxLayout()
        rij.addWidget(self.knop)
        rij.addWidget(self.toelichting, 1)
        rij.addWidget(self.knop_weg)
        self.opmaak.addLayout(rij)

    def _on_brieven(self, brieven: Sequence[Briefnaam]) -> None:
        self.lijst.toon(brieven)
        if self.lijst.currentRow() < 0 and brieven:
            over = self.concepten.soorten
            self.kies(next((b.soort for b in brieven if b.soort in over), brieven[0].soort))
        elif self._soort is not None:
            self._vraag_versies(self._soort)

    def _on_gekozen(self, soort: BriefSoort) -> None:
        self._soort = None  # what is typed belongs to nobody until the text is here
        self._vraag_versies(soort)

    def _vraag_versies(self, soort: BriefSoort) -> None:
        self._runner.run(
            lambda ctx: (soort, teksten.versies(ctx, soort)),
            self._on_versies,
            vervangt="brieftekst versies",
        )

    def _on_versies(self, uitkomst: tuple[BriefSoort, Sequence[Tekstversie]]) -> None:
        soort, versies = uitkomst
        ander = soort is not self._soort
        vuil = self.concepten.heeft(soort)
        self._versies = versies
        if ander:
            self.vak.zet_velden(teksten.velden(soort))
            self.versies.zet_namen(self.vak.naam)
            self.fout.toon("")
            self.toelichting.clear()
        if ander or not vuil:
            self._vanaf = versies[0].nummer
            self._soort = None
            self._laad(soort, versies[0].tekst)
        self.versies.toon(versies, self.vak.lees())
        self.maak_vuil()

    def _laad(self, soort: BriefSoort, tekst: str) -> None:
        """Show a text, and over it what was typed and not saved."""
        getoond = self.vak.lees() if self._basis else ""
        if getoond != tekst:
            self.vak.zet(tekst)
        self._basis = self.vak.lees()
        self._soort = soort
        concept = self.concepten.tekst(soort)
        if concept is not None and concept != self._basis:
            self._zet_concept(concept)
        self.voorbeeld.toon(soort, self.vak.lees(), meteen=True)

    def _zet_concept(self, tekst: str) -> None:
        try:
            self.vak.zet(tekst)
        except RegelFout as fout:
            self.fout.toon(str(fout))

    def _on_tekst(self) -> None:
        if self._soort is None:
            return
        tekst = self.vak.lees()
        self.concepten.zet(self._soort, tekst if tekst != self._basis else None)
        self.maak_vuil()
        self.voorbeeld.toon(self._soort, tekst)
        self.versies.zet_tekst(tekst)

    def _on_oordeel(self, oordeel: Tekstoordeel) -> None:
        self.vak.toon_bezwaren(oordeel.bezwaren)

    def _on_bewaard(self, soort: BriefSoort, tekst: str, versie: Tekstversie) -> None:
        """Go on from what was saved: by now one may have typed on, or have another letter."""
        if self.concepten.tekst(soort) in (None, tekst):
            self.concepten.zet(soort, None)
        if self._soort is soort:
            self.bericht.toon("")
            self.toelichting.clear()
            self._basis, self._vanaf = tekst, versie.nummer
        self.maak_vuil(self._soort is not None and self.vak.lees() != self._basis)
        self.ververs()

    def _zet_terug(self, nummer: int) -> None:
        if self._soort is None or not self._mag_weg("Wilt u een andere versie terugzetten?"):
            return
        soort, uid = self._soort, str(uuid4())
        self.concepten.zet(soort, None)
        self.sla_op(
            lambda ctx: teksten.zet_versie_terug(ctx, soort, nummer, uid),
            lambda _versie: self.ververs(),
            "De versie is teruggezet. Nieuwe brieven krijgen deze tekst.",
        )

    def _neem_tekst(self, tekst: str) -> None:
        if self._mag_weg("Wilt u een andere tekst in de editor zetten?"):
            self.vak.zet(tekst)
            self._on_tekst()

    def _gooi_weg(self) -> None:
        if self._soort is not None and self._mag_weg("Wilt u opnieuw beginnen?"):
            soort = self._soort
            self.concepten.zet(soort, None)
            self._soort = None
            self._vraag_versies(soort)

    def _mag_weg(self, vraag: str) -> bool:
        """Ask before typed text makes room for another."""
        return self._soort not in self.concepten.soorten or messages.ask(
            self,
            f"{vraag} Wat u typte, is dan weg.",
            titel="Niet bewaarde wijziging",
            ja="Wijziging weggooien",
            nee="Terug",
        )

    def _toon_versies(self) -> None:
        self.versies.toon(self._versies, self.vak.lees())
