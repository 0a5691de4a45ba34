"""The gap-free sequence of numbers of each year."""

from __future__ import annotations

from datetime import datetime
from itertools import count

from klachtenapp.domain.kenmerk import maak
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import NummerRow


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
        ("jaar", "volgnummer", "kenmerk", "vervallen_op", "vervallen_reden"),
        [
            (jaar, nummer, kenmerk, None, "")
            for (jaar, nummer), kenmerk in zip(genummerd, kenmerken, strict=True)
        ],
    )
    return kenmerken


def _hoogste(register: Register, jaar: int) -> int:
    rij = register.een(
        NummerRow.select(NummerRow.volgnummer)
        .where(NummerRow.jaar == jaar)
        .order_by(NummerRow.volgnummer.desc())
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
            NummerRow.select().where(NummerRow.jaar == jaar).order_by(NummerRow.volgnummer).dicts()
        )
    ]


def laatste_kenmerk(register: Register) -> str:
    """Return the kenmerk that was given last; empty when there is none yet."""
    rij = register.een(NummerRow.select(NummerRow.kenmerk).order_by(NummerRow.id.desc()).dicts())
    return str(rij["kenmerk"]) if rij else ""
