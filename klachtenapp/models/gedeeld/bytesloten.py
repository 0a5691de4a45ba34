"""Locks one byte of a file, as Windows and Linux do it between computers."""

from __future__ import annotations

import os
import struct
import sys
from typing import Final

_VER: Final = 1 << 30
"""Far behind the data: Windows lets nobody else read a byte that is locked."""

if sys.platform == "win32":
    import msvcrt

    def vergrendel(greep: int, nummer: int) -> bool:
        """Lock byte ``nummer``; ``False`` when another handle has it."""
        os.lseek(greep, _VER + nummer, os.SEEK_SET)
        try:
            msvcrt.locking(greep, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def ontgrendel(greep: int, nummer: int) -> None:
        """Let go of byte ``nummer``."""
        os.lseek(greep, _VER + nummer, os.SEEK_SET)
        msvcrt.locking(greep, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    # Locks of the open file, not of the process: two registers in one program differ, and
    # closing another handle lets go of nothing. Other systems only know those of the process.
    _ZET: Final = getattr(fcntl, "F_OFD_SETLK", fcntl.F_SETLK)

    def vergrendel(greep: int, nummer: int) -> bool:
        """Lock byte ``nummer``; ``False`` when another handle has it."""
        try:
            fcntl.fcntl(greep, _ZET, _slot(fcntl.F_WRLCK, nummer))
        except (BlockingIOError, PermissionError):
            return False
        return True

    def ontgrendel(greep: int, nummer: int) -> None:
        """Let go of byte ``nummer``."""
        fcntl.fcntl(greep, _ZET, _slot(fcntl.F_UNLCK, nummer))

    def _slot(soort: int, nummer: int) -> bytes:
        return struct.pack("hhqqi4x", soort, os.SEEK_SET, _VER + nummer, 1, 0)
