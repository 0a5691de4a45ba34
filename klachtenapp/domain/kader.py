"""The rules by which a register counts: its calendar and its own service norms."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen


@dataclass(frozen=True, slots=True)
class Kader:
    """Everything a date depends on that is not in the dossier itself."""

    kalender: Kalender
    normen: Normen
    model_verdaging: str = "A"
    ondertekenen: bool = False  # a letter with our judgement must be signed before it goes
