"""Signing in: a calm window for whoever the register does not know by the name on the computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import aanmelden
from klachtenapp.services.aanmelden import Aanmeldstand
from klachtenapp.services.context import Context
from klachtenapp.ui.bouwstenen import Knop, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Keuzelijst
from klachtenapp.ui.kaartvenster import maak_kaart, zet_in_midden
from klachtenapp.ui.runner import Runner


class Aanmelden(QWidget):
    """Name and geheim, or why one cannot come in. ``aangemeld`` carries the ``Context``.

    ``ander_register`` follows when the user wants to open something else.
    """

    aangemeld = Signal(object)
    ander_register = Signal()

    def __init__(self, runner: Runner, stand: Aanmeldstand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setWindowTitle("Klachtenapp · aanmelden")
        self.setProperty("rol", "pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.uitleg = Tekst(stand.zin)
        self._bouw(stand.mensen)

    def meld_aan(self) -> None:
        """Ask the register whether this is who he says; a refusal stands below the field."""
        nummer, geheim = int(self.wie.waarde() or 0), self.geheim.text()
        self._wie.wis_fout()
        self._geheim.wis_fout()
        if not nummer:
            self._wie.fout("Kies uw naam.")
            self.wie.setFocus()
            return
        self.knop.setEnabled(False)
        self._runner.run(
            lambda ctx: aanmelden.meld_aan(ctx, nummer, geheim),
            self._on_aangemeld,
            mislukt=self._on_geweigerd,
        )

    def _bouw(self, mensen: Sequence[Medewerker]) -> None:
        titel = "Wie bent u?" if mensen else "U kunt er nog niet in"
        kaart = maak_kaart(titel, self._runner.ctx.gemeente.naam)
        kaart.voeg_toe(self.uitleg)
        self.wie = Keuzelijst([(str(m.id), m.naam) for m in mensen], leeg="Kies uw naam")
        self._wie = Veldregel("Uw &naam", self.wie)
        self.geheim = QLineEdit()
        self.geheim.setEchoMode(QLineEdit.EchoMode.Password)
        self.geheim.returnPressed.connect(self.meld_aan)
        self._geheim = Veldregel("&Pincode of wachtwoord", self.geheim)
        self.knop = Knop("&Aanmelden", primair=True)
        self.knop.clicked.connect(lambda: self.meld_aan())
        ander = Knop("&Ander register …" if not mensen else "Ander &register …", stil=True)
        ander.clicked.connect(self.ander_register)
        for veld in (self._wie, self._geheim):
            kaart.voeg_toe(veld)
            if not mensen:
                veld.hide()
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop)
        knoppen.addStretch(1)
        knoppen.addWidget(ander)
        kaart.inhoud.addLayout(knoppen)
        if not mensen:
            self.knop.hide()
        zet_in_midden(self, kaart)
        (self.wie if mensen else ander).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_aangemeld(self, ctx: Context) -> None:
        self.geheim.clear()
        self.aangemeld.emit(ctx)

    def _on_geweigerd(self, fout: KlachtenappError) -> None:
        self.knop.setEnabled(True)
        self.geheim.clear()
        self._geheim.fout(str(fout))
        self.geheim.setFocus()
