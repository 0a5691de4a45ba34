"""What was carried out, by UUID: a retry asks here before it does anything."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from datetime import datetime

from klachtenapp.models.register import Register
from klachtenapp.models.tables import OpdrachtRow

_VELDEN = ("uid", "soort", "kenmerk", "resultaat", "moment", "gebruiker")


@dataclass(frozen=True, slots=True)
class Gedaan:
    """An opdracht as it was carried out the first time."""

    uid: str
    soort: str
    kenmerk: str
    resultaat: str
    moment: datetime
    gebruiker: str


def zoek(register: Register, uid: str) -> Gedaan | None:
    """Return the opdracht ``uid`` if it was carried out before."""
    # Asked before every change: no query builder.
    kolommen = ", ".join(_VELDEN[1:])
    vraag = f"SELECT {kolommen} FROM opdracht WHERE id = ? AND uid = ?"  # noqa: S608 - our own names
    rijen = register.sql(vraag, (_nummer(uid), uid))
    for soort, kenmerk, resultaat, moment, gebruiker in rijen:
        return Gedaan(uid, soort, kenmerk, resultaat, datetime.fromisoformat(moment), gebruiker)
    return None


def noteer(register: Register, gedaan: Gedaan) -> None:
    """Write down an opdracht, in the transaction of its change."""
    register.schrijf_veel(OpdrachtRow, ("id", *_VELDEN), [(_nummer(gedaan.uid), *astuple(gedaan))])


def _nummer(uid: str) -> int:
    """Return the key of an opdracht: 63 bits of its uid, as the schema of version 5 has it."""
    return int.from_bytes(hashlib.sha256(uid.encode()).digest()[:8], "big") >> 1
