"""Tells Windows that a file came from outside, so that Office opens it protected."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

_MERK = "[ZoneTransfer]\r\nZoneId=3\r\n"


def merk(pad: Path, systeem: str = sys.platform) -> bool:
    """Mark a file as coming from the internet (Mark of the Web); returns whether that could be.

    Only Windows knows such a mark, and not on every disk: without it the warning of this
    program is all there is.
    """
    if systeem != "win32":
        return False
    with (
        suppress(OSError),
        open(f"{pad}:Zone.Identifier", "w", encoding="ascii", newline="") as merk,
    ):
        merk.write(_MERK)
        return True
    return False
