"""What lies in the postvak: what waits for the disk, and what the register would not take."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from klachtenapp.services import postvak
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import Toestand, Zending
from klachtenapp.ui import formatting, messages, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Overlay, Schuifvlak, Teken, Tekst
from klachtenapp.ui.runner import Runner

_BREEDTE = 720
_HOOGTE = 360
_UITLEG = (
    "Alles hier ligt veilig op deze computer. Wat wacht, gaat vanzelf naar het register. Wat het "
    "register niet aannam, blijft liggen tot u kiest."
)


class Postvakkaart(Overlay):
    """``opnieuw`` asks to send everything again; ``gewijzigd`` tells that something was taken."""

    opnieuw = Signal()
    gewijzigd = Signal()

    def __init__(self, venster: QWidget, runner: Runner) -> None:
        super().__init__(venster, "Nog niet in het register", _BREEDTE)
        self._runner = runner
        self.kaart.voeg_toe(Tekst(_UITLEG, "gedempt"))
        inhoud = QWidget()
        self._lijst = QVBoxLayout(inhoud)
        self._lijst.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        self._lijst.setSpacing(tokens.RUIMTE_M)
        vlak = Schuifvlak(inhoud)
        vlak.setMinimumHeight(tokens.px(_HOOGTE))
        self.kaart.voeg_toe(vlak)
        rij = QHBoxLayout()
        rij.addStretch(1)
        self.knop_opnieuw = Knop("Opnieuw proberen", primair=True)
        self.knop_opnieuw.clicked.connect(lambda: self.opnieuw.emit())
        sluit = Knop("Sluiten")
        sluit.clicked.connect(lambda: self.sluit())
        rij.addWidget(sluit)
        rij.addWidget(self.knop_opnieuw)
        self.kaart.inhoud.addLayout(rij)

    def open(self) -> None:
        """Show what lies there now."""
        super().open()
        self.ververs()

    def ververs(self) -> None:
        """Read the postvak again."""
        self._runner.run(postvak.in_postvak, self._toon, vervangt="postvak")

    def _toon(self, zendingen: tuple[Zending, ...]) -> None:
        while item := self._neem():
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not zendingen:
            self._lijst.addWidget(Tekst("Er ligt niets meer. Alles staat in het register."))
        for zending in zendingen:
            self._lijst.addWidget(self._kaart_van(zending))
        self._lijst.addStretch(1)
        self.knop_opnieuw.setEnabled(bool(zendingen))

    def _neem(self) -> QLayoutItem | None:
        return self._lijst.takeAt(0) if self._lijst.count() else None

    def _kaart_van(self, zending: Zending) -> Kaart:
        kaart = Kaart()
        kop = QHBoxLayout()
        kop.addWidget(Kop(zending.omschrijving, 3), 1)
        conflict = zending.toestand is Toestand.CONFLICT
        kop.addWidget(
            Teken("■", "Niet opgeslagen", "rood")
            if conflict
            else Teken("●", "Wacht op de schijf", "blauw")
        )
        kaart.inhoud.addLayout(kop)
        moment = formatting.moment(zending.gemaakt_op, self._runner.ctx.vandaag)
        kaart.voeg_toe(Tekst(f"{zending.gebruiker}, {moment}", "gedempt"))
        if zending.reden:
            kaart.voeg_toe(Tekst(zending.reden))
        for label, tekst in postvak.regels(zending):
            kaart.voeg_toe(Tekst(f"{label}: {tekst}"))
        if conflict:
            rij = QHBoxLayout()
            kopieer, weg = Knop("Tekst kopiëren"), Knop("Weggooien …")
            kopieer.clicked.connect(partial(_kopieer, zending))
            weg.clicked.connect(partial(self._gooi_weg, zending))
            rij.addWidget(kopieer)
            rij.addWidget(weg)
            rij.addStretch(1)
            kaart.inhoud.addLayout(rij)
        return kaart

    def _gooi_weg(self, zending: Zending, _aan: bool = False) -> None:
        if not messages.ask(
            self,
            f"{zending.omschrijving} staat niet in het register. Wat u typte komt niet terug.",
            titel="Deze invoer weggooien?",
            ja="Weggooien",
        ):
            return

        def weg(ctx: Context) -> None:
            postvak.gooi_weg(ctx, zending.uid)

        self._runner.run(weg, self._weg)

    def _weg(self, _niets: None) -> None:
        self.gewijzigd.emit()
        self.ververs()


def _kopieer(zending: Zending, _aan: bool = False) -> None:
    regels = [f"{label}: {tekst}" for label, tekst in postvak.regels(zending)]
    QGuiApplication.clipboard().setText("\n".join([zending.omschrijving, *regels]))
