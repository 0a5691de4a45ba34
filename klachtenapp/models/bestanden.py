"""Files on a disk that may vanish: whole before they are given their name, and asked for calmly."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout

TIJDELIJK: Final = ".bezig"
_NUMMERS = count(1)
_NIET_TE_BEREIKEN: Final = (
    "De map {} is nu niet te bereiken. Er is niets gewijzigd. Kijk of de (netwerk)schijf er is en "
    "of u in deze map mag, en probeer het opnieuw."
)


@contextmanager
def bereikbaar(map_: Path) -> Iterator[None]:
    """Run a block that works in a folder; what its disk refuses leaves it as ``OmgevingFout``."""
    try:
        yield
    except OSError as fout:
        raise OmgevingFout(_NIET_TE_BEREIKEN.format(map_)) from fout


def is_bestand(pad: Path) -> bool:
    """Whether there is a file.

    :raises OmgevingFout: the disk does not say; to take it for "no" could replace what is there.
    """
    with bereikbaar(pad.parent):
        return pad.is_file()


def is_te_zien(pad: Path) -> bool:
    """Whether there is a file that can be seen now; on a disk that is gone there is none."""
    try:
        return is_bestand(pad)
    except OmgevingFout:
        return False


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
