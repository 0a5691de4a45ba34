"""Commands that make, copy and check a register: demo, nieuw, reservekopie, herstel, controleer."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from klachtenapp import bootstrap, paths
from klachtenapp.cli import vormen
from klachtenapp.cli.openen import geopend, print_json, registerpad
from klachtenapp.clock import SystemClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import RegelFout
from klachtenapp.services import gebruikers, oefengemeente, redden
from klachtenapp.services import reservekopie as kopieen
from klachtenapp.services.reservekopie import Bevinding
from klachtenapp.services.schijftest import test as test_schijf


def demo(keuze: Namespace) -> int:
    """Make the oefengemeente with example documents; open it unless told not to."""
    plek: Path = keuze.map or paths.gegevensmap() / "oefengemeente"
    register = oefengemeente.maak_met_documenten(plek)
    print(f"De oefengemeente staat in {register}")
    if keuze.zonder_venster or keuze.venster is None:
        return 0
    uitkomst: int = keuze.venster(register)
    return uitkomst


def nieuw(keuze: Namespace) -> int:
    """Make an empty register; an existing file is never overwritten.

    Who makes it is its first medewerker: beheerder and registrar.
    """
    ctx = bootstrap.nieuw(keuze.pad, Gemeente(naam=keuze.gemeente))
    try:
        gebruikers.maak_eerste(ctx, keuze.mijn_naam)
    finally:
        bootstrap.sluit(ctx)
    print(f"Het register van {keuze.gemeente} staat in {keuze.pad}")
    return 0


def reservekopie(keuze: Namespace) -> int:
    """Make a checked, dated copy of the register."""
    with geopend(keuze) as ctx:
        kopie = kopieen.maak(ctx)
    if keuze.json:
        print_json(vormen.plat({
            "pad": str(kopie.pad), "moment": kopie.moment, "bytes": kopie.bytes,
            "aantallen": kopie.aantallen, "tweede_fout": kopie.tweede_fout,
        }))  # fmt: skip
    else:
        print(f"De reservekopie staat in {kopie.pad} en is gecontroleerd.")
        for zin in kopie.manifest.opmerkingen if kopie.manifest else ():
            print(f"Let op: {zin}", file=sys.stderr)
        if kopie.tweede_fout:
            print(kopie.tweede_fout, file=sys.stderr)
    return 0


def herstel(keuze: Namespace) -> int:
    """Put a copy back; the present register is copied first.

    More is only replaced by less after the typed word, or with ``--ja``.
    """
    pad, moment = registerpad(keuze), SystemClock().now()
    try:
        uitkomst = kopieen.herstel(pad, keuze.kopie, moment)
    except RegelFout as fout:
        if fout.veld != "minder_mag":
            raise
        if not keuze.ja:
            print(f"{fout.boodschap}\nTyp HERSTEL om dat toch te doen: ", end="", flush=True)
            if sys.stdin.readline().strip() != "HERSTEL":
                raise RegelFout("Er is niets veranderd.") from fout
        uitkomst = kopieen.herstel(pad, keuze.kopie, moment, minder_mag=True)
    print("Het register is teruggezet.")
    if uitkomst.bewaard is not None:
        print(f"Wat er stond, is bewaard in {uitkomst.bewaard}.")
    return 0


def controleer(keuze: Namespace) -> int:
    """Check the register from the outside and say in plain words what is wrong."""
    if keuze.herstel_index:
        with geopend(keuze) as ctx:
            kopieen.herbouw_zoekindex(ctx)
    bevindingen = kopieen.controleer(registerpad(keuze))
    fouten = [bevinding for bevinding in bevindingen if not bevinding.goed]
    if keuze.json:
        print_json([vormen.bevinding(bevinding) for bevinding in bevindingen])
    else:
        _print_bevindingen(bevindingen)
    return 1 if fouten else 0


def _print_bevindingen(bevindingen: Sequence[Bevinding]) -> None:
    for bevinding in bevindingen:
        print(f"{'goed ' if bevinding.goed else 'FOUT '} {bevinding.tekst}")
        if not bevinding.goed and bevinding.raad:
            print(f"      {bevinding.raad}")


def schijftest(keuze: Namespace) -> int:
    """Try out the disk of the register and say in plain words whether it will do."""
    bevindingen = test_schijf(registerpad(keuze))
    if keuze.json:
        print_json([vormen.bevinding(bevinding) for bevinding in bevindingen])
    else:
        _print_bevindingen(bevindingen)
    return 0 if all(bevinding.goed for bevinding in bevindingen) else 1


def red(keuze: Namespace) -> int:
    """Save what can be read of a damaged register in a new file; says what is missing."""
    moment = SystemClock().now()
    uitkomst = redden.red(keuze.beschadigd, keuze.uit, moment, bootstrap.aangemeld())
    if keuze.json:
        print_json(vormen.plat({
            "uit": str(uitkomst.redding.uit), "aantallen": uitkomst.redding.aantallen,
            "weg": uitkomst.redding.weg, "documenten_weg": uitkomst.redding.documenten,
            "onleesbaar": uitkomst.redding.onleesbaar, "log_heel": uitkomst.redding.log_heel,
        }))  # fmt: skip
    else:
        print(f"Het nieuwe register staat in {uitkomst.redding.uit}.")
        for zin in (*uitkomst.gered, *uitkomst.mist):
            print(f"  {zin}")
        if not uitkomst.mist:
            print("  Er ontbreekt niets.")
    return 0
