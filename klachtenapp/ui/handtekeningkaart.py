"""The picture of a signature: of everybody for the beheerder, of oneself where one signs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import handtekeningbeeld
from klachtenapp.services.context import Context
from klachtenapp.services.handtekeningbeeld import Handtekeningbeeld
from klachtenapp.services.huisstijl import Logokeuze
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst
from klachtenapp.ui.logokiezer import HANDTEKENING, Logokiezer
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.ondertekenen.vraagkaart import Vraagkaart
from klachtenapp.ui.runner import Runner

UITLEG = (
    "Dit plaatje komt boven de naam op een brief die echt is ondertekend. Op een concept staat "
    "het niet. Het plaatje bewijst niets: dat doet de sleutel. Het mag dus ook leeg blijven."
)


class Beeldkiezer(Logokiezer):
    """The picture of one signer; what is chosen is kept at once. ``bewaard`` follows."""

    bewaard = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie, wie: Handtekeningbeeld) -> None:
        super().__init__(plaatje=HANDTEKENING)
        self._runner = runner
        self._navigatie = navigatie
        self.wie = wie
        self.zet(wie.keuze)
        for knop in (self.kies_knop, self.weg_knop):
            knop.setAccessibleName(f"{knop.text()} ({wie.naam})")
        self.gewijzigd.connect(self._bewaar)

    def _bewaar(self) -> None:
        self._runner.run(
            partial(_bewaar, medewerker=self.wie.medewerker, keuze=self.keuze()),
            self._gelukt,
            schrijft=True,
            mislukt=self._geweigerd,
        )

    def _gelukt(self, wie: Handtekeningbeeld) -> None:
        self.wie = wie
        staat = "staat voortaan op brieven" if wie.keuze else "staat niet meer op nieuwe brieven"
        self._navigatie.meld(f"De handtekening van {wie.naam} {staat}.")
        self.bewaard.emit()

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self.zet(self.wie.keuze)
        self.fout(str(fout))


class Handtekeningkaart(Kaart):
    """One signer in Beheer: his name and his picture."""

    def __init__(self, runner: Runner, navigatie: Navigatie, wie: Handtekeningbeeld) -> None:
        super().__init__(wie.naam)
        self.kiezer = Beeldkiezer(runner, navigatie, wie)
        self.voeg_toe(self.kiezer)


class EigenHandtekening(Vraagkaart):
    """The card in which one chooses one's own picture, over the page where one signs."""

    def __init__(self, venster: QWidget, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(venster, "Uw handtekening op de brief", 520)
        self._runner = runner
        self._navigatie = navigatie
        self.kiezer: Beeldkiezer | None = None
        self.kaart.voeg_toe(Tekst(UITLEG, "gedempt"))
        self.klaar = Knop("Klaar", primair=True)
        self.klaar.clicked.connect(self.sluit)
        self._rij = QHBoxLayout()
        self._rij.addWidget(self.klaar)
        self._rij.addStretch(1)
        self.kaart.inhoud.addLayout(self._rij)

    def vraag(self, wie: Handtekeningbeeld) -> None:
        """Show the picture of the user as it is now."""
        if self.kiezer is not None:
            self.kaart.inhoud.removeWidget(self.kiezer)
            self.kiezer.deleteLater()
        self.kiezer = Beeldkiezer(self._runner, self._navigatie, wie)
        self.kaart.inhoud.insertWidget(self.kaart.inhoud.indexOf(self._rij), self.kiezer)
        self.open()
        self.kiezer.kies_knop.setFocus(Qt.FocusReason.PopupFocusReason)


def _bewaar(ctx: Context, *, medewerker: int, keuze: Logokeuze) -> Handtekeningbeeld:
    return handtekeningbeeld.bewaar(ctx, medewerker, keuze)
