"""A Samba server of our own on this computer: a temporary folder, a free port, no root needed."""

from __future__ import annotations

import getpass
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.harnas import bouw

DEEL: Final = "register"
"""The name of its one share."""

_GEDULD_S: Final = 60.0
_NODIG: Final = {"mfusepy": "mfusepy", "smbprotocol": "smbprotocol"}
_INSTELLINGEN: Final = """\
[global]
server role = standalone server
workgroup = PROEF
interfaces = lo
bind interfaces only = yes
smb ports = {poort}
private dir = {eigen}
lock directory = {eigen}
state directory = {eigen}
cache directory = {eigen}
pid directory = {eigen}
ncalrpc dir = {eigen}/ncalrpc
log file = {eigen}/log
log level = 1
passdb backend = tdbsam:{eigen}/passdb.tdb
disable spoolss = yes
load printers = no
server min protocol = SMB2_10
map to guest = never
[{deel}]
path = {map}
read only = no
strict sync = yes
posix locking = {posix}
"""
"""Locks and share modes as Windows keeps them, and a FLUSH of the client reaches the disk."""


def geen_samba() -> str:
    """Return why a Samba share cannot be mounted here; empty when it can."""
    if sys.platform != "linux":
        return "the bridge to Samba is a mount of Linux"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK) or not shutil.which("fusermount3"):
        return "no /dev/fuse or no fuse3 here"
    if bouw.smbd() is None or shutil.which("pdbedit") is None:
        return "no Samba server here"
    mist = [naam for module, naam in _NODIG.items() if importlib.util.find_spec(module) is None]
    return f"not installed: {', '.join(mist)}" if mist else ""


class Smbd:
    """``with Smbd(place) as server: ...``; its files are in ``server.map``."""

    def __init__(self, plek: Path, deel: Path | None = None, *, posix_sloten: bool = False) -> None:
        """Start it in ``plek``, a folder that does not exist yet, and share ``deel``.

        With ``posix_sloten``, Samba's own default, it also locks the bytes for programs on the
        server itself, and then forgets to let go: when two handles of one workstation share a
        lock and the first lets go first, the bytes stay locked for all other workstations until
        that handle locks them once more alone, or is closed (seen in 4.17; source3/locking/
        posix.c still counts on locks of the process where it now has those of the open file).
        """
        self.map = deel or plek / "deel"
        self.gebruiker = getpass.getuser()
        self.wachtwoord = secrets.token_hex(8)
        self.poort = _vrije_poort()
        self._eigen = plek / "eigen"
        (self._eigen / "ncalrpc").mkdir(parents=True)
        if deel is None:
            self.map.mkdir()
        self._conf = plek / "smb.conf"
        self._conf.write_text(
            _INSTELLINGEN.format(
                poort=self.poort, eigen=self._eigen, map=self.map, deel=DEEL,
                posix="yes" if posix_sloten else "no",
            )
        )  # fmt: skip
        self._maak_gebruiker()
        self._proces = self._start()

    def herstart(self) -> None:
        """Let the server fall over and come back on the same port."""
        self._stop()
        self._proces = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._stop()

    def _maak_gebruiker(self) -> None:
        subprocess.run(
            ["pdbedit", "-s", str(self._conf), "-a", "-t", "-u", self.gebruiker],
            input=f"{self.wachtwoord}\n{self.wachtwoord}\n",
            text=True, check=True, capture_output=True,
        )  # fmt: skip

    def _start(self) -> subprocess.Popen[bytes]:
        programma = bouw.smbd()
        if programma is None:
            raise RuntimeError("no Samba server here")
        proces = subprocess.Popen(
            [str(programma), "-s", str(self._conf), "-F", "--no-process-group"],
            stdin=subprocess.PIPE,  # it ends when that does: also when this process is killed
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,  # it makes a process for each connection: they end together
        )  # fmt: skip
        einde = time.monotonic() + _GEDULD_S
        while not self._luistert():
            if proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError(f"Samba did not start: {self._log()}")
            time.sleep(0.01)
        return proces

    def _luistert(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.poort), 1):
            return True
        return False

    def _log(self) -> str:
        log = self._eigen / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._proces.pid, signal.SIGKILL)
        self._proces.wait()
        if self._proces.stdin is not None:
            self._proces.stdin.close()


def _vrije_poort() -> int:
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])
