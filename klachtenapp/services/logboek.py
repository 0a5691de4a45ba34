"""Reads the log of one dossier, for whoever must be able to see what was done and by whom."""

from __future__ import annotations

from klachtenapp.domain.rollen import Recht
from klachtenapp.models import log
from klachtenapp.models.log import Logregel
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt

__all__ = ["Logregel", "regels"]


@vraagt(Recht.LEZEN)
def regels(ctx: Context, kenmerk: str, maximaal: int = 500) -> list[Logregel]:
    """Return the latest lines of the dossier ``kenmerk``, newest first."""
    return log.regels(ctx.register, kenmerk, maximaal)
