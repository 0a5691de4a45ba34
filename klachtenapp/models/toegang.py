"""The PIN or password of each medewerker as hash, and the wrong tries since the last good one."""

from __future__ import annotations

from typing import Any

from klachtenapp.domain.toegang import Toegang
from klachtenapp.models.register import Register
from klachtenapp.models.tables import ToegangRow

_TABEL: Any = ToegangRow


def haal(register: Register, medewerker: int) -> Toegang:
    """Return how a medewerker proves who he is; one without geheim when nothing is known."""
    rij = register.een(_TABEL.select().where(_TABEL.medewerker == medewerker).dicts())
    if rij is None:
        return Toegang(medewerker)
    return Toegang(medewerker, rij["geheim"], rij["pogingen"], rij["laatste_poging"])


def bewaar(register: Register, toegang: Toegang) -> None:
    """Store it, in a transaction; the name and the leidinggevende stay as they are."""
    waarden = {
        "geheim": toegang.geheim,
        "pogingen": toegang.pogingen,
        "laatste_poging": toegang.laatste_poging,
    }
    wijzig = _TABEL.update(waarden).where(_TABEL.medewerker == toegang.medewerker)
    if not register.schrijf(wijzig):
        register.schrijf(_TABEL.insert({"medewerker": toegang.medewerker, **waarden}))
