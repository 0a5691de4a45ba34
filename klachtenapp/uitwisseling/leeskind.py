"""The process that opens a strange file: it may die, the program lives on.

Started as ``python -m klachtenapp.uitwisseling.leeskind VORM NAAM`` with the file on standard
input; a frozen program starts itself with ``SCHAKELAAR VORM NAAM``. Answers on standard output
(see ``overdracht``). Holds no register and opens no file.
"""

from __future__ import annotations

import os
import sys

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.cellen import Blad
from klachtenapp.uitwisseling.csv_lezen import lees_csv
from klachtenapp.uitwisseling.overdracht import pak_fout_in, pak_in
from klachtenapp.uitwisseling.rekenblad import lees_rekenblad

SCHAKELAAR = "--lees-bestand"
"""First argument by which a frozen program knows that it is this process."""


def lees(inhoud: bytes, vorm: str, naam: str) -> tuple[list[Blad], list[str]]:
    """Read the bytes as ``vorm``. Raises ``RegelFout`` when it is no such file."""
    if vorm == "csv":
        blad, opmerkingen = lees_csv(inhoud, naam)
        return [blad], opmerkingen
    return lees_rekenblad(inhoud, vorm, naam)


def main(argumenten: list[str]) -> int:
    """Read standard input, write the answer; 0 when there is an answer, also a refusal."""
    vorm, naam = argumenten
    grenzen.begrens_dit_proces()
    # File numbers, not sys.stdin: a windowed program has none, but the pipes are there.
    with os.fdopen(0, "rb", closefd=False) as invoer:
        inhoud = invoer.read()
    try:
        antwoord = pak_in(*lees(inhoud, vorm, naam))
    except RegelFout as fout:
        antwoord = pak_fout_in(fout.boodschap)
    except MemoryError:
        antwoord = pak_fout_in(f"{naam} vraagt te veel geheugen. Verdeel het bestand.")
    with os.fdopen(1, "wb", closefd=False) as uitvoer:
        uitvoer.write(antwoord)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
