"""Runs the program over strange files, each in a process that may die, and counts what came of it.

``python -m tests.betrouwbaarheid.vijandlus imports|registers VAN TOT MAP`` prints one line of
JSON. Only where there is ``fork``: a fresh Python for each of ten thousand files takes hours.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from argon2 import PasswordHasher

import klachtenapp.kluis
from klachtenapp.kluis import Kluis, geheim, sleutelbos
from tests.betrouwbaarheid.vijandimports import imports
from tests.betrouwbaarheid.vijandregister import registers
from tests.geheugenkluis import Geheugenkluis


def main(argumenten: list[str]) -> int:
    """Run a part and print its figures."""
    soort, van, tot, map_ = argumenten
    plek = Path(map_)
    plek.mkdir(parents=True, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["RUST_BACKTRACE"] = "0"  # as kindproces does
    opslag = Geheugenkluis()
    for module in (sleutelbos, klachtenapp.kluis):
        setattr(module, "Kluis", lambda: Kluis(opslag))  # noqa: B010 - a class by a maker of it
    geheim._HASHER = PasswordHasher(1, 8, 1)  # type: ignore[misc]
    stand = {"imports": imports, "registers": registers}[soort](int(van), int(tot), plek)
    print(json.dumps(stand.regel(), ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
