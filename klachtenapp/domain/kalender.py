"""Days of the Algemene termijnenwet (art. 3) and working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Kalender:
    """The calendar of one register: the law's own days plus the editable table."""

    gelijkgesteld: frozenset[date] = frozenset()
    dekking_van: date = date(2023, 1, 1)
    dekking_tot: date = date(2028, 12, 31)
    kantoor_gesloten: frozenset[date] = frozenset()
