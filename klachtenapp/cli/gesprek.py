"""Command gesprekskaart: what to have at hand when calling the klager."""

from __future__ import annotations

from argparse import Namespace

from klachtenapp.cli.openen import geopend
from klachtenapp.cli.papierwerk import schrijf
from klachtenapp.services import gesprekskaart


def maak(keuze: Namespace) -> int:
    """Make the gesprekskaart of a dossier as PDF."""
    with geopend(keuze) as ctx:
        blad = gesprekskaart.maak(ctx, keuze.kenmerk)
    schrijf(keuze.uit, blad.pdf)
    return 0
