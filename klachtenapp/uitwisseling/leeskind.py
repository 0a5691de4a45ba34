"""The process that opens a strange file: it may die, the program lives on.

Started as ``python -m klachtenapp.uitwisseling.leeskind VORM NAAM`` with the file on standard
input; a frozen program starts itself with ``SCHAKELAAR VORM NAAM``. Answers on standard output
(see ``overdracht``). Holds no register and opens no file.
"""

from __future__ import annotations

import faulthandler
import io
import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.cellen import Blad
from klachtenapp.uitwisseling.csv_lezen import lees_csv
from klachtenapp.uitwisseling.overdracht import pak_fout_in, pak_in
from klachtenapp.uitwisseling.rekenblad import lees_rekenblad
from klachtenapp.uitwisseling.zipdelen import LEESFOUTEN

SCHAKELAAR = "--lees-bestand"
"""First argument by which a frozen program knows that it is this process."""


def lees(inhoud: bytes, vorm: str, naam: str) -> tuple[list[Blad], list[str]]:
    """Read the bytes as ``vorm``. Raises ``RegelFout`` when it is no such file."""
    if vorm == "csv":
        blad, opmerkingen = lees_csv(inhoud, naam)
        return [blad], opmerkingen
    return lees_rekenblad(inhoud, vorm, naam)


@contextmanager
def _niet_langer_dan(seconden: float) -> Iterator[None]:
    """Let this process end itself when the block takes longer.

    A reader that goes round for ever never comes back to Python: no timer or signal of
    Python's own would be looked at. The watchdog of ``faulthandler`` is a thread without it.
    """
    with open(os.devnull, "wb") as nergens:
        faulthandler.dump_traceback_later(seconden, exit=True, file=nergens)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _uitgepakt(inhoud: bytes) -> int:
    """Return the size of the file, of a zip that of all its parts unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return sum(deel.file_size for deel in archief.infolist())
    except LEESFOUTEN:
        return len(inhoud)


def main(argumenten: list[str]) -> int:
    """Read standard input, write the answer; 0 when there is an answer, also a refusal."""
    vorm, naam = argumenten
    grenzen.begrens_dit_proces()
    # File numbers, not sys.stdin: a windowed program has none, but the pipes are there.
    with os.fdopen(0, "rb", closefd=False) as invoer:
        inhoud = invoer.read()
    try:
        with _niet_langer_dan(grenzen.leestijd(_uitgepakt(inhoud))):
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
