"""Commands with tables and dates: termijn, importeer, exporteer."""

from __future__ import annotations

import sys
from argparse import Namespace

from klachtenapp.cli import vormen
from klachtenapp.cli.openen import geopend, print_json
from klachtenapp.domain import termijnen
from klachtenapp.domain.dagtekst import lang_met_dag
from klachtenapp.errors import RegelFout
from klachtenapp.services import exporteren, importeren
from klachtenapp.services.kalenders import standaardkalender
from klachtenapp.services.zoeken import Filter


def termijn(keuze: Namespace) -> int:
    """Work out a legal term, without a register: the supplied holiday table is used."""
    kalender = standaardkalender()
    if keuze.niet_in_behandeling:
        if keuze.verdaagd:
            raise RegelFout("De termijn van art. 9:8 kan niet worden verdaagd.", veld="verdaagd")
        uitkomst = termijnen.niet_in_behandeling(keuze.datum, kalender)
    else:
        uitkomst = termijnen.afdoening(
            keuze.datum, kalender, weken=keuze.weken, verdaagd=keuze.verdaagd
        )
    if keuze.json:
        print_json(vormen.termijn(uitkomst))
        return 0
    print(f"Uiterlijk {lang_met_dag(uitkomst.uiterste_datum)}")
    for zin in uitkomst.uitleg:
        print(f"  {zin}")
    for waarschuwing in uitkomst.waarschuwingen:
        print(f"Let op: {waarschuwing}", file=sys.stderr)
    return 0


def importeer(keuze: Namespace) -> int:
    """Take in an old register: all accepted rows or none; ``--proef`` changes nothing."""
    with geopend(keuze) as ctx:
        werk = importeren.proef if keuze.proef else importeren.importeer
        verslag = werk(ctx, keuze.bestand, keuze.kolommen)
        if keuze.verslag is not None:
            importeren.verslag_xlsx(verslag, keuze.verslag)
    vorm = verslag.als_json()
    if keuze.json:
        print_json(vorm)
        return 0
    print(f"Gelezen: {vorm['gelezen']} rijen")
    print(
        f"  goed: {vorm['goed']}   let op: {vorm['let_op']}   geweigerd: {len(vorm['geweigerd'])}"
    )
    for rij in vorm["geweigerd"]:
        print(f"  blad {rij['blad']}, rij {rij['rij']}: {rij['reden']}")
    wat = (
        "Dit was een proef: er is niets veranderd."
        if keuze.proef
        else (f"Toegevoegd: {vorm['toegevoegd']} dossiers.")
    )
    print(wat)
    return 0


def exporteer(keuze: Namespace) -> int:
    """Write the register, or what the filter leaves of it, to .xlsx or .csv."""
    filter_ = Filter(zoek=keuze.zoek, status=keuze.status)
    schrijvers = {".xlsx": exporteren.naar_xlsx, ".csv": exporteren.naar_csv}
    schrijver = schrijvers.get(keuze.uit.suffix.lower())
    if schrijver is None:
        raise RegelFout("Kies een bestand dat eindigt op .xlsx of .csv.", veld="uit")
    with geopend(keuze) as ctx:
        schrijver(ctx, filter_, keuze.uit)
    print(keuze.uit, file=sys.stderr)
    return 0
