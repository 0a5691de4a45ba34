"""What is still needed before one can sign: a PIN or password, a key, and its confirmation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from klachtenapp.domain.sleutel import in_groepen
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import geheimen, sleutels
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Tekenstand
from klachtenapp.ui.bouwstenen import Kaart, Knop, Tekst, Veldregel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_ONBEKEND = (
    "Het programma weet nog niet wie u bent. Laat de beheerder bij Beheer, Medewerkers uw "
    "gebruikersnaam invullen, met de rol afdelingshoofd."
)
_SPEEL = (
    "Zo ondertekent u in de oefening: kies bovenin bij 'U speelt' een afdelingshoofd. A. van Egdom "
    "heeft al een sleutel. De pincode ziet u dan bovenin staan."
)
_GEEN = (
    "Om te ondertekenen hebt u een eigen sleutel nodig. Dat regelt u één keer, op deze computer."
)
_KIES = "Kies een pincode of wachtwoord"
_TYP = "Uw pincode of wachtwoord"
_WACHT = (
    "Uw sleutel is gemaakt. De beheerder moet hem nog bevestigen, bij Beheer, Sleutels. Bel de "
    "beheerder en lees deze cijfers voor:"
)
_ELDERS = (
    "Uw sleutel ligt niet op deze computer. Onderteken op de computer waarop u hem maakte. "
    "Of maak hier een nieuwe: de oude vervalt dan, en de beheerder moet de nieuwe bevestigen."
)
_VERVANG = "Nieuwe sleutel gemaakt op een andere computer"


class Sleutelkaart(Kaart):
    """Hidden when nothing is needed. ``gemaakt`` follows a new key."""

    gemaakt = Signal()

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__("Uw handtekening")
        self._runner = runner
        self._navigatie = navigatie
        self._stand: Tekenstand | None = None
        self.uitleg = Tekst("")
        self.cijfers = Tekst("", "sterk")
        self.cijfers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cijfers.setAccessibleName("Vingerafdruk van uw sleutel")
        self.geheim = _geheimveld()
        self.nog_eens = _geheimveld()
        self._geheimregel = Veldregel(_TYP, self.geheim, breedte=320)
        self._nogregel = Veldregel("Nog een keer", self.nog_eens, breedte=320)
        self._waar = Tekst("", "klein")
        self.knop = Knop("Maak mijn sleutel", primair=True, icoon="pen")
        self.knop.clicked.connect(self.maak)
        for deel in (self.uitleg, self.cijfers, self._geheimregel, self._nogregel, self._waar):
            self.voeg_toe(deel)
        self.inhoud.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        self.nog_eens.returnPressed.connect(self.maak)
        self.geheim.returnPressed.connect(self._verder)
        self.hide()

    def toon(self, stand: Tekenstand) -> None:
        """Show what this user still needs; nothing when he can sign."""
        self._stand = stand
        self.setVisible(not stand.kan_tekenen)
        wacht = stand.sleutel is not None and stand.sleutel.wacht_op_bevestiging
        oefening = self._runner.ctx.gemeente.oefening
        self.uitleg.setText(_SPEEL if oefening and not stand.medewerker else _zin(stand))
        afdruk = stand.sleutel.vingerafdruk if wacht and stand.sleutel else ""
        self.cijfers.setText(in_groepen(afdruk) if afdruk else "")
        self.cijfers.setVisible(wacht)
        maken = bool(stand.medewerker) and (not wacht or not stand.hier or not stand.heeft_geheim)
        for deel in (self._geheimregel, self.knop):
            deel.setVisible(maken)
        self._nogregel.setVisible(maken and not stand.heeft_geheim)
        label = _TYP if stand.heeft_geheim else _KIES
        self._geheimregel.label.setText(label)
        self.geheim.setAccessibleName(label)
        self._waar.setText(stand.waar if maken else "")
        self._waar.setVisible(maken)

    def maak(self) -> None:
        """Make the key, and set the PIN or password first when there is none."""
        stand, geheim = self._stand, self.geheim.text()
        if stand is None or not self.knop.isEnabled():
            return
        for regel in (self._geheimregel, self._nogregel):
            regel.wis_fout()
        if not stand.heeft_geheim and geheim != self.nog_eens.text():
            self._nogregel.fout("Dit is niet hetzelfde. Typ het nog een keer.")
            self.nog_eens.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.knop.setEnabled(False)
        self._runner.run(
            partial(_maak, stand=stand, geheim=geheim),
            self._gemaakt,
            schrijft=True,
            mislukt=self._geweigerd,
        )

    def _verder(self) -> None:
        if self._nogregel.isHidden():
            self.maak()
        else:
            self.nog_eens.setFocus(Qt.FocusReason.TabFocusReason)

    def _gemaakt(self, _uitkomst: object) -> None:
        self._wis()
        self._navigatie.meld("Uw sleutel is gemaakt. De beheerder moet hem nog bevestigen.")
        self.gemaakt.emit()

    def _geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        self._geheimregel.fout(str(fout))
        if isinstance(fout, RegelFout):
            self.geheim.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wis(self) -> None:
        self.knop.setEnabled(True)
        self.geheim.clear()
        self.nog_eens.clear()


def _maak(ctx: Context, *, stand: Tekenstand, geheim: str) -> None:
    if not stand.heeft_geheim:
        geheimen.stel_in(ctx, stand.medewerker, geheim)
    if stand.sleutel is not None and stand.sleutel.ingetrokken_op is None:
        sleutels.vervang(ctx, stand.medewerker, geheim, _VERVANG)
    else:
        sleutels.maak(ctx, stand.medewerker, geheim)


def _zin(stand: Tekenstand) -> str:
    if not stand.medewerker:
        return _ONBEKEND
    sleutel = stand.sleutel
    if sleutel is None or sleutel.ingetrokken_op is not None or not stand.heeft_geheim:
        return _GEEN
    if not stand.hier:
        return _ELDERS
    return _WACHT


def _geheimveld() -> QLineEdit:
    veld = QLineEdit()
    veld.setEchoMode(QLineEdit.EchoMode.Password)
    return veld
