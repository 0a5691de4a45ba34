"""Herstel in three pages: choose a copy, see what it would change, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import kopielijst, redden, terugzetten
from klachtenapp.services.kopielijst import Reservekopie
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.services.redden import Uitkomst
from klachtenapp.services.terugzetten import Herstel, Huidig, Vergelijking
from klachtenapp.ui import bestanden, formatting, tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Tekst
from klachtenapp.ui.herstel.gevolgen import GevolgenStap
from klachtenapp.ui.herstel.kies import KiesStap
from klachtenapp.ui.herstel.klaar import KlaarStap
from klachtenapp.ui.herstel.redden import ReddenStap
from klachtenapp.ui.herstel.wachtwoord import Wachtwoordvraag
from klachtenapp.ui.herstel.werker import Werker
from klachtenapp.ui.venstermaat import pas_op_scherm

KIES, GEVOLGEN, KLAAR, REDDEN = range(4)
_TITELS: Final = (
    "Reservekopie terugzetten",
    "Wat verandert er?",
    "Klaar",
    "Redden wat te lezen is",
)
_KNOPPEN: Final = ("Volg&ende", "&Terugzetten", "&Sluiten", "&Redden")


class HerstelVenster(QDialog):
    """Puts a copy back in the place of ``register``; needs no open register.

    ``hersteld`` carries the path of the register that can be opened now, ``gered`` that of
    the new one with what could be read. ``nu`` is the time by the clock of whoever opens
    the window.
    """

    hersteld = Signal(object)
    gered = Signal(object)

    def __init__(
        self,
        register: Path,
        nu: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        sleutel: str = "",
        kopie: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Reservekopie terugzetten")
        self._register = register
        self._nu = nu
        self._sleutel = sleutel
        self.wachtwoord = ""
        """What was typed to open it; the register opens with the same afterwards."""
        self._gekozen: Path | None = kopie
        self._laatste: Callable[[], None] = lambda: None
        self.werker = Werker(self)
        self.werker.bezig.connect(self._on_bezig)
        self._kop = Kop("", 1)
        self._fout = Melding("", "fout")
        self._balk = QProgressBar()
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        self._balk.setAccessibleName("Bezig")
        self._bezig = Tekst("", "gedempt")
        self.vraag = Wachtwoordvraag()
        self.vraag.getypt.connect(self._met_wachtwoord)
        self.kies, self.gevolgen, self.klaar = KiesStap(), GevolgenStap(), KlaarStap()
        self.redden = ReddenStap()
        self._stapel = QStackedWidget()
        for stap in (self.kies, self.gevolgen, self.klaar, self.redden):
            self._stapel.addWidget(stap)
        self._bouw()
        self.kies.gekozen.connect(self._zet_knoppen)
        self.kies.verder.connect(self._verder)
        self.kies.ander.connect(self._kies_ander)
        self.kies.redden.connect(self._begin_redden)
        self.redden.uit.textChanged.connect(lambda _t: self._zet_knoppen())
        self.werker.stand.connect(self._on_stand)
        self.gevolgen.gewijzigd.connect(self._zet_knoppen)
        self._ga(KIES)
        self._begin()

    def _bouw(self) -> None:
        self.vorige = Knop("&Vorige", icoon="terug")
        self.vorige.clicked.connect(lambda: self._ga(KIES))
        self.volgende = Knop("Volg&ende", primair=True)
        self.volgende.clicked.connect(self._verder)
        self.annuleer = Knop("Annuleren")
        self.annuleer.clicked.connect(self.reject)
        for knop in (self.vorige, self.annuleer):
            knop.setAutoDefault(False)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.vorige)
        knoppen.addStretch(1)
        knoppen.addWidget(self.annuleer)
        knoppen.addWidget(self.volgende)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        for deel in (self._kop, self._fout, self.vraag, self._stapel, self._bezig, self._balk):
            opmaak.addWidget(deel, 1 if deel is self._stapel else 0)
        opmaak.addLayout(knoppen)
        pas_op_scherm(self, tokens.px(880), tokens.px(600))

    @property
    def stap(self) -> int:
        """Which page is shown, from 0."""
        return self._stapel.currentIndex()

    # -- first page ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self.werker.run(self._bekijk, self._on_bekeken, self._on_mislukt)
        if self._gekozen is not None:
            self._vergelijk(self._gekozen)

    def _bekijk(self) -> tuple[Huidig, list[Reservekopie]]:
        return (
            terugzetten.huidig(self._register, self._sleutel, self.wachtwoord),
            terugzetten.kopieen(self._register),
        )

    def _on_bekeken(self, uitkomst: tuple[Huidig, list[Reservekopie]]) -> None:
        huidig, kopieen = uitkomst
        self.kies.toon_register(huidig)
        self.kies.toon(kopieen, self._nu().date())
        self._zet_knoppen()
        self._kijk_verder(list(kopieen))

    def _kijk_verder(self, rest: list[Reservekopie]) -> None:
        """Look whether each copy is still the same, one after another, the newest first."""
        while rest and (rest[0].manifest is None or rest[0].afgekapt):
            rest.pop(0)
        if not rest or self.stap != KIES or self._gekozen is not None:
            return
        kopie = rest.pop(0)

        def klaar(gelijk: bool) -> None:
            self.kies.zet_gelijk(kopie.pad, gelijk)
            self._kijk_verder(rest)

        self.werker.run(partial(kopielijst.is_gelijk, kopie), klaar, self._on_mislukt)

    def _kies_ander(self) -> None:
        pad = bestanden.kies_openen(self, "Reservekopie kiezen", bestanden.REGISTER)
        if pad is not None:
            self._vergelijk(pad)

    # -- second page --------------------------------------------------------------------------

    def _vergelijk(self, kopie: Path) -> None:
        self._gekozen = kopie
        self._fout.toon("")
        self._zet_knoppen()
        self._bezig.setText("De kopie wordt bekeken en vergeleken …")
        werk = partial(
            terugzetten.vergelijk, self._register, kopie, self._sleutel, wachtwoord=self.wachtwoord
        )
        self.werker.run(werk, self._on_vergeleken, self._on_mislukt)

    def _on_vergeleken(self, beeld: Vergelijking) -> None:
        self.gevolgen.toon(beeld)
        self._ga(GEVOLGEN)

    def _verder(self) -> None:
        if not self.volgende.isEnabled():
            return
        if self.stap == KIES and (kopie := self.kies.keuze()) is not None:
            self._vergelijk(kopie)
        elif self.stap == GEVOLGEN and self._gekozen is not None:
            self._zet_terug(self._gekozen)
        elif self.stap == REDDEN and (uit := self.redden.pad()) is not None:
            self._red(uit)
        elif self.stap == KLAAR:
            self.accept()

    def _zet_terug(self, kopie: Path) -> None:
        self._laatste = lambda: self._zet_terug(kopie)
        self._bezig.setText("Eerst wordt gekopieerd wat er nu staat. Dan komt de kopie terug …")
        werk = partial(
            terugzetten.herstel, self._register, kopie, self._nu(), minder_mag=True,
            sleutel=self._sleutel, wachtwoord=self.wachtwoord,
        )  # fmt: skip
        self.werker.run(werk, self._on_hersteld, self._on_mislukt)

    def _on_hersteld(self, uitkomst: Herstel) -> None:
        aantal = formatting.getal(uitkomst.aantallen.get("melding", 0))
        feiten = [f"Er staan nu {aantal} meldingen in {self._register}."]
        if self._gekozen is not None:
            feiten.append(f"Teruggezet is {self._gekozen.name}. Die kopie blijft ook staan.")
        if uitkomst.bewaard is not None:
            feiten.append(
                f"Wat er eerst stond, is bewaard als {uitkomst.bewaard}. Wilt u toch terug? Kies "
                "dan dat bestand in dit venster."
            )
        self.klaar.toon("Het register is teruggezet.", feiten)
        self._ga(KLAAR)
        self.hersteld.emit(self._register)

    # -- saving what can be read ----------------------------------------------------------------

    def _begin_redden(self) -> None:
        self.redden.toon(redden.voorstel(self._register, self._nu()))
        self._ga(REDDEN)

    def _red(self, uit: Path) -> None:
        self._laatste = lambda: self._red(uit)
        self._fout.toon("")
        self.redden.regel.wis_fout()
        self._bezig.setText("Alles wat te lezen is, wordt gelezen …")
        werk = partial(
            redden.red, self._register, uit, self._nu(), bootstrap.aangemeld(),
            sleutel=self._sleutel, wachtwoord=self.wachtwoord, voortgang=self.werker.stand.emit,
        )  # fmt: skip
        self.werker.run(werk, self._on_gered, self._on_mislukt)

    def _on_gered(self, uitkomst: Uitkomst) -> None:
        uit = uitkomst.redding.uit
        mist = uitkomst.mist or ("Er ontbreekt niets.",)
        waar = f"Het nieuwe register staat in {uit}. Het beschadigde bestand staat er nog."
        self.klaar.toon(
            "Dit is gered." if not uitkomst.mist else "Dit is gered. Niet alles was te lezen.",
            [*uitkomst.gered, *mist, waar],
            "let op" if uitkomst.mist else "goed",
        )
        self._ga(KLAAR)
        self.gered.emit(uit)

    def _on_stand(self, gedaan: int, totaal: int) -> None:
        self._balk.setRange(0, totaal)
        self._balk.setValue(gedaan)

    # -- the window ---------------------------------------------------------------------------

    def _ga(self, stap: int) -> None:
        if stap == KIES:
            self._gekozen = None if self.kies.kopieen() else self._gekozen
        self._stapel.setCurrentIndex(stap)
        self._kop.setText(_TITELS[stap])
        self._fout.toon("")
        self._zet_knoppen()

    def _zet_knoppen(self) -> None:
        bezig = not self.werker.is_rustig
        self.vorige.setVisible(self.stap in (GEVOLGEN, REDDEN))
        self.annuleer.setVisible(self.stap != KLAAR)
        self.volgende.zet_tekst(_KNOPPEN[self.stap])
        mag = {
            KIES: self.kies.keuze() is not None,
            GEVOLGEN: self.gevolgen.mag() and not bezig,
            KLAAR: True,
            REDDEN: self.redden.pad() is not None and not bezig,
        }
        self.volgende.setEnabled(mag[self.stap])
        self.vorige.setEnabled(not bezig)

    def _on_bezig(self, bezig: bool) -> None:
        self._balk.setVisible(bezig)
        self._bezig.setVisible(bezig)
        if not bezig:
            self._balk.setRange(0, 0)
        self._zet_knoppen()

    def _on_mislukt(self, fout: KlachtenappError) -> None:
        if isinstance(fout, OpSlot) and fout.wachtwoord:
            self.vraag.vraag(str(fout), nog_eens=bool(self.wachtwoord))
            self.kies.nu.setText("")  # nothing is looked at before it is opened
        else:
            self._fout.toon(str(fout))
        self._zet_knoppen()

    def _met_wachtwoord(self, wachtwoord: str) -> None:
        """Do again what could not be done without it."""
        self.wachtwoord = wachtwoord
        if self.stap == KIES:
            self._begin()
        else:
            self._laatste()

    def reject(self) -> None:
        """Close, but not while a copy is being put back."""
        if self.stap in (GEVOLGEN, REDDEN) and not self.werker.is_rustig:
            return
        super().reject()

    def done(self, uitkomst: int) -> None:
        """Let the worker end with the window."""
        self.werker.sluit()
        super().done(uitkomst)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As ``reject``: the cross at the corner may not cut a restore in two."""
        if self.stap in (GEVOLGEN, REDDEN) and not self.werker.is_rustig:
            event.ignore()
            return
        super().closeEvent(event)
