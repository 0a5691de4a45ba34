"""Entry of the command line: reads the arguments, runs one command, turns errors into exit codes.

0 done · 1 refused by a rule or bad input · 2 the environment · 3 a bug (logged).
"""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from klachtenapp import __version__, paths
from klachtenapp.cli import beheer, boek, gesprek, meldingen, papierwerk, post, tabellen
from klachtenapp.cli.ontleder import maak_ontleder
from klachtenapp.errors import KlachtenappError
from klachtenapp.services.foutverslag import Regelopmaak


def _sleutel(keuze: Namespace) -> int:
    from klachtenapp.cli import slot  # noqa: PLC0415 - loads the cryptography

    return slot.sleutel(keuze)


_OPDRACHTEN = {
    "termijn": tabellen.termijn,
    "importeer": tabellen.importeer,
    "exporteer": tabellen.exporteer,
    "registreer": meldingen.registreer,
    "lijst": meldingen.lijst,
    "toon": meldingen.toon,
    "signaleer": meldingen.signaleer,
    "brief": papierwerk.brief,
    "stappenplan": papierwerk.stappenplan,
    "termijnkaart": papierwerk.termijnkaart,
    "gesprekskaart": gesprek.maak,
    "agenda": papierwerk.gesprek,
    "dossierboek": boek.maak,
    "postboek": post.postboek,
    "demo": beheer.demo,
    "nieuw": beheer.nieuw,
    "reservekopie": beheer.reservekopie,
    "herstel": beheer.herstel,
    "red": beheer.red,
    "controleer": beheer.controleer,
    "schijftest": beheer.schijftest,
    "sleutel": _sleutel,
}


def main(argumenten: Sequence[str], venster: Callable[[Path], int] | None = None) -> int:
    """Run one command and return its exit code; sentences for people go to stderr.

    ``venster`` opens the window on a register; the command line itself knows no window.
    """
    ontleder = maak_ontleder()
    try:
        keuze = ontleder.parse_args(argumenten)
    except SystemExit as einde:  # argparse ends itself after --help or a mistake
        return int(einde.code or 0)
    keuze.venster = venster
    if keuze.versie:
        print(__version__)
        return 0
    if keuze.opdracht is None:
        ontleder.print_help()
        return 0
    try:
        code = _OPDRACHTEN[keuze.opdracht](keuze)
        sys.stdout.flush()  # here, where a reader that stopped is no bug; at the end it is one
        return code
    except KlachtenappError as fout:
        print(fout.boodschap, file=sys.stderr)
        return fout.exitcode
    except BrokenPipeError:
        # Whoever read along (``| head``) has seen enough. Python flushes once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the last road: logged, told in one sentence
        print(
            "Er ging iets mis in het programma zelf. Er is niets half opgeslagen.\n"
            f"De technische gegevens staan in {_log_fout()}.",
            file=sys.stderr,
        )
        return 3


def _log_fout() -> str:
    """Write the present exception to the log and return where it stands."""
    bestand = paths.logmap() / "klachtenapp.log"
    logger = logging.getLogger("klachtenapp.cli")
    schrijver = RotatingFileHandler(bestand, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    schrijver.setFormatter(Regelopmaak())
    logger.addHandler(schrijver)
    try:
        logger.exception("onverwachte fout")
    finally:
        logger.removeHandler(schrijver)
        schrijver.close()
    return str(bestand)
