"""The picture of a signature for each medewerker who chose one: a setting, its bytes apart."""

from __future__ import annotations

from klachtenapp.models import documenten
from klachtenapp.models.register import Register
from klachtenapp.models.tables import InstellingRow

_BEGIN = "handtekening "  # and the number of the medewerker


def alle(register: Register) -> dict[int, str]:
    """Return the hash of each picture, by the number of the medewerker."""
    rijen = register.alle(
        InstellingRow.select().where(InstellingRow.naam.startswith(_BEGIN)).dicts()
    )
    return {int(rij["naam"].removeprefix(_BEGIN)): str(rij["waarde"]) for rij in rijen}


def lees(register: Register, medewerker: int) -> bytes:
    """Return the picture of a medewerker; empty without one, or when it was changed."""
    naam = f"{_BEGIN}{medewerker}"
    rij = register.een(InstellingRow.select().where(InstellingRow.naam == naam).dicts())
    if rij is None:
        return b""
    inhoud = documenten.lees_inhoud(register, rij["waarde"])
    return inhoud if inhoud and documenten.som(inhoud) == rij["waarde"] else b""


def bewaar(register: Register, medewerker: int, inhoud: bytes) -> None:
    """Keep this picture for a medewerker, or none when it is empty; in a transaction.

    One that nobody uses any more leaves the register.
    """
    naam, oud = f"{_BEGIN}{medewerker}", alle(register).get(medewerker)
    if inhoud:
        sha256 = documenten.bewaar_inhoud(register, inhoud)
        register.schrijf(
            InstellingRow.insert(naam=naam, waarde=sha256).on_conflict(
                conflict_target=[InstellingRow.naam], update={InstellingRow.waarde: sha256}
            )
        )
    else:
        register.schrijf(InstellingRow.delete().where(InstellingRow.naam == naam))
    if oud:
        documenten.laat_inhoud_los(register, oud)
