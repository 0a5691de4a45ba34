"""Beheer, section Sleutels: confirm the key of a signer or withdraw it; pictures of signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.sleutel import Sleutel, in_groepen
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import handtekeningbeeld, sleutels
from klachtenapp.services.context import Context
from klachtenapp.services.handtekeningbeeld import Handtekeningbeeld
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, LegeStaat, Teken, Tekst, Veldregel
from klachtenapp.ui.handtekeningkaart import UITLEG, Handtekeningkaart
from klachtenapp.ui.invoervelden import Tekstveld
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_LEEG = (
    "Er zijn nog geen sleutels",
    "Wie ondertekent, maakt er een op de pagina Ter ondertekening. Daarna bevestigt u hem hier.",
)


class SleutelsSectie(Sectie):
    """A card for each key: those that wait first, those that were withdrawn last.

    Below them the picture of the signature of everyone who signs.
    """

    titel = "Sleutels"
    uitleg = (
        "Met een sleutel zet een afdelingshoofd een handtekening die niet na te maken is. Bel de "
        "ondertekenaar op een nummer dat u kent, en typ de cijfers over die u hoort. Zo weet u "
        "zeker dat de sleutel van die persoon is."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self.knop.hide()
        self.kaarten: list[Sleutelkaart] = []
        self.beelden: list[Handtekeningkaart] = []
        self.leeg = LegeStaat("pen", *_LEEG)
        self.opmaak.addWidget(self.leeg)
        self._kolom = self._maak_kolom()
        self._beeldkop = QWidget()
        kop = QVBoxLayout(self._beeldkop)
        kop.setContentsMargins(0, tokens.RUIMTE_M, 0, 0)
        kop.addWidget(Kop("Handtekening op de brief", 3))
        kop.addWidget(Tekst(UITLEG, "gedempt"))
        self.opmaak.addWidget(self._beeldkop)
        self._beeldkolom = self._maak_kolom()
        self.opmaak.addStretch(1)
        self._beeldkop.hide()
        self.leeg.hide()

    @property
    def vuil(self) -> bool:
        """Nothing here waits to be saved: each button does its own."""
        return False

    def ververs(self) -> None:
        """Show the keys and the pictures as they are now."""
        self._runner.run(sleutels.lijst, self._toon, vervangt="sleutels")
        self._runner.run(handtekeningbeeld.lijst, self._toon_beelden, vervangt="handtekeningen")

    def _maak_kolom(self) -> QVBoxLayout:
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(tokens.RUIMTE_M)
        self.opmaak.addWidget(vak)
        return kolom

    def _toon_beelden(self, lijst: Sequence[Handtekeningbeeld]) -> None:
        self._beeldkop.setVisible(bool(lijst))
        if any(k.kiezer.bezig for k in self.beelden):
            return
        if [kaart.kiezer.wie for kaart in self.beelden] == list(lijst):
            return  # what was refused stays readable
        for kaart in self.beelden:
            self._beeldkolom.removeWidget(kaart)
            kaart.deleteLater()
        self.beelden = [Handtekeningkaart(self._runner, self._navigatie, wie) for wie in lijst]
        for kaart in self.beelden:
            self._beeldkolom.addWidget(kaart)

    def _toon(self, lijst: Sequence[tuple[Sleutel, str]]) -> None:
        self.leeg.setVisible(not lijst)
        if [(kaart.sleutel, kaart.naam) for kaart in self.kaarten] == list(lijst):
            return  # keep what is being typed
        for kaart in self.kaarten:
            self._kolom.removeWidget(kaart)
            kaart.deleteLater()
        self.kaarten = [Sleutelkaart(sleutel, naam) for sleutel, naam in lijst]
        for kaart in self.kaarten:
            kaart.bevestig.connect(self._bevestig)
            kaart.trek_in.connect(self._trek_in)
            self._kolom.addWidget(kaart)

    def _bevestig(self, nummer: int, cijfers: str) -> None:
        self._doe(
            nummer,
            lambda ctx: sleutels.bevestig(ctx, nummer, cijfers),
            "De sleutel is bevestigd. De ondertekenaar kan nu ondertekenen.",
        )

    def _trek_in(self, nummer: int, reden: str) -> None:
        self._doe(
            nummer,
            lambda ctx: sleutels.trek_in(ctx, nummer, reden),
            "De sleutel is ingetrokken. Brieven die al getekend zijn, blijven geldig.",
        )

    def _doe(self, nummer: int, werk: Callable[[Context], Sleutel], melding: str) -> None:
        def gelukt(_sleutel: Sleutel) -> None:
            self._navigatie.meld(melding)
            self.ververs()

        def geweigerd(fout: KlachtenappError) -> None:
            for kaart in self.kaarten:
                if kaart.sleutel.id == nummer:
                    kaart.zet_fout(str(fout))

        self._runner.run(werk, gelukt, schrijft=True, mislukt=geweigerd)


class Sleutelkaart(Kaart):
    """One key: whose, how it stands, and what the beheerder can do with it."""

    bevestig = Signal(int, str)
    trek_in = Signal(int, str)

    def __init__(self, sleutel: Sleutel, naam: str) -> None:
        super().__init__(naam)
        self.sleutel, self.naam = sleutel, naam
        self.cijfers = Tekstveld()
        self.reden = Tekstveld()
        self._cijferregel = Veldregel(
            "Welke cijfers leest de ondertekenaar voor?",
            self.cijfers,
            hulp="Dertig cijfers, in zes groepjes van vijf.",
        )
        self._redenregel = Veldregel("Waarom moet deze sleutel weg?", self.reden)
        self.knop_bevestig = Knop("Bevestigen", primair=True)
        self.knop_trek_in = Knop("Intrekken")
        self._regel: Veldregel | None = None
        self._bouw()

    def zet_fout(self, zin: str) -> None:
        """Say what was refused, at the field that was sent."""
        if self._regel is not None:
            self._regel.fout(zin)
            self._regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bouw(self) -> None:
        sleutel, wacht = self.sleutel, self.sleutel.wacht_op_bevestiging
        teken, kleur = ("▲", "amber") if wacht else ("✓", "groen")
        if sleutel.ingetrokken_op is not None:
            teken, kleur = "–", "gewoon"
        self.voeg_toe(Teken(teken, sleutel.stand, kleur))
        self.voeg_toe(Tekst(_geschiedenis(sleutel), "gedempt"))
        if wacht:
            self._rij(self._cijferregel, self.knop_bevestig)
            self.knop_bevestig.setAccessibleName(f"Sleutel van {self.naam} bevestigen")
            self.knop_bevestig.clicked.connect(self._on_bevestig)
            self.cijfers.returnPressed.connect(self._on_bevestig)
        else:  # nobody types over what stands beside the field: only then it is shown
            self.voeg_toe(Tekst(in_groepen(sleutel.vingerafdruk), "klein"))
        if sleutel.ingetrokken_op is None:
            self._rij(self._redenregel, self.knop_trek_in)
            self.knop_trek_in.setAccessibleName(f"Sleutel van {self.naam} intrekken")
            self.knop_trek_in.clicked.connect(self._on_trek_in)
            self.reden.returnPressed.connect(self._on_trek_in)
        for regel in (self._cijferregel, self._redenregel):
            regel.veld.setAccessibleName(f"{regel.veld.accessibleName()} ({self.naam})")

    def _rij(self, regel: Veldregel, knop: Knop) -> None:
        self.voeg_toe(regel)
        rij = QHBoxLayout()
        rij.addWidget(knop)
        rij.addStretch(1)
        self.inhoud.addLayout(rij)

    def _on_bevestig(self) -> None:
        self._begin(self._cijferregel)
        self.bevestig.emit(self.sleutel.id, self.cijfers.waarde())

    def _on_trek_in(self) -> None:
        self._begin(self._redenregel)
        self.trek_in.emit(self.sleutel.id, self.reden.waarde())

    def _begin(self, regel: Veldregel) -> None:
        for ander in (self._cijferregel, self._redenregel):
            ander.wis_fout()
        self._regel = regel


def _geschiedenis(sleutel: Sleutel) -> str:
    delen = [f"Gemaakt op {_dag(sleutel.gemaakt_op)}"]
    if sleutel.bevestigd_op:
        delen.append(f"bevestigd op {_dag(sleutel.bevestigd_op)} door {sleutel.bevestigd_door}")
    if sleutel.ingetrokken_op:
        delen.append(
            f"ingetrokken op {_dag(sleutel.ingetrokken_op)} door {sleutel.ingetrokken_door}: "
            f"{sleutel.reden}"
        )
    return ", ".join(delen)


def _dag(moment: datetime) -> str:
    return dagtekst.lang(moment.date())
