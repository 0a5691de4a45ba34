"""Start to a usable werkvoorraad, and its memory, against a bare PySide6 window."""

from __future__ import annotations

import compileall
import statistics
from pathlib import Path

from meting import WORTEL, Omvang, proces, regel

_MB = 1024 * 1024


def meet(registers: dict[int, Path], omvang: Omvang) -> None:
    """Print whole-process time and memory per register size."""
    # Installed programs have their bytecode; some machines are told never to write it.
    compileall.compile_dir(WORTEL / "klachtenapp", quiet=1)
    basis, basis_geheugen = _middel("kaal_venster.py", omvang)
    kleinste = min(registers)
    klein = 0.0
    for aantal, pad in sorted(registers.items()):
        tijd, geheugen = _middel("ons_venster.py", omvang, str(pad))
        regel(f"start tot werkvoorraad, {aantal:,} meldingen", tijd, basis, "≤ 2,5×")
        if aantal == kleinste:
            klein = tijd
        else:
            regel(f"  dezelfde tegen {kleinste} meldingen", tijd, klein, "≤ 1,1×")
        if basis_geheugen:
            regel(f"  geheugen, {aantal:,} meldingen: {(geheugen - basis_geheugen) / _MB:+.0f} MB",
                  geheugen / _MB, basis_geheugen / _MB, "≤ +150 MB", eenheid="MB")  # fmt: skip


def _middel(script: str, omvang: Omvang, *argumenten: str) -> tuple[float, float]:
    metingen = [proces(script, *argumenten) for _ in range(omvang.keren + 1)][1:]
    return (
        statistics.median(tijd for tijd, _ in metingen),
        statistics.median(float(uit) for _, uit in metingen),
    )
