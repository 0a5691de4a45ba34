"""PIN and password: what one must be, and how long to wait after wrong ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from klachtenapp.errors import RegelFout

MINSTE = 6
"""Signs of a PIN or password; for who sits at the keyboard, where wrong ones are slowed."""

MINSTE_LOS = 12
"""Signs of a password that guards a key file: there nobody slows who guesses."""

_MEESTE = 200
_RIJEN = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl")
_WACHTEN = (
    timedelta(seconds=30),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
)
_VRIJ = 2


@dataclass(frozen=True, slots=True)
class Toegang:
    """The PIN or password of a medewerker as hash (empty: none), and the wrong tries since."""

    medewerker: int
    geheim: str = ""
    pogingen: int = 0
    laatste_poging: datetime | None = None


def wachttijd(pogingen: int) -> timedelta:
    """Return how long to wait after this many wrong tries in a row: a typing error is free."""
    if pogingen <= _VRIJ:
        return timedelta()
    return _WACHTEN[min(pogingen - _VRIJ, len(_WACHTEN)) - 1]


def mag_weer_om(toegang: Toegang, nu: datetime) -> datetime | None:
    """Return until when to wait, or ``None`` when a try may be made now.

    A clock that was put back does not shorten the wait.
    """
    wacht = wachttijd(toegang.pogingen)
    if not wacht or toegang.laatste_poging is None:
        return None
    einde = toegang.laatste_poging + wacht
    if nu >= einde:
        return None
    return min(einde, nu + wacht) if toegang.laatste_poging > nu else einde


def controleer_geheim(tekst: str, minste: int = MINSTE) -> None:
    """Refuse a PIN or password that is guessed at once.

    :raises RegelFout: too short, too long, or one sign or row of keys.
    """
    if len(tekst) < minste:
        raise RegelFout(f"Kies ten minste {minste} tekens.", veld="geheim")
    if len(tekst) > _MEESTE:
        raise RegelFout(f"Kies ten hoogste {_MEESTE} tekens.", veld="geheim")
    klein = tekst.casefold()
    if len(set(klein)) < 3 or any(klein in rij for rij in _RIJEN):
        raise RegelFout(
            "Dit is te makkelijk te raden. Gebruik verschillende tekens, niet op een rij.",
            veld="geheim",
        )
