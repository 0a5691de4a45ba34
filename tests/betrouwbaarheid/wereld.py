"""The world of one experiment: a folder as the share, a folder as this computer, and children.

An experiment runs in a process of its own (it may carry the fault injector) that loads the
program once and forks a child for each try, so that a thousand tries take minutes.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NoReturn

from argon2 import PasswordHasher

import klachtenapp.kluis
from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.kluis import Kluis, deuren, eigendeur, geheim, sleutelbos, zegel
from klachtenapp.models import kopie, register
from klachtenapp.models.gedeeld import schrijfslot
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services.context import Context
from tests.betrouwbaarheid.bestandskluis import Bestandskluis

NU: Final = datetime(2026, 11, 24, 9, 0)
VANDAAG: Final = date(2026, 11, 24)
NAAM: Final = "register.klachten"
GEDULD_S: Final = 30.0
"""A child that says nothing for so long hangs."""


@dataclass(frozen=True, slots=True)
class Wereld:
    """The two disks of one experiment."""

    share: Path
    lokaal: Path

    @property
    def pad(self) -> Path:
        """The register."""
        return self.share / NAAM

    def begin(self, zaad: Path) -> None:
        """Put a fresh copy of the register ``zaad`` on an empty share, and empty the postvak."""
        for plek in (self.share, self.lokaal):
            for wat in plek.iterdir():
                shutil.rmtree(wat) if wat.is_dir() else wat.unlink()
        (self.lokaal / "tmp").mkdir()
        shutil.copyfile(zaad, self.pad)

    def open(self) -> Context:
        """Open the register as a colleague would."""
        return bootstrap.open(self.pad, clock=FixedClock(NU), gebruiker="registrar")


def richt_in(plek: Path, *, netwerk: bool = True, geduld: float = 0.4) -> Wereld:
    """Make the folders and prepare this process: cheap secrets, a key store of its own.

    Under the fault injector the folders come from its environment. With ``netwerk`` every
    folder is a share on which nobody waits longer than ``geduld`` seconds.
    """
    wereld = Wereld(
        Path(os.environ.get("FAULT_SHARE") or plek / "share"),
        Path(os.environ.get("FAULT_LOCAL") or plek / "lokaal"),
    )
    for waar in (wereld.share, wereld.lokaal, wereld.lokaal / "tmp"):
        waar.mkdir(parents=True, exist_ok=True)
    for naam in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[naam] = str(wereld.lokaal)
    tempfile.tempdir = str(wereld.lokaal / "tmp")
    zet: Callable[[object, str, object], None] = setattr
    if netwerk:
        for module in (register, kopie):
            zet(module, "soort_schijf", lambda _pad: SoortSchijf.NETWERK)
        register._VOORAF["busy_timeout"] = int(geduld * 1000)
        zet(schrijfslot, "WACHT_S", geduld)
        zet(schrijfslot, "VERVAL_S", geduld / 2)
        zet(schrijfslot, "_BLIK_S", geduld / 20)
    kluis = Bestandskluis(plek / "kluis")
    for houder in (sleutelbos, eigendeur, klachtenapp.kluis):
        zet(houder, "Kluis", lambda: Kluis(kluis))
    zet(geheim, "_HASHER", PasswordHasher(1, 8, 1))
    zet(zegel, "_WERK", (1, 8, 1))
    zet(deuren, "_REKKEN", (1, 8, 1))
    return wereld


class Kind:
    """A forked process that reports in lines of JSON; ``werk`` gets the function to report by."""

    def __init__(self, werk: Callable[[Callable[[Any], None]], None]) -> None:
        lees, schrijf = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(lees)
            _leef(werk, schrijf)
        os.close(schrijf)
        self._lees = lees
        self._rest = b""
        self._klaar = False

    def hoor(self, geduld: float = GEDULD_S) -> Any:
        """Return the next report; ``None`` when the child is gone.

        :raises TimeoutError: it says nothing.
        """
        while b"\n" not in self._rest:
            if not select.select([self._lees], [], [], geduld)[0]:
                self.dood()
                raise TimeoutError(f"the child hangs for {geduld} s")
            stuk = os.read(self._lees, 65536)
            if not stuk:
                return None
            self._rest += stuk
        regel, _, self._rest = self._rest.partition(b"\n")
        return json.loads(regel)

    def dood(self) -> list[Any]:
        """Kill it without a goodbye, and return what it still had reported."""
        if not self._klaar:
            os.kill(self.pid, signal.SIGKILL)
            self._wacht()
        gezegd = []
        while (regel := self.hoor()) is not None:
            gezegd.append(regel)
        os.close(self._lees)
        return gezegd

    def slot(self, geduld: float = GEDULD_S) -> list[Any]:
        """Wait until it is ready by itself, and return what it reported."""
        gezegd = []
        while (regel := self.hoor(geduld)) is not None:
            gezegd.append(regel)
        self._wacht()
        os.close(self._lees)
        return gezegd

    def _wacht(self) -> None:
        os.waitpid(self.pid, 0)
        self._klaar = True


def _leef(werk: Callable[[Callable[[Any], None]], None], schrijf: int) -> NoReturn:
    def meld(wat: Any) -> None:
        os.write(schrijf, json.dumps(wat).encode() + b"\n")

    try:
        werk(meld)
    except BaseException as fout:  # noqa: BLE001 - reported; the experiment judges it
        meld({"uit": "fout", "tekst": f"{type(fout).__name__}: {fout}"})
    os._exit(0)


def cijfers(**waarden: object) -> None:
    """Print the outcome of an experiment for the test that started it."""
    sys.stdout.write(json.dumps(waarden) + "\n")
    sys.stdout.flush()


def sinds(begin: float) -> float:
    """Return the seconds since ``begin``, rounded."""
    return round(time.monotonic() - begin, 1)
