"""The letters with which something ends or goes elsewhere, and those about a tip: rows."""

from __future__ import annotations

from klachtenapp.domain.brieven.regel import Briefregel

RIJEN: tuple[Briefregel, ...] = ()
