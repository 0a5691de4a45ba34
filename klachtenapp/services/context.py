"""What every use case is handed: the open register, the time, who is there, and the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from klachtenapp.clock import Clock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.models.register import Register


@dataclass(frozen=True)
class Context:
    """One open register as one user sees it.

    ``bootstrap`` makes it. ``gemeente`` and ``kader`` are as they were when the register
    was opened or Beheer last saved them.
    """

    register: Register
    clock: Clock
    gebruiker: str
    gemeente: Gemeente
    kader: Kader

    @property
    def vandaag(self) -> date:
        """Today's date by the clock of this register."""
        return self.clock.today()

    @property
    def nu(self) -> datetime:
        """The moment by the clock of this register."""
        return self.clock.now()
