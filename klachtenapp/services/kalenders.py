"""The supplied holiday table, for a new register and for dates without a register."""

from __future__ import annotations

from functools import lru_cache

from klachtenapp import paths
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import lees_kalender


@lru_cache(maxsize=1)
def standaardkalender() -> Kalender:
    """Return the calendar of ``resources/feestdagen.csv`` (domein §2.2), with its coverage."""
    return lees_kalender((paths.bronnen() / "feestdagen.csv").read_text(encoding="utf-8"))
