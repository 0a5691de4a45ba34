"""One workstation on a Samba share: every call on a mount point becomes a request in SMB.

``python -m tests.harnas.smbshare MOUNT CONTROL PORT USER``, the password on stdin. The kernel
needs no SMB for it. Nothing is kept here: no oplock, no cache, no write put off. Its control
file is that of ``fuseshare.c``: pulling the plug cuts the connection, what was open stays dead,
and the server drops its locks as soon as it hears of it. That is at once, or with
``stil`` only when the workstation is back, as when a cable is pulled.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final

from tests.harnas.share import Share
from tests.harnas.smbd import Smbd

VERZOEKEN: Final = (2048, "<Q")
STIL: Final = (2056, "<I")
"""Behind the block that all injectors share."""

_WORTEL: Final = Path(__file__).parents[2]


class SmbShare(Share):
    """``with SmbShare(server, place) as pc: ...``; its files are in ``pc.map``."""

    def __init__(self, server: Smbd, plek: Path) -> None:
        self._server = server
        plek.mkdir(parents=True)
        with (plek / "fouten.txt").open("w") as self._fouten:
            super().__init__(Path(sys.executable), server.map, plek)

    def _start(self, programma: Path, _achter: Path) -> subprocess.Popen[bytes]:
        wie = (str(self._server.poort), self._server.gebruiker)
        proces = subprocess.Popen(
            [str(programma), "-m", __name__, str(self.map), str(self.pad), *wie],
            cwd=_WORTEL, stdin=subprocess.PIPE, stderr=self._fouten,
        )  # fmt: skip
        assert proces.stdin is not None
        proces.stdin.write(f"{self._server.wachtwoord}\n".encode())
        proces.stdin.flush()  # left open: the workstation ends when it does
        return proces

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        super().__exit__(soort, fout, spoor)
        if self._proces.stdin is not None:
            self._proces.stdin.close()

    @property
    def verzoeken(self) -> int:
        """How many requests went to the server."""
        return int(struct.unpack_from(VERZOEKEN[1], self._blok, VERZOEKEN[0])[0])

    def zet_stil(self, stil: bool) -> None:
        """Whether the server hears nothing when the plug is pulled."""
        struct.pack_into(STIL[1], self._blok, STIL[0], stil)

    def val_uit(self) -> None:
        """Let the workstation fall over: nothing is closed by it, its connection ends."""
        self._proces.kill()
        self._proces.wait()


def werkplekken(server: Smbd, plek: Path, aantal: int) -> list[SmbShare]:
    """Return so many workstations, started at the same time."""
    with ThreadPoolExecutor(aantal) as pool:
        return list(pool.map(lambda n: SmbShare(server, plek / f"pc{n}"), range(aantal)))


def main(punt: str, stuur: Path, poort: int, gebruiker: str) -> None:
    """Be the workstation, until it is unmounted."""
    from tests.harnas.smbkoppeling import dien  # noqa: PLC0415 - only where all is installed

    wachtwoord = sys.stdin.readline().strip()
    threading.Thread(target=_eindig_mee, args=(punt,), daemon=True).start()
    dien(punt, stuur, poort, (gebruiker, wachtwoord))


def _eindig_mee(punt: str) -> None:
    """Leave no mount behind when the test was killed."""
    while os.read(0, 1):  # nothing more is said
        pass
    subprocess.run(["fusermount3", "-u", "-z", punt], check=False, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
