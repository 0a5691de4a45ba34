"""Whether the disk of a register is there: another matter than a register that is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout

_WEG: Final = (
    "De schijf met dit register is er nu niet. Er is niets verloren: wat is opgeslagen, staat op "
    "die schijf. Typte u iets dat nog niet was opgeslagen? Dat staat op deze computer en gaat "
    "later vanzelf mee."
)


class SchijfWeg(OmgevingFout):
    """The disk of the register at ``pad`` is gone, and this computer has no copy to read."""

    def __init__(self, pad: Path) -> None:
        super().__init__(_WEG)
        self.pad = pad


def is_bereikbaar(register: Path) -> bool:
    """Whether the disk answers: the register is there, or others are in the folder without it.

    An empty folder is what stays of a share that is not mounted. May take as long as the
    disk does, so not in the thread of the window.
    """
    try:
        return register.is_file() or any(register.parent.iterdir())
    except OSError:
        return False
