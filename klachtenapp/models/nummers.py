"""The gap-free sequence of numbers of each year."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from typing import Any, Final

from klachtenapp.domain.kenmerk import maak
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import NummerRow

_PER_JAAR: Final = 10_000_000


def sleutel(jaar: int, nummer: int) -> int:
    """Return the key of a number: in the order of the years and of the numbers in them."""
    return jaar * _PER_JAAR + nummer


def geef(register: Register, jaren: list[int], patroon: str) -> list[str]:
    """Give one new kenmerk for each year in ``jaren``, in that order.

    Must run in the transaction that stores the meldingen: the number exists exactly when
    its melding does. ``patroon`` knows ``{jaar}`` and ``{nummer}``.
    """
    volgende = {jaar: count(_hoogste(register, jaar) + 1) for jaar in set(jaren)}
    genummerd = [(jaar, next(volgende[jaar])) for jaar in jaren]
    kenmerken = [maak(patroon, jaar, nummer) for jaar, nummer in genummerd]
    register.schrijf_veel(
        NummerRow,
        ("id", "jaar", "volgnummer", "kenmerk", "vervallen_op", "vervallen_reden"),
        [
            (sleutel(jaar, nummer), jaar, nummer, kenmerk, None, "")
            for (jaar, nummer), kenmerk in zip(genummerd, kenmerken, strict=True)
        ],
    )
    return kenmerken


def _hoogste(register: Register, jaar: int) -> int:
    rij = register.een(
        NummerRow.select(NummerRow.volgnummer)
        .where(_van(jaar))
        .order_by(NummerRow.id.desc())
        .dicts()
    )
    return int(rij["volgnummer"]) if rij else 0


def laat_vervallen(register: Register, kenmerken: list[str], moment: datetime, reden: str) -> None:
    """Mark numbers whose melding is gone; they stay in the sequence and are never reused."""
    for stuk in in_stukken(kenmerken):
        register.schrijf(
            NummerRow.update(vervallen_op=moment, vervallen_reden=reden).where(
                NummerRow.kenmerk.in_(stuk)
            )
        )


def reeks(register: Register, jaar: int) -> list[tuple[int, str, str]]:
    """Return (volgnummer, kenmerk, reason when vervallen) of a year, in order."""
    return [
        (rij["volgnummer"], rij["kenmerk"], rij["vervallen_reden"])
        for rij in register.alle(
            NummerRow.select().where(_van(jaar)).order_by(NummerRow.id).dicts()
        )
    ]


def jaren(register: Register) -> range:
    """Return the years from the first to the last in which a number was given."""
    ((eerste, laatste),) = register.sql("SELECT (SELECT min(id) FROM nummer), max(id) FROM nummer")
    return range(eerste // _PER_JAAR, laatste // _PER_JAAR + 1) if eerste else range(0)


def herstel_sleutels(register: Register) -> None:
    """Give every number its key again, where the triggers are off; of two the first stays."""
    register.sql("UPDATE OR IGNORE nummer SET id = jaar * ? + volgnummer", (_PER_JAAR,))
    register.sql("DELETE FROM nummer WHERE id <> jaar * ? + volgnummer", (_PER_JAAR,))


def _van(jaar: int) -> Any:
    return NummerRow.id.between(sleutel(jaar, 0), sleutel(jaar + 1, 0) - 1)


def laatste_kenmerk(register: Register) -> str:
    """Return the highest number of the last year as its kenmerk; empty when there is none yet."""
    rij = register.een(NummerRow.select(NummerRow.kenmerk).order_by(NummerRow.id.desc()).dicts())
    return str(rij["kenmerk"]) if rij else ""
