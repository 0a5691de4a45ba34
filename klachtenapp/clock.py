"""The only module that asks what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Gives the local date and the local time, without time zone (office time)."""

    def today(self) -> date:
        """Return today's date."""
        ...

    def now(self) -> datetime:
        """Return the moment, naive local time, to the second."""
        ...


class SystemClock:
    """The clock of the computer."""

    def today(self) -> date:
        """Return today's date by the computer."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the moment by the computer, to the second."""
        return datetime.now().replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for tests, ``--peildatum`` and the oefengemeente."""

    moment: datetime

    def today(self) -> date:
        """Return the date at which the clock stands."""
        return self.moment.date()

    def now(self) -> datetime:
        """Return the moment at which the clock stands."""
        return self.moment


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """A running clock that is a number of days ahead: the movable clock of the oefengemeente."""

    dagen: int
    bron: Clock

    def today(self) -> date:
        """Return the shifted date."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the shifted moment."""
        return self.bron.now() + timedelta(days=self.dagen)
