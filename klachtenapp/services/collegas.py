"""Everyone who works here, by name: whom a handeling or a letter may name."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain import brieven
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Collegas
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.rollen import Recht, mag
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


def plaatsvervanger(ctx: Context, dossier: Dossier, brief: BriefSoort) -> str:
    """Return who can sign when the one who signs by rule was involved (art. 9:7); else empty.

    Offering is not signing: whoever signs in the end says so himself.
    """
    mensen = collegas(ctx)
    wie = brieven.ondertekenaar(brief, dossier, ctx.gemeente, mensen)
    if wie is None or not is_betrokken(wie.naam, dossier):
        return ""
    anderen = (m for m in mensen.medewerkers.values() if mag(m.rollen, Recht.ONDERTEKENEN))
    return next((m.naam for m in anderen if not is_betrokken(m.naam, dossier)), "")
