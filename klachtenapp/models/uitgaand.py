"""Finds the meldingen in which something waits for the post."""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.models import lezen, meldingen
from klachtenapp.models.register import Register
from klachtenapp.models.tables import FEIT_GEZOCHT


def met_onverzonden_brief(register: Register) -> list[int]:
    """Return the numbers of the meldingen that hold a letter that was never sent.

    A letter that was laid aside does not wait; those dossiers are not read again for ever.
    """
    soorten = [soort.value for soort in BriefSoort]
    merken = ", ".join("?" * len(soorten))
    gevonden = register.sql(
        "SELECT DISTINCT melding_id FROM document "  # noqa: S608
        f"WHERE soort IN ({merken}) AND verzonden_op IS NULL AND id NOT IN ("
        "SELECT CAST(json_extract(v.gegevens, '$.document') AS INTEGER) FROM gebeurtenis v "
        f"WHERE v.soort = ? AND v.{FEIT_GEZOCHT} "
        "AND json_extract(v.gegevens, '$.document') IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM gebeurtenis o WHERE o.melding_id = v.melding_id "
        "AND o.soort = ? AND json_extract(o.gegevens, '$._gebeurtenis') = CAST(v.id AS TEXT)))",
        [*soorten, G.BRIEF_VERVALLEN.value, G.ONGEDAAN_GEMAAKT.value],
    )
    return [int(rij[0]) for rij in gevonden]


def dossiers(register: Register) -> Sequence[Dossier]:
    """Return every dossier from which a letter could go: open, or with one that waits."""

    def lees() -> list[Dossier]:
        nummers = set(met_onverzonden_brief(register)) | set(meldingen.open_ids(register))
        return lezen.haal_meer(register, sorted(nummers))

    return register.lees(lees)
