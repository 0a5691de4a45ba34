"""A folder that is copied to the internet afterwards is known, by its name or by its marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klachtenapp.models.wolkmap import naar_naam, wolkdienst


@pytest.mark.parametrize(
    ("pad", "dienst"),
    [
        (r"C:\Users\jan\OneDrive - Gemeente Voorbeeldstad\Klachten\r.klachten", "OneDrive"),
        (r"C:\Users\jan\OneDrive\r.klachten", "OneDrive"),
        (r"D:\Dropbox (Gemeente)\r.klachten", "Dropbox"),
        (r"G:\Mijn Drive\r.klachten", "Google Drive"),
        ("/Users/jan/Library/CloudStorage/GoogleDrive-jan@x.nl/r.klachten", "Google Drive"),
        ("/Users/jan/Library/Mobile Documents/com~apple~CloudDocs/r.klachten", "iCloud"),
        (r"C:\Users\jan\iCloudDrive\r.klachten", "iCloud"),
        ("/home/jan/Nextcloud/r.klachten", "Nextcloud"),
        (r"\\server\afdeling\Klachten\r.klachten", ""),
        ("/home/jan/klachten over onedrive/r.klachten", ""),
        ("/home/jan/dropbox.klachten", ""),
    ],
)
def test_names_of_folders(pad: str, dienst: str) -> None:
    assert naar_naam(pad) == dienst


@pytest.mark.parametrize("naam", ["OneDrive", "OneDriveCommercial"])
def test_windows_tells_where_onedrive_is(tmp_path: Path, naam: str) -> None:
    eigen = tmp_path / "Documenten"
    register = eigen / "Klachten" / "r.klachten"
    assert wolkdienst(register, {naam: str(eigen)}) == "OneDrive"
    assert wolkdienst(tmp_path / "elders" / "r.klachten", {naam: str(eigen)}) == ""


@pytest.mark.parametrize(
    ("merk", "dienst"),
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_4f2a91.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_marks_in_a_folder_above(tmp_path: Path, merk: str, dienst: str) -> None:
    diep = tmp_path / "afdeling" / "klachten"
    diep.mkdir(parents=True)
    assert wolkdienst(diep / "r.klachten", {}) == ""
    (tmp_path / "afdeling" / merk).touch()
    assert wolkdienst(diep / "r.klachten", {}) == dienst


def test_dropbox_writes_down_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    eigen = tmp_path / "ergens"
    (tmp_path / "Dropbox" / "info.json").write_text(json.dumps({"business": {"path": str(eigen)}}))
    omgeving = {"APPDATA": str(tmp_path)}
    assert wolkdienst(eigen / "r.klachten", omgeving) == "Dropbox"
    (tmp_path / "Dropbox" / "info.json").write_text("kapot")
    assert wolkdienst(eigen / "r.klachten", omgeving) == ""
