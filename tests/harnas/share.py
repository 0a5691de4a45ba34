"""One workstation on the share: a FUSE mount of a folder, with its own faults."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.harnas.stuur import Stuur

_GEDULD_S = 60


class Share(Stuur):
    """``with Share(fuseshare, folder, place) as pc: ...``; its files are in ``pc.map``."""

    def __init__(self, programma: Path, achter: Path, plek: Path) -> None:
        plek.mkdir(parents=True, exist_ok=True)
        super().__init__(plek / "stuur")
        self.map = plek / "share"
        self.map.mkdir()
        self._proces = self._start(programma, achter)
        einde = time.monotonic() + _GEDULD_S
        while not os.path.ismount(self.map):
            if self._proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError("the share could not be mounted")
            time.sleep(0.01)

    def _start(self, programma: Path, achter: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [str(programma), str(self.map), f"--backing={achter}", f"--ctl={self.pad}", "-f"]
            # a share that root mounts is there for everybody
            + ([] if os.name == "nt" or os.geteuid() else ["-oallow_other"]),
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.rust()
        subprocess.run(["fusermount3", "-u", "-z", str(self.map)], check=False)
        try:
            self._proces.wait(5)
        except subprocess.TimeoutExpired:
            self._proces.kill()
            self._proces.wait()
