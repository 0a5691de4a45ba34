"""For whom the sheet is: anybody, someone with a number, or someone who tells a klacht now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from klachtenapp.services import balie
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui import tokens
from klachtenapp.ui.balie.intake import Balieintake
from klachtenapp.ui.balie.vormkaart import maak_groot
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Tekst, Zoekveld
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.vondstenlijst import KENMERK, Vondstenlijst

IEDEREEN = "iedereen"
MET_NUMMER = "met nummer"
NIEUW = "nieuw"


class Wiekaart(Kaart):
    """``gekozen`` gives a kenmerk; ``gewisseld`` says which of the three it is now."""

    gekozen = Signal(str)
    gewisseld = Signal(str)

    def __init__(self, runner: Runner) -> None:
        super().__init__("Voor wie?")
        self._runner = runner
        self.groep = ChipGroep(
            [(IEDEREEN, "Iedereen"), (MET_NUMMER, "Met nummer"), (NIEUW, "Nieuw")],
            verplicht=True,
            naam="Voor wie",
        )
        maak_groot(self.groep)
        self.groep.zet(IEDEREEN)
        self.groep.gewijzigd.connect(self._on_gewisseld)
        self.voeg_toe(self.groep)
        self._zoekvak = QWidget()
        opmaak = QVBoxLayout(self._zoekvak)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        self.zoek = Zoekveld("Nummer of naam")
        self.zoek.textEdited.connect(self._on_zoek)
        self.zoek.returnPressed.connect(self._neem_eerste)
        self._lijst = Vondstenlijst()
        self._lijst.itemClicked.connect(self._on_gekozen)
        self._lijst.itemActivated.connect(self._on_gekozen)
        self._naam = Tekst("", "sterk")
        self._naam.hide()
        for widget in (self.zoek, self._lijst, self._naam):
            opmaak.addWidget(widget)
        self._zoekvak.hide()
        self.intake = Balieintake()
        self.intake.hide()
        self.voeg_toe(self._zoekvak)
        self.voeg_toe(self.intake)

    @property
    def soort(self) -> str:
        """Which of the three is chosen."""
        return self.groep.waarde()

    def zet(self, soort: str) -> None:
        """Show one of the three without telling anyone."""
        self.groep.zet(soort)
        self._zoekvak.setVisible(soort == MET_NUMMER)
        self.intake.setVisible(soort == NIEUW)

    def toon_gekozen(self, kenmerk: str) -> None:
        """Show whose sheet it is."""
        self.zet(MET_NUMMER)
        self._lijst.toon((), leeg=False)
        if not self._naam.heel().startswith(kenmerk):
            self._naam.setText(kenmerk)
        self._naam.show()

    def _on_gewisseld(self, soort: str) -> None:
        self.zet(soort)
        self._naam.hide()
        if soort == MET_NUMMER:
            self.zoek.setFocus(Qt.FocusReason.OtherFocusReason)
        elif soort == NIEUW:
            self.intake.begin()
        self.gewisseld.emit(soort)

    def _on_zoek(self, tekst: str) -> None:
        self._runner.run(
            lambda ctx: balie.zoek(ctx, tekst), self._on_gevonden, vervangt="stappenplan"
        )

    def _on_gevonden(self, regels: Sequence[RegisterRegel]) -> None:
        self._lijst.toon(regels, leeg=bool(self.zoek.text().strip()) and not regels)

    def _neem_eerste(self) -> None:
        eerste = self._lijst.item(0)
        if eerste is not None:
            self._on_gekozen(eerste)

    def _on_gekozen(self, item: QListWidgetItem) -> None:
        kenmerk = item.data(KENMERK)
        if kenmerk:
            self._naam.setText(item.text().splitlines()[0])
            self.gekozen.emit(str(kenmerk))
