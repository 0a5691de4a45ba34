"""Watches the disk of the register and the colleagues on it, and goes on when it is gone.

Three states: connected; the disk is slow to answer; the disk is gone. Then the shadow copy
on this computer takes the place of the register until it is back, which needs no click.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from time import monotonic
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import postvak
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import Afgespeeld
from klachtenapp.services.samenwerken import SLOTEN_WERKEN_NIET, Samenstand, wijzigingsnummer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkdraad import Werkdraad

TIK_MS: Final = 1_500
_ER_WEER: Final = "De schijf is er weer"
_MISSERS: Final = 2
"""One answer that fails can be a cable that is moved; two in a row is a disk that is gone."""

_STIL_S: Final = 6.0
_MEEST_GEDULD_S: Final = 300.0
"""A thread that hangs is left behind after six seconds, the next after twelve, at most this."""

_KIJK_S: Final = 2.0
_SPAARZAAM: Final = 50
"""Looking for changes takes at most a fiftieth of the time, however slow the share is."""


class Staat(Enum):
    """How it stands with the disk."""

    VERBONDEN = auto()
    HAPERT = auto()
    WEG = auto()


@dataclass(frozen=True, slots=True)
class Verbindingsbeeld:
    """What the window shows. ``lezen``: whether there is a shadow copy to read meanwhile."""

    staat: Staat = Staat.VERBONDEN
    samen: Samenstand = field(default_factory=Samenstand)
    lezen: bool = True
    wachtend: int = 0
    conflicten: int = 0

    @property
    def mag_niet_schrijven(self) -> bool:
        """Whether the locks of the disk do not work, so that writing is stopped."""
        return self.samen.sloten_werken is False


class Aanwezig(Protocol):
    """Our presence in the register; ``services.samenwerken.Samenwerking`` is the real one."""

    def tik(self) -> Samenstand:
        """Show that we are there; say who else is, and whether the disk answered."""

    def laat_achter(self) -> None:
        """Begin anew at the next ``tik``: the one that is under way may never end."""

    def sluit(self) -> None:
        """Leave."""


class Verbinding(QObject):
    """``beeld_gewijzigd`` carries a ``Verbindingsbeeld``; the status bar gets the rest.

    ``gemeld`` is what was done; ``gezegd`` is a line that is no success.
    """

    beeld_gewijzigd = Signal(object)
    gemeld = Signal(str)
    gezegd = Signal(str)
    _getikt = Signal(object)
    _geprobeerd = Signal(bool)

    def __init__(
        self,
        runner: Runner,
        aanwezig: Aanwezig,
        parent: QObject | None = None,
        *,
        heropen: Callable[[Context], Context] = bootstrap.opnieuw,
        maak_los: Callable[[Context], Context] = bootstrap.losgekoppeld,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._aanwezig = aanwezig
        self._heropen = heropen
        self._maak_los = maak_los
        weg = runner.is_open and bool(runner.ctx.losgekoppeld)  # started without the disk
        self.beeld = Verbindingsbeeld(Staat.WEG if weg else Staat.VERBONDEN)
        self._missers = 0
        self._wisselt = False
        self._net_terug = False
        self._gestopt = False
        self._tikt = False
        self._nummer: int | None = None
        self._volgende_kijk = 0.0
        self._draad = Werkdraad("aanwezig")
        self._geduld = _STIL_S
        self._proef: Werkdraad | None = None
        self._sloten_bewezen_stuk = False
        self._getikt.connect(self._ontvang)
        self._geprobeerd.connect(self._kom_terug)
        self._timer = QTimer(self, interval=TIK_MS)
        self._timer.timeout.connect(self.tik)
        runner.traag.connect(self._traag)

    def begin(self) -> None:
        """Start watching, and send what was left in the postvak the last time."""
        self._timer.start()
        self.tik()
        self.speel_af()

    def stop(self) -> None:
        """Stop watching and leave, without waiting for a disk that does not answer."""
        self._timer.stop()
        self._gestopt = True
        self._draad.geef(self._aanwezig.sluit)
        for draad in (self._draad, self._proef):
            if draad is not None:  # the second one has the register open for a moment
                draad.sluit(0.0 if draad.bezig_s > TIK_MS / 1_000 else _STIL_S)

    def tik(self) -> None:
        """Look how it stands; happens by itself every one and a half seconds."""
        if self._tikt:
            if self._draad.bezig_s > _STIL_S:
                self._mis()
                self._vervang_draad()
            return
        self._tikt = True
        self._draad.geef(partial(self._tik_in_draad, self._draad))

    @property
    def is_weg(self) -> bool:
        """Whether the disk is gone, also while the shadow copy is still being opened."""
        return self._wisselt or self.beeld.staat is Staat.WEG

    def _tik_in_draad(self, draad: Werkdraad) -> None:
        stand = self._aanwezig.tik()
        # The window may be gone by now, and with it this object; or this thread was left behind.
        if not self._gestopt and draad is self._draad:
            self._getikt.emit(stand)

    def _vervang_draad(self) -> None:
        """Look with a new thread: the disk may be back, but a call from before may never end.

        Less often each time, so that a disk that stays dead does not gather threads.
        """
        if self.beeld.staat is not Staat.WEG or self._draad.bezig_s <= self._geduld:
            return
        self._geduld = min(2 * self._geduld, _MEEST_GEDULD_S)
        self._draad.verlaat(_niets)
        self._aanwezig.laat_achter()
        self._draad = Werkdraad("aanwezig")
        self._tikt = False

    def laat_los(self) -> None:
        """Go on with the shadow copy now: the user no longer waits for the disk."""
        if self._wisselt or self.beeld.staat is Staat.WEG:
            return
        self._wisselt = True
        vorige = self._runner.ctx
        self._nummer = None
        self._runner.wissel(
            lambda: self._maak_los(vorige), self._losgekoppeld, mislukt=self._zonder_schaduw
        )

    def _ontvang(self, samen: Samenstand) -> None:
        self._tikt = False
        # Who proved it may leave, but the disk is no better for that: until the program ends.
        self._sloten_bewezen_stuk |= samen.sloten_werken is False
        if self._sloten_bewezen_stuk:
            samen = replace(samen, sloten_werken=False)
        self._zet(samen=samen)
        if not self._wisselt:
            self.tel_postvak()
        if not samen.bereikbaar:
            self._mis()
            return
        self._missers, self._geduld = 0, _STIL_S
        if self.beeld.staat is Staat.WEG:
            self._probeer_terug()
        elif samen.sloten_werken is False and self._runner.is_open:
            self._runner.ctx.register.schrijfverbod = SLOTEN_WERKEN_NIET
        self._kijk_naar_anderen()

    def _mis(self) -> None:
        self._missers += 1
        if self._missers >= _MISSERS:
            self.laat_los()

    def _traag(self, traag: bool) -> None:
        if self.beeld.staat is not Staat.WEG:
            self._zet(staat=Staat.HAPERT if traag else Staat.VERBONDEN)

    def _losgekoppeld(self, _ctx: Context) -> None:
        self._wisselt = False
        self._zet(staat=Staat.WEG, lezen=True)
        self.tel_postvak()
        self._runner.changed.emit()

    def _zonder_schaduw(self, _fout: KlachtenappError) -> None:
        """There is nothing to read, but a new melding can still be typed and kept."""
        self._wisselt = False
        self._runner.onthoud(bootstrap.zonder_register(self._runner.ctx))
        self._zet(staat=Staat.WEG, lezen=False)
        self.tel_postvak()

    def _probeer_terug(self) -> None:
        """Open the register in a thread of its own first: a disk that is there may still hang.

        Meanwhile the shadow copy stays readable.
        """
        if self._wisselt or self._proef is not None:
            return
        vorige = self._runner.ctx
        self._proef = Werkdraad("terug")
        self._proef.geef(lambda: self._open_op_proef(vorige))

    def _open_op_proef(self, vorige: Context) -> None:
        gelukt = False
        try:
            with suppress(KlachtenappError):  # not yet; the next tick tries again
                bootstrap.sluit(self._heropen(vorige))
                gelukt = True
        finally:
            if not self._gestopt:
                self._geprobeerd.emit(gelukt)

    def _kom_terug(self, gelukt: bool) -> None:
        if self._proef is not None:
            self._proef.sluit()
            self._proef = None
        if not gelukt or self._wisselt or self.beeld.staat is not Staat.WEG:
            return
        self._wisselt = True
        vorige = self._runner.ctx
        self._runner.wissel(lambda: self._heropen(vorige), self._terug, mislukt=self._nog_weg)

    def _terug(self, _ctx: Context) -> None:
        self._wisselt = False
        self._zet(staat=Staat.VERBONDEN, lezen=True)
        self._net_terug = True
        self.gemeld.emit(_ER_WEER)
        self._runner.changed.emit()
        self.speel_af()

    def _nog_weg(self, _fout: KlachtenappError) -> None:
        self._wisselt = False

    def speel_af(self, *, ook_conflicten: bool = False) -> None:
        """Send what waits in the postvak, and if asked what the register refused before."""
        werk = partial(postvak.speel_af, ook_conflicten=ook_conflicten)
        self._runner.run(werk, self._afgespeeld, mislukt=self._niet_afgespeeld)

    def _niet_afgespeeld(self, fout: KlachtenappError) -> None:
        self.gezegd.emit(str(fout))

    def _afgespeeld(self, uitkomst: Afgespeeld) -> None:
        self._zet(wachtend=len(uitkomst.wacht), conflicten=len(uitkomst.conflicten))
        if uitkomst.bezorgd:
            kenmerken = ", ".join(dossier.kenmerk for _, dossier in uitkomst.bezorgd)
            weer = f"{_ER_WEER}. " if self._net_terug else ""
            self.gemeld.emit(f"{weer}Alsnog opgeslagen: {kenmerken}")
            self._runner.changed.emit()
        self._net_terug = False

    def tel_postvak(self) -> None:
        """Look again what lies in the postvak."""
        self._runner.run(postvak.in_postvak, self._geteld, stil=True)

    def _geteld(self, zendingen: tuple[postvak.Zending, ...]) -> None:
        conflicten = sum(z.toestand is postvak.Toestand.CONFLICT for z in zendingen)
        wachtend = len(zendingen) - conflicten
        self._zet(wachtend=wachtend, conflicten=conflicten)
        if wachtend and self.beeld.staat is Staat.VERBONDEN:
            # The disk was away for so short a time that only a save noticed.
            self.speel_af()

    def _kijk_naar_anderen(self) -> None:
        """Ask whether a colleague saved something, less often the slower the share is."""
        nu = monotonic()
        bezig = self._wisselt or not self._runner.is_rustig
        if self.beeld.staat is not Staat.VERBONDEN or bezig or nu < self._volgende_kijk:
            return
        self._volgende_kijk = nu + _KIJK_S

        def kijk(ctx: Context) -> tuple[int, float]:
            begin = monotonic()
            return wijzigingsnummer(ctx), monotonic() - begin

        self._runner.run(kijk, self._gekeken, mislukt=self._niet_gekeken, stil=True)

    def _gekeken(self, uitkomst: tuple[int, float]) -> None:
        nummer, duur = uitkomst
        self._volgende_kijk = monotonic() + max(_KIJK_S, _SPAARZAAM * duur)
        vorige, self._nummer = self._nummer, nummer
        if vorige is not None and vorige != nummer:
            self._runner.changed.emit()

    def _niet_gekeken(self, _fout: KlachtenappError) -> None:
        self._nummer = None  # the next tick finds out whether the disk is there

    def _zet(self, **nieuw: object) -> None:
        beeld = replace(self.beeld, **nieuw)  # type: ignore[arg-type]
        if beeld != self.beeld:
            self.beeld = beeld
            self.beeld_gewijzigd.emit(beeld)


def _niets() -> None:
    """What a thread that is left behind has to do at its end."""
