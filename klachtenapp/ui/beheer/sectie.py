"""What every section of Beheer has: fields, one button, and a place for what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Tekst, Veldregel
from klachtenapp.ui.intake.velden import Velden
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.teruggekomen import Teruggekomen

T = TypeVar("T")


class Sectie(QWidget):
    """One section. What was typed and not saved stays, whatever else is refreshed.

    ``gewijzigd`` tells whether there is something to save.
    """

    titel = ""
    uitleg = ""
    recht: Recht | None = Recht.BEHEREN  # who does not have it does not see the section
    bewaart_getypt = True  # False: rows that may be other ones when the program comes back
    gewijzigd = Signal(bool)

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__()
        self._runner = runner
        self._navigatie = navigatie
        self._vuil = False
        self._bekend: dict[str, str] = {}
        self._terug: Mapping[str, str] = {}
        self.velden = Velden(self)
        self.velden.gewijzigd.connect(self._on_veld)
        self.opmaak = QVBoxLayout(self)
        self.opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self.opmaak.setSpacing(tokens.RUIMTE_M)
        self.opmaak.addWidget(Kop(self.titel, 2))
        self.opmaak.addWidget(Tekst(self.uitleg, "gedempt"))
        self.fout = Melding("", "fout")
        self.opmaak.addWidget(self.fout)
        self.hervat = Teruggekomen()
        self.hervat.weggooien.connect(self._gooi_weg)
        self.opmaak.addWidget(self.hervat)
        self.knop = Knop("Bewaren", primair=True)
        self.knop.setAccessibleName(f"{self.titel} bewaren")
        self.knop.clicked.connect(lambda: self.bewaar())

    @property
    def vuil(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._vuil

    def ververs(self) -> None:
        """Show what is stored now, unless something unsaved stands here."""

    def bewaar(self) -> None:
        """Save the section."""

    def sluit(self) -> None:
        """Let go of what stays open; for the end of the program."""

    def maak_vuil(self, vuil: bool = True) -> None:
        """Say whether there is something to save."""
        self._vuil = vuil
        self.knop.setEnabled(vuil)
        self.gewijzigd.emit(vuil)

    def lees(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return self.velden.lees()

    def zet(self, waarden: Mapping[str, str]) -> None:
        """Put words in the fields."""
        self.velden.zet(waarden)

    def concept(self) -> dict[str, str]:
        """Return what was typed and not saved; empty when there is nothing to keep."""
        if not self.bewaart_getypt or not self._vuil:
            return dict(self._terug)
        return {n: tekst for n, tekst in self.lees().items() if tekst != self._bekend.get(n)}

    def neem(self, getypt: Mapping[str, str]) -> None:
        """Take back what was typed before a crash; it shows over what is stored."""
        self._terug = getypt

    def _toon_teruggekomen(self) -> None:
        terug, self._terug = self._terug, {}
        if terug:
            self.zet(terug)
            self.maak_vuil()
            self.hervat.meld()

    def _gooi_weg(self) -> None:
        self.maak_vuil(False)
        self.ververs()

    def toon(self, waarden: Mapping[str, str]) -> None:
        """Fill the fields with what is stored."""
        self.zet(waarden)
        self.velden.wis_fouten()
        self.fout.toon("")
        self._bekend = self.lees()
        self.maak_vuil(False)
        self._toon_teruggekomen()

    def sla_op(
        self, werk: Callable[[Context], T], klaar: Callable[[T], None], melding: str
    ) -> None:
        """Run a saving job: button off meanwhile, a refusal beside its field.

        What is typed while a slow disk saves is not saved, and stays to be so.
        """
        self.velden.wis_fouten()
        self.fout.toon("")
        self.knop.setEnabled(False)
        gestuurd = self.lees()

        def gelukt(uitkomst: T) -> None:
            self.hervat.toon("")
            self._bekend = gestuurd
            self.maak_vuil(self.lees() != gestuurd)
            klaar(uitkomst)
            self._navigatie.meld(melding)

        self._runner.run(werk, gelukt, schrijft=True, mislukt=self._on_geweigerd)

    def nieuw_kader(self, ctx: Context) -> None:
        """Let the whole window go on with the settings just saved."""
        self._runner.vervang(ctx)

    def kaart(self, titel: str = "") -> Kaart:
        """Add a card to the section."""
        kaart = Kaart(titel)
        kaart.inhoud.setSpacing(tokens.RUIMTE_M)
        self.opmaak.addWidget(kaart)
        return kaart

    def tekst(self, naam: str, label: str, hulp: str = "", van: str = "") -> Veldregel:
        """Return a field for one line of text, joined to the form.

        ``van`` goes behind the accessible name, where two fields have the same label.
        """
        veld = QLineEdit()
        regel = Veldregel(label, veld, hulp=hulp)
        if van:
            veld.setAccessibleName(f"{label} {van}")
        self.velden.koppel(naam, veld, regel)
        return regel

    def sluit_af(self, *knoppen: QWidget) -> None:
        """Add the row with the button, and room below."""
        rij = QHBoxLayout()
        rij.addWidget(self.knop)
        for knop in knoppen:
            rij.addWidget(knop)
        rij.addStretch(1)
        self.opmaak.addLayout(rij)
        self.opmaak.addStretch(1)
        self.maak_vuil(False)

    def _on_veld(self, naam: str) -> None:
        self.velden.wis_fout(naam)
        self.maak_vuil()

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self.maak_vuil()
        veld = fout.veld if isinstance(fout, RegelFout) else None
        if veld is None or not self.velden.toon_fout(veld, str(fout)):
            self.fout.toon(str(fout))
            self.knop.setFocus(Qt.FocusReason.OtherFocusReason)
