"""Reads what came in and went out from the facts that are there: one query, page by page.

Nothing is kept twice: a receipt is the melding itself, an attachment its document, the
rest are events. An event that was made undone does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.models.fouten import uit_register
from klachtenapp.models.omzetten import lees_feiten
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import FEIT_GEZOCHT

IN, UIT = "in", "uit"


class Bron(IntEnum):
    """From which fact a line comes; of one day in this order."""

    MELDING = 0
    BIJLAGE = 1
    FEIT = 2


INKOMEND = (
    GebeurtenisSoort.AANVULLING_ONTVANGEN,
    GebeurtenisSoort.ADVIES_ONTVANGEN,
    GebeurtenisSoort.BIJ_OMBUDSMAN,
)
UITGAAND = (GebeurtenisSoort.BRIEF_VERZONDEN, GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN)

_POST = ("post", "brief")  # the same channel: the first going out, the second coming in
_ONGEDAAN = GebeurtenisSoort.ONGEDAAN_GEMAAKT.value


@dataclass(frozen=True, slots=True)
class Postkeuze:
    """Which part of the postboek; an empty field asks for everything.

    ``van`` and ``tot`` are both included. ``richting`` is ``in`` or ``uit``. Every word of
    ``tekst`` must occur in the text of the melding or in the name of the letter.
    """

    van: date | None = None
    tot: date | None = None
    richting: str = ""
    kanaal: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Postrij:
    """One line as it is stored: ``soort`` is that of the melding, document or event."""

    bron: Bron
    nummer: int
    op: date
    richting: str
    melding: int
    kenmerk: str
    beklaagde: str
    kanaal: str
    soort: str
    naam: str
    gegevens: Mapping[str, str] = field(default_factory=dict)


def aantal(register: Register, keuze: Postkeuze) -> int:
    """Return how many lines fit."""
    vraag, waarden = _bron(keuze)
    return int(register.sql(f"SELECT count(*) FROM ({vraag})", waarden)[0][0])  # noqa: S608


def rijen(
    register: Register,
    keuze: Postkeuze,
    *,
    vanaf: int = 0,
    hoeveel: int | None = None,
    oplopend: bool = False,
) -> list[Postrij]:
    """Return lines in the order of their day; of one day those of one melding together."""
    vraag, waarden = _bron(keuze)
    richting = "" if oplopend else " DESC"
    orde = ", ".join(f"{kolom}{richting}" for kolom in ("op", "melding", "bron", "nummer"))
    # First the numbers of one page in order, then what stands in those few rows.
    gevonden = register.sql(
        f"WITH p AS ({vraag} ORDER BY {orde} LIMIT ? OFFSET ?) "  # noqa: S608
        "SELECT p.bron, p.nummer, p.op, p.richting, p.melding, m.kenmerk, m.beklaagde, "
        "CASE p.bron WHEN 0 THEN m.kanaal ELSE '' END, coalesce(g.soort, d.soort, m.soort), "
        "coalesce(d.naam, m.onderwerp), g.gegevens "
        "FROM p JOIN melding m ON m.id = p.melding "
        "LEFT JOIN document d ON p.bron = 1 AND d.id = p.nummer "
        "LEFT JOIN gebeurtenis g ON p.bron = 2 AND g.id = p.nummer "
        f"ORDER BY {', '.join(f'p.{deel}' for deel in orde.split(', '))}",
        [*waarden, -1 if hoeveel is None else hoeveel, vanaf],
    )
    return [_rij(*rij) for rij in gevonden]


def documentnamen(register: Register, nummers: Sequence[int]) -> dict[int, str]:
    """Return the names of these documents."""
    return {
        int(nummer): str(naam)
        for stuk in in_stukken(sorted(set(nummers)))
        for nummer, naam in register.sql(
            f"SELECT id, naam FROM document WHERE id IN ({', '.join('?' * len(stuk))})",  # noqa: S608
            stuk,
        )
    }


@uit_register
def _rij(
    bron: int, nummer: int, op: str, richting: str, melding: int, kenmerk: str, beklaagde: str,
    kanaal: str, soort: str, naam: str, gegevens: str | None,
) -> Postrij:  # fmt: skip
    feiten: dict[str, str] = lees_feiten(gegevens) if gegevens else {}
    return Postrij(
        Bron(bron), nummer, date.fromisoformat(op), richting, melding, kenmerk, beklaagde,
        kanaal or feiten.get("kanaal", ""), soort, naam, feiten,
    )  # fmt: skip


def _bron(keuze: Postkeuze) -> tuple[str, list[Any]]:
    """Return the union of all lines that fit, narrow, with the values for its marks."""
    delen: list[tuple[str, list[Any]]] = []
    if keuze.richting in ("", IN):
        delen += [_meldingen(keuze), _bijlagen(keuze), _feiten(keuze, IN, INKOMEND)]
    if keuze.richting in ("", UIT):
        delen.append(_feiten(keuze, UIT, UITGAAND))
    vraag = " UNION ALL ".join(deel for deel, _ in delen)
    return vraag, [waarde for _, eigen in delen for waarde in eigen]


def _meldingen(keuze: Postkeuze) -> tuple[str, list[Any]]:
    waar, waarden = _waar(keuze, "x.ontvangen_op", kanaal="x.kanaal")
    return (
        "SELECT 0 AS bron, x.id AS nummer, x.ontvangen_op AS op, 'in' AS richting, "  # noqa: S608
        f"x.id AS melding FROM melding x {_koppel(keuze, 'x.id')} WHERE {waar}",
        waarden,
    )


def _bijlagen(keuze: Postkeuze) -> tuple[str, list[Any]]:
    waar, waarden = _waar(keuze, "x.toegevoegd_op", kanaal="''", naam="lower(x.naam)")
    return (
        "SELECT 1, x.id, substr(x.toegevoegd_op, 1, 10), 'in', x.melding_id FROM document x "  # noqa: S608
        f"{_koppel(keuze, 'x.melding_id')} WHERE x.soort = 'bijlage' AND {waar}",
        waarden,
    )


def _feiten(
    keuze: Postkeuze, richting: str, soorten: Sequence[GebeurtenisSoort]
) -> tuple[str, list[Any]]:
    waar, waarden = _waar(
        keuze,
        "x.op",
        kanaal="json_extract(x.gegevens, '$.kanaal')",
        naam="coalesce(json_extract(x.gegevens, '$.brief'), x.soort)",
    )
    return (
        "SELECT 2 AS bron, x.id AS nummer, x.op AS op, ? AS richting, x.melding_id AS melding "  # noqa: S608
        f"FROM gebeurtenis x {_koppel(keuze, 'x.melding_id')} "
        f"WHERE x.soort IN ({', '.join('?' for _ in soorten)}) AND x.{FEIT_GEZOCHT} AND {waar} "
        "AND x.id NOT IN (SELECT CAST(coalesce(json_extract(o.gegevens, '$._gebeurtenis'), '0') "
        f"AS INTEGER) FROM gebeurtenis o WHERE o.soort = ? AND o.{FEIT_GEZOCHT})",
        [richting, *(soort.value for soort in soorten), *waarden, _ONGEDAAN],
    )


def _koppel(keuze: Postkeuze, melding: str) -> str:
    """Return the join with the text of the melding, only when text is asked for."""
    return f"JOIN zoektekst t ON t.melding_id = {melding}" if keuze.tekst.strip() else ""


def _waar(keuze: Postkeuze, dag: str, *, kanaal: str, naam: str = "''") -> tuple[str, list[Any]]:
    """Return the conditions on period, channel and words; a moment of a day counts too."""
    delen, waarden = ["1 = 1"], []
    if keuze.van is not None:
        delen.append(f"{dag} >= ?")
        waarden.append(keuze.van.isoformat())
    if keuze.tot is not None and keuze.tot < date.max:
        delen.append(f"{dag} < ?")
        waarden.append((keuze.tot + timedelta(days=1)).isoformat())
    if keuze.kanaal:
        woorden = _POST if keuze.kanaal in _POST else (keuze.kanaal,)
        delen.append(f"{kanaal} IN ({', '.join('?' for _ in woorden)})")
        waarden += woorden
    for woord in normaliseer(keuze.tekst).split():
        delen.append(f"(instr(t.tekst, ?) > 0 OR instr({naam}, ?) > 0)")
        waarden += [woord, woord]
    return " AND ".join(delen), waarden
