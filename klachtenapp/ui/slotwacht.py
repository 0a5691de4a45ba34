"""Notices that a colleague changed the lock of the register while this window has it open.

Who still has a door goes on by himself and reads what happened. Who has none, or has one
behind a password, gets a way back in without leaving what he types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import ontsluiten, samenwerken
from klachtenapp.services.context import Context
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.services.samenwerken import Samenstand
from klachtenapp.ui.runner import Runner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from klachtenapp.ui.slot.toegang import Toegang

BEZIG: Final = (
    "Een collega heeft het slot van dit register veranderd. Wij openen het opnieuw. Wat u typt "
    "blijft staan."
)
KLAAR: Final = "Een collega heeft het slot van dit register veranderd. U kunt gewoon verder werken."
GEEN_DEUR: Final = (
    "Een collega heeft het slot van dit register veranderd en u hebt nu geen toegang. Wat u typt "
    "bewaren wij op deze computer. Vraag de beheerder om een uitnodiging."
)
WACHTWOORD: Final = (
    "Een collega heeft het slot van dit register veranderd. Typ uw wachtwoord nog een keer. Wat "
    "u typt bewaren wij op deze computer."
)


class Slotwacht(QObject):
    """Belongs to one window. ``gezegd`` carries a sentence for the strip; empty when all is well.

    ``past_niet`` follows when the key does not fit any more: the window must let go of the
    register. ``weer_toegang`` follows when the user showed a way in.
    """

    gezegd = Signal(str)
    past_niet = Signal()
    weer_toegang = Signal()
    _geen_toegang = Signal(object, int)
    _open_met_ander = Signal()

    def __init__(self, runner: Runner, venster: QWidget) -> None:
        super().__init__(venster)
        self._runner = runner
        self._venster = venster
        self._wachtwoord = ""
        self._getoond = 0  # how often the user showed a way in
        self._bestand = 0
        self._twijfelt = self._anders = False
        self._gestopt = False
        self._op_slot: OpSlot | None = None
        self.toegang: Toegang | None = None
        runner.misging.connect(self._na_fout)
        self._geen_toegang.connect(self._zeg_geen_toegang)
        self._open_met_ander.connect(self._merk_op)

    @property
    def bezig(self) -> bool:
        """Whether the lock is another, or may be: what fails meanwhile needs no box of its own."""
        return self._twijfelt or self._anders

    @property
    def vraagt_toegang(self) -> bool:
        """Whether the user must show a way in before the register opens again."""
        return self._op_slot is not None

    def heropen(self, vorige: Context) -> Context:
        """Open the register again, in a worker; with the new key of this user when it has one.

        :raises OmgevingFout: as ``bootstrap.opnieuw``.
        """
        getoond, wachtwoord = self._getoond, self._wachtwoord
        try:
            ctx = bootstrap.opnieuw(vorige, wachtwoord)
        except OpSlot as fout:
            bootstrap.wis_zonder_toegang(vorige.postadres, fout)
            if not self._gestopt:  # the window may be gone by now, and with it this object
                self._geen_toegang.emit(fout, getoond)
            raise
        if ctx.sleutel != vorige.sleutel and not self._gestopt:
            self._open_met_ander.emit()
        return ctx

    def kijk(self, samen: Samenstand) -> None:
        """Look whether another file has come in the place of the one that we read."""
        vorige, self._bestand = self._bestand, samen.bestand or self._bestand
        if vorige and vorige != self._bestand:
            self._runner.run(samenwerken.heropen, mislukt=_is_bekend, stil=True)

    def terug(self) -> None:
        """The register is open again: say what happened, if anything did."""
        self._wachtwoord = ""
        self._op_slot = None
        if self._anders:
            self._anders = False
            self.gezegd.emit(KLAAR)

    def vraag_toegang(self) -> None:
        """Ask for words from paper, or the password, beside the window that stays open."""
        if self._op_slot is None:
            return
        from klachtenapp.ui.slot.toegang import Toegang  # noqa: PLC0415 - hardly ever needed

        self._sluit_toegang()
        self.toegang = Toegang(self._op_slot, lambda: self._runner.ctx.nu, los=True)
        self.toegang.geopend.connect(self._met_toegang)
        self.toegang.ander_register.connect(self._sluit_toegang)
        self.toegang.show()

    def stop(self) -> None:
        """The window closes."""
        self._gestopt = True
        self._sluit_toegang()

    def _na_fout(self, fout: KlachtenappError) -> None:
        """Make sure first: it may be another file that does not open, such as a damaged copy."""
        los = not self._runner.is_open or self._runner.ctx.losgekoppeld
        if not los and not self.bezig and ontsluiten.past_niet_meer(fout):
            self._twijfelt = True
            self._runner.run_ernaast(
                samenwerken.past_sleutel, self._na_proef, mislukt=self._niet_geproefd, stil=True
            )

    def _na_proef(self, past: bool) -> None:
        self._twijfelt = False
        if not past and not self._runner.ctx.losgekoppeld:
            self._merk_op()
            self.past_niet.emit()

    def _niet_geproefd(self, _fout: KlachtenappError) -> None:
        self._twijfelt = False  # the disk is gone: whoever watches that says so

    def _merk_op(self) -> None:
        if not self._anders:
            self._anders = True
            self.gezegd.emit(BEZIG)

    def _zeg_geen_toegang(self, fout: OpSlot, getoond: int) -> None:
        if getoond != self._getoond:
            return  # an attempt from before the user showed a way in: the next one has it
        self._wachtwoord = ""
        eerder, self._op_slot = self._op_slot, fout
        self._anders = True
        if eerder is None or str(eerder) != str(fout):
            zin = str(fout) if eerder is not None and fout.wachtwoord else WACHTWOORD
            self.gezegd.emit(zin if fout.wachtwoord else GEEN_DEUR)

    def _met_toegang(self, _pad: Path, wachtwoord: str) -> None:
        self._wachtwoord = wachtwoord
        self._getoond += 1
        self._op_slot = None
        self._sluit_toegang()
        self.gezegd.emit(BEZIG)
        self.weer_toegang.emit()

    def _sluit_toegang(self) -> None:
        oud, self.toegang = self.toegang, None
        if oud is not None:
            oud.sluit()
            oud.deleteLater()


def _is_bekend(_fout: KlachtenappError) -> None:
    """``misging`` told it already."""
