"""Lets the made-up dossiers happen day by day, through the real services.

Every story is a generator: it acts, and yields the day on which it goes on. The regie runs
all stories together in order of time, so that numbers and log are as in a real register.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from klachtenapp.clock import Clock
from klachtenapp.services.oefengemeente.zaak import Verloop, Zaak

_OPEN = time(8, 30)


class Loopklok:
    """A clock that the regie moves along; it never passes the real time."""

    def __init__(self, echt: Clock) -> None:
        self._einde = echt.now()
        self._moment = self._einde
        self._tel = 0

    @property
    def einde(self) -> date:
        """The day up to which the stories are told."""
        return self._einde.date()

    def zet(self, dag: date) -> None:
        """Go to ``dag``; within one day every step comes some minutes after the one before."""
        self._tel = self._tel + 1 if dag == self._moment.date() else 0
        moment = datetime.combine(dag, _OPEN) + timedelta(minutes=3 * self._tel)
        self._moment = min(moment, self._einde)

    def today(self) -> date:
        """Return the day at which the story is."""
        return self._moment.date()

    def now(self) -> datetime:
        """Return the moment at which the story is."""
        return self._moment


def speel(klok: Loopklok, zaken: Sequence[tuple[Zaak, Verloop]]) -> None:
    """Tell all stories together up to and including the last day of the clock."""
    rij = [(zaak.plan.aanmelding.ontvangen_op, nr, False) for nr, (zaak, _) in enumerate(zaken)]
    heapq.heapify(rij)
    while rij:
        dag, nummer, begonnen = heapq.heappop(rij)
        if dag > klok.einde:
            continue
        klok.zet(dag)
        zaak, verloop = zaken[nummer]
        if not begonnen:
            zaak.registreer()
        verder = next(verloop, None)
        if verder is not None:
            heapq.heappush(rij, (max(verder, dag), nummer, True))
