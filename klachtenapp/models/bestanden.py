"""Files that must be on the disk, whole, before they are given their name."""

from __future__ import annotations

import hashlib
import os
from itertools import count
from pathlib import Path
from typing import Final

TIJDELIJK: Final = ".bezig"
_NUMMERS = count(1)


def tijdelijke_naam(doel: Path) -> Path:
    """Return the name under which ``doel`` is made; no two at once share one."""
    tijdelijk = doel.with_name(f"{doel.name}.{os.getpid()}-{next(_NUMMERS)}{TIJDELIJK}")
    tijdelijk.unlink(missing_ok=True)  # of an earlier process with our number, that was killed
    return tijdelijk


def schrijf_heel(doel: Path, inhoud: bytes) -> None:
    """Write a small file that is there whole or as it was before."""
    tijdelijk = tijdelijke_naam(doel)
    try:
        tijdelijk.write_bytes(inhoud)
        dwing_af(tijdelijk)
        tijdelijk.replace(doel)
        dwing_map_af(doel.parent)
    finally:
        tijdelijk.unlink(missing_ok=True)


def som(pad: Path) -> str:
    """Return the sha256 of a file."""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def dwing_af(pad: Path) -> None:
    """Force what is in a file to the disk."""
    with pad.open("r+b") as bestand:
        os.fsync(bestand.fileno())


def dwing_map_af(plek: Path) -> None:
    """Force the new name itself to the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    beschrijver = os.open(plek, os.O_RDONLY)
    try:
        os.fsync(beschrijver)
    finally:
        os.close(beschrijver)
