"""What was carried out, by UUID: a retry asks here before it does anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from klachtenapp.models.register import Register
from klachtenapp.models.tables import OpdrachtRow


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
    rij = register.een(OpdrachtRow.select().where(OpdrachtRow.uid == uid).dicts())
    return Gedaan(**rij) if rij else None


def noteer(register: Register, gedaan: Gedaan) -> None:
    """Write down an opdracht, in the transaction of its change."""
    register.schrijf(
        OpdrachtRow.insert(
            uid=gedaan.uid,
            soort=gedaan.soort,
            kenmerk=gedaan.kenmerk,
            resultaat=gedaan.resultaat,
            moment=gedaan.moment,
            gebruiker=gedaan.gebruiker,
        )
    )
