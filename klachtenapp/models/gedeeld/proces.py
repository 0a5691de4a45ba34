"""Whether a process on this computer still runs, without touching it."""

from __future__ import annotations

import ctypes
import os
import socket
from typing import Any

_SYNCHRONIZE = 0x00100000
_NOG_BEZIG = 0x00000102  # WAIT_TIMEOUT: the process did not end


def computernaam() -> str:
    """Return the name of this computer on the network."""
    return socket.gethostname() or "onbekend"


def leeft(pid: int) -> bool:
    """Return whether process ``pid`` runs; when in doubt it does."""
    if pid <= 0:
        return False
    if os.name == "nt":
        return _leeft_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is somebody else's, and it runs
        return True
    return True


def _leeft_windows(pid: int) -> bool:
    """Ask Windows; ``os.kill(pid, 0)`` would press Ctrl+C there."""
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - not there for the checker on Linux
    kernel = windll.kernel32
    kernel.OpenProcess.restype = ctypes.c_void_p
    greep = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
    if not greep:
        return int(kernel.GetLastError()) == 5  # access denied: it is there
    try:
        return int(kernel.WaitForSingleObject(ctypes.c_void_p(greep), 0)) == _NOG_BEZIG
    finally:
        kernel.CloseHandle(ctypes.c_void_p(greep))
