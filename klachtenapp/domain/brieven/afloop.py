"""The letters with which something ends or goes elsewhere, and those about a tip: rows."""

from __future__ import annotations

from klachtenapp.domain.brieven import afloop_einde, afloop_elders, afloop_overig, afloop_tips
from klachtenapp.domain.brieven.regel import Briefregel

RIJEN: tuple[Briefregel, ...] = (
    *afloop_einde.RIJEN,
    *afloop_elders.RIJEN,
    *afloop_tips.RIJEN,
    *afloop_overig.RIJEN,
)
