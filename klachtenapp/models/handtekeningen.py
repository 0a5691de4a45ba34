"""The signatures under letters; triggers refuse to change or remove one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handtekening import Handtekening
from klachtenapp.models import lezen
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import FEIT_GEZOCHT, HandtekeningRow

_TABEL: Any = HandtekeningRow


def voeg_toe(register: Register, handtekening: Handtekening) -> None:
    """Store a signature, in the transaction of its document."""
    register.schrijf(
        _TABEL.insert(
            document=handtekening.document,
            sleutel=handtekening.sleutel,
            gegevens=handtekening.gegevens,
            handtekening=handtekening.handtekening,
            moment=handtekening.moment,
        )
    )


def van_documenten(register: Register, documenten: Sequence[int]) -> dict[int, Handtekening]:
    """Return the signature under each of these documents that has one; the first counts."""
    gevonden: dict[int, Handtekening] = {}
    for stuk in in_stukken(documenten):
        vraag = _TABEL.select().where(_TABEL.document.in_(stuk)).order_by(_TABEL.id)
        for rij in register.alle(vraag.dicts()):
            gevonden.setdefault(int(rij["document"]), Handtekening(**rij))
    return gevonden


def alle(register: Register) -> list[Handtekening]:
    """Return every signature, in the order in which they were set."""
    return [
        Handtekening(**rij) for rij in register.alle(_TABEL.select().order_by(_TABEL.id).dicts())
    ]


def kenmerken_getekend(register: Register) -> list[str]:
    """Return the dossiers in which something is said to be signed, or a signature stands."""
    rijen = register.sql(
        "SELECT kenmerk FROM melding WHERE id IN (SELECT melding_id FROM gebeurtenis "  # noqa: S608
        f"WHERE soort = ? AND {FEIT_GEZOCHT}) OR id IN (SELECT d.melding_id FROM document d "
        "JOIN handtekening h ON h.document_id = d.id) ORDER BY kenmerk",
        [GebeurtenisSoort.ONDERTEKEND.value],
    )
    return [str(kenmerk) for (kenmerk,) in rijen]


def aangeboden(register: Register) -> list[Dossier]:
    """Return the open dossiers in which a letter was ever offered for signature."""

    def lees() -> list[Dossier]:
        rijen = register.sql(
            "SELECT DISTINCT g.melding_id FROM gebeurtenis g JOIN melding m "  # noqa: S608
            f"ON m.id = g.melding_id WHERE g.soort = ? AND g.{FEIT_GEZOCHT} "
            "AND m.afgehandeld_op IS NULL",
            [GebeurtenisSoort.TER_ONDERTEKENING.value],
        )
        return lezen.haal_meer(register, sorted(int(nummer) for (nummer,) in rijen))

    return register.lees(lees)
