"""The small window in which someone chooses a PIN or password, the first one or a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import geheimen
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Tekst, Veldregel
from klachtenapp.ui.runner import Runner

_UITLEG = "Ten minste 6 tekens. Kies iets dat een ander niet raadt. Niemand kan het later lezen."


class Geheimvraag(QDialog):
    """Asks twice what it becomes, and what it was when there is one; stores it itself."""

    def __init__(
        self, runner: Runner, medewerker: int, naam: str, *, met_oud: bool, ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self._runner = runner
        self._medewerker = medewerker
        self.setWindowTitle("Pincode of wachtwoord")
        self.oud, self.nieuw, self.nogmaals = _veld(), _veld(), _veld()
        self._oud = Veldregel("&Nu", self.oud)
        self._nieuw = Veldregel("Nieu&w", self.nieuw)
        self._nogmaals = Veldregel("Nog een &keer", self.nogmaals)
        self.knop = Knop("&Bewaren", primair=True)
        self.knop.setDefault(True)
        self.knop.clicked.connect(lambda: self.bewaar())
        annuleer = Knop("Annuleren")
        annuleer.setAutoDefault(False)
        annuleer.clicked.connect(self.reject)
        knoppen = QHBoxLayout()
        knoppen.addStretch(1)
        knoppen.addWidget(annuleer)
        knoppen.addWidget(self.knop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop(f"Pincode of wachtwoord van {naam}", 2))
        opmaak.addWidget(Tekst(_UITLEG, "gedempt"))
        for regel in (self._oud, self._nieuw, self._nogmaals):
            opmaak.addWidget(regel)
        if not met_oud:
            self._oud.hide()
        opmaak.addLayout(knoppen)
        self.setMinimumWidth(tokens.px(420))

    def bewaar(self) -> None:
        """Store it, or say below the field why not."""
        for regel in (self._oud, self._nieuw, self._nogmaals):
            regel.wis_fout()
        nieuw, oud = self.nieuw.text(), self.oud.text()
        if nieuw != self.nogmaals.text():
            self._nogmaals.fout("Dit is niet hetzelfde. Typ het nog een keer.")
            self.nogmaals.setFocus()
            return
        self.knop.setEnabled(False)
        self._runner.run(
            lambda ctx: geheimen.stel_in(ctx, self._medewerker, nieuw, oud),
            self._on_bewaard,
            schrijft=True,
            mislukt=self._on_geweigerd,
        )

    def _on_bewaard(self, _niets: None) -> None:
        self.accept()

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        zin = str(fout)
        (self._oud if "klopt niet" in zin or "mis" in zin else self._nieuw).fout(zin)


def vraag_eigen(runner: Runner, ouder: QWidget, meld: Callable[[str], None]) -> None:
    """Let whoever signed in choose his own; when there is one, it is asked first."""
    wie = runner.ctx.medewerker
    if wie is None:
        return

    def open_vraag(met_oud: bool) -> None:
        vraag = Geheimvraag(runner, wie.id, wie.naam, met_oud=met_oud, ouder=ouder)
        vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        vraag.accepted.connect(lambda: meld("Uw pincode of wachtwoord is bewaard."))
        vraag.open()

    runner.run(lambda ctx: geheimen.heeft(ctx, wie.id), open_vraag)


def _veld() -> QLineEdit:
    veld = QLineEdit()
    veld.setEchoMode(QLineEdit.EchoMode.Password)
    return veld
