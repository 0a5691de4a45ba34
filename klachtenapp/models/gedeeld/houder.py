"""Who holds the write lock: what stands in its file, and whether that somebody is gone."""

from __future__ import annotations

import json
from dataclasses import dataclass

from klachtenapp.models.gedeeld.proces import computernaam, leeft


@dataclass(frozen=True, slots=True)
class Houder:
    """Who holds the lock: as written in its file."""

    wie: str
    computer: str
    pid: int
    merk: str

    @property
    def is_dood(self) -> bool:
        """Whether it was a program on this computer that no longer runs."""
        return self.computer == computernaam() and not leeft(self.pid)


def ontleed(inhoud: str) -> Houder | None:
    """Return who stands in the file; nobody when it is empty or half written."""
    try:
        delen = json.loads(inhoud)
        return Houder(
            str(delen["wie"]), str(delen["computer"]), int(delen["pid"]), str(delen["merk"])
        )
    except (ValueError, KeyError, TypeError):
        return None  # empty or half written: who just made it is busy with it
