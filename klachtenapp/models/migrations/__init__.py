"""The migrations, numbered and listed by hand: seen by the freezer, the checker and the linter.

Number n brings a register from version n-1 to n. A migration that was released is never
edited; a test holds the outcome of all of them against the tables.
"""

from __future__ import annotations

from collections.abc import Callable

from klachtenapp.models.migrations.m0001_begin import migreer as m0001_begin
from klachtenapp.models.migrations.m0002_brieftekst import migreer as m0002_brieftekst
from klachtenapp.models.migrations.m0003_postboek import migreer as m0003_postboek
from klachtenapp.models.migrations.m0004_ondertekenen import migreer as m0004_ondertekenen
from klachtenapp.models.migrations.m0005_minder_bladen import migreer as m0005_minder_bladen
from klachtenapp.models.migrations.m0006_draad import migreer as m0006_draad
from klachtenapp.models.register import Register

Migratie = Callable[[Register], None]

MIGRATIES: tuple[Migratie, ...] = (
    m0001_begin,
    m0002_brieftekst,
    m0003_postboek,
    m0004_ondertekenen,
    m0005_minder_bladen,
    m0006_draad,
)
