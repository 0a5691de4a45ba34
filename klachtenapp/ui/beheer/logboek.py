"""Section *Logboek*: who did what and when in the whole register, to search and to export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import logboek
from klachtenapp.services.context import Context
from klachtenapp.services.logboek import Boekregel, Logkeuze
from klachtenapp.ui import bestanden, formatting, messages, tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import (
    BLOK,
    DatumVeld,
    Knop,
    Stroom,
    Tabel,
    Tekst,
    Veldregel,
    Voortgangskaart,
    Zoekveld,
)
from klachtenapp.ui.logboek.model import KENMERK, VAN_NAAR, WAT, LogboekModel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Voortgang

_WACHT_MS = 180  # after the last letter that is typed
_BREEDTEN = (130, 130, 104, 200, 240)
_IEDEREEN, _ALLES = "Iedereen", "Alles"


@dataclass(frozen=True, slots=True)
class _Antwoord:
    """What one question gives; ``personen`` and ``handelingen`` to choose from."""

    aantal: int
    eerste: Sequence[Boekregel]
    personen: Sequence[str]
    handelingen: Sequence[str]


class LogboekSectie(Sectie):
    """Filters above, the lines below; nothing can be changed here."""

    titel = "Logboek"
    recht = Recht.LOGBOEK
    uitleg = (
        "Wie deed wat, en wanneer. Elke regel draagt een controlegetal van de vorige: zo valt "
        "het op als er iets is veranderd. Oude en nieuwe gegevens staan in het dossier zelf. Is "
        "een dossier vernietigd, dan blijft hier alleen staan dat er iets is gewijzigd."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self._kaart: Voortgangskaart | None = None
        self._straks = QTimer(self, interval=_WACHT_MS, singleShot=True)
        self._straks.timeout.connect(self.ververs)
        self.zoekveld = Zoekveld("Zoek in het logboek")
        self.kenmerk = QLineEdit()
        self.persoon, self.handeling = _keuze(_IEDEREEN), _keuze(_ALLES)
        self.van = DatumVeld(self._vandaag, naam="Vanaf deze dag")
        self.tot = DatumVeld(self._vandaag, naam="Tot en met deze dag")
        self.model = LogboekModel(self)
        self.tabel = Tabel("Logboek van het register")
        self.tabel.setModel(self.model)
        self.tabel.zet_breedten(_BREEDTEN, {VAN_NAAR: 3, WAT: 1}, {KENMERK: 500})
        self.tabel.setMinimumHeight(tokens.px(380))
        self.telling = Tekst("", "gedempt", afkappen=True)
        self.uit = Knop("Exporteren …", icoon="export")
        self.uit.setToolTip("Zet wat u nu ziet in een Excel- of CSV-bestand")
        if not mag(runner.ctx.rollen, Recht.EXPORTEREN):
            self.uit.hide()
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        balk = QWidget()
        filters = Stroom(balk)
        for label, veld, breed in (
            ("Zoeken", self.zoekveld, 240),
            ("Kenmerk", self.kenmerk, 130),
            ("Wie", self.persoon, 170),
            ("Wat", self.handeling, 230),
            ("Vanaf", self.van, 150),
            ("Tot en met", self.tot, 150),
        ):
            veld.setFixedWidth(tokens.px(breed))
            filters.addWidget(Veldregel(label, veld))
        onder = QHBoxLayout()
        onder.setSpacing(tokens.RUIMTE_S)
        onder.addWidget(self.uit)
        onder.addWidget(self.telling, 1)
        self.opmaak.addWidget(balk)
        self.opmaak.addWidget(self.tabel, 1)
        self.opmaak.addLayout(onder)

    def _verbind(self) -> None:
        for veld in (self.zoekveld, self.kenmerk):
            veld.textChanged.connect(lambda _: self._straks.start())
        for keuze in (self.persoon, self.handeling):
            keuze.currentIndexChanged.connect(lambda _: self._straks.start())
        for dag in (self.van, self.tot):
            dag.gewijzigd.connect(self._straks.start)
        self.model.gevraagd.connect(self._haal_blok)
        self.tabel.geopend.connect(self._open)
        self.uit.clicked.connect(self.exporteer)

    def keuze(self) -> Logkeuze:
        """Return what is asked for."""
        return Logkeuze(
            tekst=self.zoekveld.text(),
            persoon=self.persoon.currentText() if self.persoon.currentIndex() > 0 else "",
            kenmerk=self.kenmerk.text(),
            handeling=self.handeling.currentText() if self.handeling.currentIndex() > 0 else "",
            van=self.van.datum(),
            tot=self.tot.datum(),
        )

    def ververs(self) -> None:
        """Ask again for what the filters say."""
        self._runner.run(partial(_vraag, keuze=self.keuze()), self._toon, vervangt="logboek")

    def exporteer(self) -> None:
        """Ask for a file and write what the filters leave to it."""
        voorstel = f"logboek-{self._vandaag().isoformat()}.xlsx"
        soorten = (bestanden.WERKBLAD, bestanden.CSV)
        pad = bestanden.kies_bewaren(self, "Logboek exporteren", voorstel, soorten)
        if pad is None:
            return
        self._kaart = Voortgangskaart(self.window(), "Logboek exporteren")
        lopend = self._runner.run_long(
            partial(_schrijf, keuze=self.keuze(), pad=pad),
            self._geschreven,
            mislukt=self._mislukt,
            voortgang=self._kaart.stand,
        )
        self._kaart.begin(lopend.stop)

    def _toon(self, antwoord: _Antwoord) -> None:
        self.model.stel(antwoord.aantal, antwoord.eerste)
        _vul(self.persoon, antwoord.personen)
        _vul(self.handeling, antwoord.handelingen)
        woord = "regel" if antwoord.aantal == 1 else "regels"
        leeg = "Geen regels gevonden. Zoek op een ander woord of een andere periode."
        gevonden = f"{formatting.getal(antwoord.aantal)} {woord}"
        self.telling.setText(gevonden if antwoord.aantal else leeg)
        self.uit.setEnabled(antwoord.aantal > 0)

    def _haal_blok(self, generatie: int, begin: int) -> None:
        werk = partial(_haal, keuze=self.keuze(), generatie=generatie, begin=begin)
        self._runner.run(werk, self._neem_blok)

    def _neem_blok(self, antwoord: tuple[int, int, list[Boekregel]]) -> None:
        self.model.vul(*antwoord)

    def _open(self, rij: int) -> None:
        regel = self.model.regel(rij)
        if regel is not None and regel.kenmerk:
            self._navigatie.open_dossier(regel.kenmerk)

    def _geschreven(self, antwoord: tuple[int, Path]) -> None:
        self._weg()
        hoeveel, pad = antwoord
        self._navigatie.meld(f"{formatting.getal(hoeveel)} regels geëxporteerd naar {pad.name}")

    def _mislukt(self, fout: KlachtenappError) -> None:
        self._weg()
        messages.fail(self, fout)

    def _weg(self) -> None:
        if self._kaart is not None:
            self._kaart.klaar()
            self._kaart.deleteLater()
            self._kaart = None

    def _vandaag(self) -> date:
        return self._runner.ctx.vandaag


def _keuze(alles: str) -> QComboBox:
    lijst = QComboBox()
    lijst.addItem(alles)
    return lijst


def _vul(lijst: QComboBox, namen: Sequence[str]) -> None:
    """Offer these names; what was chosen stays chosen."""
    nu = [lijst.itemText(n) for n in range(1, lijst.count())]
    if nu == list(namen):
        return
    gekozen = lijst.currentText()
    lijst.blockSignals(True)
    while lijst.count() > 1:
        lijst.removeItem(1)
    lijst.addItems(list(namen))
    lijst.setCurrentIndex(max(0, lijst.findText(gekozen)))
    lijst.blockSignals(False)


def _vraag(ctx: Context, *, keuze: Logkeuze) -> _Antwoord:
    return _Antwoord(
        logboek.aantal(ctx, keuze),
        logboek.bladzij(ctx, keuze, hoeveel=BLOK),
        logboek.personen(ctx),
        logboek.handelingen(ctx),
    )


def _haal(
    ctx: Context, *, keuze: Logkeuze, generatie: int, begin: int
) -> tuple[int, int, list[Boekregel]]:
    return generatie, begin, logboek.bladzij(ctx, keuze, vanaf=begin, hoeveel=BLOK)


def _schrijf(
    ctx: Context, voortgang: Voortgang, gestopt: Gestopt, *, keuze: Logkeuze, pad: Path
) -> tuple[int, Path]:
    return logboek.naar_bestand(ctx, keuze, pad, voortgang=voortgang, gestopt=gestopt), pad
