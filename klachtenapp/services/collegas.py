"""Everyone who works here, by name: whom a handeling or a letter may name."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.handeling import Collegas
from klachtenapp.models import beheer, gebruikers
from klachtenapp.services.context import Context


def collegas(ctx: Context, *, ook_vertrokken: bool = False) -> Collegas:
    """Return medewerkers and afdelingen by name, on request with those no longer in use."""
    return Collegas(
        {m.naam: m for m in beheer.medewerkers(ctx.register) if m.actief or ook_vertrokken},
        {a.naam: a for a in beheer.afdelingen(ctx.register) if a.actief or ook_vertrokken},
    )


def leidinggevenden(ctx: Context) -> Mapping[str, str]:
    """Return by name of a medewerker who leads him, as far as Beheer knows."""
    namen = {m.id: m.naam for m in beheer.medewerkers(ctx.register)}
    return {
        namen[nummer]: namen[gebruiker.leidinggevende]
        for nummer, gebruiker in gebruikers.lijst(ctx.register).items()
        if nummer in namen and gebruiker.leidinggevende in namen
    }
