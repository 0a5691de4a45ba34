"""Whether a letter is still what was signed: asked wherever a document is shown."""

from __future__ import annotations

from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.domain.rollen import Recht
from klachtenapp.models import documenten, meldingen
from klachtenapp.services import echtheid
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt


@vraagt(Recht.LEZEN)
def geldigheid(ctx: Context, document_id: int) -> Geldigheid | None:
    """Return whether this letter is still exactly what was signed; ``None``: never signed."""
    kenmerk = documenten.kenmerk(ctx.register, document_id)
    return geldigheden(ctx, kenmerk).get(document_id)


@vraagt(Recht.LEZEN)
def geldigheden(ctx: Context, kenmerk: str) -> dict[int, Geldigheid]:
    """Return how every signed letter of a dossier stands, by the number of its document."""

    def lees() -> dict[int, Geldigheid]:
        dossier = meldingen.haal(ctx.register, kenmerk)
        if not dossier.documenten:
            return {}
        stukken = echtheid.bewijs(ctx.register, dossier.kenmerk)
        return echtheid.van_dossier(ctx.register, dossier, stukken)

    return ctx.register.lees(lees)
