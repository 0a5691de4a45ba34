"""Asks for the words of an invitation, or for a password, before a locked register opens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services.ontsluiten import OpSlot, heeft_kluis
from klachtenapp.ui.bouwstenen import Knop, Tekst, Veldregel
from klachtenapp.ui.herstel.werker import Werker
from klachtenapp.ui.kaartvenster import maak_kaart, zet_in_midden

if TYPE_CHECKING:
    from collections.abc import Callable

_NIEUW_WACHTWOORD = (
    "Deze computer heeft geen kluis voor sleutels. Kies een wachtwoord van ten minste 12 tekens. "
    "U typt het bij elk begin."
)


class Toegang(QWidget):
    """``geopend`` carries the register and the password with which it can be opened now.

    ``ander_register`` follows when the user wants to open something else. ``los``: the window of
    the register stays open behind it, and this may be closed without an answer.
    """

    geopend = Signal(object, str)
    ander_register = Signal()

    def __init__(
        self,
        fout: OpSlot,
        nu: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        los: bool = False,
    ) -> None:
        super().__init__(parent)
        self._los = los
        self._pad: Path = fout.pad
        self._alleen_wachtwoord = fout.wachtwoord
        self._nu = nu
        self.werker = Werker(self)
        self.setWindowTitle("Klachtenapp · toegang")
        self.setProperty("rol", "pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.woorden, self.wachtwoord = QLineEdit(), QLineEdit()
        self.wachtwoord.setEchoMode(QLineEdit.EchoMode.Password)
        self._woorden = Veldregel(
            "&Woorden van het papier", self.woorden,
            hulp="Zes woorden van een uitnodiging, of de negen van de herstelsleutel.",
        )  # fmt: skip
        hulp = "" if fout.wachtwoord else _NIEUW_WACHTWOORD
        self._wachtwoord = Veldregel("Wachtw&oord", self.wachtwoord, hulp=hulp)
        self._met_wachtwoord = fout.wachtwoord or not heeft_kluis()
        self.vergeten = Knop("Wachtwoord vergeten", stil=True)
        self._bouw(str(fout))

    def open_nu(self) -> None:
        """Try what was typed; a refusal stands below its field."""
        self._woorden.wis_fout()
        self._wachtwoord.wis_fout()
        woorden, wachtwoord = self.woorden.text(), self.wachtwoord.text()
        if self._alleen_wachtwoord:
            self.geopend.emit(self._pad, wachtwoord)
            return
        self.knop.setEnabled(False)
        self.werker.run(
            lambda: bootstrap.treed_toe(self._pad, woorden, self._nu(), wachtwoord=wachtwoord),
            lambda _niets: self.geopend.emit(self._pad, wachtwoord),
            self._geweigerd,
        )

    def sluit(self) -> None:
        """Let the worker end with the window."""
        self.werker.sluit()
        self.close()

    def _bouw(self, zin: str) -> None:
        kaart = maak_kaart("Dit register is op slot", self._pad.name)
        self.uitleg = Tekst(zin)
        kaart.voeg_toe(self.uitleg)
        kaart.voeg_toe(self._woorden)
        kaart.voeg_toe(self._wachtwoord)
        self.knop = Knop("&Openen", primair=True)
        self.knop.clicked.connect(lambda: self.open_nu())
        for veld in (self.woorden, self.wachtwoord):
            veld.returnPressed.connect(self.open_nu)
        self.vergeten.clicked.connect(self._met_woorden)
        ander = Knop("Annuleren" if self._los else "Ander &register …", stil=True)
        ander.clicked.connect(self.ander_register)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop)
        knoppen.addWidget(self.vergeten)
        knoppen.addStretch(1)
        knoppen.addWidget(ander)
        kaart.inhoud.addLayout(knoppen)
        zet_in_midden(self, kaart)
        self._zet_velden()

    def _met_woorden(self) -> None:
        """Come in with paper after all: a new password comes in the place of the old."""
        self._alleen_wachtwoord = False
        self._wachtwoord.wis_fout()
        self.wachtwoord.clear()
        self._wachtwoord.zet_hulp(_NIEUW_WACHTWOORD)
        self._zet_velden()

    def _zet_velden(self) -> None:
        self._woorden.setVisible(not self._alleen_wachtwoord)
        self._wachtwoord.setVisible(self._met_wachtwoord)
        self.vergeten.setVisible(self._alleen_wachtwoord)
        veld = self.wachtwoord if self._alleen_wachtwoord else self.woorden
        veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        veld = fout.veld if isinstance(fout, RegelFout) else None
        regel = self._wachtwoord if veld == "geheim" else self._woorden
        regel.fout(str(fout))
        regel.veld.setFocus(Qt.FocusReason.OtherFocusReason)
