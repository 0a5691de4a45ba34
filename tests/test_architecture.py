"""The house rules that a linter cannot say: sizes, docstrings, where words may stand."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = WORTEL / "klachtenapp"
MODULES = sorted(PAKKET.rglob("*.py"))
MAX_REGELS = 400


def _naam(pad: Path) -> str:
    return pad.relative_to(WORTEL).as_posix()


@pytest.mark.parametrize("pad", MODULES, ids=_naam)
def test_no_module_is_longer_than_400_lines(pad: Path) -> None:
    assert len(pad.read_text("utf-8").splitlines()) <= MAX_REGELS


def test_most_modules_are_under_250_lines() -> None:
    lengtes = [len(pad.read_text("utf-8").splitlines()) for pad in MODULES]
    assert sum(lengte <= 250 for lengte in lengtes) >= 0.8 * len(lengtes)


@pytest.mark.parametrize("pad", MODULES, ids=_naam)
def test_every_module_says_what_it_is(pad: Path) -> None:
    assert ast.get_docstring(ast.parse(pad.read_text("utf-8"))), "no module docstring"


def test_the_floors_hold() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr


def test_no_dependency_is_gpl_only() -> None:
    """Each direct dependency's licence, read once by hand; a new one must be added here."""
    toegestaan = {
        "PySide6-Essentials": "LGPL-3.0-only",
        "PySide6-Pdf": "LGPL-3.0-only",
        "PySide6-Addons": "LGPL-3.0-only",
        "peewee": "MIT",
        "sqlcipher3": "zlib",
        "reportlab": "BSD-3-Clause",
        "pikepdf": "MPL-2.0",
        "segno": "BSD-3-Clause",
        "pypdfium2": "BSD-3-Clause or Apache-2.0",
        "pillow": "MIT-CMU",
        "svgelements": "MIT",
        "font-source-sans-pro": "OFL-1.1",
        "keyring": "MIT",
        "argon2-cffi": "MIT",
        "cryptography": "Apache-2.0 or BSD-3-Clause",
        "zxing-cpp": "Apache-2.0",
        "platformdirs": "MIT",
        "python-calamine": "MIT",
        "defusedxml": "PSF-2.0",
        "XlsxWriter": "BSD-2-Clause",
        "rapidfuzz": "MIT",
        "cattrs": "MIT",
        "python-dateutil": "Apache-2.0 or BSD-3-Clause",
    }
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
    namen = {regel.split(">")[0].split("=")[0].strip() for regel in project["dependencies"]}
    assert namen == set(toegestaan)
    assert project["license"] == "EUPL-1.2"
