"""How a register that exists is opened: it remembers which, for when that fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.services.context import Context


@dataclass(frozen=True, slots=True)
class Bestaand:
    """Opens the register at ``pad`` in the worker that calls it."""

    pad: Path
    wachtwoord: str = field(default="", repr=False)

    def __call__(self) -> Context:
        """Open it."""
        return bootstrap.open(self.pad, wachtwoord=self.wachtwoord)
