"""Builds the fault tools, runs an experiment in its own process, and keeps its line of figures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import klachtenapp
from tests.harnas import bouw
from tests.harnas.stuur import Stuur

_TIJD = 3 * 3600  # seconds; the longest form takes two hours
_WORTEL = Path(klachtenapp.__file__).parents[1]


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The injector that is loaded into a process."""
    if reden := bouw.geen_shim():
        pytest.skip(reden)
    return bouw.bouw_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def fuseshare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that mounts a share."""
    if reden := bouw.geen_share():
        pytest.skip(reden)
    return bouw.bouw_share(tmp_path_factory.mktemp("share"))


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where that is possible: thousands of tries wear no disk."""
    geheugen = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    if not os.access(geheugen, os.W_OK):
        yield tmp_path
        return
    eigen = Path(tempfile.mkdtemp(prefix="klachtenapp-", dir=geheugen))
    yield eigen
    shutil.rmtree(eigen, ignore_errors=True)


@dataclass(frozen=True)
class Proefdraai:
    """Runs experiments and writes down their figures."""

    plek: Path
    noteer: Callable[[str, object], None]

    def draai(self, module: str, *argumenten: object, shim: Path | None = None) -> dict[str, Any]:
        """Run one to its end and return its figures; under the injector when it is given."""
        wereld = {**os.environ, "PYTHONPATH": str(_WORTEL), "PYTHONHASHSEED": "0"}
        if shim is not None:
            wereld |= self._onder(shim)
        klaar = subprocess.run(
            [sys.executable, "-m", f"tests.betrouwbaarheid.{module}", str(self.plek)]
            + [str(argument) for argument in argumenten],
            cwd=_WORTEL, env=wereld, capture_output=True, text=True, timeout=_TIJD, check=False,
        )  # fmt: skip
        assert klaar.returncode == 0, klaar.stderr[-3000:]
        cijfers: dict[str, Any] = json.loads(klaar.stdout.splitlines()[-1])
        self.noteer("cijfers", f"{module}: {json.dumps(cijfers, ensure_ascii=False)}")
        return cijfers

    def _onder(self, shim: Path) -> dict[str, str]:
        for naam in ("share", "lokaal"):
            (self.plek / naam).mkdir()
        Stuur(self.plek / "stuur")
        return {
            "FAULT_SHARE": str(self.plek / "share"),
            "FAULT_LOCAL": str(self.plek / "lokaal"),
            "FAULT_CTL": str(self.plek / "stuur"),
            "FAULT_TRACE": str(self.plek / "spoor"),
            "LD_PRELOAD": str(shim),
        }


@pytest.fixture
def proef(plek: Path, record_property: Callable[[str, object], None]) -> Proefdraai:
    """The runner of experiments for one test."""
    return Proefdraai(plek, record_property)
