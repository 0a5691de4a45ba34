"""The strip above the page that says calmly that the disk is gone, slow or not safe."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.services.samenwerken import SLOTEN_WERKEN_NIET
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Melding
from klachtenapp.ui.instellingen import instellingen
from klachtenapp.ui.verbinding import Staat, Verbindingsbeeld

_WEG = "De schijf met het register is er nu niet. {lezen} {typen} {post}"
_LEZEN = "U ziet de laatste stand en kunt lezen."
_NIET_LEZEN = "Op deze computer staat geen kopie, dus u ziet nu geen dossiers."
_TYPEN = "Een nieuwe melding of notitie bewaren wij hier; zij gaat vanzelf mee als de schijf er is."
_BEGREPEN = "register/wolkmap begrepen"
_HAPERT = "De schijf met het register antwoordt niet. Wij wachten nog even."


class Schijfstrook(QWidget):
    """Hidden as long as all is well. Its buttons are ``niet_wachten``, ``postvak``, ``toegang``."""

    niet_wachten = Signal()
    postvak = Signal()
    toegang = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schijf = Melding("", "let op")
        self._niet_wachten = self._schijf.voeg_knop_toe(
            "Niet langer wachten", self.niet_wachten.emit
        )
        self._bekijken = self._schijf.voeg_knop_toe("Bekijken …", self.postvak.emit)
        self._kopieer = self._schijf.voeg_knop_toe("Kopiëren voor ICT", _kopieer_voor_ict)
        self._samen = Melding("", "info")
        self._post = Melding("", "info")
        self._post.voeg_knop_toe("Bekijken …", self.postvak.emit)
        self._wolk = Melding("", "let op")
        self.knop_begrepen = self._wolk.voeg_knop_toe("Begrepen", self._begrepen)
        self._register = ""
        self._slot = Melding("", "info")
        self.knop_toegang = self._slot.voeg_knop_toe("Toegang krijgen …", self.toegang.emit)
        self.knop_slot_gezien = self._slot.voeg_knop_toe("Begrepen", self._slot_gezien)
        self._slot_klaar = True
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(
            tokens.RUIMTE_XL, tokens.RUIMTE_S, tokens.RUIMTE_XL, tokens.RUIMTE_S
        )
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(self._wolk)
        opmaak.addWidget(self._slot)
        opmaak.addWidget(self._schijf)
        opmaak.addWidget(self._post)
        opmaak.addWidget(self._samen)
        self.toon(Verbindingsbeeld())

    def toon(self, beeld: Verbindingsbeeld, kenmerk: str = "") -> None:
        """Show how it stands; ``kenmerk`` is the dossier that is open here, if one is."""
        self._samen.toon(_samenzin(beeld, kenmerk))
        fout = beeld.mag_niet_schrijven and beeld.staat is Staat.VERBONDEN
        om_slot = beeld.staat is Staat.WEG and not self._slot_klaar
        self._schijf.toon("" if om_slot else _zin(beeld), "fout" if fout else "let op")
        self._niet_wachten.setVisible(beeld.staat is Staat.HAPERT)
        self._kopieer.setVisible(fout)
        # While the disk is gone its own banner says what waits: a small screen has room for one.
        samen = beeld.staat is Staat.WEG and not om_slot and not beeld.conflicten
        self._bekijken.setVisible(samen and bool(beeld.wachtend))
        self._post.toon("" if samen else _postzin(beeld), "let op" if beeld.conflicten else "info")
        self.setVisible(bool(self.zinnen()))

    def zeg_slot(self, zin: str, *, toegang: bool, klaar: bool) -> None:
        """Say that a colleague changed the lock; until ``klaar`` the disk itself is not to blame.

        ``toegang``: the user must show a way in.
        """
        self._slot_klaar = klaar
        self._slot.toon(zin, "let op" if toegang else "info")
        self.knop_toegang.setVisible(toegang)
        self.knop_slot_gezien.setVisible(klaar)
        self.setVisible(bool(self.zinnen()))

    def _slot_gezien(self) -> None:
        self.zeg_slot("", toegang=False, klaar=True)

    def waarschuw(self, register: str, zin: str) -> None:
        """Say once for each register that its folder is no place for it; Beheer keeps saying so."""
        if not zin or instellingen().value(_BEGREPEN) == register:
            return
        self._register = register
        self._wolk.toon(zin)
        self.show()

    def _begrepen(self) -> None:
        instellingen().setValue(_BEGREPEN, self._register)
        self._wolk.toon("")
        self.setVisible(bool(self.zinnen()))

    @property
    def knop_niet_wachten(self) -> Knop:
        """The button that leaves a disk that does not answer."""
        return self._niet_wachten

    def zinnen(self) -> tuple[str, ...]:
        """Return the sentences that are shown."""
        meldingen = (self._wolk, self._slot, self._schijf, self._post, self._samen)
        return tuple(zin for melding in meldingen if (zin := melding.tekst()))


def _zin(beeld: Verbindingsbeeld) -> str:
    if beeld.staat is Staat.WEG:
        post = "" if beeld.conflicten else _postzin(beeld)
        lezen = _LEZEN if beeld.lezen else _NIET_LEZEN
        return _WEG.format(lezen=lezen, typen=_TYPEN, post=post).strip()
    if beeld.staat is Staat.HAPERT:
        return _HAPERT
    return SLOTEN_WERKEN_NIET if beeld.mag_niet_schrijven else ""


def _postzin(beeld: Verbindingsbeeld) -> str:
    wacht, conflict = beeld.wachtend, beeld.conflicten
    zinnen = []
    if conflict:
        wat = "1 invoer kon" if conflict == 1 else f"{conflict} invoeren konden"
        zinnen.append(f"{wat} niet worden opgeslagen. Wat u typte is bewaard. Kijk er even naar.")
    if wacht:
        wat = "1 invoer wacht" if wacht == 1 else f"{wacht} invoeren wachten"
        zinnen.append(f"{wat} op de schijf.")
    return " ".join(zinnen)


def _samenzin(beeld: Verbindingsbeeld, kenmerk: str) -> str:
    """Say who else has this dossier open; nobody is kept out, for nothing is overwritten."""
    anderen = beeld.samen.bij(kenmerk)
    if not anderen or beeld.staat is Staat.WEG:
        return ""
    wie = " en ".join(
        f"{a.naam} ({a.computer}, sinds {a.kenmerk_sinds or a.sinds:%H:%M})" for a in anderen
    )
    hebben = "heeft" if len(anderen) == 1 else "hebben"
    return (
        f"{wie} {hebben} dit dossier ook open. U kunt gewoon doorwerken: niets wordt overschreven."
    )


def _kopieer_voor_ict() -> None:
    QGuiApplication.clipboard().setText(SLOTEN_WERKEN_NIET)
