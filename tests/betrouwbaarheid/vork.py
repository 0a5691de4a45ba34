"""Does something in a process of its own that may die or hang, and tells how it ended."""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Afloop:
    """How a process ended: its answer, or the signal by which it died.

    ``seconden`` are those of the clock, ``rekentijd`` those of the processor, ``geheugen`` is
    the most it held, in bytes. ``verlopen``: it was killed because its time was up.
    """

    antwoord: Any
    signaal: int
    seconden: float
    rekentijd: float
    geheugen: int
    verlopen: bool


def in_eigen_proces(doe: Callable[[], Any], tijd: float) -> Afloop:
    """Run ``doe`` in a fork for at most ``tijd`` seconds; we live on."""
    lezen, schrijven = os.pipe()
    begin = time.monotonic()
    kind = os.fork()
    if not kind:
        with os.fdopen(schrijven, "wb") as uit:
            try:
                pickle.dump(doe(), uit)
            except BaseException as fout:  # noqa: BLE001 - any of them is what we look for
                pickle.dump(("CRASH", spoor(fout)), uit)
            uit.flush()
        os._exit(0)
    os.close(schrijven)
    ruw, verlopen = _lees_tot(lezen, begin + tijd)
    os.close(lezen)
    if verlopen:
        os.kill(kind, signal.SIGKILL)
    _, status, gebruik = os.wait4(kind, 0)
    duur = time.monotonic() - begin
    antwoord = pickle.loads(ruw) if ruw and not os.WIFSIGNALED(status) else None  # noqa: S301 - ours
    dood = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    rekentijd = gebruik.ru_utime + gebruik.ru_stime
    return Afloop(antwoord, dood, duur, rekentijd, gebruik.ru_maxrss * 1024, verlopen)


def _lees_tot(lezen: int, eind: float) -> tuple[bytes, bool]:
    """Return what came through the pipe, and whether the time was up before it closed."""
    ruw = b""
    while True:
        over = eind - time.monotonic()
        if over <= 0 or not select.select([lezen], [], [], over)[0]:
            return ruw, True
        stuk = os.read(lezen, 1 << 20)
        if not stuk:
            return ruw, False
        ruw += stuk


def spoor(fout: BaseException) -> str:
    """Return in one line what went wrong and where in the program; all of it when asked for."""
    if os.environ.get("VIJAND_SPOOR"):
        traceback.print_exception(fout)
    plekken = traceback.extract_tb(fout.__traceback__)[::-1]
    plek = next((p for p in plekken if "klachtenapp" in p.filename), plekken[0])
    wat = f"{type(fout).__name__} {str(fout)[:90]!r}"
    return f"{wat} {Path(plek.filename).name}:{plek.lineno}"
