"""Finds what one user registered on one day."""

from __future__ import annotations

from datetime import date, timedelta

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.models.register import Register
from klachtenapp.models.tables import FEIT_GEZOCHT


def van_gebruiker(register: Register, gebruiker: str, dag: date) -> list[int]:
    """Return the numbers of the meldingen that ``gebruiker`` took in on ``dag``."""
    gevonden = register.sql(
        f"SELECT melding_id FROM gebeurtenis WHERE soort = ? AND {FEIT_GEZOCHT} "  # noqa: S608
        "AND op >= ? AND op < ? AND door = ? ORDER BY melding_id",
        [
            GebeurtenisSoort.GEREGISTREERD.value,
            dag.isoformat(),
            (dag + timedelta(days=1)).isoformat(),
            gebruiker,
        ],
    )
    return [int(rij[0]) for rij in gevonden]
