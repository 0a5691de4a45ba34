"""What came of the strange files, and how long each of them took."""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

HANGT = 10.0
"""Seconds without an answer or the question whether to stop: it hangs.

Seconds of the processor: on a busy machine a file that takes one of them may wait for ten. What
waits without working is found by ``GEDULD``, and told by the clock all the same.
"""
GEDULD = 60.0
"""Seconds by the clock after which a process is killed; that is a hang too."""
TRAAG = 3.0
"""Seconds after which a file is named, so that it can be looked at."""


@dataclass
class Stand:
    """What came of the files. Times of the processor count our own and those of the forks."""

    soort: str
    aantal: int = 0
    uitkomsten: Counter[str] = field(default_factory=Counter)
    fouten: list[str] = field(default_factory=list)
    traag: list[str] = field(default_factory=list)
    half: int = 0
    hangt: int = 0
    stil: int = 0
    traagst: float = 0.0
    stilst: float = 0.0
    rekentijd: float = 0.0
    geheugen: int = 0

    def fout(self, zaad: int, wat: str) -> None:
        """Write down what went wrong with one file, so that it can be made again."""
        self.fouten.append(f"{zaad}: {wat}")

    @contextmanager
    def klok(self, zaad: int, wat: str) -> Iterator[Callable[[], None]]:
        """Time what is done with one file, by the clock and by the processor.

        Gives what is to be called at every sign of life: when the program asks whether to stop.
        """
        begin = vorige = time.monotonic(), _rekentijd()
        stil = werkt = 0.0

        def teken() -> None:
            nonlocal vorige, stil, werkt
            nu = time.monotonic(), _rekentijd()
            stil, werkt = max(stil, nu[0] - vorige[0]), max(werkt, nu[1] - vorige[1])
            vorige = nu

        try:
            yield teken
        finally:
            teken()
            duur, rekentijd = vorige[0] - begin[0], vorige[1] - begin[1]
            self.traagst = max(self.traagst, duur)
            self.stilst = max(self.stilst, stil)
            self.rekentijd = max(self.rekentijd, werkt)
            self.hangt += werkt >= HANGT
            self.stil += stil >= HANGT
            if duur >= TRAAG:
                tijden = f"{duur:.1f} s, stil {stil:.1f} s, processor {rekentijd:.1f} s"
                self.traag.append(f"{zaad}: {wat} {tijden}")

    def regel(self) -> dict[str, Any]:
        """Return the figures."""
        return {
            "soort": self.soort,
            "bestanden": self.aantal,
            "uitkomsten": dict(self.uitkomsten),
            "crashes": len(self.fouten),
            "half": self.half,
            "hangt": self.hangt,
            "stil_op_de_klok": self.stil,
            "traagst_s": round(self.traagst, 2),
            "stilst_s": round(self.stilst, 2),
            "stilst_processor_s": round(self.rekentijd, 2),
            "geheugen_MB": self.geheugen // 2**20,
            "fouten": self.fouten[:25],
            "traag": self.traag[:25],
        }


def _rekentijd() -> float:
    wie = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(g.ru_utime + g.ru_stime for g in map(resource.getrusage, wie))
