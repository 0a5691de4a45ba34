"""What one wants to see of the postboek: words, period, direction and channel."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.services.postboek import IN, KANALEN, UIT, Postkeuze
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld, Stroom, Tekst, Zoekveld
from klachtenapp.ui.runner import Runner

_WACHT_MS = 180  # after the last letter that is typed
_PERIODEN = (
    ("week", "Deze week"),
    ("maand", "Deze maand"),
    ("jaar", "Dit jaar"),
    ("alles", "Alles"),
)


class Boekfilter(QWidget):
    """The filters; ``gewijzigd`` follows when another part of the postboek is wanted."""

    gewijzigd = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._straks = QTimer(self, interval=_WACHT_MS, singleShot=True)
        self._straks.timeout.connect(self.gewijzigd)
        self.zoekveld = Zoekveld("Zoek in het postboek")
        self.zoekveld.textChanged.connect(lambda _: self._straks.start())
        self.zoekveld.setMinimumWidth(tokens.px(200))
        self.van = DatumVeld(self._vandaag, naam="Vanaf deze dag")
        self.tot = DatumVeld(self._vandaag, naam="Tot en met deze dag")
        for veld in (self.van, self.tot):
            veld.setFixedWidth(tokens.px(150))
            veld.gewijzigd.connect(self._eigen_periode)
        self.periode = ChipGroep(_PERIODEN, naam="Periode")
        self.periode.gewijzigd.connect(self._zet_periode)
        self.richting = ChipGroep(
            (("", "In en uit"), (IN, "Alleen in"), (UIT, "Alleen uit")), naam="In of uit",
            verplicht=True,
        )  # fmt: skip
        self.richting.zet("In en uit")
        self.kanaal = ChipGroep(KANALEN, naam="Kanaal")
        for groep in (self.richting, self.kanaal):
            groep.gewijzigd.connect(lambda _: self.gewijzigd.emit())
        self._leg_uit()
        self.periode.zet("maand")
        self._vul_periode("maand")

    def _leg_uit(self) -> None:
        boven = QHBoxLayout()
        boven.setSpacing(tokens.RUIMTE_S)
        boven.addWidget(self.zoekveld, 1)
        for deel in (Tekst("van", afkappen=False), self.van, Tekst("tot en met"), self.tot):
            boven.addWidget(deel)
        self._onder = onder = QWidget()
        self._stroom = stroom = Stroom(onder, tokens.RUIMTE_M)
        for groep in (self.periode, self.richting, self.kanaal):
            stroom.addWidget(groep)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addLayout(boven)
        opmaak.addWidget(onder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every row of chips in sight: a low window takes it from the list."""
        super().resizeEvent(event)
        self._onder.setMinimumHeight(self._stroom.heightForWidth(self.width()))

    def keuze(self) -> Postkeuze:
        """Return what is asked for."""
        richting = self.richting.waarde()
        return Postkeuze(
            van=self.van.datum(),
            tot=self.tot.datum(),
            richting=richting if richting in (IN, UIT) else "",
            kanaal=self.kanaal.waarde(),
            tekst=self.zoekveld.text(),
        )

    def maak_leeg(self) -> None:
        """Ask for everything."""
        self.zoekveld.clear()
        self.kanaal.zet()
        self.richting.zet("In en uit")
        self.periode.zet("alles")
        self._zet_periode("alles")

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag

    def _zet_periode(self, naam: str) -> None:
        self._vul_periode(naam or "alles")
        self.gewijzigd.emit()

    def _vul_periode(self, naam: str) -> None:
        vandaag = self._vandaag()
        van = {
            "week": vandaag - timedelta(days=vandaag.weekday()),
            "maand": vandaag.replace(day=1),
            "jaar": vandaag.replace(month=1, day=1),
        }.get(naam)
        self.van.zet(van)
        self.tot.zet(None)

    def _eigen_periode(self) -> None:
        self.periode.zet()
        if not (self.van.is_fout() or self.tot.is_fout()):
            self._straks.start()
