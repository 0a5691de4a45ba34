"""Brings together what the window shows of the disk, the colleagues and the postvak."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import schaduw, schijftest
from klachtenapp.services.context import Context
from klachtenapp.services.samenwerken import Samenwerking
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.schijfstrook import Schijfstrook
from klachtenapp.ui.slotwacht import KLAAR, Slotwacht
from klachtenapp.ui.verbinding import Staat, Verbinding, Verbindingsbeeld
from klachtenapp.ui.zijbalk import Zijbalk

if TYPE_CHECKING:
    from klachtenapp.ui.postvakkaart import Postvakkaart

_BEGIN_NA_MS: Final = 1_200  # first the work on the screen
_SCHADUW_MS: Final = 5 * 60_000


class Samenspel(QObject):
    """Belongs to one window; ``gemeld`` and ``gezegd`` carry a line for its status bar."""

    gemeld = Signal(str)
    gezegd = Signal(str)

    def __init__(
        self, runner: Runner, strook: Schijfstrook, zijbalk: Zijbalk, venster: QWidget
    ) -> None:
        super().__init__(venster)
        ctx = runner.ctx
        self._runner = runner
        self._strook = strook
        self._zijbalk = zijbalk
        self._venster = venster
        self._kenmerk = ""
        self._kaart: Postvakkaart | None = None
        self._samenwerking = Samenwerking(Path(ctx.postadres), ctx.gebruiker, ctx.nu)
        self.slotwacht = Slotwacht(runner, venster)
        self.slotwacht.gezegd.connect(self._toon_slot)
        self.verbinding = Verbinding(
            runner, self._samenwerking, self, heropen=self.slotwacht.heropen
        )
        self.slotwacht.past_niet.connect(self.verbinding.laat_los)
        self.slotwacht.weer_toegang.connect(self.verbinding.tik)
        self.verbinding.beeld_gewijzigd.connect(self._toon_beeld)
        self.verbinding.gemeld.connect(self.gemeld)
        self.verbinding.gezegd.connect(self.gezegd)
        strook.niet_wachten.connect(self.verbinding.laat_los)
        strook.postvak.connect(self.toon_postvak)
        strook.toegang.connect(self.slotwacht.vraag_toegang)
        self._veranderd = True
        runner.changed.connect(self._on_wijziging)
        self._begin = QTimer(self, interval=_BEGIN_NA_MS, singleShot=True)
        self._begin.timeout.connect(self._begin_nu)
        self._begin.start()
        self._schaduw = QTimer(self, interval=_SCHADUW_MS)
        self._schaduw.timeout.connect(self._werk_schaduw_bij)
        self._was_weg = bool(ctx.losgekoppeld)
        if self._was_weg:  # the program was started without the disk
            self._toon_beeld(self.verbinding.beeld)

    @property
    def is_weg(self) -> bool:
        """Whether the register is out of reach, and the window says so."""
        return self.verbinding.is_weg or self.slotwacht.bezig

    def toon(self, kenmerk: str) -> None:
        """Tell the others which dossier is open here; empty when none is."""
        if kenmerk != self._kenmerk:
            self._kenmerk = kenmerk
            self._samenwerking.toon(kenmerk, self._runner.ctx.nu)
            self._strook.toon(self.verbinding.beeld, kenmerk)

    def toon_postvak(self) -> None:
        """Show what lies in the postvak."""
        if self._kaart is None:
            from klachtenapp.ui.postvakkaart import Postvakkaart  # noqa: PLC0415 - seldom

            self._kaart = Postvakkaart(self._venster, self._runner)
            self._kaart.opnieuw.connect(lambda: self.verbinding.speel_af(ook_conflicten=True))
            self._kaart.gewijzigd.connect(self.verbinding.tel_postvak)
        self._kaart.open()

    def stop(self) -> None:
        """Leave the register: the window closes."""
        self._begin.stop()
        self._schaduw.stop()
        self.slotwacht.stop()
        self.verbinding.stop()

    def _begin_nu(self) -> None:
        self.verbinding.begin()
        self._werk_schaduw_bij()
        self._schaduw.start()
        if not self.is_weg:  # else it would ask a disk that may never answer
            self._runner.run_ernaast(_wolkzin, self._op_wolkzin, stil=True)

    def _op_wolkzin(self, zin: str) -> None:
        self._strook.waarschuw(self._runner.ctx.postadres, zin)

    def _on_wijziging(self) -> None:
        self._veranderd = True

    def _werk_schaduw_bij(self) -> None:
        """Keep the shadow copy close to the register, beside the worker."""
        if not self._runner.is_open or not self._veranderd or self.is_weg:
            return
        if schaduw.is_nodig(self._runner.ctx):
            self._veranderd = False
            self._runner.run_ernaast(schaduw.werk_bij, mislukt=self._geen_schaduw, stil=True)

    def _geen_schaduw(self, fout: KlachtenappError) -> None:
        self.gezegd.emit(str(fout))

    def _toon_slot(self, zin: str) -> None:
        self._strook.zeg_slot(zin, toegang=self.slotwacht.vraagt_toegang, klaar=zin in {"", KLAAR})
        self._strook.toon(self.verbinding.beeld, self._kenmerk)

    def _toon_beeld(self, beeld: Verbindingsbeeld) -> None:
        was, self._was_weg = self._was_weg, beeld.staat is Staat.WEG
        if was and not self._was_weg:
            self.slotwacht.terug()
        self.slotwacht.kijk(beeld.samen)
        self._strook.toon(beeld, self._kenmerk)
        anderen = sorted(f"{a.naam} ({a.computer})" for a in beeld.samen.anderen)
        self._zijbalk.zet_verbinding(beeld.staat is not Staat.WEG, anderen)
        if self._kaart is not None and self._kaart.isVisible():
            self._kaart.ververs()


def _wolkzin(ctx: Context) -> str:
    return schijftest.wolkzin(ctx.postadres)
