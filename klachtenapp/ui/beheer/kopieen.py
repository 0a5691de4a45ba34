"""Beheer: how often the register is copied, the second place, and putting a copy back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from klachtenapp.domain.bewaarschema import DAGEN, MAANDEN, WEKEN
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import reservekopie
from klachtenapp.services.reservekopie import Kopiekeuze
from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Stroom, Tekst, Veldregel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class Kopieen(Kaart):
    """What is copied when, for everyone to read; who may, changes it. ``terugzetten`` asks."""

    terugzetten = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__("Reservekopieën")
        self._runner = runner
        self._navigatie = navigatie
        self._bewaard = Kopiekeuze()
        self.uitleg = Tekst("")
        self.voeg_toe(self.uitleg)
        self.minuten = QLineEdit()
        self.minuten.setMaximumWidth(tokens.px(90))
        self.plek = QLineEdit()
        self.plek.setPlaceholderText("geen")
        self.regels = {
            "minuten": Veldregel(
                "Minuten tussen twee kopieën",
                self.minuten,
                hulp="Alleen als er iets veranderde. 15 is een goede keuze.",
            ),
            "tweede_plek": Veldregel(
                "Tweede plek",
                self.plek,
                hulp="Een map op een andere schijf. Gaat de ene schijf stuk, dan is er nog een "
                "kopie.",
            ),
        }
        beheert = mag(runner.ctx.rollen, Recht.BEHEREN)
        self.knop = Knop("Bewaren", primair=True)
        self.knop.setAccessibleName("Reservekopieën bewaren")
        self.knop.clicked.connect(lambda: self.bewaar())
        kies = Knop("Map kiezen…", icoon="map")
        kies.setAccessibleName("Map voor de tweede plek kiezen")
        kies.clicked.connect(lambda: self._kies())
        self.knop_terug = Knop("Terugzetten…", icoon="terug")
        self.knop_terug.setAccessibleName("Reservekopie terugzetten")
        self.knop_terug.clicked.connect(self.terugzetten)
        for regel in self.regels.values():
            self.voeg_toe(regel)
            regel.setVisible(beheert)
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        for knop in (self.knop, kies, self.knop_terug):
            stroom.addWidget(knop)
        self.voeg_toe(knoppen)
        knoppen.setVisible(beheert)  # once it is in the card: before, it would be a window

    @property
    def vuil(self) -> bool:
        """Whether something was typed that is not saved."""
        bekend = bool(self.uitleg.text())
        return bekend and self._getypt() != (str(self._bewaard.minuten), self._bewaard.tweede_plek)

    def ververs(self) -> None:
        """Show what is stored, unless something unsaved stands here."""
        self._runner.run(reservekopie.keuze, self._on_keuze)

    def bewaar(self) -> None:
        """Save how often and where."""
        minuten, plek = self._getypt()
        for regel in self.regels.values():
            regel.wis_fout()
        self._runner.run(
            lambda ctx: reservekopie.bewaar_keuze(ctx, minuten, plek),
            self._on_bewaard,
            schrijft=True,
            mislukt=self._on_geweigerd,
        )

    def _getypt(self) -> tuple[str, str]:
        return self.minuten.text().strip(), self.plek.text().strip()

    def _kies(self) -> None:
        gekozen = bestanden.kies_map(self, "Map voor de tweede plek", self.plek.text())
        if gekozen is not None:
            self.plek.setText(str(gekozen))

    def _on_keuze(self, keuze: Kopiekeuze) -> None:
        if not self.vuil:
            self._toon(keuze)

    def _toon(self, keuze: Kopiekeuze) -> None:
        self._bewaard = keuze
        self.minuten.setText(str(keuze.minuten))
        self.plek.setText(keuze.tweede_plek)
        tweede = (
            f" Elke kopie gaat ook naar {keuze.tweede_plek}."
            if keuze.tweede_plek
            else " Er is geen tweede plek."
        )
        self.uitleg.setText(
            f"Het programma kopieert het register bij het begin van de dag, elke {keuze.minuten} "
            "minuten als er iets veranderde, bij het sluiten, voor een import en voor een nieuwe "
            f"versie. Elke kopie wordt gecontroleerd. {DAGEN} dagen, {WEKEN} weken en {MAANDEN} "
            f"maanden blijven bewaard.{tweede}"
        )

    def _on_bewaard(self, keuze: Kopiekeuze) -> None:
        self._toon(keuze)
        self._navigatie.meld("De keuze voor de reservekopieën is bewaard.")

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        veld = fout.veld if isinstance(fout, RegelFout) else None
        regel = self.regels.get(veld or "", self.regels["tweede_plek"])
        regel.fout(str(fout))
        regel.veld.setFocus()
