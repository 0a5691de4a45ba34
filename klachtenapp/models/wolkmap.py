"""Folders that a program copies to the internet afterwards: no place for a register."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Final

_OMGEVING: Final = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
"""What Windows tells every program about the folders of OneDrive."""

_NAMEN: Final = (
    ("OneDrive", r"onedrive( ?-.*)?|skydrive"),
    ("Dropbox", r"dropbox( ?\(.*\))?"),
    ("Google Drive", r"google ?drive( ?\(.*\))?|googledrive-.*|my drive|mijn drive"),
    ("iCloud", r"icloud ?drive|mobile documents|com~apple~clouddocs"),
    ("Nextcloud", r"nextcloud\d*|owncloud\d*"),
    ("Box", r"box sync|box-box"),
)
_MERKEN: Final = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Google Drive", (".tmp.driveupload", ".tmp.drivedownload")),
    ("Nextcloud", (".nextcloudsync.log", ".owncloudsync.log", ".sync_*.db", "._sync_*.db")),
    ("Syncthing", (".stfolder",)),
    ("Resilio Sync", (".sync/ID",)),
)
"""Files by which such a program knows its own folder, whatever that is called."""


def wolkdienst(pad: Path, omgeving: Mapping[str, str] = os.environ) -> str:
    """Return the service that copies the folder of ``pad`` afterwards; empty for none."""
    mappen = tuple(pad.absolute().parents)
    return (
        _uit_omgeving(mappen, omgeving)
        or _uit_dropbox(mappen, omgeving)
        or naar_naam(str(pad))
        or _uit_merken(mappen)
    )


def naar_naam(pad: str) -> str:
    """Return the service that the names of the folders in a path speak of; empty for none."""
    for deel in PureWindowsPath(pad).parts[:-1]:  # knows both kinds of strokes
        for dienst, patroon in _NAMEN:
            if re.fullmatch(patroon, deel, re.IGNORECASE):
                return dienst
    return ""


def _uit_omgeving(mappen: tuple[Path, ...], omgeving: Mapping[str, str]) -> str:
    eigen = {os.path.normcase(map_) for map_ in mappen}
    for naam, dienst in _OMGEVING.items():
        plek = omgeving.get(naam, "")
        if plek and os.path.normcase(Path(plek)) in eigen:
            return dienst
    return ""


def _uit_dropbox(mappen: tuple[Path, ...], omgeving: Mapping[str, str]) -> str:
    """Dropbox writes down where its folders are, wherever somebody put them."""
    eigen = {os.path.normcase(map_) for map_ in mappen}
    for plek in _dropboxbestanden(omgeving):
        with suppress(OSError, ValueError, AttributeError):  # not there, or of another version
            for rekening in json.loads(plek.read_text(encoding="utf-8")).values():
                if os.path.normcase(Path(str(rekening.get("path", "")))) in eigen:
                    return "Dropbox"
    return ""


def _dropboxbestanden(omgeving: Mapping[str, str]) -> Iterator[Path]:
    for naam in ("APPDATA", "LOCALAPPDATA"):
        if omgeving.get(naam):
            yield Path(omgeving[naam]) / "Dropbox" / "info.json"
    if omgeving.get("HOME"):
        yield Path(omgeving["HOME"]) / ".dropbox" / "info.json"


def _uit_merken(mappen: tuple[Path, ...]) -> str:
    for map_ in mappen:
        if map_ == Path(map_.anchor):
            continue
        for dienst, merken in _MERKEN:
            with suppress(OSError):  # a folder above that one may not look into
                if any(next(iter(map_.glob(merk)), None) is not None for merk in merken):
                    return dienst
    return ""
