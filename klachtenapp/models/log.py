"""The log: who did what, when; each line carries the hash of the one before.

A line holds no personal data: it names the dossier, the handeling and the fields, and
outlives the dossier itself. It is written in the transaction of the change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from klachtenapp.models import logdraad
from klachtenapp.models.fouten import uit_register
from klachtenapp.models.omzetten import lees_feiten, naar_json
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import LogRow

BEGIN = "0" * 64
"""What the first line carries as the hash before it."""

_INHOUD = ("moment", "gebruiker", "handeling", "kenmerk", "gegevens", "opdracht")
_VELDEN = [getattr(LogRow, naam) for naam in ("id", *_INHOUD, "vorige", "hash")]
"""What a line says: also in a copy of an older version, which has no thread."""
_STUK = 2_000


@dataclass(frozen=True, slots=True)
class Logregel:
    """One line. ``gegevens`` are numbers, field names and words of the register: no persons."""

    moment: datetime
    gebruiker: str
    handeling: str
    kenmerk: str = ""
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    opdracht: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Breuk:
    """The first place where the chain does not hold: the number of the line and why."""

    id: int
    reden: str


@dataclass(frozen=True, slots=True)
class Schakel:
    """A line with the hash of the one before it: its place in the chain."""

    regel: Logregel
    vorige: str


def schrijf(register: Register, regel: Logregel) -> None:
    """Add one line, in the transaction of the change it tells of."""
    schrijf_veel(register, (regel,))


def schrijf_veel(register: Register, regels: Sequence[Logregel]) -> None:
    """Add lines in one statement; the chain runs on through them."""
    laatste, vorige = _laatste(register)
    eerder = logdraad.hang_aan(register, [regel.kenmerk for regel in regels], laatste + 1)
    rijen: list[tuple[Any, ...]] = []
    for nummer, regel in enumerate(regels, start=laatste + 1):
        inhoud = (
            regel.moment,
            regel.gebruiker,
            regel.handeling,
            regel.kenmerk,
            naar_json(dict(regel.gegevens)),
            regel.opdracht,
        )
        som = _som(vorige, inhoud)
        rijen.append((nummer, *inhoud, vorige, som, eerder[len(rijen)]))
        vorige = som
    register.schrijf_veel(LogRow, ("id", *_INHOUD, "vorige", "hash", "eerder"), rijen)


def kop(register: Register) -> str:
    """Return the hash of the last line: the head of the chain."""
    return _laatste(register)[1]


def _laatste(register: Register) -> tuple[int, str]:
    """Return number and hash of the last line."""
    laatste = register.sql("SELECT id, hash FROM log ORDER BY id DESC LIMIT 1")
    return (int(laatste[0][0]), str(laatste[0][1])) if laatste else (0, BEGIN)


def begin(register: Register) -> str:
    """Return the hash of the first line: no two registers have the same."""
    eerste = register.een(LogRow.select(LogRow.hash).order_by(LogRow.id).dicts())
    return str(eerste["hash"]) if eerste else BEGIN


def regels(register: Register, kenmerk: str = "", maximaal: int = 500) -> list[Logregel]:
    """Return the latest lines, newest first, of one dossier or of all."""
    if not kenmerk:
        vraag = LogRow.select(*_VELDEN).order_by(LogRow.id.desc()).limit(maximaal)
        return [_regel(rij) for rij in register.alle(vraag.dicts())]
    return [_regel(rij) for rij in _over(register, kenmerk, maximaal)]


def _over(register: Register, kenmerk: str, maximaal: int = -1) -> list[Mapping[str, Any]]:
    """Return the rows about a dossier, newest first; of a destroyed one by asking them all."""
    if not logdraad.heeft(register, kenmerk):
        vraag = LogRow.select(*_VELDEN).where(LogRow.kenmerk == kenmerk).order_by(LogRow.id.desc())
        return register.alle(vraag.limit(maximaal).dicts())
    return [
        rij
        for stuk in in_stukken(logdraad.nummers(register, kenmerk, maximaal))
        for rij in register.alle(
            LogRow.select(*_VELDEN).where(LogRow.id.in_(stuk)).order_by(LogRow.id.desc()).dicts()
        )
    ]


def schakels(register: Register, handeling: str, kenmerk: str = "") -> list[Schakel]:
    """Return every line of one handeling, oldest first, of one dossier or of all."""
    if kenmerk:
        over = [rij for rij in _over(register, kenmerk) if rij["handeling"] == handeling]
        return [Schakel(_regel(rij), rij["vorige"]) for rij in reversed(over)]
    vraag = LogRow.select(*_VELDEN).where(LogRow.handeling == handeling).order_by(LogRow.id)
    return [Schakel(_regel(rij), rij["vorige"]) for rij in register.alle(vraag.dicts())]


def controleer(register: Register) -> Breuk | None:
    """Walk the whole chain; return the first broken link, or ``None``."""
    vorige, laatste = BEGIN, 0
    while rijen := register.alle(
        LogRow.select(*_VELDEN).where(LogRow.id > laatste).order_by(LogRow.id).limit(_STUK).dicts()
    ):
        for rij in rijen:
            nummer = int(rij["id"])
            if nummer != laatste + 1:
                return Breuk(laatste + 1, "deze regel ontbreekt")
            if rij["vorige"] != vorige:
                return Breuk(nummer, "deze regel sluit niet aan op de vorige")
            if rij["hash"] != _som(vorige, [rij[veld] for veld in _INHOUD]):
                return Breuk(nummer, "de inhoud van deze regel is gewijzigd")
            vorige, laatste = str(rij["hash"]), nummer
    return None


def _som(vorige: str, inhoud: Sequence[Any]) -> str:
    """Return the hash of a line: of the one before it and of the values of ``_INHOUD``."""
    moment, *rest = inhoud
    return hashlib.sha256(
        naar_json((vorige, moment.isoformat(sep=" "), *rest)).encode()
    ).hexdigest()


@uit_register
def _regel(rij: Mapping[str, Any]) -> Logregel:
    return Logregel(
        moment=rij["moment"],
        gebruiker=rij["gebruiker"],
        handeling=rij["handeling"],
        kenmerk=rij["kenmerk"],
        gegevens=lees_feiten(rij["gegevens"]),
        opdracht=rij["opdracht"],
        id=rij["id"],
    )
