"""The public keys of the signers. A key is never removed: old signatures are read with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.models.register import Register
from klachtenapp.models.tables import SleutelRow

_TABEL: Any = SleutelRow


def voeg_toe(register: Register, sleutel: Sleutel) -> Sleutel:
    """Store a new key that nobody confirmed yet, in a transaction; returns it with its id."""
    nummer = register.schrijf(
        _TABEL.insert(
            medewerker=sleutel.medewerker,
            publiek=sleutel.publiek,
            vingerafdruk=sleutel.vingerafdruk,
            gemaakt_op=sleutel.gemaakt_op,
        )
    )
    return haal_zeker(register, int(nummer))


def haal(register: Register, nummer: int) -> Sleutel | None:
    """Return one key, or ``None``."""
    rij = register.een(_TABEL.select().where(_TABEL.id == nummer).dicts())
    return _sleutel(rij) if rij else None


def haal_zeker(register: Register, nummer: int) -> Sleutel:
    """Return one key that is known to be there."""
    sleutel = haal(register, nummer)
    if sleutel is None:
        raise LookupError(f"geen sleutel {nummer}")
    return sleutel


def van(register: Register, medewerker: int) -> tuple[Sleutel, ...]:
    """Return the keys of a medewerker, the newest first."""
    vraag = _TABEL.select().where(_TABEL.medewerker == medewerker).order_by(_TABEL.id.desc())
    return tuple(_sleutel(rij) for rij in register.alle(vraag.dicts()))


def alle(register: Register) -> dict[int, Sleutel]:
    """Return every key by its number."""
    rijen = register.alle(_TABEL.select().order_by(_TABEL.id).dicts())
    return {int(rij["id"]): _sleutel(rij) for rij in rijen}


def bevestig(register: Register, nummer: int, op: datetime, door: str) -> None:
    """Write down who confirmed a key and when, in a transaction."""
    _wijzig(register, nummer, {"bevestigd_op": op, "bevestigd_door": door})


def trek_in(register: Register, nummer: int, op: datetime, door: str, reden: str) -> None:
    """Write down who withdrew a key, when and why, in a transaction."""
    _wijzig(register, nummer, {"ingetrokken_op": op, "ingetrokken_door": door, "reden": reden})


def _wijzig(register: Register, nummer: int, waarden: dict[str, Any]) -> None:
    register.schrijf(_TABEL.update(waarden).where(_TABEL.id == nummer))


def _sleutel(rij: dict[str, Any]) -> Sleutel:
    return Sleutel(**rij)
