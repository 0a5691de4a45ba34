"""Runs a part of this program as a process of its own that may be killed: it reads strange files.

The file goes in through the pipe, the answer comes out; nothing touches the disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from klachtenapp.errors import OmgevingFout

_TIK = 0.2


class Gestopt(Exception):
    """The user stopped the reading."""


class Verlopen(Exception):
    """The process took longer than it was given, and was killed."""


def opdracht(module: str, schakelaar: str) -> list[str]:
    """Return how to start ``module``; a frozen program starts itself with ``schakelaar``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, schakelaar]
    # -P: a folder called klachtenapp in the current directory must not be run.
    return [sys.executable, "-P", "-m", module]


def vraag(
    opdracht: Sequence[str],
    invoer: bytes,
    *,
    tijd: float,
    gestopt: Callable[[], bool] | None = None,
) -> bytes:
    """Return what the process wrote, empty when it fell over.

    It is killed after ``tijd`` seconds (``Verlopen``) or when ``gestopt``, asked five times a
    second, says so (``Gestopt``).

    :raises OmgevingFout: the system starts no process.
    """
    try:
        kind = subprocess.Popen(  # noqa: S603 - our own program, no shell
            list(opdracht),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_omgeving(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fout:
        raise OmgevingFout(
            "Het bestand kan nu niet worden gelezen: Windows start geen nieuw proces. "
            "Sluit andere programma's en probeer het opnieuw."
        ) from fout
    _geef(kind, invoer)
    with kind:
        try:
            return _wacht(kind, gestopt, tijd)
        finally:
            if kind.poll() is None:
                kind.kill()


def _geef(kind: subprocess.Popen[bytes], inhoud: bytes) -> None:
    """Write the file to the process from a thread of its own.

    ``communicate`` forgets what it still had to write when it is called again after a
    time-out, and both sides would wait for ever.
    """
    invoer, kind.stdin = kind.stdin, None
    assert invoer is not None  # noqa: S101 - it was opened as a pipe

    def schrijf() -> None:
        # A process that refuses the file early, or is killed, closes the pipe: then there
        # is nobody left to tell, and what it answered says enough.
        with suppress(OSError), invoer:
            invoer.write(inhoud)

    threading.Thread(target=schrijf, name="leesbestand", daemon=True).start()


def _wacht(kind: subprocess.Popen[bytes], gestopt: Callable[[], bool] | None, tijd: float) -> bytes:
    over = tijd
    while True:
        try:
            uitvoer, _ = kind.communicate(timeout=min(_TIK, over))
            return uitvoer
        except subprocess.TimeoutExpired as verlopen:
            over -= _TIK
            if gestopt is not None and gestopt():
                raise Gestopt from verlopen
            if over <= 0:
                raise Verlopen from verlopen


def _omgeving() -> dict[str, str]:
    """Let the process find this same klachtenapp, also from a checkout that is not installed."""
    wortel = str(Path(__file__).resolve().parents[2])
    eerder = os.environ.get("PYTHONPATH", "")
    paden = [wortel, eerder] if eerder else [wortel]
    eigen = {"PYTHONPATH": os.pathsep.join(paden), "PYTHONUTF8": "1"}
    # A reader that falls over need not first look up, for seconds, where in its code it was.
    return {**os.environ, **eigen, "RUST_BACKTRACE": "0"}
