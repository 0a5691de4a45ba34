"""Which reservekopieën are kept, how they are called, and how often one is made.

Fourteen days, eight weeks, twenty-four months: who finds out late that something went
wrong can still go back to before. Counted in days *with* a copy, so that nothing is lost
by a holiday, or by a clock that stood a year ahead for a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from klachtenapp.errors import RegelFout

DAGEN: Final = 14
WEKEN: Final = 8
MAANDEN: Final = 24
UREN: Final = 12
"""Of today the newest of each hour with a copy."""

MINUTEN: Final = 15
_MINSTE, _MEESTE = 5, 24 * 60
_MOMENT = "%Y-%m-%d_%H%M%S"
_NAAM = re.compile(
    r"^(?P<stam>.+?)(?P<soort>-voor-(?:herstel|import))?"
    r"_(?P<moment>\d{4}-\d{2}-\d{2}_\d{6})(?:-(?P<nummer>\d+))?$",
    re.DOTALL,
)


class Soortkopie(StrEnum):
    """What a copy is for: the ordinary one, or the one just before something large."""

    GEWOON = ""
    VOOR_HERSTEL = "-voor-herstel"
    VOOR_IMPORT = "-voor-import"
    VOOR_VERSIE = "-voor-versie"


BEWAARTIJD: Final = {
    Soortkopie.VOOR_HERSTEL: timedelta(days=365),
    Soortkopie.VOOR_IMPORT: timedelta(days=90),
}
"""How long the copy before something large stays; one before a new version stays for ever."""


def is_voor_versie(tekst: str, stam: str) -> bool:
    """Whether a name without its ending is of the copy that a new version made of ``stam``."""
    rest = tekst.removeprefix(f"{stam}{Soortkopie.VOOR_VERSIE.value}-")
    return rest != tekst and rest.isdecimal()


@dataclass(frozen=True, slots=True)
class Kopiekeuze:
    """How the gemeente wants its copies.

    ``minuten`` lie at least between two copies while people work; ``tweede_plek`` is a
    folder on another disk, empty when there is none.
    """

    minuten: int = MINUTEN
    tweede_plek: str = ""

    def __post_init__(self) -> None:
        if not _MINSTE <= self.minuten <= _MEESTE:
            raise RegelFout(
                f"Kies een aantal minuten van {_MINSTE} tot en met {_MEESTE}.", veld="minuten"
            )


@dataclass(frozen=True, slots=True)
class Kopienaam:
    """What the name of a copy tells: of which register, for what, and when."""

    stam: str
    soort: Soortkopie
    moment: datetime
    nummer: int = 0

    @property
    def tekst(self) -> str:
        """The name without its ending: sorts by time, and can be written on every disk."""
        achter = f"-{self.nummer}" if self.nummer else ""
        return f"{self.stam}{self.soort.value}_{self.moment.strftime(_MOMENT)}{achter}"


def lees_naam(tekst: str) -> Kopienaam | None:
    """Return what a name without its ending tells; ``None`` when we did not give it."""
    deel = _NAAM.match(tekst)
    if deel is None:
        return None
    try:
        moment = datetime.strptime(deel["moment"], _MOMENT)  # noqa: DTZ007 - office time
    except ValueError:
        return None
    naam = Kopienaam(
        deel["stam"], Soortkopie(deel["soort"] or ""), moment, int(deel["nummer"] or 0)
    )
    return naam if naam.tekst == tekst else None


def te_bewaren(momenten: Iterable[datetime], vandaag: date) -> frozenset[datetime]:
    """Return which of the ordinary copies stay; always the newest.

    Of each of the last 14 days, 8 weeks and 24 months that have a copy the newest of it,
    and of today the newest of each hour.
    """
    nieuwste_eerst = sorted(set(momenten), reverse=True)
    van_vandaag = [moment for moment in nieuwste_eerst if moment.date() == vandaag]
    blijft = set(nieuwste_eerst[:1])
    blijft |= _nieuwste_van_elk(van_vandaag, lambda m: m.hour, UREN)
    blijft |= _nieuwste_van_elk(nieuwste_eerst, lambda m: m.date(), DAGEN)
    blijft |= _nieuwste_van_elk(nieuwste_eerst, lambda m: m.isocalendar()[:2], WEKEN)
    blijft |= _nieuwste_van_elk(nieuwste_eerst, lambda m: (m.year, m.month), MAANDEN)
    return frozenset(blijft)


def bijzondere_te_bewaren(
    soort: Soortkopie, momenten: Iterable[datetime], nu: datetime
) -> frozenset[datetime]:
    """Return which copies of before a herstel or import stay: the young ones and the newest."""
    alle = frozenset(momenten)
    grens = nu - BEWAARTIJD[soort]
    return frozenset({moment for moment in alle if moment >= grens} | {max(alle)}) if alle else alle


def _nieuwste_van_elk(
    nieuwste_eerst: list[datetime], vak: Callable[[datetime], Hashable], hoeveel: int
) -> set[datetime]:
    """Return the first moment of each of the first ``hoeveel`` different periods."""
    eerste: dict[Hashable, datetime] = {}
    for moment in nieuwste_eerst:
        eerste.setdefault(vak(moment), moment)
    return set(list(eerste.values())[:hoeveel])
