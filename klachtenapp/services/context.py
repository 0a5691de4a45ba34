"""What every use case is handed: the open register, the time, who is there, and the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from klachtenapp.clock import Clock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import ALLE_ROLLEN
from klachtenapp.models.register import Register


@dataclass(frozen=True)
class Context:
    """One open register as one user sees it.

    ``bootstrap`` makes it. ``gemeente`` and ``kader`` are as they were when the register
    was opened or Beheer last saved them. ``gebruiker`` is how the user is named in the
    history: the medewerker, or else the name on the computer (``accountnaam``). Without a
    medewerker and without roles the program does not know who is there: he must sign in.
    ``losgekoppeld`` is filled while the disk is gone: ``register`` is then the shadow copy on
    this computer, only to read, and this is the path of the real one.
    ``sleutel`` is the key of the real register, for what lies beside it; empty without one.
    """

    register: Register
    clock: Clock
    gebruiker: str
    gemeente: Gemeente
    kader: Kader
    medewerker: Medewerker | None = None
    rollen: frozenset[Rol] = ALLE_ROLLEN
    accountnaam: str = ""
    losgekoppeld: str = ""
    sleutel: bytes = field(default=b"", repr=False)

    @property
    def postadres(self) -> str:
        """The path of the real register, also while the shadow copy stands in for it."""
        return self.losgekoppeld or str(self.register.pad)

    @property
    def vandaag(self) -> date:
        """Today's date by the clock of this register."""
        return self.clock.today()

    @property
    def nu(self) -> datetime:
        """The moment by the clock of this register."""
        return self.clock.now()
