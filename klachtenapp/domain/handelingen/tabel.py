"""The table of all handelingen (domein §4.2): the one place that says what may be done when.

Each row names its states from and to, for which kinds of melding it exists, its questions,
its guards with the article of law, and what changes. The rows stand together by subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from klachtenapp.domain.handeling import Handeling
from klachtenapp.domain.handelingen import (
    tabel_afsluiten,
    tabel_behandeling,
    tabel_belofte,
    tabel_commissie,
    tabel_formeel,
    tabel_ombudsman,
    tabel_personen,
    tabel_poort,
    tabel_termijn,
    tabel_terugkoppeling,
)

HANDELINGEN: Mapping[str, Handeling] = MappingProxyType(
    {
        handeling.naam: handeling
        for handeling in (
            *tabel_behandeling.RIJEN,
            *tabel_belofte.RIJEN,
            *tabel_personen.RIJEN,
            *tabel_formeel.RIJEN,
            *tabel_commissie.RIJEN,
            *tabel_termijn.RIJEN,
            *tabel_terugkoppeling.RIJEN,
            *tabel_ombudsman.RIJEN,
            *tabel_poort.RIJEN,
            *tabel_afsluiten.RIJEN,
        )
    }
)
"""Every handeling by its name, in the order in which they are offered."""
