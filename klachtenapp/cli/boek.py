"""Command that makes the whole dossier as one PDF."""

from __future__ import annotations

import sys
from argparse import Namespace

from klachtenapp.cli.openen import geopend
from klachtenapp.cli.papierwerk import schrijf
from klachtenapp.domain.boekdeel import GEWOON, VOOR_BEKLAAGDE, Boekdeel
from klachtenapp.errors import RegelFout
from klachtenapp.services import dossierboek


def maak(keuze: Namespace) -> int:
    """Make the book of a dossier; what is only named in it is told on stderr."""
    delen = VOOR_BEKLAAGDE if keuze.voor_beklaagde else GEWOON
    delen = (delen - _delen(keuze.zonder)) | _delen(keuze.met)
    with geopend(keuze) as ctx:
        boek = dossierboek.maak(ctx, keuze.kenmerk, delen)
    schrijf(keuze.uit, boek.pdf)
    for zin in boek.niet_getoond:
        print(f"Niet getoond: {zin}", file=sys.stderr)
    return 0


def _delen(namen: str) -> frozenset[Boekdeel]:
    """Read ``logboek,aantekeningen``."""
    gevraagd = [naam.strip() for naam in namen.split(",") if naam.strip()]
    onbekend = [naam for naam in gevraagd if naam not in set(Boekdeel)]
    if onbekend:
        raise RegelFout(f"'{onbekend[0]}' is geen deel. Kies uit: {', '.join(Boekdeel)}.")
    return frozenset(Boekdeel(naam) for naam in gevraagd)
