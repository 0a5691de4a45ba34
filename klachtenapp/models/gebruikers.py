"""Which name on the computer is which medewerker, and who leads whom."""

from __future__ import annotations

from typing import Any

from klachtenapp.domain.gebruiker import Gebruiker, schone_gebruikersnaam
from klachtenapp.models.register import Register
from klachtenapp.models.tables import ToegangRow

_TABEL: Any = ToegangRow


def lijst(register: Register) -> dict[int, Gebruiker]:
    """Return how each medewerker signs in, by the number of the medewerker."""
    kolommen = (
        _TABEL.medewerker, _TABEL.gebruikersnaam, _TABEL.geheim, _TABEL.leidinggevende
    )  # fmt: skip
    return {
        nummer: Gebruiker(nummer, naam, leidinggevende, bool(geheim))
        for nummer, naam, geheim, leidinggevende in register.alle(_TABEL.select(*kolommen).tuples())
    }


def bewaar(
    register: Register, medewerker: int, gebruikersnaam: str, leidinggevende: int | None
) -> None:
    """Store the name and the leidinggevende of one medewerker; his geheim stays as it is."""
    waarden = {
        "gebruikersnaam": schone_gebruikersnaam(gebruikersnaam),
        "leidinggevende": leidinggevende,
    }
    wijzig = _TABEL.update(waarden).where(_TABEL.medewerker == medewerker)
    if not register.schrijf(wijzig):
        register.schrijf(_TABEL.insert({"medewerker": medewerker, **waarden}))
