"""Switches the lock of a register on, over and off, and is stopped at every file operation.

Run as a process of its own: it forks. Prints one line of JSON for each stop. ``dood`` ends the
process there, as a power cut does; ``vol`` lets the disk refuse that one operation.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import klachtenapp.kluis
from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.errors import KlachtenappError, OmgevingFout
from klachtenapp.kluis import Kluis, eigendeur, sleutelbestand, sleutelbos
from klachtenapp.models import log
from klachtenapp.services import reservekopie, versleuteling, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.versleuteling import Woordgeheim
from klachtenapp.services.zoeken import Filter
from tests.geheugenkluis import Geheugenkluis

_GELUKT, _GEWEIGERD, _DOOD, _VOORBIJ = 0, 7, 9, 97
_STAPPEN = ("replace", "fsync", "unlink")
_KLOK = FixedClock(datetime(2026, 11, 24, 9, 0))
_GEHEIM = Woordgeheim(bytes(range(16)))
_DOEN: dict[str, Callable[[Context], Context]] = {
    "aan": lambda ctx: versleuteling.zet_aan(ctx, _GEHEIM, _GEHEIM.woorden),
    "over": lambda ctx: versleuteling.vernieuw_herstelsleutel(ctx, _GEHEIM, _GEHEIM.woorden),
    "uit": lambda ctx: versleuteling.zet_uit(ctx),
}


class Bestandskluis(Geheugenkluis):
    """A key store that the next process sees too."""

    def __init__(self, pad: Path) -> None:
        super().__init__()
        self.pad = pad
        if pad.exists():
            self.geheimen = {(d, n): g for d, n, g in json.loads(pad.read_text())}

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.pad.write_text(json.dumps([(*naam, g) for naam, g in self.geheimen.items()]))


@contextmanager
def _stop_bij(nummer: int, vol: bool) -> Iterator[list[int]]:
    """Stop at the file operation with this number; gives how many there were."""
    geteld = [0]
    echte = {naam: getattr(os, naam) for naam in _STAPPEN}

    def tel(naam: str) -> Callable[..., Any]:
        def doe(*args: Any, **kwargs: Any) -> Any:
            geteld[0] += 1
            if geteld[0] == nummer:
                if not vol:
                    os._exit(_DOOD)
                raise OSError(28, "No space left on device")
            return echte[naam](*args, **kwargs)

        return doe

    for naam in _STAPPEN:
        setattr(os, naam, tel(naam))
    try:
        yield geteld
    finally:
        for naam, echt in echte.items():
            setattr(os, naam, echt)


def _richt_in(plek: Path) -> None:
    kluis = Bestandskluis(plek / "kluis.json")
    for module in (sleutelbos, eigendeur, klachtenapp.kluis):
        setattr(module, "Kluis", lambda: Kluis(kluis))  # noqa: B010
    for naam in ("gegevensmap", "instellingenmap", "logmap"):
        setattr(paths, naam, lambda: plek)


def _open(plek: Path) -> Context:
    return bootstrap.open(plek / "proef.klachten", clock=_KLOK, gebruiker="registrar")


def _kind(doe: Callable[[], int]) -> int:
    """Run in a process of its own; returns its exit code."""
    nummer = os.fork()
    if nummer == 0:
        code = 99
        try:
            code = doe()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(nummer, 0)[1])


def _poging(plek: Path, wat: str, nummer: int, vol: bool) -> int:
    _richt_in(plek)
    ctx = _open(plek)
    with _stop_bij(nummer, vol) as geteld:
        try:
            na = _DOEN[wat](ctx)
        except OmgevingFout:
            na = None
    if geteld[0] < nummer:
        return _VOORBIJ
    return _GELUKT if na is not None else _GEWEIGERD


def _kijk(plek: Path, aantal: int) -> int:
    """Look as the next morning: does it open, is all there, does it say what it is."""
    _richt_in(plek)
    ctx = _open(plek)
    pad = ctx.register.pad
    bestand = sleutelbestand.lees(pad)
    oordelen = (
        zoeken.aantal(ctx, Filter()) == aantal,
        log.controleer(ctx.register) is None,
        all(b.goed for b in reservekopie.controleer(pad, ctx.register.sleutel)),
        bool(ctx.sleutel) is (bestand is not None),
        bestand is None or bestand.volgende is None,
        not list(plek.glob("*.omzetting*")),
        not ctx.sleutel or b"Alberts" not in pad.read_bytes(),
        not ctx.sleutel or versleuteling.stand(ctx).gekeurd,
    )
    bootstrap.sluit(ctx)
    if not all(oordelen):
        sys.stderr.write(f"{oordelen}\n")
    return 0 if all(oordelen) else 1


def main(bron: Path, wat: str, aantal: int, vol: bool, elke: int) -> None:
    """Try a stop at every so many operations until one is past the end."""
    if wat == "begin":
        _kind(lambda: _poging(bron, "aan", 10**6, vol))
        return
    nummer = 1 - elke
    while True:
        nummer += elke
        plek = bron.with_name(f"{bron.name}-{wat}-{nummer}-{int(vol)}")
        shutil.copytree(bron, plek)
        code = _kind(lambda: _poging(plek, wat, nummer, vol))  # noqa: B023
        goed = _kind(lambda: _kijk(plek, aantal)) == 0  # noqa: B023
        sys.stdout.write(json.dumps({"stop": nummer, "code": code, "goed": goed}) + "\n")
        sys.stdout.flush()
        shutil.rmtree(plek)
        if code == _VOORBIJ:
            return


if __name__ == "__main__":
    try:
        main(
            Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "vol", int(sys.argv[5])
        )
    except KlachtenappError as fout:
        sys.exit(str(fout))
