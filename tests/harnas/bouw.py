"""Builds the fault tools in C; says what is missing where that cannot be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_HIER = Path(__file__).parent
_TIJD_S, _GOED_OM_TE_HEBBEN_S = 600.0, 90.0
PAKKETTEN = ("gcc", "libc6-dev", "fuse3", "libfuse3-dev", "pkg-config")


def geen_shim() -> str:
    """Return why faults cannot be put in a process here; empty when they can."""
    if sys.platform != "linux":
        return "faults are put in the calls of Linux"
    return "" if shutil.which("gcc") else "no gcc to build the fault injector"


def geen_share() -> str:
    """Return why a share cannot be mounted here; empty when it can."""
    if reden := geen_shim():
        return reden
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "no /dev/fuse here"
    if not shutil.which("fusermount3") or not shutil.which("pkg-config"):
        return "no fuse3"
    klaar = subprocess.run(["pkg-config", "--exists", "fuse3"], check=False).returncode == 0
    return "" if klaar else "no libfuse3-dev"


def smbd() -> Path | None:
    """Return the Samba server; ``/usr/sbin`` is not in everybody's PATH."""
    gevonden = shutil.which("smbd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return Path(gevonden) if gevonden else None


def bouw_shim(doel: Path) -> Path:
    """Compile the injector that is loaded into a process."""
    vlaggen = ["-D_LARGEFILE64_SOURCE", "-shared", "-fPIC"]
    return _compileer(doel / "faultshim.so", "faultshim.c", vlaggen, ["-ldl"])


def bouw_share(doel: Path) -> Path:
    """Compile the share."""
    gevraagd = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "fuse3"], check=True, capture_output=True, text=True
    )
    return _compileer(
        doel / "fuseshare", "fuseshare.c", [], [*gevraagd.stdout.split(), "-lpthread"]
    )


def _compileer(doel: Path, bron: str, vlaggen: list[str], bij: list[str]) -> Path:
    opdracht = [
        "gcc",
        "-O2",
        "-Wall",
        "-Werror",
        *vlaggen,
        "-o",
        str(doel),
        str(_HIER / bron),
        *bij,
    ]
    subprocess.run(opdracht, check=True)
    return doel


def installeer() -> None:
    """Fetch what is missing where that is allowed: Debian, as root."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    compleet = all(shutil.which(naam) for naam in ("gcc", "pkg-config", "fusermount3"))
    moet = not compleet or not Path("/usr/include/fuse3/fuse.h").exists()
    # A Samba server is good to have: 20 seconds, and without it its tests say so and pass by.
    # Where systemd runs it would be started for everybody, which nobody asked for.
    mag = smbd() is None and not Path("/run/systemd/system").exists()
    if moet:
        _apt(_TIJD_S, "update", "-qq")
        _apt(_TIJD_S, "install", "-y", "-qq", "--no-install-recommends", *PAKKETTEN)
    if mag:
        with suppress(subprocess.SubprocessError):
            if not moet:
                _apt(_GOED_OM_TE_HEBBEN_S, "update", "-qq")
            _apt(_GOED_OM_TE_HEBBEN_S, "install", "-y", "-qq", "--no-install-recommends", "samba")


def _apt(tijd: float, *opdracht: str) -> None:
    wereld = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["apt-get", *opdracht], check=True, env=wereld, stdout=subprocess.DEVNULL, timeout=tijd
    )


if __name__ == "__main__":
    installeer()
