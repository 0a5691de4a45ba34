"""All letters in one table, in the order in which a dossier meets them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import afloop, behandeling, kern
from klachtenapp.domain.brieven.regel import Briefregel

_RIJEN = {rij.soort: rij for rij in (*kern.RIJEN, *behandeling.RIJEN, *afloop.RIJEN)}

BRIEVEN: Mapping[BriefSoort, Briefregel] = MappingProxyType(
    {soort: _RIJEN[soort] for soort in BriefSoort if soort in _RIJEN}
)
"""Every letter by its name. The stappenplan is no letter: it has its own rules."""
