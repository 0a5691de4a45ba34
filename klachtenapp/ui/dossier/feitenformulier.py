"""The form behind *Bewerken*: its fields, what was read, and both texts when two people wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.services import wijzigen
from klachtenapp.ui import tokens
from klachtenapp.ui.botsing import Botsingen, nu_staat_er
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Schuifvlak, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.dossier.feiten import Groep, Vraag
from klachtenapp.ui.invoervelden import Invoerveld, bij_wijziging


class Feitenformulier(QWidget):
    """Knows what was read and what was typed, and never replaces the one by the other."""

    bewaren = Signal()
    annuleren = Signal()

    def __init__(self, groepen: Sequence[Groep]) -> None:
        super().__init__()
        self.gelezen: dict[str, str] = {}
        self._velden: dict[str, QWidget] = {}
        self._regels: dict[str, Veldregel] = {}
        self._botsingen = Botsingen()
        self._eerste = ""
        self.melding = Melding()
        self.knop = Knop("Bewaren", primair=True)
        self._bouw(groepen)

    def lees(self, dossier: Dossier) -> None:
        """Fill every field with the facts as they are now."""
        self.gelezen = {naam: wijzigen.als_tekst(dossier, naam) for naam in self._velden}
        for naam, tekst in self.gelezen.items():
            self.veld(naam).zet_waarde(tekst)
            self._regels[naam].wis_fout()
        self.wis_botsingen()
        self.melding.toon("")

    def begin(self) -> None:
        """Put the keyboard in the first field."""
        next(iter(self._velden.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def veld(self, naam: str) -> Invoerveld:
        """Return the field with this name."""
        veld: Invoerveld = self._velden[naam]  # type: ignore[assignment]
        return veld

    def zin_bij(self, naam: str) -> str:
        """Return what is said below a field."""
        return self._regels[naam].veld.accessibleDescription()

    def anders(self) -> dict[str, str]:
        """Return the fields whose text differs from what was read."""
        nu = {naam: self._waarde(naam) for naam in self._velden}
        return {naam: tekst for naam, tekst in nu.items() if tekst != self.gelezen[naam]}

    def is_goed(self) -> bool:
        """Whether every field can be saved; the first that cannot says why."""
        fout = next((naam for naam in self._velden if self.veld(naam).klacht()), None)
        if fout is not None:
            self.zet_fout(fout, self.veld(fout).klacht())
        return fout is None

    def zet_fout(self, naam: str | None, zin: str) -> bool:
        """Put a refusal beside its field; ``False`` when there is no such field here."""
        if naam is None or naam not in self._regels:
            return False
        self._regels[naam].fout(zin)
        self._velden[naam].setFocus()
        return True

    def botsing(self, naam: str) -> str:
        """Return what a colleague wrote in a field, as it is shown; empty without conflict."""
        return self._botsingen.tekst(naam)

    def neem_over(self, naam: str) -> None:
        """Put the text of the colleague in the field."""
        self.veld(naam).zet_waarde(self.gelezen[naam])
        self._botsingen.verberg(naam)

    def toon_botsingen(self, verschillen: Mapping[str, tuple[str, str]]) -> None:
        """Show beside each field what stands there now, with a button to take it over."""
        self.wis_botsingen()
        for naam, (_, staat) in verschillen.items():
            if naam not in self._regels:
                continue
            self.gelezen[naam] = staat  # seen: saving again is a choice, not an accident
            self._botsingen.toon(
                naam,
                self._regels[naam],
                nu_staat_er(staat),
                partial(self.neem_over, naam),
                "Dit overnemen",
            )
        self._eerste = next((naam for naam in verschillen if naam in self._regels), "")

    def meld_botsing(self, zin: str) -> None:
        """Say above the form who was first, and bring the first field in sight."""
        self.melding.toon(zin, "let op")
        if self._eerste:
            QTimer.singleShot(0, self, partial(self._breng_in_beeld, self._eerste))

    def wis_botsingen(self) -> None:
        """Forget what colleagues wrote."""
        self._botsingen.wis()

    def _waarde(self, naam: str) -> str:
        """Return the answer; a tick that is off is ``nee`` here, for these are facts."""
        tekst = self.veld(naam).waarde()
        return "nee" if not tekst and self.gelezen.get(naam) in ("ja", "nee") else tekst

    def _breng_in_beeld(self, naam: str) -> None:
        """Scroll to a field, once its banner has its place."""
        self._schuif.ensureWidgetVisible(self._regels[naam])

    def _bouw(self, groepen: Sequence[Groep]) -> None:
        velden = QWidget()
        onder = QVBoxLayout(velden)
        onder.setContentsMargins(0, 0, tokens.RUIMTE_M, tokens.RUIMTE_S)
        onder.setSpacing(tokens.RUIMTE_M)
        for groep in groepen:
            if not groep.rijen:
                continue
            if groep.titel:
                onder.addWidget(Kop(groep.titel, 2))
            for vragen in groep.rijen:
                onder.addWidget(self._maak_rij(vragen))
        onder.addStretch(1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.melding)
        self._schuif = Schuifvlak(velden)
        opmaak.addWidget(self._schuif, 1)
        opmaak.addLayout(self._maak_knoppen())

    def _maak_knoppen(self) -> QHBoxLayout:
        annuleer = Knop("Annuleren")
        annuleer.clicked.connect(lambda: self.annuleren.emit())
        self.knop.setToolTip("Bewaren (Ctrl+Enter)")
        self.knop.clicked.connect(lambda: self.bewaren.emit())
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(annuleer)
        rij.addWidget(self.knop)
        return rij

    def _maak_rij(self, vragen: Sequence[Vraag]) -> Veldrij:
        rij = Veldrij()
        for vraag in vragen:
            widget = vraag.maak()
            regel = Veldregel(vraag.label, widget, hulp=vraag.hulp)
            self._velden[vraag.veld] = widget
            self._regels[vraag.veld] = regel
            bij_wijziging(widget, regel.wis_fout)
            rij.voeg_toe(regel, vraag.minimaal, vraag.deel)
        return rij
