"""All benchmarks: ``python tests/benchmarks/alles.py [--kort] [--map MAP]``.

Prints a line per row of ontwerp §9. A budget is never asserted: a slow machine is not a bug.
``--map`` keeps the registers that are measured, so that a second run need not make them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import meet_brief
import meet_importeren
import meet_opslaan
import meet_slot
import meet_start
import meet_zoeken
from meting import KORT, LANG, Omvang
from voorraad import maak


def main() -> None:
    """Measure everything that exists."""
    ontleder = argparse.ArgumentParser(description="Measure everything, as ratios.")
    ontleder.add_argument("--kort", action="store_true", help="small: does it run?")
    ontleder.add_argument("--map", type=Path, help="where the registers are made and kept")
    keuze = ontleder.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if keuze.map is not None:
        keuze.map.mkdir(parents=True, exist_ok=True)
        _meet(keuze.map, KORT if keuze.kort else LANG)
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as plek:
        _meet(Path(plek), KORT if keuze.kort else LANG)


def _meet(plek: Path, omvang: Omvang) -> None:
    registers = {n: maak(plek / f"meting-{n}.klachten", n) for n in omvang.groottes}
    meet_start.meet(registers, omvang)
    for aantal, pad in registers.items():
        meet_zoeken.meet(pad, aantal, omvang)
        meet_zoeken.meet_venster(pad, aantal)
    klein = registers[min(registers)]
    meet_brief.meet(klein, omvang)
    meet_importeren.meet(plek, omvang)
    for pad in registers.values():
        meet_opslaan.meet(pad, omvang)
        meet_slot.meet(pad, omvang)


if __name__ == "__main__":
    main()
