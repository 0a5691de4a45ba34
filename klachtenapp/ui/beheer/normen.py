"""Beheer, section Normen: how soon we want to call, confirm and report; never the law."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from klachtenapp.domain.norm import Eenheid, Norm, lees_norm
from klachtenapp.domain.normen import OMSCHRIJVINGEN, Normen
from klachtenapp.services import beheer, inrichting
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import ChipGroep, Tekst, Veldregel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_EENHEDEN = (
    (Eenheid.UUR.value, "uur"),
    (Eenheid.WERKDAG.value, "werkdagen"),
    (Eenheid.KALENDERDAG.value, "dagen"),
)
_HOOGSTENS = 365


class NormenSectie(Sectie):
    """Every norm: how long, in what, on or off, and what it is by default."""

    titel = "Normen"
    uitleg = (
        "Eigen afspraken over hoe snel de gemeente iets doet. De termijnen uit de wet staan vast "
        "en gelden altijd."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._normen: dict[str, _Normveld] = {}
        self._schakelaars: dict[str, QCheckBox] = {}
        standaard = Normen()
        waarden = standaard.als_tekst()
        kaart = self.kaart("Hoe lang")
        for naam, (label, hulp) in OMSCHRIJVINGEN.items():
            if isinstance(getattr(standaard, naam), Norm):
                veld = _Normveld(label)
                regel = Veldregel(label, veld, hulp=f"{hulp} Standaard: {waarden[naam]}.")
                self._normen[naam] = veld
                self.velden.koppel(naam, veld.aantal, regel)
                for knop in (veld.aantal.valueChanged, veld.eenheid.gewijzigd, veld.aan.clicked):
                    knop.connect(lambda *_wat: self.maak_vuil())
                kaart.voeg_toe(regel)
        kaart = self.kaart("En verder")
        for naam, (label, hulp) in OMSCHRIJVINGEN.items():
            waarde = getattr(standaard, naam)
            if isinstance(waarde, bool):
                vink = QCheckBox(label)
                vink.setAccessibleName(label)
                vink.setAccessibleDescription(hulp)
                vink.clicked.connect(lambda _aan=False: self.maak_vuil())
                self._schakelaars[naam] = vink
                kaart.voeg_toe(vink)
                kaart.voeg_toe(Tekst(f"{hulp} Standaard: {waarden[naam]}.", "klein"))
            elif isinstance(waarde, tuple):
                regel = self.tekst(naam, label, f"{hulp} Standaard: {waarden[naam]}.")
                kaart.voeg_toe(regel)
        self.sluit_af()

    def ververs(self) -> None:
        """Show the stored norms."""
        if not self.vuil:
            self._runner.run(beheer.normen, self._on_normen)

    def bewaar(self) -> None:
        """Save all norms."""
        ingevuld = self.lees()
        self.sla_op(
            lambda ctx: inrichting.bewaar_normen(ctx, ingevuld),
            self.nieuw_kader,
            "De normen zijn bewaard.",
        )

    def lees(self) -> dict[str, str]:
        """Return every norm as it is kept."""
        return {
            **super().lees(),
            **{naam: veld.tekst() for naam, veld in self._normen.items()},
            **{naam: "aan" if v.isChecked() else "uit" for naam, v in self._schakelaars.items()},
        }

    def zet(self, waarden: Mapping[str, str]) -> None:
        """Show norms as they are kept."""
        for naam in self._normen.keys() & waarden.keys():
            self._normen[naam].zet(waarden[naam])
        for naam in self._schakelaars.keys() & waarden.keys():
            self._schakelaars[naam].setChecked(waarden[naam] == "aan")
        over = self._normen.keys() | self._schakelaars.keys()
        super().zet({naam: tekst for naam, tekst in waarden.items() if naam not in over})

    def _on_normen(self, normen: Normen) -> None:
        if not self.vuil:
            self.toon(normen.als_tekst())


class _Normveld(QWidget):
    """One norm: a number, its unit, and whether the gemeente uses it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.aantal = QSpinBox()
        self.aantal.setRange(1, _HOOGSTENS)
        self.aantal.setAccessibleName(label)
        self.aantal.setFixedWidth(tokens.px(84))
        regel = self.aantal.findChild(QLineEdit)
        if regel is not None:
            regel.setTextMargins(tokens.px(9), 0, 0, 0)  # a stylesheet does not reach it
        self.eenheid = ChipGroep(_EENHEDEN, verplicht=True, naam=f"{label}, eenheid")
        self.aan = QCheckBox("aan")
        self.aan.setAccessibleName(f"{label} aan")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(self.aantal)
        rij.addWidget(self.eenheid)
        rij.addWidget(self.aan)
        rij.addStretch(1)
        self.setFocusProxy(self.aantal)

    def zet(self, tekst: str) -> None:
        """Show a norm as it is kept (``2 werkdagen (uit)``)."""
        norm = lees_norm(tekst)
        if norm is None:
            return
        self.aantal.blockSignals(True)
        self.aantal.setValue(norm.aantal)
        self.aantal.blockSignals(False)
        self.eenheid.zet(norm.eenheid.value)
        self.aan.setChecked(norm.aan)

    def tekst(self) -> str:
        """Return the norm as text, as it is kept."""
        return Norm(self.aantal.value(), Eenheid(self.eenheid.waarde()), self.aan.isChecked()).tekst
