"""The window: navigation at the left, one page at a time, the state of the register below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from klachtenapp.errors import KlachtenappError
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.instellingen import instellingen as lees_instellingen
from klachtenapp.ui.paginas import PAGINAS, Paginasoort, warm_op, zichtbaar
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.samenspel import Samenspel
from klachtenapp.ui.scanval import Scanval
from klachtenapp.ui.spoor import DOSSIER, Spoor
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.taak import Achtergelaten
from klachtenapp.ui.toetsen import ToetsenKaart
from klachtenapp.ui.toezicht import Toezicht
from klachtenapp.ui.typherstel import Typherstel
from klachtenapp.ui.vensterkaarten import Vensterkaarten
from klachtenapp.ui.vensterkader import Vensterkader
from klachtenapp.ui.venstermaat import Venstermaat
from klachtenapp.ui.venstertoetsen import zet_toetsen
from klachtenapp.ui.zoekpalet import Zoekpalet

_WARM_NA_MS: Final = 700  # first the work on the screen, then what other pages need


class MainWindow(QMainWindow):
    """Shows pages and is their ``Navigatie``. The runner must be open.

    ``gesloten`` follows when the window has closed and the register with it;
    ``ander_register`` when the user wants to go on with another one; ``speel`` when the visitor
    of the oefengemeente wants to be a colleague (its number; 0 is himself).
    """

    gesloten = Signal()
    ander_register = Signal()
    speel = Signal(int)

    def __init__(
        self,
        runner: Runner,
        stijl: Stijl,
        *,
        paginas: Sequence[Paginasoort] = PAGINAS,
        instellingen: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._runner = runner
        paginas = zichtbaar(paginas, runner.ctx.rollen)
        self._soorten = {soort.naam: soort for soort in paginas}
        self._paginas: dict[str, Pagina] = {}
        self._spoor = Spoor(paginas[0].naam)
        self._gaat_weg = False
        self._bouw(paginas)
        doen = (
            ("Ctrl+K", self.zoek), ("Ctrl+N", self.nieuwe_melding),
            ("F1", self.toon_handleiding), ("F5", self._na_wijziging),
        )  # fmt: skip
        in_balk = [soort.naam for soort in paginas if soort.label]
        zet_toetsen(self, stijl, doen, in_balk, self._uit_navigatie)
        Scanval(self, self, runner)
        runner.changed.connect(self._na_wijziging)
        runner.failed.connect(self._fout)
        runner.bezig.connect(self.statusregel.zet_bezig)
        self._maat = Venstermaat(self, instellingen or lees_instellingen())
        self._samenspel = Samenspel(runner, self.schijfstrook, self.zijbalk, self)
        self._samenspel.gemeld.connect(self.meld)
        self._samenspel.gezegd.connect(self.zeg)
        self.toon_pagina(paginas[0].naam)
        self._toezicht = Toezicht(runner, self.zijbalk, self.oefenstrook, self)
        self._toezicht.gemeente_gewijzigd.connect(self._zet_gemeente)
        self._toezicht.gemeld.connect(self.meld)
        self._toezicht.ververs()
        self._warm = QTimer(self, interval=_WARM_NA_MS, singleShot=True)
        self._warm.timeout.connect(warm_op)
        self._warm.start()

    def verschijn(self) -> None:
        """Show the window as it was left; the first time on a small screen it fills it."""
        self._maat.verschijn()

    def _bouw(self, paginas: Sequence[Paginasoort]) -> None:
        self._kader = kader = Vensterkader(paginas)
        self.zijbalk, self.stapel, self.statusregel = kader.zijbalk, kader.stapel, kader.statusregel
        self.oefenstrook, self.schijfstrook = kader.oefenstrook, kader.schijfstrook
        self.zijbalk.toon_zoeken(DOSSIER in self._soorten)
        self.zijbalk.toon_geheim(self._runner.ctx.medewerker is not None)
        self.zijbalk.geheim.connect(self._vraag_geheim)
        self.zijbalk.gekozen.connect(self._uit_navigatie)
        self.zijbalk.zoeken.connect(self.zoek)
        self.zijbalk.ander_register.connect(self.ander_register)
        self.statusregel.hulp.connect(self.toon_handleiding)
        self.statusregel.toetsen.connect(self.toon_toetsen)
        self.oefenstrook.speel.connect(self.speel)
        self._kaarten = Vensterkaarten(self, self._runner, paginas)
        self._kaarten.dossier.connect(self.open_dossier)
        self._kaarten.pagina.connect(self.toon_pagina)
        kader.zet_boven(Typherstel(self._runner, self))
        self.setCentralWidget(kader)

    # -- Navigatie ------------------------------------------------------------------------

    def open_dossier(self, kenmerk: str, doe: str = "") -> None:
        """Show this dossier; ``doe`` names a handeling or letter to start there at once."""
        if DOSSIER not in self._soorten:
            return  # the log names dossiers to the beheerder, who does not see them
        self._spoor.ga((DOSSIER, kenmerk))
        self._toon()
        self.pagina(DOSSIER).toon(kenmerk, doe)

    def nieuwe_melding(self) -> None:
        """Show the intake form."""
        if "nieuwe_melding" in self._soorten:
            self._uit_navigatie("nieuwe_melding")

    def toon_pagina(self, naam: str) -> None:
        """Show the page with this name; who does not have it comes on his first page."""
        if naam not in self._soorten:
            naam = next(iter(self._soorten))
        self._spoor.ga((naam, ""))
        self._toon()
        self.pagina(naam).ververs()

    def terug(self) -> None:
        """Go back to the page before this one; without one, to the first page."""
        plek = self._spoor.terug()
        if plek is None:
            return
        self._toon()
        if plek[1]:
            self.pagina(plek[0]).toon(plek[1])
        else:
            self.pagina(plek[0]).ververs()

    def meld(self, tekst: str) -> None:
        """Say in the status line that something was done."""
        self.statusregel.meld(tekst)

    def zeg(self, tekst: str) -> None:
        """Say in the status line what is no success."""
        self.statusregel.zeg(tekst)

    # -- cards over the window ------------------------------------------------------------

    @property
    def palet(self) -> Zoekpalet:
        """The palette that searches everything."""
        return self._kaarten.palet

    @property
    def toetsenkaart(self) -> ToetsenKaart:
        """The card with the shortcuts."""
        return self._kaarten.toetsenkaart

    def zoek(self) -> None:
        """Open the palette that searches everything; not for who sees no dossiers."""
        if DOSSIER in self._soorten:
            self._kaarten.zoek()

    def toon_toetsen(self) -> None:
        """Show the shortcuts."""
        self._kaarten.toon_toetsen()

    def toon_handleiding(self) -> None:
        """Show the manual; the shortcuts are behind the question mark."""
        self._kaarten.toon_handleiding()

    # -- showing ----------------------------------------------------------------------------

    def pagina(self, naam: str) -> Pagina:
        """Return a page, made when it is first asked for."""
        if naam not in self._paginas:
            pagina = self._soorten[naam].maak(self._runner, self)
            self._paginas[naam] = pagina
            self.stapel.addWidget(pagina)
        return self._paginas[naam]

    def _uit_navigatie(self, naam: str) -> None:
        self._kaarten.sluit()
        self.toon_pagina(naam)

    def _toon(self) -> None:
        pagina = self.pagina(self._spoor.nu[0])
        self.stapel.setCurrentWidget(pagina)
        self.zijbalk.zet_pagina(self._spoor.hoort_bij())
        self._samenspel.toon(self._spoor.nu[1])
        pagina.begin()

    # -- the register ---------------------------------------------------------------------------

    def _na_wijziging(self) -> None:
        self.pagina(self._spoor.nu[0]).ververs()
        self._toezicht.ververs()

    def _zet_gemeente(self) -> None:
        gemeente = self._runner.ctx.gemeente
        oefening = " · OEFENING" if gemeente.oefening else ""
        self.setWindowTitle(f"Klachtenapp · {gemeente.naam}{oefening}")
        self._kader.zet_oefening(gemeente.oefening)

    def _vraag_geheim(self) -> None:
        """Let the user choose his own PIN or password."""
        from klachtenapp.ui.geheimvraag import vraag_eigen  # noqa: PLC0415 - loads cryptography

        vraag_eigen(self._runner, self, self.meld)

    def _fout(self, fout: KlachtenappError) -> None:
        if self._samenspel.is_weg:  # the strip says so already; a box at every look helps nobody
            self.statusregel.zeg("" if isinstance(fout, Achtergelaten) else str(fout))
        else:
            messages.fail(self, fout)

    # -- keys and closing -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape, show the shortcuts with ?; only what no field wanted comes here."""
        if event.key() == Qt.Key.Key_Escape:
            self.terug()
        elif event.text() == "?":
            self.toon_toetsen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every page save what was typed, then close the register and wait for it."""
        if self._gaat_weg or not all(p.mag_weg() for p in self._paginas.values()):
            event.ignore()
            return
        self._maat.onthoud()
        if self._toezicht.kopieen.veranderd or self._toezicht.kopieen.bezig:
            from klachtenapp.ui.afscheid import neem_afscheid  # noqa: PLC0415 - only at the very end

            self._gaat_weg = True
            neem_afscheid(self._toezicht.kopieen, self)
            self._gaat_weg = False
        self._toezicht.stop()
        self._samenspel.stop()
        self._warm.stop()
        for pagina in self._paginas.values():
            pagina.sluit()
        try:
            self._runner.sluit()
        except KlachtenappError as fout:
            messages.fail(self, fout)
        event.accept()
        self.gesloten.emit()
