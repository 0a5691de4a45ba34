"""Commands for the lock of a register: sleutel status, aan, uit, uitnodigen, toetreden, …

Secret words are never an argument: those stand in the history of the shell and in the list of
processes. They are asked for, or read from standard input.
"""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.cli.openen import geopend, print_json, registerpad
from klachtenapp.clock import SystemClock
from klachtenapp.domain import dagtekst
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.services import kopieslot, ontsluiten, sleutelpapier, versleuteling
from klachtenapp.services.context import Context


def sleutel(keuze: Namespace) -> int:
    """Run the command behind ``sleutel``."""
    return _OPDRACHTEN[keuze.wat](keuze)


def _status(keuze: Namespace) -> int:
    with geopend(keuze) as ctx:
        stand = versleuteling.stand(ctx)
    if keuze.json:
        print_json({
            "versleuteld": stand.aan, "lijst_in_orde": stand.gekeurd,
            "toegang": [
                {
                    "nummer": r.uid[:8], "soort": r.soort.value, "naam": r.naam,
                    "sinds": r.sinds.isoformat(), "tot": r.tot.isoformat() if r.tot else None,
                    "u": r.eigen,
                }
                for r in stand.toegang
            ],
        })  # fmt: skip
        return 0
    print("Dit register is versleuteld." if stand.aan else "Dit register is niet versleuteld.")
    if not stand.gekeurd:
        print("Let op: de lijst met toegang is buiten het programma om veranderd.")
    for r in stand.toegang:
        tot = f", geldig tot en met {dagtekst.lang(r.tot)}" if r.tot else ""
        print(f"{r.uid[:8]}  {r.soort.value:14} {r.naam}{' (u)' if r.eigen else ''}{tot}")
    return 0


def _aan(keuze: Namespace) -> int:
    """Write the paper first, then ask for its words: only who has it gets further."""
    with geopend(keuze) as ctx:
        geheim = versleuteling.nieuw_herstelgeheim()
        _schrijf(keuze.uit, sleutelpapier.herstelblad(ctx, geheim))
        print(f"De herstelsleutel staat in {keuze.uit}. Print dat blad.")
        getypt = _vraag("Typ de negen woorden van het papier: ")
        wachtwoord = "" if ontsluiten.heeft_kluis() else _vraag("Kies een wachtwoord: ")
        dicht = versleuteling.zet_aan(ctx, geheim, getypt, wachtwoord=wachtwoord)
        _kopieen(dicht, keuze)
    print("Het register is versleuteld. Leg het papier in de kluis en gooi het bestand weg.")
    return 0


def _kopieen(ctx: Context, keuze: Namespace) -> None:
    leesbaar = kopieslot.leesbare_kopieen(ctx)
    if keuze.kopieen:
        uitkomst = kopieslot.vergrendel_kopieen(ctx)
        print(f"Reservekopieën versleuteld: {uitkomst.gelukt}.")
        leesbaar = uitkomst.gebleven
    for pad in leesbaar:
        print(f"Let op: deze reservekopie is nog te lezen: {pad}", file=sys.stderr)


def _uit(keuze: Namespace) -> int:
    with geopend(keuze) as ctx:
        versleuteling.zet_uit(ctx)
    print("Het register is niet meer versleuteld.")
    return 0


def _nodig_uit(keuze: Namespace) -> int:
    with geopend(keuze) as ctx:
        uitnodiging = versleuteling.nodig_uit(ctx, keuze.naam, keuze.dagen)
        _schrijf(keuze.uit, sleutelpapier.uitnodigingsblad(ctx, uitnodiging))
    print(
        f"De uitnodiging staat in {keuze.uit}, geldig tot en met {dagtekst.lang(uitnodiging.tot)}."
    )
    return 0


def _treed_toe(keuze: Namespace) -> int:
    woorden = _vraag("Typ de woorden van het papier: ")
    wachtwoord = "" if ontsluiten.heeft_kluis() else _vraag("Kies een wachtwoord: ")
    bootstrap.treed_toe(registerpad(keuze), woorden, SystemClock().now(), wachtwoord=wachtwoord)
    print("U hebt nu toegang op deze computer.")
    return 0


def _sluit_buiten(keuze: Namespace) -> int:
    with geopend(keuze) as ctx:
        gezocht = [r for r in versleuteling.stand(ctx).toegang if r.uid.startswith(keuze.nummer)]
        if len(gezocht) != 1:
            raise RegelFout(
                "Dit nummer is er niet, of hoort bij meer. Kijk bij: sleutel status.",
                veld="nummer",
            )
        versleuteling.sluit_buiten(ctx, gezocht[0].uid)
    print(f"{gezocht[0].naam} heeft geen toegang meer.")
    return 0


def _schrijf(pad: Path, pdf: bytes) -> None:
    try:
        pad.write_bytes(pdf)
    except OSError as fout:
        raise OmgevingFout(f"Het blad kan niet worden bewaard: {pad}. Kies een andere plek.") from (
            fout
        )


def _vraag(zin: str) -> str:
    """Ask for something secret: unseen at a terminal, else the next line of the input."""
    if sys.stdin.isatty():
        return getpass.getpass(zin)
    print(zin, file=sys.stderr)
    return sys.stdin.readline().strip()


_OPDRACHTEN: dict[str, Callable[[Namespace], int]] = {
    "status": _status,
    "aan": _aan,
    "uit": _uit,
    "uitnodigen": _nodig_uit,
    "toetreden": _treed_toe,
    "buitensluiten": _sluit_buiten,
}
