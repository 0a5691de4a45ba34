"""Is a field printed whatever the facts are? Then the letter can never go without it."""

from __future__ import annotations

from collections.abc import Iterable

_MAX_FEITEN = 14  # more facts than that nobody can follow, neither can we in good time

Voorwaarden = frozenset[tuple[str, bool]]


def altijd(plekken: Iterable[Voorwaarden]) -> bool:
    """Whether at least one of the places is reached for every combination of facts.

    Each place has the conditions under which it is reached: (fact, must it hold). The facts
    are taken to be free of each other; with too many of them the answer is no.
    """
    lijst = [plek for plek in set(plekken) if not _strijdig(plek)]
    feiten = {feit for plek in lijst for feit, _ in plek}
    return len(feiten) <= _MAX_FEITEN and _gedekt(lijst)


def _strijdig(plek: Voorwaarden) -> bool:
    return any((feit, not waar) in plek for feit, waar in plek)


def _gedekt(plekken: list[Voorwaarden]) -> bool:
    if not plekken or frozenset() in plekken:
        return bool(plekken)
    feit = min(plekken, key=len)
    naam = min(feit)[0]
    return all(
        _gedekt([p - {(naam, waar)} for p in plekken if (naam, not waar) not in p])
        for waar in (True, False)
    )
