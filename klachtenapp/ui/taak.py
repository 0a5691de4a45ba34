"""One piece of work for the runner, and what a long one is told and asks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from klachtenapp.errors import KlachtenappError

Voortgang = Callable[[int, int], None]
"""Told by a long job: how many are done, of how many (0 = not known)."""
Gestopt = Callable[[], bool]
"""Asked by a long job, between two steps: did the user press stop?"""


@dataclass(slots=True, eq=False)
class Taak:
    """What to do on the register, and who wants the answer. ``lang``: it may take its time.

    ``stil``: the program asked by itself, nobody waits.
    """

    werk: Callable[[Any], Any]
    klaar: Callable[[Any], None] | None
    mislukt: Callable[[KlachtenappError], None] | None
    schrijft: bool
    vervangt: str
    nummer: int
    lang: bool = False
    stil: bool = False
    uitkomst: Any = None
    fout: BaseException | None = None
    achtergelaten: bool = False


class Lopend:
    """A long job that is under way; ``stop`` asks it to end at its next step."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the job to stop; it still answers through ``klaar`` or ``mislukt``."""
        self._stop.set()

    @property
    def gestopt(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()
