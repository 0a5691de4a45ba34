"""Rows by number, with SQL that is written once for each table instead of at every question.

A dossier is read at every click and a hundred times for a list. Building the same seven
statements anew took five times as long as SQLite needs to answer them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.rij import Row

_Omzetting = tuple[str, Callable[[Any], Any] | None]


def rijen(
    register: Register, tabel: type[Row], veld: str, nummers: Sequence[int], volgorde: str = "id"
) -> Iterator[dict[str, Any]]:
    """Yield the rows of ``tabel`` whose ``veld`` is one of ``nummers``, by field name.

    In the order of ``veld`` and then ``volgorde``, within each question that is asked.
    """
    for stuk in in_stukken(nummers):
        # Repeating the last number rounds the question up to a size that was asked before.
        vol = [*stuk, *[stuk[-1]] * (_rond_op(len(stuk)) - len(stuk))]
        tekst, omzettingen = _vraag(tabel, veld, len(vol), volgorde, register.db.param)
        for waarden in register.sql(tekst, vol):
            yield {
                naam: waarde if zet_om is None or waarde is None else zet_om(waarde)
                for (naam, zet_om), waarde in zip(omzettingen, waarden, strict=True)
            }


def _rond_op(aantal: int) -> int:
    return 1 << (aantal - 1).bit_length()


@lru_cache(maxsize=256)
def _vraag(
    tabel: type[Row], veld: str, aantal: int, volgorde: str, merk: str
) -> tuple[str, tuple[_Omzetting, ...]]:
    meta: Any = tabel._meta
    kolommen = ", ".join(f'"{v.column_name}"' for v in meta.sorted_fields)
    waar = meta.fields[veld].column_name
    daarna = meta.fields[volgorde].column_name
    merken = ", ".join([merk] * aantal)
    tekst = (
        f'SELECT {kolommen} FROM "{meta.table_name}" '  # noqa: S608 - names of our own tables
        f'WHERE "{waar}" IN ({merken}) ORDER BY "{waar}", "{daarna}"'
    )
    return tekst, tuple((v.name, _omzetting(v)) for v in meta.sorted_fields)


def _omzetting(veld: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - any peewee field
    if veld.field_type in {"TEXT", "INT", "AUTO", "BIGINT"}:
        return None  # the database gives what the field holds
    zet_om: Callable[[Any], Any] = veld.python_value
    return zet_om
