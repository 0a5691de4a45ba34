"""Steers the fault injectors: which operation fails, how, and what was counted."""

from __future__ import annotations

import errno
import mmap
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SOORTEN: Final = (
    *("OPEN", "READ", "WRITE", "SYNC", "LOCK", "STAT", "UNLINK", "TRUNC", "CLOSE", "OTHER"),
)
KUNNEN_FALEN: Final = tuple(soort for soort in SOORTEN if soort != "CLOSE")
_MERK: Final = 0x4B4C4731
_GROOTTE: Final = 4096
_PLEK: Final = {
    "magic": (0, "I"),
    "latency_us": (4, "I"),
    "disconnected": (8, "I"),
    "disc_errno": (12, "I"),
    "disc_stall_ms": (16, "I"),
    "generation": (20, "I"),
    "fail_mask": (24, "I"),
    "fail_errno": (28, "I"),
    "fail_after": (32, "i"),
    "fail_times": (36, "i"),
    "disc_on_trigger": (40, "I"),
    "exit_on_trigger": (44, "I"),
    "short_write": (48, "I"),
    "lock_mode": (52, "I"),
    "quota": (56, "q"),
    "triggered": (64, "I"),
    "trace": (68, "I"),
}
_TELLERS: Final = 72


@dataclass(frozen=True, slots=True)
class Storing:
    """One way to fail, at one operation and perhaps at all that follow."""

    naam: str
    fout: int = errno.EIO
    soorten: tuple[str, ...] = KUNNEN_FALEN
    keren: int = 1
    verbreek: bool = False
    half: bool = False


STORINGEN: Final = (
    Storing("EIO"),
    Storing("EIO voorgoed", keren=-1),
    Storing("ENOSPC", errno.ENOSPC, ("WRITE", "OPEN", "TRUNC", "SYNC"), keren=-1),
    Storing("half geschreven", errno.EIO, ("WRITE",), half=True),
    Storing("ENOLCK", errno.ENOLCK, ("LOCK",)),
    Storing("verbroken", verbreek=True),
)


class Stuur:
    """The control block of one injector, in a file that both have in memory."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        greep = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(greep, _GROOTTE)
        self._blok = mmap.mmap(greep, _GROOTTE)
        os.close(greep)
        if self.lees("magic") != _MERK:
            self.rust()
            self.zet(magic=_MERK)

    def lees(self, veld: str) -> int:
        """Return one field."""
        plek, vorm = _PLEK[veld]
        return int(struct.unpack_from("<" + vorm, self._blok, plek)[0])

    def zet(self, **velden: int) -> None:
        """Set fields, in this order."""
        for veld, waarde in velden.items():
            plek, vorm = _PLEK[veld]
            struct.pack_into("<" + vorm, self._blok, plek, waarde)

    def rust(self) -> None:
        """Let nothing fail any more; handles from before a disconnect stay dead."""
        self.zet(
            fail_after=-1, disconnected=0, latency_us=0, disc_errno=errno.EIO, disc_stall_ms=0,
            fail_mask=0, fail_errno=errno.EIO, fail_times=1, disc_on_trigger=0, exit_on_trigger=0,
            short_write=0, lock_mode=0, quota=-1, triggered=0, trace=0,
        )  # fmt: skip

    def stoor(self, storing: Storing, na: int) -> None:
        """Let the operation after ``na`` others of its kinds fail in this way."""
        self.zet(
            fail_after=-1, fail_errno=storing.fout, fail_times=storing.keren, triggered=0,
            disc_on_trigger=int(storing.verbreek), short_write=int(storing.half),
            fail_mask=masker(storing.soorten),
        )  # fmt: skip
        self.zet(fail_after=na)

    def tel(self) -> dict[str, int]:
        """Return how many operations there were, by kind."""
        waarden = struct.unpack_from(f"<{len(SOORTEN)}Q", self._blok, _TELLERS)
        return dict(zip(SOORTEN, waarden, strict=True))

    def tel_opnieuw(self) -> None:
        """Set all counters to nought."""
        struct.pack_into(f"<{len(SOORTEN)}Q", self._blok, _TELLERS, *[0] * len(SOORTEN))


def masker(soorten: Iterable[str]) -> int:
    """Return the bits of some kinds of operations."""
    return sum(1 << SOORTEN.index(soort) for soort in soorten)
