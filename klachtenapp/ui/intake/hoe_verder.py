"""Block 3 of the intake: how it came in, what the klager hopes for, who handles it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from klachtenapp.domain.begrippen import Aanhef, Kanaal, Vorm, Wens
from klachtenapp.domain.formulier import Formulier
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld, Kaart, Knop, Tekst, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.intake.keuzeveld import Keuzeveld
from klachtenapp.ui.intake.velden import Velden

_KANALEN = tuple((k.value, k.value) for k in Kanaal if k is not Kanaal.ONBEKEND)
_WIE = {Aanhef.MEVROUW.value: "mevrouw", Aanhef.HEER.value: "meneer"}


class HoeVerder(Kaart):
    """The last block; ``losgekoppeld`` is called when the link to another melding is undone."""

    def __init__(
        self, velden: Velden, vandaag: Callable[[], date], losgekoppeld: Callable[[], None]
    ) -> None:
        super().__init__("3 · Hoe verder?")
        self._velden = velden
        self.inhoud.setSpacing(tokens.RUIMTE_M)
        self._bouw_binnenkomst(vandaag)
        self._bouw_vervolg()
        self._koppeling = QWidget()
        rij = QHBoxLayout(self._koppeling)
        rij.setContentsMargins(0, 0, 0, 0)
        self._koppeltekst = Tekst("", "sterk")
        los = Knop("Koppeling weghalen", stil=True)
        los.clicked.connect(lambda: losgekoppeld())
        rij.addWidget(self._koppeltekst, 1)
        rij.addWidget(los)
        self._koppeling.hide()
        self.voeg_toe(self._koppeling)

    def pas_aan(self, formulier: Formulier, vorm: Vorm) -> None:
        """Ask about the signature only for what is written, and name the klager properly."""
        self._ondertekend.setVisible(bool(formulier.kanaal) and vorm is Vorm.SCHRIFTELIJK)
        self._wens.label.setText(f"Wat wil {_WIE.get(formulier.aanhef, 'de klager')}?")
        self._koppeling.setVisible(bool(formulier.koppeling))
        self._koppeltekst.setText(f"Hoort bij {formulier.koppeling}")

    def _bouw_binnenkomst(self, vandaag: Callable[[], date]) -> None:
        kanaal = ChipGroep(_KANALEN, verplicht=True)
        via = Veldregel("Binnen via", kanaal)
        self._velden.koppel("kanaal", kanaal, via)
        ontvangen = DatumVeld(vandaag)
        op = Veldregel("Ontvangen op", ontvangen)
        self._velden.koppel("ontvangen_op", ontvangen, op)
        rij = Veldrij()
        rij.voeg_toe(via, 480, 3)
        rij.voeg_toe(op, 170, 0)
        self.voeg_toe(rij)
        self._ondertekend = QCheckBox("Er staat een handtekening of een naam onder")
        self._velden.koppel("ondertekend", self._ondertekend)
        self._ondertekend.setAccessibleName("De klacht is ondertekend")
        self._ondertekend.hide()
        self.voeg_toe(self._ondertekend)

    def _bouw_vervolg(self) -> None:
        wens = ChipGroep([(w.value, w.value) for w in Wens])
        self._wens = Veldregel("Wat wil de klager?", wens)
        self._velden.koppel("wens", wens, self._wens)
        self.behandelaar = Keuzeveld()
        regel = Veldregel("Behandelaar", self.behandelaar)
        self._velden.koppel("behandelaar", self.behandelaar, regel)
        rij = Veldrij()
        rij.voeg_toe(self._wens, 400, 3)
        rij.voeg_toe(regel, 190, 2)
        self.voeg_toe(rij)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
