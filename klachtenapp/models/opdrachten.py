"""What was carried out, by UUID: a retry asks here before it does anything."""

from __future__ import annotations

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
    rijen = register.sql(f"SELECT {', '.join(_VELDEN[1:])} FROM opdracht WHERE uid = ?", (uid,))  # noqa: S608
    for soort, kenmerk, resultaat, moment, gebruiker in rijen:
        return Gedaan(uid, soort, kenmerk, resultaat, datetime.fromisoformat(moment), gebruiker)
    return None


def noteer(register: Register, gedaan: Gedaan) -> None:
    """Write down an opdracht, in the transaction of its change."""
    register.schrijf_veel(OpdrachtRow, _VELDEN, [astuple(gedaan)])
