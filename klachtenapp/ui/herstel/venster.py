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

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import kopielijst, terugzetten
from klachtenapp.services.kopielijst import Reservekopie
from klachtenapp.services.terugzetten import Herstel, Huidig, Vergelijking
from klachtenapp.ui import bestanden, formatting, tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Melding, Tekst
from klachtenapp.ui.herstel.gevolgen import GevolgenStap
from klachtenapp.ui.herstel.kies import KiesStap
from klachtenapp.ui.herstel.klaar import KlaarStap
from klachtenapp.ui.herstel.werker import Werker

KIES, GEVOLGEN, KLAAR = range(3)
_TITELS: Final = ("Reservekopie terugzetten", "Wat verandert er?", "Klaar")


class HerstelVenster(QDialog):
    """Puts a copy back in the place of ``register``; needs no open register.

    ``hersteld`` carries the path of the register that can be opened now. ``nu`` is the
    time by the clock of whoever opens the window.
    """

    hersteld = Signal(object)

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
        self._gekozen: Path | None = kopie
        self.werker = Werker(self)
        self.werker.bezig.connect(self._on_bezig)
        self._kop = Kop("", 1)
        self._fout = Melding("", "fout")
        self._balk = QProgressBar()
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        self._balk.setAccessibleName("Bezig")
        self._bezig = Tekst("", "gedempt")
        self.kies, self.gevolgen, self.klaar = KiesStap(), GevolgenStap(), KlaarStap()
        self._stapel = QStackedWidget()
        for stap in (self.kies, self.gevolgen, self.klaar):
            self._stapel.addWidget(stap)
        self._bouw()
        self.kies.gekozen.connect(self._zet_knoppen)
        self.kies.verder.connect(self._verder)
        self.kies.ander.connect(self._kies_ander)
        self.gevolgen.gewijzigd.connect(self._zet_knoppen)
        self._ga(KIES)
        self.werker.run(self._bekijk, self._on_bekeken, self._on_mislukt)
        if kopie is not None:
            self._vergelijk(kopie)

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
        for deel in (self._kop, self._fout, self._stapel, self._bezig, self._balk):
            opmaak.addWidget(deel, 1 if deel is self._stapel else 0)
        opmaak.addLayout(knoppen)
        self.resize(tokens.px(880), tokens.px(600))

    @property
    def stap(self) -> int:
        """Which page is shown, from 0."""
        return self._stapel.currentIndex()

    # -- first page ---------------------------------------------------------------------------

    def _bekijk(self) -> tuple[Huidig, list[Reservekopie]]:
        return (
            terugzetten.huidig(self._register, self._sleutel),
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
        werk = partial(terugzetten.vergelijk, self._register, kopie, self._sleutel)
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
        elif self.stap == KLAAR:
            self.accept()

    def _zet_terug(self, kopie: Path) -> None:
        self._bezig.setText("Eerst wordt gekopieerd wat er nu staat. Dan komt de kopie terug …")
        werk = partial(
            terugzetten.herstel, self._register, kopie, self._nu(), minder_mag=True,
            sleutel=self._sleutel,
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
        self.vorige.setVisible(self.stap == GEVOLGEN)
        self.annuleer.setVisible(self.stap != KLAAR)
        teksten = ("Volg&ende", "&Terugzetten", "&Sluiten")
        self.volgende.zet_tekst(teksten[self.stap])
        mag = (self.kies.keuze() is not None, self.gevolgen.mag() and not bezig, True)
        self.volgende.setEnabled(mag[self.stap])
        self.vorige.setEnabled(not bezig)

    def _on_bezig(self, bezig: bool) -> None:
        self._balk.setVisible(bezig)
        self._bezig.setVisible(bezig)
        self._zet_knoppen()

    def _on_mislukt(self, fout: KlachtenappError) -> None:
        self._fout.toon(str(fout))
        self._zet_knoppen()

    def reject(self) -> None:
        """Close, but not while a copy is being put back."""
        if self.stap == GEVOLGEN and not self.werker.is_rustig:
            return
        super().reject()

    def done(self, uitkomst: int) -> None:
        """Let the worker end with the window."""
        self.werker.sluit()
        super().done(uitkomst)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As ``reject``: the cross at the corner may not cut a restore in two."""
        if self.stap == GEVOLGEN and not self.werker.is_rustig:
            event.ignore()
            return
        super().closeEvent(event)
