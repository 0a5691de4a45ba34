"""Where a file lies: on this computer or on a share."""

from __future__ import annotations

from pathlib import Path

import pytest

from klachtenapp.models import schijf
from klachtenapp.models.schijf import SoortSchijf, is_unc, soort_schijf

_MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
//server/deel /mnt/deel cifs rw 0 0
/dev/sdb1 /mnt/deel/usb ext4 rw 0 0
server:/x /mnt/met\040spatie nfs4 rw 0 0
sshfs /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/ntfs fuseblk rw 0 0
C:\134 /mnt/c 9p rw 0 0
kapot
"""


@pytest.mark.parametrize(
    ("pad", "netwerk"),
    [
        ("/home/jan/a.klachten", False),
        ("/mnt/deel/a.klachten", True),
        ("/mnt/deel/usb/a.klachten", False),
        ("/mnt/deelbak/a.klachten", False),
        ("/mnt/met spatie/a.klachten", True),
        ("/mnt/ssh/a.klachten", True),
        ("/mnt/ntfs/a.klachten", False),
        ("/mnt/c/a.klachten", True),
    ],
)
def test_the_file_system_decides_on_linux(tmp_path: Path, pad: str, netwerk: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(_MOUNTS, encoding="utf-8")
    soort = schijf._bestandssysteem(Path(pad), mounts)
    assert schijf._is_netwerk(soort) is netwerk


@pytest.mark.parametrize(
    ("pad", "netwerk"),
    [
        (r"\\server\map\a.klachten", True),
        ("//server/map/a.klachten", True),
        (r"\\?\UNC\server\map\a.klachten", True),
        (r"\\wsl$\Debian\home", True),
        (r"\\wsl.localhost\Debian\home", True),
        (r"\\?\C:\Users\a.klachten", False),
        (r"\\.\C:\a", False),
        (r"C:\Users\a.klachten", False),
        (r"a\b", False),
    ],
)
def test_a_server_name_is_a_share_on_windows(pad: str, netwerk: bool) -> None:
    assert is_unc(pad) is netwerk


@pytest.mark.parametrize(
    ("pad", "wortel"),
    [
        (r"Z:\klachten\a.klachten", "Z:\\"),
        (r"\\?\Z:\klachten\a.klachten", "Z:\\"),
        (r"c:/Users/a.klachten", "c:\\"),
    ],
)
def test_windows_is_asked_about_the_letter(pad: str, wortel: str) -> None:
    assert schijf.stationswortel(pad) == wortel


def test_the_folder_of_this_test_has_a_kind(tmp_path: Path) -> None:
    assert soort_schijf(tmp_path / "nog-niet-hier.klachten") in SoortSchijf
