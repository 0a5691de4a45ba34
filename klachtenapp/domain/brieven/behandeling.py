"""The letters while a klacht is being treated: rows of the table (art. 9:4, 9:9-9:11 Awb)."""

from __future__ import annotations

from klachtenapp.domain.brieven import (
    behandeling_begin,
    behandeling_horen,
    behandeling_tijd,
    behandeling_verslag,
    behandeling_wissel,
)
from klachtenapp.domain.brieven.regel import Briefregel

RIJEN: tuple[Briefregel, ...] = (
    *behandeling_begin.RIJEN,
    *behandeling_wissel.RIJEN,
    *behandeling_horen.RIJEN,
    *behandeling_verslag.RIJEN,
    *behandeling_tijd.RIJEN,
)
