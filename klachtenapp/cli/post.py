"""The command postboek: what came in and went out, on screen, as paper or as a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict

from klachtenapp.cli import vormen
from klachtenapp.cli.openen import geopend, print_json
from klachtenapp.domain import dagtekst
from klachtenapp.errors import RegelFout
from klachtenapp.services import postboek as boek
from klachtenapp.services.postboek import Postkeuze


def postboek(keuze: Namespace) -> int:
    """Print the postboek, or write it to a file; the ending says which kind."""
    if keuze.van and keuze.tot and keuze.van > keuze.tot:
        raise RegelFout("De eerste dag ligt na de laatste. Draai --van en --tot om.")
    periode = Postkeuze(van=keuze.van, tot=keuze.tot)
    with geopend(keuze) as ctx:
        if keuze.uit is not None:
            hoeveel = boek.naar_bestand(ctx, periode, keuze.uit)
            print(f"{keuze.uit}: {_zoveel(hoeveel)}", file=sys.stderr)
            if not keuze.json:
                return 0
        regels = boek.regels(ctx, periode, oplopend=True)
    if keuze.json:
        print_json([vormen.plat(asdict(regel)) for regel in regels])
        return 0
    for regel in regels:
        print(
            f"{dagtekst.kort(regel.op):<15} {regel.richting:<4} {regel.kenmerk:<13} "
            f"{regel.wie:<26.26} {regel.wat:<44.44} {regel.kanaal}"
        )
    print(_zoveel(len(regels)), file=sys.stderr)
    return 0


def _zoveel(regels: int) -> str:
    return dagtekst.aantal(regels, "regel", "regels")
