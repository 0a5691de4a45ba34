"""Who is who: the user of this computer as a medewerker with roles, and keeping that list."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.domain.gebruiker import (
    Gebruiker,
    controleer_beheerder,
    herken,
    ingericht,
    schone_gebruikersnaam,
)
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import ALLE_ROLLEN, Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer as opslag
from klachtenapp.models import gebruikers
from klachtenapp.services import beheer
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

__all__ = ["Gebruiker", "bewaar", "herkend", "lijst", "maak_eerste", "ververs"]

_EERSTE = frozenset({Rol.BEHEERDER, Rol.REGISTRAR})


def lijst(ctx: Context) -> dict[int, Gebruiker]:
    """Return how each medewerker signs in and who leads him, by number; geheimen stay inside."""
    return gebruikers.lijst(ctx.register)


def herkend(ctx: Context) -> Context:
    """Return the context of whoever is signed in on this computer.

    As long as nobody has a gebruikersnaam everybody may do everything. After that an
    unknown name has no role, until someone signs in.
    """
    bekend = gebruikers.lijst(ctx.register) if ctx.accountnaam else {}
    if not ingericht(bekend.values()):
        return replace(ctx, medewerker=None, rollen=ALLE_ROLLEN, gebruiker=_naam(ctx))
    wie = herken(ctx.accountnaam, opslag.medewerkers(ctx.register), bekend)
    return als(ctx, wie)


def als(ctx: Context, wie: Medewerker | None) -> Context:
    """Return the context in which ``wie`` works; ``None``: nobody who is known here."""
    if wie is None:
        return replace(ctx, medewerker=None, rollen=frozenset(), gebruiker=_naam(ctx))
    return replace(ctx, medewerker=wie, rollen=wie.rollen, gebruiker=wie.naam)


def ververs(ctx: Context) -> Context:
    """Return the context with the roles as they are stored now; who signed in stays that."""
    if ctx.medewerker is None:
        return herkend(ctx)
    nummer = ctx.medewerker.id
    nu = next((m for m in opslag.medewerkers(ctx.register) if m.id == nummer and m.actief), None)
    return als(ctx, nu)


def maak_eerste(ctx: Context, naam: str) -> Context:
    """Make whoever made this register its first medewerker: beheerder and registrar.

    :raises RegelFout: there are medewerkers already.
    """
    if opslag.medewerkers(ctx.register):
        raise RegelFout("Dit register heeft al medewerkers.")
    naam = " ".join(naam.split()) or ctx.accountnaam
    with ctx.register.transactie():
        wie = opslag.bewaar_medewerker(ctx.register, Medewerker(0, naam, rollen=_EERSTE))
        gebruikers.bewaar(ctx.register, wie.id, ctx.accountnaam, None)
        schrijf_log(ctx, "eerste beheerder", Uitslag(gegevens={"medewerker": wie.id}))
    return herkend(ctx)


@vraagt(Recht.BEHEREN)
def bewaar(
    ctx: Context, wie: Medewerker, gebruikersnaam: str, leidinggevende: int | None = None
) -> Medewerker:
    """Store a medewerker with the name under which he signs in, and who leads him.

    :raises RegelFout: a name that somebody else has; himself as leidinggevende; or no
        beheerder would be left who can sign in.
    """
    schoon = schone_gebruikersnaam(gebruikersnaam)
    with ctx.register.transactie():
        if wie.id:  # first how he signs in: the last beheerder is judged by both
            gebruikers.bewaar(ctx.register, wie.id, schoon, leidinggevende)
        bewaard = beheer.bewaar_medewerker(ctx, wie)
        _controleer(ctx, bewaard, schoon, leidinggevende)
        gebruikers.bewaar(ctx.register, bewaard.id, schoon, leidinggevende)
        controleer_beheerder(opslag.medewerkers(ctx.register), gebruikers.lijst(ctx.register))
        gegevens = {"medewerker": bewaard.id, "rollen": sorted(bewaard.rollen)}
        schrijf_log(ctx, "toegang bewaard", Uitslag(gegevens=gegevens))
    return bewaard


def _controleer(ctx: Context, wie: Medewerker, naam: str, leidinggevende: int | None) -> None:
    if leidinggevende == wie.id:
        raise RegelFout("Kies iemand anders als leidinggevende.", veld="leidinggevende")
    namen = {m.id: m.naam for m in opslag.medewerkers(ctx.register)}
    for ander in gebruikers.lijst(ctx.register).values():
        if naam and ander.gebruikersnaam == naam and ander.medewerker != wie.id:
            raise RegelFout(
                f"{namen[ander.medewerker]} heeft deze gebruikersnaam al.", veld="gebruikersnaam"
            )


def _naam(ctx: Context) -> str:
    return ctx.accountnaam or ctx.gebruiker
