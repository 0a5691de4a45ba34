"""What someone took in himself today: all that the counter sees of dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.rollen import Recht
from klachtenapp.models import invoer, lezen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt


@dataclass(frozen=True, slots=True)
class EigenInvoer:
    """One melding that the user registered: enough to recognise it, no more."""

    kenmerk: str
    soort: Soort
    klager: str
    onderwerp: str
    moment: datetime


@vraagt(Recht.REGISTREREN)
def vandaag(ctx: Context) -> tuple[EigenInvoer, ...]:
    """Return what this user registered today, the newest first."""
    dossiers = lezen.haal_meer(ctx.register, sorted(nummers(ctx), reverse=True))
    return tuple(
        EigenInvoer(
            d.kenmerk,
            d.soort,
            korte_naam(d.klager),
            d.onderwerp,
            next(
                g.vastgelegd_op
                for g in d.gebeurtenissen
                if g.soort is GebeurtenisSoort.GEREGISTREERD
            ),
        )
        for d in dossiers
    )


@vraagt(Recht.REGISTREREN)
def nummers(ctx: Context) -> frozenset[int]:
    """Return the numbers of the rows that this user registered today."""
    return frozenset(invoer.van_gebruiker(ctx.register, ctx.gebruiker, ctx.vandaag))


@vraagt(Recht.REGISTREREN)
def kenmerken(ctx: Context) -> frozenset[str]:
    """Return the kenmerken of what this user registered today."""
    dossiers = lezen.haal_meer(ctx.register, sorted(nummers(ctx)))
    return frozenset(dossier.kenmerk for dossier in dossiers)
