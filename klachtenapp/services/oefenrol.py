"""Playing a colleague in the oefengemeente: to see what he sees, and to try signing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, toegang
from klachtenapp.services import gebruikers
from klachtenapp.services.context import Context

PINCODE: Final = "582914"
"""Of everybody in the exercise who has one; the exercise tells it."""


@dataclass(frozen=True, slots=True)
class Speler:
    """Someone whom the visitor can play, with what he does.

    ``pincode`` only of whom he plays now, as long as it is the one of the exercise.
    """

    medewerker: int
    naam: str
    rol: str
    pincode: str = ""


def spelers(ctx: Context) -> tuple[Speler, ...]:
    """Return whom one can play: who has a role, in order of name; nobody in a real register."""
    if not ctx.gemeente.oefening:
        return ()
    mensen = [m for m in beheer.medewerkers(ctx.register) if m.actief and m.rollen]
    return tuple(
        Speler(
            m.id,
            m.naam,
            " en ".join(sorted(rol.value for rol in m.rollen)),
            PINCODE if m == ctx.medewerker and _is_van_oefening(ctx, m.id) else "",
        )
        for m in mensen
    )


def _is_van_oefening(ctx: Context, medewerker: int) -> bool:
    return _klopt(toegang.haal(ctx.register, medewerker).geheim)


@lru_cache(maxsize=16)
def _klopt(geheim: str) -> bool:
    """Whether this hash is of the told PIN: asking costs time, and nothing else is told."""
    from klachtenapp.kluis import klopt  # noqa: PLC0415 - only while one plays a colleague

    return klopt(PINCODE, geheim)


def speel(ctx: Context, medewerker: int) -> Context:
    """Return the context in which the visitor is this colleague; 0 is himself again.

    :raises RegelFout: a real register, or nobody of that number.
    """
    if not ctx.gemeente.oefening:
        raise RegelFout("Een collega spelen kan alleen in de oefengemeente.")
    if not medewerker:
        return gebruikers.herkend(ctx)
    if medewerker not in {speler.medewerker for speler in spelers(ctx)}:
        raise RegelFout("Deze collega is er niet.", veld="medewerker")
    wie = next(m for m in beheer.medewerkers(ctx.register) if m.id == medewerker)
    return gebruikers.als(ctx, wie)
