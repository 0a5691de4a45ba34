"""Departments and medewerkers."""

from __future__ import annotations

from typing import Any

from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.domain.zoektekst import sorteersleutel
from klachtenapp.models import lezen, omzetten
from klachtenapp.models.register import Register
from klachtenapp.models.rij import Row
from klachtenapp.models.tables import AfdelingRow, MedewerkerRow


def afdelingen(register: Register) -> list[Afdeling]:
    """Return all departments in alphabetical order, also those no longer in use."""
    return [omzetten.afdeling(rij) for rij in lezen.afdelingen(register)]


def medewerkers(register: Register) -> list[Medewerker]:
    """Return all medewerkers in alphabetical order, also those who left."""
    return [omzetten.medewerker(rij) for rij in lezen.medewerkers(register)]


def bewaar_afdeling(register: Register, afdeling: Afdeling) -> Afdeling:
    """Store a department; ``id`` 0 makes a new one. Returns it with its id."""
    waarden = {
        "naam": afdeling.naam,
        "sleutel": sorteersleutel(afdeling.naam),
        "actief": afdeling.actief,
    }
    nummer = _bewaar(register, AfdelingRow, afdeling.id, waarden)
    return Afdeling(nummer, afdeling.naam, afdeling.actief)


def bewaar_medewerker(register: Register, wie: Medewerker) -> Medewerker:
    """Store a medewerker; ``id`` 0 makes a new one. Returns him with his id."""
    waarden = {
        "naam": wie.naam,
        "sleutel": sorteersleutel(wie.naam),
        "aanhef": wie.aanhef.value,
        "functie": wie.functie,
        "telefoon": wie.telefoon,
        "email": wie.email,
        "afdeling": wie.afdeling_id,
        "rollen": omzetten.naar_json(sorted(wie.rollen)),
        "actief": wie.actief,
    }
    nummer = _bewaar(register, MedewerkerRow, wie.id, waarden)
    return Medewerker(
        nummer, wie.naam, wie.aanhef, wie.functie, wie.telefoon, wie.email,
        wie.afdeling_id, wie.rollen, wie.actief,
    )  # fmt: skip


def _bewaar(register: Register, rij: type[Row], nummer: int, waarden: dict[str, Any]) -> int:
    tabel: Any = rij
    if not nummer:
        return int(register.schrijf(tabel.insert(waarden)))
    if not register.schrijf(tabel.update(waarden).where(tabel.id == nummer)):
        raise LookupError(f"geen rij {nummer} in {rij.__name__}")
    return nummer


def aantal_meldingen(register: Register) -> int:
    """Count the meldingen, open and closed."""
    ((alle,),) = register.sql("SELECT count(*) FROM melding")
    return int(alle)
