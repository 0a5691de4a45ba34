"""Makes the agenda file of a planned hearing, without a name in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from klachtenapp.domain.agenda import agendapunt
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services.bijlagen import schrijf_uit, weergavenaam
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling.ics import maak_ics


@dataclass(frozen=True, slots=True)
class Agendabestand:
    """An ``.ics`` file and the name under which to offer it."""

    bestandsnaam: str
    inhoud: bytes


@vraagt(Recht.LEZEN)
def maak(ctx: Context, kenmerk: str) -> Agendabestand:
    """Return the hearing that was planned last, for an agenda.

    :raises RegelFout: no hearing was planned.
    """
    dossier = meldingen.haal(ctx.register, kenmerk)
    punt = agendapunt(dossier, ctx.gemeente)
    if punt is None:
        raise RegelFout("Er is nog geen gesprek gepland. Kies eerst 'Gesprek plannen'.")
    return Agendabestand(naam(dossier.kenmerk), maak_ics(punt))


@vraagt(Recht.LEZEN)
def bewaar(ctx: Context, kenmerk: str, pad: Path) -> Path:
    """Write the agenda file to ``pad`` and return where it is.

    :raises RegelFout: no hearing was planned.
    :raises OmgevingFout: it cannot be written there.
    """
    return schrijf_uit(maak(ctx, kenmerk).inhoud, pad)


def naam(kenmerk: str) -> str:
    """Return the file name to propose."""
    return weergavenaam(f"Gesprek {kenmerk}.ics")
