"""A scan of a signed letter comes in: who signed, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from klachtenapp.errors import RegelFout
from klachtenapp.services.ondertekenpapier import Scandeel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Melding, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Dagveld, Keuzelijst
from klachtenapp.ui.ondertekenen.vraagkaart import Vraagkaart

_NIET_BETROKKEN = "De ondertekenaar was niet betrokken bij wat er gebeurde"
_ZELFDE_TEKST = "De tekst op de scan is dezelfde als die van de brief die nu wacht"
_OUDE_MAP = "Dit blad komt uit een oude map: de code zegt niet welke tekst erop staat."


@dataclass(frozen=True, slots=True)
class Natgetekend:
    """What was answered about a scan."""

    naam: str
    datum: date
    niet_betrokken: bool
    zelfde_tekst: bool = False


class Papierkaart(Vraagkaart):
    """Asks about one scan; ``bewaar`` carries a ``Natgetekend``."""

    bewaar = Signal(object)

    def __init__(self, venster: QWidget, vandaag: Callable[[], date]) -> None:
        super().__init__(venster, "Getekend op papier", 520)
        self._vandaag = vandaag
        self.wat = Tekst("")
        self.naam = Keuzelijst((), leeg="Kies wie tekende")
        self._naamregel = Veldregel("Wie heeft getekend?", self.naam)
        self.datum = Dagveld(vandaag)
        self._datumregel = Veldregel("Op welke dag?", self.datum)
        self.niet_betrokken = QCheckBox(_NIET_BETROKKEN)
        self.niet_betrokken.setToolTip("Art. 9:7 lid 1 Awb")
        self.zelfde_tekst = QCheckBox(_ZELFDE_TEKST)
        self._melding = Melding("", "fout")
        self.knop = Knop("Bewaar de scan", primair=True)
        self.knop.clicked.connect(self._bewaar)
        self.annuleer = Knop("Annuleren", stil=True)
        self.annuleer.clicked.connect(self.sluit)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_S)
        knoppen.addWidget(self.knop)
        knoppen.addWidget(self.annuleer)
        knoppen.addStretch(1)
        for deel in (
            self.wat, self._naamregel, self._datumregel, self.niet_betrokken, self.zelfde_tekst,
            self._melding,
        ):  # fmt: skip
            self.kaart.voeg_toe(deel)
        self.kaart.inhoud.addLayout(knoppen)

    def vraag(
        self, naam: str, deel: Scandeel, namen: Sequence[str], plek: int = 1, aantal: int = 1
    ) -> None:
        """Ask about letter ``plek`` of the ``aantal`` on the scan that is called ``naam``."""
        teller = f"Brief {plek} van {aantal}. " if aantal > 1 else ""
        self.annuleer.setText("Sla deze brief over" if aantal > 1 else "Annuleren")
        waarom = "Dat zegt de code op het blad" if deel.met_code else "Er is geen code gelezen"
        self.wat.setText(
            f"{teller}{naam} komt bij {deel.kenmerk}, {deel.wie}. {waarom}. "
            f"{_OUDE_MAP if deel.zonder_versie else 'Klopt dat met de brief op de scan?'}"
        )
        self.zelfde_tekst.setChecked(False)
        self.zelfde_tekst.setHidden(not deel.zonder_versie)
        gekozen = self.naam.waarde()
        self.naam.blockSignals(True)
        while self.naam.count() > 1:
            self.naam.removeItem(1)
        for wie in namen:
            self.naam.addItem(wie, wie)
        self.naam.setCurrentIndex(max(0, self.naam.findData(gekozen)))
        if len(namen) == 1:
            self.naam.setCurrentIndex(1)
        self.naam.blockSignals(False)
        self.datum.zet_waarde(self._vandaag().isoformat())
        self.niet_betrokken.setChecked(False)
        self.niet_betrokken.setHidden(deel.over_bestuur)
        self._wis_fouten()
        self.knop.setEnabled(True)
        self.open()
        self.naam.setFocus(Qt.FocusReason.PopupFocusReason)

    def zet_fout(self, fout: RegelFout) -> None:
        """Say what was refused, at its field."""
        self.knop.setEnabled(True)
        regel = {"ondertekenaar": self._naamregel, "datum": self._datumregel}.get(fout.veld or "")
        if regel is not None:
            regel.fout(str(fout))
            regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._melding.toon(str(fout))

    def _wis_fouten(self) -> None:
        for regel in (self._naamregel, self._datumregel):
            regel.wis_fout()
        self._melding.toon("")

    def _bewaar(self) -> None:
        self._wis_fouten()
        klacht = self.datum.klacht()
        if not self.naam.waarde():
            self._naamregel.fout("Kies wie de brief tekende.")
            self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
        elif klacht or not self.datum.waarde():
            self._datumregel.fout(klacht or "Vul de dag in waarop is getekend.")
            self.datum.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.knop.setEnabled(False)
            niet_betrokken = self.niet_betrokken.isHidden() or self.niet_betrokken.isChecked()
            self.bewaar.emit(
                Natgetekend(
                    self.naam.waarde(),
                    date.fromisoformat(self.datum.waarde()),
                    niet_betrokken,
                    self.zelfde_tekst.isChecked(),
                )
            )
