"""The window: navigation at the left, one page at a time, the state of the register below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.errors import KlachtenappError
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.instellingen import instellingen as lees_instellingen
from klachtenapp.ui.oefenstrook import Oefenstrook
from klachtenapp.ui.paginas import PAGINAS, Paginasoort, warm_op, zichtbaar
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.scanval import Scanval
from klachtenapp.ui.spoor import DOSSIER, Spoor
from klachtenapp.ui.statusregel import Statusregel
from klachtenapp.ui.stijl import Stijl
from klachtenapp.ui.toetsen import ToetsenKaart
from klachtenapp.ui.toezicht import Toezicht
from klachtenapp.ui.zijbalk import Zijbalk
from klachtenapp.ui.zoekpalet import Zoekpalet

_GEOMETRIE: Final = "venster/geometrie"
_WARM_NA_MS: Final = 700  # first the work on the screen, then what other pages need
_GEWOON: Final = QSize(1366, 768)
_OEFENRAND: Final = 4
_NIEUW: Final = "nieuwe_melding"


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
        self._stijl = stijl
        self._instellingen = instellingen or lees_instellingen()
        paginas = zichtbaar(paginas, runner.ctx.rollen)
        self._soorten = {soort.naam: soort for soort in paginas}
        self._paginas: dict[str, Pagina] = {}
        self._spoor = Spoor(paginas[0].naam)
        self._bouw(paginas)
        self._maak_toetsen()
        Scanval(self, self, runner)
        runner.changed.connect(self._na_wijziging)
        runner.failed.connect(self._fout)
        runner.bezig.connect(self.statusregel.zet_bezig)
        self.resize(_GEWOON)
        geometrie = self._instellingen.value(_GEOMETRIE)
        self._bekend = isinstance(geometrie, QByteArray) and self.restoreGeometry(geometrie)
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
        ruimte = self.screen().availableSize()
        past = ruimte.width() > _GEWOON.width() and ruimte.height() > _GEWOON.height()
        if self._bekend or past:
            self.show()
        else:
            self.showMaximized()

    def _bouw(self, paginas: Sequence[Paginasoort]) -> None:
        self.zijbalk = Zijbalk(paginas)
        self.zijbalk.toon_zoeken(DOSSIER in self._soorten)
        self.zijbalk.toon_geheim(self._runner.ctx.medewerker is not None)
        self.zijbalk.geheim.connect(self._vraag_geheim)
        self.zijbalk.gekozen.connect(self._uit_navigatie)
        self.zijbalk.zoeken.connect(self.zoek)
        self.zijbalk.ander_register.connect(self.ander_register)
        self.stapel = QStackedWidget()
        self.stapel.setMinimumSize(640, 400)  # large letters may not push the window off a screen
        self.statusregel = Statusregel()
        self._handleiding: QDialog | None = None  # made when it is first asked for
        self.statusregel.hulp.connect(self.toon_handleiding)
        self.statusregel.toetsen.connect(self.toon_toetsen)
        self.oefenstrook = Oefenstrook()
        self.oefenstrook.speel.connect(self.speel)
        vlak = QWidget()
        vlak.setObjectName("werkvlak")
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.stapel, 1)
        kolom.addWidget(self.statusregel)
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addWidget(self.zijbalk)
        rij.addWidget(vlak, 1)
        self._rand = QWidget()
        self._rand.setObjectName("oefenrand")
        self._rand.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        alles = QVBoxLayout(self._rand)
        alles.setSpacing(0)
        alles.addWidget(self.oefenstrook)
        alles.addLayout(rij, 1)
        self.setCentralWidget(self._rand)

    def _maak_toetsen(self) -> None:
        doen: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", self.zoek),
            ("Ctrl+N", self.nieuwe_melding),
            ("F1", self.toon_handleiding),
            ("F5", self._na_wijziging),
            ("Ctrl++", self._stijl.groter),
            ("Ctrl+=", self._stijl.groter),
            ("Ctrl+-", self._stijl.kleiner),
            ("Ctrl+0", self._stijl.normaal),
        ]
        in_balk = [soort.naam for soort in self._soorten.values() if soort.label]
        for nummer, naam in enumerate(in_balk[:7], start=1):
            doen.append((f"Ctrl+{nummer}", partial(self._uit_navigatie, naam)))
        for toets, doe in doen:
            self._toets(toets, doe)

    def _toets(self, toets: str, doe: Callable[[], object]) -> None:
        QShortcut(QKeySequence(toets), self).activated.connect(lambda: doe())

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
        if _NIEUW in self._soorten:
            self._uit_navigatie(_NIEUW)

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

    # -- cards over the window ------------------------------------------------------------

    @cached_property
    def palet(self) -> Zoekpalet:
        """The palette that searches everything, made when it is first asked for."""
        labels = [(s.naam, s.label.replace("&", "")) for s in self._soorten.values() if s.label]
        palet = Zoekpalet(self, self._runner, labels)
        palet.gekozen.connect(self.open_dossier)
        palet.pagina_gekozen.connect(self.toon_pagina)
        return palet

    @cached_property
    def toetsenkaart(self) -> ToetsenKaart:
        """The card with the shortcuts, made when it is first asked for."""
        return ToetsenKaart(self)

    def zoek(self) -> None:
        """Open the palette that searches everything; not for who sees no dossiers."""
        if DOSSIER not in self._soorten:
            return
        self._sluit_kaarten()
        self.palet.open()

    def toon_toetsen(self) -> None:
        """Show the shortcuts."""
        self._sluit_kaarten()
        self.toetsenkaart.open()

    def toon_handleiding(self) -> None:
        """Show the manual; the shortcuts are behind the question mark."""
        from klachtenapp.ui.handleiding_venster import HandleidingVenster  # noqa: PLC0415

        self._sluit_kaarten()
        if self._handleiding is None:
            self._handleiding = HandleidingVenster(self)
        self._handleiding.open()

    def _sluit_kaarten(self) -> None:
        for kaart in self.findChildren(Zoekpalet) + self.findChildren(ToetsenKaart):
            kaart.sluit()

    # -- showing ----------------------------------------------------------------------------

    def pagina(self, naam: str) -> Pagina:
        """Return a page, made when it is first asked for."""
        if naam not in self._paginas:
            pagina = self._soorten[naam].maak(self._runner, self)
            self._paginas[naam] = pagina
            self.stapel.addWidget(pagina)
        return self._paginas[naam]

    def _uit_navigatie(self, naam: str) -> None:
        self._sluit_kaarten()
        self.toon_pagina(naam)

    def _toon(self) -> None:
        pagina = self.pagina(self._spoor.nu[0])
        self.stapel.setCurrentWidget(pagina)
        self.zijbalk.zet_pagina(self._spoor.hoort_bij())
        pagina.begin()

    # -- the register ---------------------------------------------------------------------------

    def _na_wijziging(self) -> None:
        self.pagina(self._spoor.nu[0]).ververs()
        self._toezicht.ververs()

    def _zet_gemeente(self) -> None:
        gemeente = self._runner.ctx.gemeente
        oefening = " · OEFENING" if gemeente.oefening else ""
        self.setWindowTitle(f"Klachtenapp · {gemeente.naam}{oefening}")
        rand = _OEFENRAND if gemeente.oefening else 0
        opmaak = self._rand.layout()
        if opmaak is not None:
            opmaak.setContentsMargins(rand, 0, rand, rand)

    def _vraag_geheim(self) -> None:
        """Let the user choose his own PIN or password."""
        from klachtenapp.ui.geheimvraag import vraag_eigen  # noqa: PLC0415 - loads cryptography

        vraag_eigen(self._runner, self, self.meld)

    def _fout(self, fout: KlachtenappError) -> None:
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
        if not all(pagina.mag_weg() for pagina in self._paginas.values()):
            event.ignore()
            return
        self._instellingen.setValue(_GEOMETRIE, self.saveGeometry())
        self._toezicht.stop()
        self._warm.stop()
        for pagina in self._paginas.values():
            pagina.sluit()
        try:
            self._runner.sluit()
        except KlachtenappError as fout:
            messages.fail(self, fout)
        event.accept()
        self.gesloten.emit()
