"""How a register that exists is opened, and what to do while its disk does not answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import schaduw
from klachtenapp.services.bereik import SchijfWeg
from klachtenapp.services.context import Context
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Achtergelaten

ZEG_NA_MS: Final = 2_500
"""Nobody looks longer than this at a screen without a window."""

LOS_NA_MS: Final = 8_000
"""After this the shadow copy opens; a disk that answers later is gone back to by itself."""

_BEZIG: Final = "{naam} wordt geopend …"
_ZWIJGT: Final = "De schijf met {naam} antwoordt niet. Wij wachten nog even."


@dataclass(frozen=True, slots=True)
class Bestaand:
    """Opens the register at ``pad`` in the worker that calls it, or its shadow copy."""

    pad: Path
    wachtwoord: str = field(default="", repr=False)

    def __call__(self) -> Context:
        """Open it."""
        return bootstrap.open_of_schaduw(self.pad, wachtwoord=self.wachtwoord)

    def heeft_schaduw(self) -> bool:
        """Whether this computer has a copy of it; asks nothing of its disk."""
        return schaduw.is_er(str(self.pad.absolute()))

    def zonder_schijf(self) -> Context:
        """Open the shadow copy, for the disk does not answer.

        :raises SchijfWeg: there is none that this user can open.
        """
        plek = self.pad.absolute()
        try:
            return bootstrap.open_schaduw(plek)
        except KlachtenappError as fout:
            raise SchijfWeg(plek) from fout


class Opening(QObject):
    """Opens one register in a worker of its own, and waits for no disk for ever.

    ``geopend`` carries the ``Context``, ``mislukt`` the error; ``duurt`` a sentence for who
    waits, and whether he may stop waiting.
    """

    geopend = Signal(object)
    mislukt = Signal(object)
    duurt = Signal(str, bool)

    def __init__(self, openen: Callable[[], Context], parent: QObject) -> None:
        super().__init__(parent)
        self._openen = openen
        self._bestaand = openen if isinstance(openen, Bestaand) else None
        self.runner = Runner(openen, bootstrap.sluit, parent)
        self._zeg = QTimer(self, interval=ZEG_NA_MS, singleShot=True)
        self._zeg.timeout.connect(self._zeg_dat_het_duurt)
        self._los = QTimer(self, interval=LOS_NA_MS, singleShot=True)
        self._los.timeout.connect(self._geen_antwoord)

    @property
    def pad(self) -> Path | None:
        """Which register is opened; ``None`` for one that is being made."""
        return self._bestaand.pad if self._bestaand is not None else None

    def begin(self) -> None:
        """Open it."""
        if self._bestaand is not None:
            self._zeg.start()
            self._los.start()
        self.runner.start(self._klaar, mislukt=self._niet)

    def laat_los(self) -> None:
        """Wait for the disk no longer: go on with the shadow copy, or say that there is none."""
        if self._bestaand is not None:
            self._stop()
            self.runner.wissel(self._bestaand.zonder_schijf, self._klaar, mislukt=self._niet)

    def _zeg_dat_het_duurt(self) -> None:
        if self.pad is not None:
            self.duurt.emit(_BEZIG.format(naam=self.pad.name), False)

    def _geen_antwoord(self) -> None:
        if self._bestaand is None:
            return
        if self._bestaand.heeft_schaduw():
            self.laat_los()
        else:
            self.duurt.emit(_ZWIJGT.format(naam=self._bestaand.pad.name), True)

    def _klaar(self, ctx: Context) -> None:
        self._stop()
        self.geopend.emit(ctx)

    def _niet(self, fout: KlachtenappError) -> None:
        if not isinstance(fout, Achtergelaten):  # left behind by ``laat_los``
            self._stop()
            self.mislukt.emit(fout)

    def _stop(self) -> None:
        self._zeg.stop()
        self._los.stop()
