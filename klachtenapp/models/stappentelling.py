"""Reads which stappenplan was given with which klacht, and how that klacht went on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort
from klachtenapp.models.fouten import uit_register
from klachtenapp.models.omzetten import lees_feiten
from klachtenapp.models.register import Register
from klachtenapp.models.tables import FEIT_GEZOCHT

GEGEVEN = "stappenplan gegeven"
"""The line in the log for a sheet that belongs to no klacht."""

_KLACHTEN = f"""
SELECT m.kenmerk, g.op, g.gegevens, m.afgehandeld_op, m.afdoeningswijze,
       EXISTS (SELECT 1 FROM gebeurtenis h
               WHERE h.melding_id = m.id AND h.soort = ? AND h.id > g.id)
FROM gebeurtenis g JOIN melding m ON m.id = g.melding_id
WHERE g.op >= ? AND g.soort IN (?, ?) AND g.{FEIT_GEZOCHT}
  AND (g.soort = ? OR json_extract(g.gegevens, '$.variant') IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM gebeurtenis o
                  WHERE o.melding_id = m.id AND o.soort = ?
                    AND json_extract(o.gegevens, '$._gebeurtenis') = CAST(g.id AS TEXT))
ORDER BY g.id
"""  # noqa: S608 - our own words
_ALGEMEEN = "SELECT gegevens FROM log WHERE handeling = ? AND moment >= ?"


@dataclass(frozen=True, slots=True)
class Meegegeven:
    """A sheet that went with a klacht. ``variant`` is empty when nobody wrote down which."""

    kenmerk: str
    op: date
    variant: str
    formaat: str
    afgesloten: bool
    informeel: bool
    heropend: bool


@uit_register
def bij_klachten(register: Register, sinds: date) -> list[Meegegeven]:
    """Return the sheets given with a klacht or behind its letters since a day, oldest first."""
    waarden = (
        GebeurtenisSoort.HEROPEND.value,
        sinds.isoformat(),
        GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN.value,
        GebeurtenisSoort.BRIEF_VERZONDEN.value,
        GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN.value,
        GebeurtenisSoort.ONGEDAAN_GEMAAKT.value,
    )
    uit = []
    for kenmerk, op, gegevens, afgehandeld, wijze, heropend in register.sql(_KLACHTEN, waarden):
        feiten = lees_feiten(gegevens)
        uit.append(
            Meegegeven(
                kenmerk=kenmerk,
                op=date.fromisoformat(op),
                variant=feiten.get("variant", ""),
                formaat=feiten.get("formaat", "a4"),
                afgesloten=bool(afgehandeld),
                informeel=wijze == Afdoeningswijze.INFORMEEL_OPGELOST.value,
                heropend=bool(heropend),
            )
        )
    return uit


def voor_iedereen(register: Register, sinds: date) -> list[tuple[str, str]]:
    """Return variant and paper of the sheets that were given to anybody since a day."""
    rijen = register.sql(_ALGEMEEN, (GEGEVEN, sinds.isoformat()))
    feiten = [lees_feiten(gegevens) for (gegevens,) in rijen]
    return [(feit.get("variant", ""), feit.get("formaat", "a4")) for feit in feiten]
