"""The thread through the lines of the log about one dossier, from the last to the first.

An index would do the same, for five more round trips with every save on a share: the page of
the dossier, where the thread begins, is written anyhow. The hashes of the log do not cover it;
it only says where to look, and can be made anew from the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from klachtenapp.models.register import Register, in_stukken

SINDS_VERSIE: Final = 6
"""A register of an older schema, such as an old copy that is looked at, has no threads."""

_DRAAD = """
    WITH RECURSIVE draad(id, eerder, kenmerk) AS (
        SELECT l.id, l.eerder, l.kenmerk FROM melding m JOIN log l ON l.id = m.logregel
        WHERE m.kenmerk = ?
        UNION ALL
        SELECT l.id, l.eerder, l.kenmerk FROM draad d JOIN log l ON l.id = d.eerder
        WHERE d.eerder < d.id
    ) SELECT id FROM draad WHERE kenmerk = ? LIMIT ?
"""
_LOS = """
    SELECT count(*) FROM (
        SELECT l.eerder, lag(l.id, 1, 0) OVER (PARTITION BY l.kenmerk ORDER BY l.id) AS hoort
        FROM log l JOIN melding m ON m.kenmerk = l.kenmerk
    ) WHERE eerder <> hoort
"""
_BEGIN = """
    SELECT count(*) FROM melding m LEFT JOIN
    (SELECT kenmerk, max(id) AS laatste FROM log GROUP BY kenmerk) l ON l.kenmerk = m.kenmerk
    WHERE m.logregel <> coalesce(l.laatste, 0)
"""


def nummers(register: Register, kenmerk: str, maximaal: int = -1) -> list[int]:
    """Return the numbers of the lines about a dossier that is there, the newest first."""
    return [int(n) for (n,) in register.sql(_DRAAD, (kenmerk, kenmerk, maximaal))]


def heeft(register: Register, kenmerk: str) -> bool:
    """Return whether this dossier is there; one that was destroyed holds no thread."""
    return bool(register.sql("SELECT 1 FROM melding WHERE kenmerk = ?", (kenmerk,)))


def hang_aan(register: Register, kenmerken: Sequence[str], eerste: int) -> list[int]:
    """Hang new lines on their threads; returns for each the line before it, 0 for the first.

    The lines are numbered from ``eerste``, each about the dossier in ``kenmerken`` at its place.
    """
    laatste: dict[str, int] = {}
    for stuk in in_stukken(sorted({k for k in kenmerken if k})):
        merken = ", ".join("?" * len(stuk))
        laatste.update(
            register.sql(f"SELECT kenmerk, logregel FROM melding WHERE kenmerk IN ({merken})", stuk)  # noqa: S608
        )
    eerder = []
    nieuw: dict[str, int] = {}
    for nummer, kenmerk in enumerate(kenmerken, start=eerste):
        eerder.append(nieuw.get(kenmerk, laatste.get(kenmerk, 0)))
        if kenmerk in laatste:
            nieuw[kenmerk] = nummer
    _zet_begin(register, nieuw.items())
    return eerder


def losse(register: Register) -> int:
    """Return how many lines and dossiers hang on the wrong place of a thread."""
    return sum(int(register.sql(vraag)[0][0]) for vraag in (_LOS, _BEGIN))


def herstel(register: Register) -> None:
    """Make every thread anew from the lines themselves, in a transaction."""
    laatste: dict[str, int] = {}
    anders: list[tuple[int, int]] = []
    for nummer, kenmerk, eerder in register.sql("SELECT id, kenmerk, eerder FROM log ORDER BY id"):
        hoort = laatste.get(kenmerk, 0) if kenmerk else 0
        if eerder != hoort:
            anders.append((hoort, nummer))
        laatste[kenmerk] = nummer
    for hoort, nummer in anders:
        register.sql("UPDATE log SET eerder = ? WHERE id = ?", (hoort, nummer))
    register.sql("UPDATE melding SET logregel = 0 WHERE logregel <> 0")
    _zet_begin(register, laatste.items())


def _zet_begin(register: Register, begin: Iterable[tuple[str, int]]) -> None:
    for kenmerk, nummer in begin:
        register.sql("UPDATE melding SET logregel = ? WHERE kenmerk = ?", (nummer, kenmerk))
