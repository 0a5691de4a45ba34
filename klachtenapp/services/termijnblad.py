"""Makes the termijnkaart of one dossier as a PDF; nothing is stored or logged for it."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.rollen import Recht
from klachtenapp.models import meldingen
from klachtenapp.papier.termijnkaart import teken_termijnkaart
from klachtenapp.services.bijlagen import weergavenaam
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt


@dataclass(frozen=True, slots=True)
class Termijnblad:
    """The card on paper, and the name under which to offer it."""

    bestandsnaam: str
    pdf: bytes


@vraagt(Recht.LEZEN)
def maak(ctx: Context, kenmerk: str) -> Termijnblad:
    """Return every date of the dossier as it stands today, each with its derivation.

    :raises RegelFout: there is no such dossier.
    """
    dossier = meldingen.haal(ctx.register, kenmerk)
    regels = termijnkaart.regels(dossier, ctx.kader, ctx.vandaag)
    pdf = teken_termijnkaart(ctx.gemeente, dossier, regels, ctx.vandaag)
    return Termijnblad(weergavenaam(f"Termijnkaart {dossier.kenmerk}.pdf"), pdf)
