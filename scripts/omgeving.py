"""Make the program's own Python environment: standard library only, Python 3.11 and pip.

Used by ``start.py`` and ``test.py``. The environment stands in ``.venv`` beside the
sources and is made anew only when ``pyproject.toml`` or the Python changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
OMGEVING = WORTEL / ".venv"

# What PySide6 needs on a bare Debian or Ubuntu; the window itself needs the xcb ones.
QT_PAKKETTEN = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
)


def python() -> Path:
    """Return the Python of the environment."""
    return OMGEVING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stempel(extra: str) -> str:
    inhoud = (WORTEL / "pyproject.toml").read_bytes() + extra.encode() + sys.version.encode()
    return hashlib.sha256(inhoud).hexdigest()


def maak(extra: str = "") -> None:
    """Make ``.venv`` and install the program in it, with the optional part ``extra``.

    Ends the process with a sentence when Python is too old or pip fails.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        sys.exit(f"Klachtenapp needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    merk = OMGEVING / "klachtenapp-installed"
    stempel = _stempel(extra)
    if merk.is_file() and merk.read_text() in {stempel, _stempel("test")}:
        return
    if not python().is_file():
        print("Making the environment in .venv ...", flush=True)
        # Without pip inside: Debian keeps ensurepip in a package of its own. The pip that is
        # here installs into it instead.
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(OMGEVING)], check=True)
    doel = f"{WORTEL}[{extra}]" if extra else str(WORTEL)
    print("Installing, this takes a minute or two the first time ...", flush=True)
    opdracht = [sys.executable, "-m", "pip", "--python", str(python()), "install"]
    uitkomst = subprocess.run([*opdracht, "--quiet", "--editable", doel], check=False)
    if uitkomst.returncode != 0:
        sys.exit("Installing failed; what pip said stands above. Nothing else was changed.")
    merk.write_text(stempel)


def qt_ontbreekt() -> str:
    """Return what is missing when Qt cannot be loaded, or an empty text."""
    proef = subprocess.run(
        [str(python()), "-c", "import PySide6.QtWidgets, PySide6.QtPdf, PySide6.QtPrintSupport"],
        capture_output=True,
        text=True,
        check=False,
    )
    return proef.stderr.strip().splitlines()[-1] if proef.returncode else ""


def installeer_qt_pakketten() -> None:
    """Install Qt's system libraries where that is allowed; otherwise say which they are."""
    fout = qt_ontbreekt()
    if not fout:
        return
    lijst = " ".join(QT_PAKKETTEN)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing the system libraries that Qt needs ...", flush=True)
        wereld = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=wereld)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *QT_PAKKETTEN],
            check=True,
            env=wereld,
            stdout=subprocess.DEVNULL,
        )
        fout = qt_ontbreekt()
    if fout:
        sys.exit(
            f"Qt cannot start: {fout}\nOn Debian or Ubuntu this helps: sudo apt-get install {lijst}"
        )
