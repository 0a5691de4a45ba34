"""A thread that does one thing after another, and can be left behind when a disk never answers.

A thread pool of the library would keep the program from ending until the disk is back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic


class Werkdraad:
    """Does what is given in the order in which it is given, until it is closed or left."""

    def __init__(self, naam: str) -> None:
        self._rij: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._laatste: Callable[[], None] | None = None
        self._begonnen = 0.0
        self._draad = threading.Thread(target=self._werk, name=naam, daemon=True)
        self._draad.start()

    @property
    def bezig_s(self) -> float:
        """How many seconds what it does now has taken; 0 when it does nothing."""
        begonnen = self._begonnen
        return monotonic() - begonnen if begonnen else 0.0

    def geef(self, werk: Callable[[], None]) -> None:
        """Add work; it must deal with its own exceptions."""
        self._rij.put(werk)

    def sluit(self, wacht_s: float | None = None) -> bool:
        """Finish what was given and end; ``False`` when that took longer than ``wacht_s``."""
        self._rij.put(None)
        self._draad.join(wacht_s)
        return not self._draad.is_alive()

    def verlaat(self, laatste: Callable[[], None]) -> None:
        """Begin nothing new any more; ``laatste`` runs when what it does now ever ends."""
        self._laatste = laatste
        self._rij.put(laatste)
        self._rij.put(None)

    def _werk(self) -> None:
        while (werk := self._rij.get()) is not None:
            if self._laatste is not None and werk is not self._laatste:
                continue
            self._begonnen = monotonic()
            werk()
            self._begonnen = 0.0
