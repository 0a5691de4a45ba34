"""On what kind of disk a file lies: on this computer or on a network share."""

from __future__ import annotations

import ctypes
import os
import re
from enum import StrEnum
from pathlib import Path, PureWindowsPath
from typing import Any

_NETWERK = frozenset(
    (
        *("9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "davfs2", "fuse", "ncpfs", "nfs"),
        *("nfs4", "prl_fs", "smb2", "smb3", "smbfs", "v9fs", "vboxsf", "vmhgfs"),
    )
)
_DRIVE_UNKNOWN, _DRIVE_NO_ROOT_DIR, _DRIVE_REMOTE = 0, 1, 4  # GetDriveTypeW, winbase.h
_TWIJFEL = frozenset((_DRIVE_UNKNOWN, _DRIVE_NO_ROOT_DIR, _DRIVE_REMOTE))
"""A letter of which Windows knows no more is a share that is not there now, or may be one."""
_UNC = re.compile(r"^(\\\\\?\\UNC\\|\\\\(?![?.]\\))", re.IGNORECASE)


class SoortSchijf(StrEnum):
    """What the user sees beside the place of the register."""

    LOKAAL = "lokaal"
    NETWERK = "netwerk"


def soort_schijf(pad: Path) -> SoortSchijf:
    """Return on what kind of disk ``pad`` lies; when in doubt a share, the careful answer."""
    if os.name == "nt":
        netwerk = _windows_netwerk(str(pad.absolute()))
    else:
        netwerk = _is_netwerk(_bestandssysteem(pad.absolute()))
    return SoortSchijf.NETWERK if netwerk else SoortSchijf.LOKAAL


def is_unc(pad: str) -> bool:
    r"""Return whether a Windows path names a server: ``\\server\map``, also WSL and ``\\?\UNC``."""
    return bool(_UNC.match(pad.replace("/", "\\")))


def _windows_netwerk(pad: str) -> bool:
    if is_unc(pad) or is_unc(_eindpad(pad)):
        return True
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - not there for the checker on Linux
    return int(windll.kernel32.GetDriveTypeW(ctypes.c_wchar_p(stationswortel(pad)))) in _TWIJFEL


def stationswortel(pad: str) -> str:
    r"""Return the root of a Windows path as GetDriveTypeW wants it: ``Z:\``."""
    kaal = pad.removeprefix("\\\\?\\").removeprefix("\\\\.\\")
    return PureWindowsPath(kaal).anchor


def _eindpad(pad: str) -> str:
    """Return where a folder really is: a link on this computer may lead to a share."""
    try:
        return os.path.realpath(pad)
    except OSError:  # the share is not there now
        return pad


def _is_netwerk(soort: str) -> bool:
    if soort == "fuseblk":  # a local NTFS or exFAT disk
        return False
    return soort in _NETWERK or soort.startswith("fuse.")


def _bestandssysteem(pad: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the file system type of the mount that holds ``pad``, or empty when unknown."""
    try:
        regels = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""  # not Linux: nothing to ask, taken as local
    echt = pad.resolve()
    beste, soort = -1, ""
    for regel in regels:
        delen = regel.split()
        if len(delen) < 3:
            continue
        punt = Path(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), delen[1]))
        if (echt == punt or punt in echt.parents) and len(punt.parts) >= beste:
            beste, soort = len(punt.parts), delen[2]
    return soort
