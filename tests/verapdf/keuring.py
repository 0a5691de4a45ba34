"""The judge of our PDFs: veraPDF (PDF/A-2a and PDF/UA-1), built once, started once for many files.

Needs a JDK and Maven, nothing else: Maven fetches the validator the first time (about 40 MB)
and ``build/verapdf`` keeps what was built. From the command line it judges files::

    python tests/verapdf/keuring.py BRIEF.pdf MAP ...

It ends with 1 when a rule failed. ``--installeer`` only sees to it that the judge can work:
on Debian as root it installs what is missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VORMEN = ("2a", "ua1")
PAKKETTEN = ("default-jdk-headless", "maven")
LEZER = "poppler-utils"  # pdftotext, with which tests read letters back
_HIER = Path(__file__).resolve().parent
_BOUW = _HIER.parents[1] / "build" / "verapdf"
_BOUWTIJD = 600  # seconds; the first time Maven downloads
_KEURTIJD = 300


class KeuringFout(Exception):
    """The judge cannot work here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule that failed: where in the standard, what it asks, how often and where first."""

    clausule: str
    toets: int
    omschrijving: str
    aantal: int
    melding: str
    plek: str

    def __str__(self) -> str:
        plek = f"\n    {self.plek}" if self.plek else ""
        uitleg = self.melding or self.omschrijving
        return f"{self.clausule}-{self.toets} ({self.aantal}x) {uitleg}{plek}"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """The judgement on one file for one flavour (``2a`` or ``ua1``); ``toetsen`` were made."""

    bestand: Path
    vorm: str
    goed: bool
    toetsen: int
    gefaald: tuple[Regel, ...]
    fout: str = ""

    def __str__(self) -> str:
        kop = f"{self.bestand.name} [{self.vorm}]"
        if self.goed:
            return f"{kop}: goed ({self.toetsen} toetsen)"
        regels = [self.fout] if self.fout else [str(regel) for regel in self.gefaald]
        return "\n  ".join([f"{kop}: AFGEKEURD", *regels])


def ontbreekt() -> str:
    """Return what this machine lacks to judge, as a sentence; empty when nothing."""
    weg = [naam for naam in ("java", "javac", "mvn") if shutil.which(naam) is None]
    if not weg:
        return ""
    return (
        f"veraPDF cannot judge here: no {', '.join(weg)}. "
        f"On Debian or Ubuntu: sudo apt-get install {' '.join(PAKKETTEN)}"
    )


def installeer() -> str:
    """Install JDK, Maven and pdftotext where that is allowed (Debian, root).

    Return what veraPDF still lacks.
    """
    mag = shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0
    if (not ontbreekt() and shutil.which("pdftotext")) or not mag:
        return ontbreekt()
    _zeg("Installing Java and Maven for veraPDF, and pdftotext ...")
    wereld = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for opdracht in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PAKKETTEN, LEZER],
    ):
        subprocess.run(opdracht, check=True, env=wereld, stdout=subprocess.DEVNULL)
    return ontbreekt()


def bouw() -> Path:
    """Return the folder with the built judge; build it when its sources changed.

    Raises ``KeuringFout`` when Java or Maven lacks, or with what Maven said.
    """
    if ontbreekt():
        raise KeuringFout(ontbreekt())
    doel = _BOUW / _stempel()
    if doel.is_dir():
        return doel
    _BOUW.mkdir(parents=True, exist_ok=True)
    # Built aside and then given its name: two runs at once, or one that breaks off, do no harm.
    with tempfile.TemporaryDirectory(dir=_BOUW, prefix="bezig-") as tijdelijk:
        klaar = Path(tijdelijk) / "klaar"
        opdracht = [
            shutil.which("mvn") or "mvn", "--batch-mode", "--quiet", "--no-transfer-progress",
            f"-Dbouwmap={klaar}", "compile", "dependency:copy-dependencies",
        ]  # fmt: skip
        try:
            uitkomst = subprocess.run(
                opdracht, cwd=_HIER, capture_output=True, text=True, check=False,
                timeout=_BOUWTIJD, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        except subprocess.TimeoutExpired as fout:
            raise KeuringFout(f"Maven was not ready after {_BOUWTIJD} s.") from fout
        if uitkomst.returncode != 0:
            raise KeuringFout(f"Maven failed:\n{uitkomst.stdout[-4000:]}{uitkomst.stderr[-2000:]}")
        try:
            klaar.rename(doel)
        except OSError:
            if not doel.is_dir():
                raise
    return doel


def keur(bestanden: Sequence[Path]) -> list[Oordeel]:
    """Judge PDFs in one start of Java: for each file one ``Oordeel`` per flavour, in order."""
    gebouwd = bouw()
    klassepad = os.pathsep.join((str(gebouwd / "classes"), str(gebouwd / "lib" / "*")))
    opdracht = [
        shutil.which("java") or "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", klassepad, "Oordeel",
    ]  # fmt: skip
    uitkomst = subprocess.run(
        opdracht, input="".join(f"{pad.resolve()}\n" for pad in bestanden), capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=_KEURTIJD,
    )  # fmt: skip
    if uitkomst.returncode != 0:
        raise KeuringFout(f"veraPDF broke off:\n{uitkomst.stderr[-4000:]}")
    oordelen = [_lees(regel) for regel in uitkomst.stdout.splitlines()]
    if len(oordelen) != len(bestanden) * len(VORMEN):
        raise KeuringFout(f"veraPDF did not judge every file:\n{uitkomst.stderr[-4000:]}")
    return oordelen


def _stempel() -> str:
    bronnen = [*sorted(_HIER.rglob("*.java")), _HIER / "pom.xml"]
    return hashlib.sha256(b"\0".join(bron.read_bytes() for bron in bronnen)).hexdigest()[:16]


def _lees(regel: str) -> Oordeel:
    gegevens = json.loads(regel)
    return Oordeel(
        bestand=Path(gegevens["bestand"]),
        vorm=gegevens["vorm"],
        goed=gegevens.get("goed", False),
        toetsen=gegevens.get("toetsen", 0),
        gefaald=tuple(
            Regel(**{**gefaald, "melding": gefaald["melding"] or ""})
            for gefaald in gegevens.get("gefaald", ())
        ),
        fout=gegevens.get("fout", ""),
    )


def _zeg(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()


def _pdfs(namen: Sequence[str]) -> list[Path]:
    paden = [Path(naam) for naam in namen]
    return [
        pdf
        for pad in paden
        for pdf in (sorted(pad.rglob("*.pdf")) if pad.is_dir() else [pad])
    ]  # fmt: skip


def main(namen: Sequence[str]) -> int:
    """Judge the files and folders named; print what failed and return the exit code."""
    if list(namen) == ["--installeer"]:
        fout = installeer()
        _zeg(fout or f"veraPDF is built in {bouw()}")
        return 2 if fout else 0
    pdfs = _pdfs(namen)
    oordelen = keur(pdfs)
    for oordeel in oordelen:
        _zeg(str(oordeel))
    slecht = [oordeel for oordeel in oordelen if not oordeel.goed]
    _zeg(f"{len(pdfs)} files, {len(oordelen)} judgements, {len(slecht)} failed")
    return 1 if slecht or not pdfs else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeuringFout as fout:
        sys.exit(str(fout))
