"""Signing in: straight in under a known name on the computer, else by choosing who one is.

Choosing asks a PIN or password, and only where the gemeente switched that on: for a computer
that several people use under one name.
"""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer as opslag
from klachtenapp.services import gebruikers, geheimen
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log

_GEEN_ROL = (
    "U staat als {naam} in het register, maar u hebt nog geen rol. Vraag de beheerder om een rol."
)
_ONBEKEND = (
    "Dit register kent uw naam op deze computer niet: {naam}. Vraag de beheerder om die naam bij "
    "u in te vullen, bij Beheer, Medewerkers."
)
_NIEMAND = (
    "Niemand heeft nog een pincode of wachtwoord. Vraag de beheerder om er een voor u in te "
    "stellen, bij Beheer, Medewerkers."
)
KIES = "Kies uw naam en typ uw pincode of wachtwoord."


@dataclass(frozen=True, slots=True)
class Aanmeldstand:
    """Whether someone must sign in first, who can, and what to say about it."""

    nodig: bool
    zin: str = ""
    mensen: tuple[Medewerker, ...] = ()


def stand(ctx: Context) -> Aanmeldstand:
    """Return whether whoever is there must sign in before anything is shown."""
    if ctx.rollen:
        return Aanmeldstand(False)
    if ctx.medewerker is not None:
        return Aanmeldstand(True, _GEEN_ROL.format(naam=ctx.medewerker.naam))
    onbekend = _ONBEKEND.format(naam=ctx.accountnaam or ctx.gebruiker)
    if not ctx.gemeente.aanmelden_met_geheim:
        return Aanmeldstand(True, onbekend)
    bekend = gebruikers.lijst(ctx)
    mensen = tuple(
        m
        for m in opslag.medewerkers(ctx.register)
        if m.actief and m.rollen and m.id in bekend and bekend[m.id].heeft_geheim
    )
    return Aanmeldstand(True, KIES, mensen) if mensen else Aanmeldstand(True, _NIEMAND)


def meld_aan(ctx: Context, medewerker: int, geheim: str) -> Context:
    """Sign in as ``medewerker`` and return the context in which he works.

    :raises RegelFout: the gemeente does not use this, nobody of that number can sign in, the
        geheim is wrong, or it is too soon after a wrong one.
    """
    wie = next((m for m in stand(ctx).mensen if m.id == medewerker), None)
    if wie is None:
        raise RegelFout("Kies uw naam.", veld="medewerker")
    geheimen.controleer(ctx, medewerker, geheim)
    if ctx.losgekoppeld:  # who is at the counter goes on; the log is not to be had now
        return gebruikers.als(ctx, wie)
    with ctx.register.transactie():
        nieuw = gebruikers.als(ctx, wie)
        schrijf_log(nieuw, "aangemeld", Uitslag(gegevens={"medewerker": wie.id}))
    return nieuw
