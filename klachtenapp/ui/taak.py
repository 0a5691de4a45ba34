"""One piece of work for the runner, and what a long one is told and asks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from klachtenapp.errors import KlachtenappError, OmgevingFout

Voortgang = Callable[[int, int], None]
"""Told by a long job: how many are done, of how many (0 = not known)."""
Gestopt = Callable[[], bool]
"""Asked by a long job, between two steps: did the user press stop?"""


_ANTWOORDT_NIET: Final = (
    "De schijf met het register antwoordt niet. Kijk, als de schijf er weer is, of wat u net "
    "deed is bewaard."
)


class Achtergelaten(OmgevingFout):
    """The disk did not answer and the window went on. ``begonnen``: it may have been done."""

    def __init__(self, begonnen: bool) -> None:
        super().__init__(_ANTWOORDT_NIET)
        self.begonnen = begonnen


@dataclass(slots=True, eq=False)
class Taak:
    """What to do on the register, and who wants the answer. ``lang``: it may take its time.

    ``stil``: the program asked by itself, nobody waits. ``begonnen``: the worker took it up.
    """

    werk: Callable[[Any], Any]
    klaar: Callable[[Any], None] | None
    mislukt: Callable[[KlachtenappError], None] | None
    schrijft: bool
    vervangt: str
    nummer: int
    lopend: Lopend | None = None
    stil: bool = False
    uitkomst: Any = None
    fout: BaseException | None = None
    begonnen: bool = False
    achtergelaten: bool = False

    @property
    def lang(self) -> bool:
        """Whether it may take its time, for it tells how far it is."""
        return self.lopend is not None

    def laat_achter(self) -> None:
        """Give up on the answer: its disk does not answer."""
        self.achtergelaten = True
        self.fout = Achtergelaten(self.begonnen)
        if self.lopend is not None:
            self.lopend.stop()


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
