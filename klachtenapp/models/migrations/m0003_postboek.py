"""Version 3: indexes by which the postboek and the letters that wait are found. Frozen."""

from __future__ import annotations

from klachtenapp.models.register import Register

_OPDRACHTEN = (
    'CREATE INDEX "gebeurtenis_soort_op" ON "gebeurtenis" ("soort", "op")',
    'CREATE INDEX "document_soort_toegevoegd_op" ON "document" ("soort", "toegevoegd_op")',
    'CREATE INDEX "document_soort_verzonden_op" ON "document" ("soort", "verzonden_op")',
)


def migreer(register: Register) -> None:
    """Make the indexes; nothing that is stored changes."""
    for opdracht in _OPDRACHTEN:
        register.sql(opdracht)
