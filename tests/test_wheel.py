"""What is shipped is whole: the wheel is built, installed apart, and asked for a letter text."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]

_VRAAG = """
from klachtenapp import paths
brief = paths.bronnen() / "brieven" / "ontvangstbevestiging.txt"
print(brief.read_text(encoding="utf-8"))
print(paths.bronnen())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plek = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(plek), "."],
        cwd=WORTEL,
        check=True,
        capture_output=True,
    )
    (bestand,) = plek.glob("*.whl")
    return bestand


def test_wheel_installed_in_an_empty_environment_opens_a_letter_text(
    wheel: Path, tmp_path: Path
) -> None:
    plek = tmp_path / "leeg"
    venv.create(plek, with_pip=False)
    python = plek / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    installeer = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index"]
    subprocess.run([*installeer, "--no-deps", str(wheel)], check=True, capture_output=True)
    # Only the third-party packages are borrowed; a path added this way brings no editable install.
    wereld = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    uitkomst = subprocess.run(
        [str(python), "-c", _VRAAG],
        cwd=tmp_path,
        env=wereld,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    *brief, bronnen = uitkomst.stdout.strip().splitlines()
    assert Path(bronnen).is_relative_to(plek)
    assert any("klacht" in regel for regel in brief)


def test_wheel_holds_all_resources_but_not_the_screenshots(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as pakket:
        namen = set(pakket.namelist())
    eigen = {
        f"klachtenapp/{pad.relative_to(WORTEL).as_posix()}"
        for pad in (WORTEL / "resources").rglob("*")
        if pad.is_file() and "schermen" not in pad.parts
    }
    assert eigen <= namen
    assert not [naam for naam in namen if "schermen" in naam]
