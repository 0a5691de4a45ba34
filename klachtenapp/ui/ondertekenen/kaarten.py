"""The two questions over the page: sign with a PIN or password, or send back with a remark."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from klachtenapp.errors import RegelFout
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Melding, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Tekstvak, Tekstveld
from klachtenapp.ui.ondertekenen.vraagkaart import Vraagkaart
from klachtenapp.ui.paginatoets import Paginatoets

_NIET_BETROKKEN = "Ik was niet betrokken bij wat er gebeurde"


class Tekenkaart(Vraagkaart):
    """Asks the tick and the PIN or password; ``teken`` carries both."""

    teken = Signal(str, bool)

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster, "Ondertekenen", 460)
        self.wat = Tekst("")
        self.niet_betrokken = QCheckBox(_NIET_BETROKKEN)
        self.niet_betrokken.setToolTip("Art. 9:7 lid 1 Awb")
        self.geheim = QLineEdit()
        self.geheim.setEchoMode(QLineEdit.EchoMode.Password)
        self._geheimregel = Veldregel("Uw pincode of wachtwoord", self.geheim)
        self._melding = Melding("", "fout")
        self.knop = Knop("Ondertekenen", primair=True, icoon="ondertekenen")
        self.knop.clicked.connect(self._teken)
        self._annuleer = Knop("Annuleren", stil=True)
        self._annuleer.clicked.connect(self.sluit)
        for deel in (self.wat, self.niet_betrokken, self._geheimregel, self._melding):
            self.kaart.voeg_toe(deel)
        self.kaart.inhoud.addLayout(_knoppen(self.knop, self._annuleer))
        self.geheim.returnPressed.connect(self._teken)

    def vraag(self, wat: str, *, over_bestuur: bool) -> None:
        """Ask about one letter; over the bestuur itself the tick is not asked."""
        self.wat.setText(wat)
        self.niet_betrokken.setChecked(False)
        self.niet_betrokken.setHidden(over_bestuur)
        self.geheim.clear()
        self._geheimregel.wis_fout()
        self._melding.toon("")
        self.zet_bezig(False)
        self.open()
        eerste: QWidget = self.geheim if over_bestuur else self.niet_betrokken
        eerste.setFocus(Qt.FocusReason.PopupFocusReason)

    def zet_bezig(self, bezig: bool) -> None:
        """Take no second press while the signature is set."""
        self.knop.setEnabled(not bezig)

    def zet_fout(self, fout: RegelFout) -> None:
        """Say what was refused, at the field; the PIN is typed again."""
        self.zet_bezig(False)
        if fout.veld == "geheim":
            self.geheim.clear()
            self._geheimregel.fout(str(fout))
            self.geheim.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._melding.toon(str(fout))
        if fout.veld == "niet_betrokken":
            self.niet_betrokken.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from the tick, as from the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._teken()
            event.accept()
            return
        super().keyPressEvent(event)

    def sluit(self) -> None:
        """Leave, and forget what was typed."""
        self.geheim.clear()
        super().sluit()

    def _teken(self) -> None:
        if not self.knop.isEnabled() or not self.isVisible():
            return
        self._geheimregel.wis_fout()
        self._melding.toon("")
        if not self.geheim.text():
            self.geheim.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.zet_bezig(True)
        niet_betrokken = self.niet_betrokken.isHidden() or self.niet_betrokken.isChecked()
        self.teken.emit(self.geheim.text(), niet_betrokken)


class Terugkaart(Vraagkaart):
    """Asks the remark, and the words of the letter that it is about when there are such."""

    terug = Signal(str, str)

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster, "Terug met opmerking", 560)
        self._wat = Tekst("", "gedempt")
        self.opmerking = Tekstvak(3)
        self._regel = Veldregel("Wat moet er anders?", self.opmerking, verplicht=True)
        self.passage = Tekstveld()
        passage = Veldregel(
            "Bij welke woorden in de brief?", self.passage,
            hulp="Mag leeg blijven. Kopieer een stukje uit de brief, of typ het over.",
        )  # fmt: skip
        self.knop = Knop("Terugsturen", primair=True)
        self.knop.setToolTip("Terugsturen (Ctrl+Enter)")
        self.knop.clicked.connect(self._stuur)
        annuleer = Knop("Annuleren", stil=True)
        annuleer.clicked.connect(self.sluit)
        Paginatoets(self, ("Ctrl+Return", "Ctrl+Enter"), self._stuur)
        for deel in (self._wat, self._regel, passage):
            self.kaart.voeg_toe(deel)
        self.kaart.inhoud.addLayout(_knoppen(self.knop, annuleer))

    def vraag(self, wat: str) -> None:
        """Ask what must be different; what was typed before and not sent stays."""
        self._wat.setText(wat)
        self._regel.wis_fout()
        self.open()
        self.opmerking.setFocus(Qt.FocusReason.PopupFocusReason)

    def getypt(self) -> dict[str, str]:
        """Return what stands in the fields; nothing when they are empty."""
        tekst = {"opmerking": self.opmerking.waarde(), "passage": self.passage.waarde()}
        return tekst if any(tekst.values()) else {}

    def zet(self, getypt: Mapping[str, str]) -> None:
        """Show what was typed before about the letter that is chosen now."""
        self.opmerking.zet_waarde(getypt.get("opmerking", ""))
        self.passage.zet_waarde(getypt.get("passage", ""))

    def _stuur(self) -> None:
        if not self.opmerking.waarde().strip():
            self._regel.fout("Schrijf op wat er anders moet.")
            self.opmerking.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        opmerking, passage = self.opmerking.waarde(), self.passage.waarde()
        self.sluit()
        self.terug.emit(opmerking, passage)


def _knoppen(*knoppen: Knop) -> QHBoxLayout:
    rij = QHBoxLayout()
    rij.setSpacing(tokens.RUIMTE_S)
    for knop in knoppen:
        rij.addWidget(knop)
    rij.addStretch(1)
    return rij
