"""Reads the log of the whole register page by page, with the fact that each line is about.

A line names its fact by number (``feit``). Old and new values stand in the fact, in the
dossier: when a dossier is destroyed they go with it, and the line stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from klachtenapp.models.fouten import uit_register
from klachtenapp.models.omzetten import lees_feiten
from klachtenapp.models.register import Register

_LETTERLIJK = re.compile("[!%_]")  # signs with a meaning in LIKE


@dataclass(frozen=True, slots=True)
class Woord:
    """One word that is looked for, with the names of people and handelingen that contain it."""

    tekst: str
    gebruikers: Sequence[str] = ()
    handelingen: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Logvraag:
    """Which lines: every word must occur, and each field that is filled must fit.

    ``van`` and ``tot`` are both included.
    """

    woorden: Sequence[Woord] = ()
    gebruiker: str = ""
    kenmerk: str = ""
    handelingen: Sequence[str] = ()
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Logrij:
    """One line as it is stored; ``feit`` holds the event it tells of, empty when unknown."""

    id: int
    moment: datetime
    gebruiker: str
    handeling: str
    kenmerk: str
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    soort: str = ""
    feit: Mapping[str, str] = field(default_factory=dict)


def aantal(register: Register, vraag: Logvraag) -> int:
    """Return how many lines fit."""
    waar, waarden = _waar(vraag)
    return int(register.sql(f"SELECT count(*) FROM log l WHERE {waar}", waarden)[0][0])  # noqa: S608


def rijen(
    register: Register, vraag: Logvraag, *, vanaf: int = 0, hoeveel: int = -1
) -> list[Logrij]:
    """Return lines, the newest first."""
    waar, waarden = _waar(vraag)
    gevonden = register.sql(
        # First the lines of one page, then the facts of those few.
        f"WITH p AS (SELECT * FROM log l WHERE {waar} ORDER BY l.id DESC LIMIT ? OFFSET ?) "  # noqa: S608
        "SELECT p.id, p.moment, p.gebruiker, p.handeling, p.kenmerk, p.gegevens, g.soort, "
        "g.gegevens FROM p LEFT JOIN gebeurtenis g ON g.id = json_extract(p.gegevens, '$.feit') "
        "ORDER BY p.id DESC",
        [*waarden, hoeveel, vanaf],
    )
    return [_rij(*rij) for rij in gevonden]


def gebruikers(register: Register) -> list[str]:
    """Return everyone who stands in the log, by name."""
    return [
        str(naam)
        for (naam,) in register.sql("SELECT DISTINCT gebruiker FROM log ORDER BY gebruiker")
    ]


def handelingen(register: Register) -> list[str]:
    """Return everything that stands in the log as done."""
    return [str(naam) for (naam,) in register.sql("SELECT DISTINCT handeling FROM log")]


def hoogste_feit(register: Register) -> int:
    """Return the number of the last event of the register, 0 when there is none."""
    return int(register.sql("SELECT coalesce(max(id), 0) FROM gebeurtenis")[0][0])


@uit_register
def _rij(
    nummer: int, moment: str | datetime, gebruiker: str, handeling: str, kenmerk: str,
    gegevens: str, soort: str | None, feit: str | None,
) -> Logrij:  # fmt: skip
    wanneer = moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)
    return Logrij(
        nummer, wanneer, gebruiker, handeling, kenmerk, lees_feiten(gegevens), soort or "",
        lees_feiten(feit) if feit else {},
    )  # fmt: skip


def _waar(vraag: Logvraag) -> tuple[str, list[Any]]:
    delen, waarden = ["1 = 1"], []
    if vraag.gebruiker:
        delen.append("l.gebruiker = ?")
        waarden.append(vraag.gebruiker)
    if vraag.kenmerk:
        delen.append("l.kenmerk = ? COLLATE NOCASE")
        waarden.append(vraag.kenmerk)
    if vraag.handelingen:
        delen.append(f"l.handeling IN ({_vragen(vraag.handelingen)})")
        waarden += vraag.handelingen
    if vraag.van is not None:
        delen.append("l.moment >= ?")
        waarden.append(vraag.van.isoformat())
    if vraag.tot is not None and vraag.tot < date.max:
        delen.append("l.moment < ?")
        waarden.append((vraag.tot + timedelta(days=1)).isoformat())
    for woord in vraag.woorden:
        delen.append(
            f"(l.gebruiker IN ({_vragen(woord.gebruikers)}) "
            f"OR l.handeling IN ({_vragen(woord.handelingen)}) "
            "OR l.kenmerk LIKE ? ESCAPE '!' OR l.gegevens LIKE ? ESCAPE '!')"
        )
        erin = "%" + _LETTERLIJK.sub(r"!\g<0>", woord.tekst) + "%"
        waarden += [*woord.gebruikers, *woord.handelingen, erin, erin]
    return " AND ".join(delen), waarden


def _vragen(waarden: Sequence[str]) -> str:
    return ", ".join("?" * len(waarden))
