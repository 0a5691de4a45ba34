"""Makes the gesprekskaart of one dossier as a PDF; nothing is stored or logged for it."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.gesprekskaart import kaart
from klachtenapp.domain.rollen import Recht
from klachtenapp.models import meldingen
from klachtenapp.papier.gesprekskaart import teken_gesprekskaart
from klachtenapp.services.bijlagen import weergavenaam
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt


@dataclass(frozen=True, slots=True)
class Gespreksblad:
    """The card on paper, and the name under which to offer it."""

    bestandsnaam: str
    pdf: bytes


@vraagt(Recht.LEZEN)
def maak(ctx: Context, kenmerk: str) -> Gespreksblad:
    """Return what to have at hand when calling this klager today.

    :raises RegelFout: there is no such dossier.
    """
    dossier = meldingen.haal(ctx.register, kenmerk)
    inhoud = kaart(dossier, ctx.gemeente, ctx.kader, ctx.vandaag, ctx.medewerker)
    pdf = teken_gesprekskaart(ctx.gemeente, inhoud, ctx.vandaag)
    return Gespreksblad(weergavenaam(f"Gesprekskaart {dossier.kenmerk}.pdf"), pdf)
