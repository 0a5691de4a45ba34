"""Measuring: a few repetitions, the median, and one line with the ratio to the baseline."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MAP = Path(__file__).resolve().parent
WORTEL = MAP.parents[1]


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much a run measures: registers of these sizes, this many repetitions."""

    groottes: tuple[int, ...]
    keren: int
    importrijen: int


KORT = Omvang(groottes=(100, 1_000), keren=3, importrijen=500)
LANG = Omvang(groottes=(100, 10_000, 100_000), keren=7, importrijen=10_000)


def duur(werk: Callable[[], object]) -> float:
    """Return how many seconds ``werk`` takes once."""
    begin = time.perf_counter()
    werk()
    return time.perf_counter() - begin


def mediaan(werk: Callable[[], object], keren: int) -> float:
    """Return the median of ``keren`` measurements, after one that does not count."""
    werk()
    return statistics.median(duur(werk) for _ in range(keren))


def afwisselend(*werken: Callable[[], object], keren: int) -> list[float]:
    """Return the median of each, measured in turns: a busy moment then hits them all."""
    for werk in werken:
        werk()
    rondes = [[duur(werk) for werk in werken] for _ in range(keren)]
    return [statistics.median(ronde[plek] for ronde in rondes) for plek in range(len(werken))]


def p95(waarden: list[float]) -> float:
    """Return the value under which 95 % lies."""
    return sorted(waarden)[max(0, -(-len(waarden) * 95 // 100) - 1)]


def regel(wat: str, onze: float, basis: float, budget: str, eenheid: str = "ms") -> None:
    """Print one line: what, ours, the baseline, the ratio and the budget."""
    maal = 1000.0 if eenheid == "ms" else 1.0
    print(
        f"{wat:<58} {onze * maal:10.1f} {eenheid:<3} basis {basis * maal:10.1f} {eenheid:<3} "
        f"verhouding {onze / basis:7.2f}×   budget {budget}",
        flush=True,
    )


def proces(script: str, *argumenten: str) -> tuple[float, str]:
    """Run a benchmark script as a whole process; return seconds and the last line it printed."""
    begin = time.perf_counter()
    uitkomst = subprocess.run(
        [sys.executable, str(MAP / script), *argumenten],
        capture_output=True,
        text=True,
        check=False,
        cwd=WORTEL,
    )
    seconden = time.perf_counter() - begin
    if uitkomst.returncode != 0:
        raise RuntimeError(f"{script} {argumenten}: {uitkomst.stderr}")
    regels = uitkomst.stdout.strip().splitlines()
    return seconden, regels[-1] if regels else ""
