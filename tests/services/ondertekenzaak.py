"""A klacht that was judged, and an afdelingshoofd with a confirmed key: ready to be signed."""

from __future__ import annotations

from uuid import uuid4

from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.sleutel import Sleutel, in_groepen
from klachtenapp.models import sleutels as sleutelopslag
from klachtenapp.services import beheer, gebruikers, geheimen, ondertekenen, sleutels
from klachtenapp.services.context import Context

BRIEF = "afdoeningsbrief"
GEHEIM = "vijf-1-varkens"


def uid() -> str:
    return str(uuid4())


def medewerker(ctx: Context, naam: str, *rollen: Rol) -> Context:
    """Return the context of a new medewerker with these roles."""
    wie = beheer.bewaar_medewerker(ctx, Medewerker(0, naam, rollen=frozenset(rollen)))
    return gebruikers.als(ctx, wie)


def afdelingshoofd(ctx: Context, naam: str = "M. de Groot") -> Context:
    """Return the context of an afdelingshoofd with a geheim, and a key that was confirmed."""
    hoofd = medewerker(ctx, naam, Rol.AFDELINGSHOOFD)
    geheimen.stel_in(hoofd, nummer(hoofd), GEHEIM)
    bevestig(ctx, sleutels.maak(hoofd, nummer(hoofd), GEHEIM))
    return hoofd


def nummer(ctx: Context) -> int:
    assert ctx.medewerker is not None
    return ctx.medewerker.id


def bevestig(ctx: Context, sleutel: Sleutel) -> Sleutel:
    return sleutels.bevestig(ctx, sleutel.id, in_groepen(sleutel.vingerafdruk))


def sleutel_van(ctx: Context) -> Sleutel:
    return sleutelopslag.van(ctx.register, nummer(ctx))[0]


def bied_aan(ctx: Context, kenmerk: str) -> None:
    ondertekenen.bied_aan(ctx, kenmerk, BRIEF, opdracht_uid=uid())


def teken(ctx: Context, kenmerk: str, geheim: str = GEHEIM) -> DocumentInfo:
    return ondertekenen.onderteken(ctx, kenmerk, geheim, niet_betrokken=True, opdracht_uid=uid())
