"""The door for reading a file: checks it, lets a killable process open it, gives sheets back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.cellen import Werkmap
from klachtenapp.uitwisseling.overdracht import pak_uit
from klachtenapp.uitwisseling.veilig import Bestand, haal_op

_MODULE = "klachtenapp.uitwisseling.leeskind"
_SCHAKELAAR = "--lees-bestand"
_TIK = 0.2

GESTOPT = "Gestopt. Er is niets veranderd."


def lees(
    pad: Path,
    *,
    gestopt: Callable[[], bool] | None = None,
    leestijd: float = grenzen.LEESTIJD,
) -> Werkmap:
    """Read a register from ``pad``: xlsx, xls, xlsb, ods or csv, whatever its name ends on.

    ``leestijd`` is in seconds; ``gestopt`` is asked five times a second. Raises
    ``RegelFout`` when the file cannot be a register or is stopped, ``OmgevingFout`` when
    it cannot be reached.
    """
    bestand = haal_op(Path(pad))
    antwoord = _vraag_kind(bestand, gestopt, leestijd)
    try:
        bladen, opmerkingen, weigering = pak_uit(antwoord)
    except (ValueError, KeyError, TypeError) as fout:
        raise RegelFout(
            f"{bestand.naam} kan niet worden gelezen. Waarschijnlijk is het beschadigd, of "
            "staat er ver onderaan of rechts nog een losse cel. Open het in Excel, "
            "kopieer de tabel naar een nieuw bestand en probeer dat.",
            veld="bestand",
        ) from fout
    if weigering:
        raise RegelFout(weigering, veld="bestand")
    if bestand.vorm == "csv":
        for blad in bladen:
            blad.naam = Path(bestand.naam).stem
    return Werkmap(bestand.naam, bestand.sha256, bestand.vorm, bladen, opmerkingen)


def _vraag_kind(bestand: Bestand, gestopt: Callable[[], bool] | None, leestijd: float) -> bytes:
    """Return what the reading process wrote; kill it when it takes too long or is stopped."""
    try:
        kind = subprocess.Popen(  # noqa: S603 - our own program, no shell
            [*_opdracht(), bestand.vorm, bestand.naam],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_omgeving(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fout:
        raise OmgevingFout(
            "Het bestand kan nu niet worden gelezen: Windows start geen nieuw proces. "
            "Sluit andere programma's en probeer het opnieuw."
        ) from fout
    _geef(kind, bestand.inhoud)
    with kind:
        try:
            return _wacht(kind, bestand.naam, gestopt, leestijd)
        finally:
            if kind.poll() is None:
                kind.kill()


def _geef(kind: subprocess.Popen[bytes], inhoud: bytes) -> None:
    """Write the file to the process from a thread of its own.

    ``communicate`` forgets what it still had to write when it is called again after a
    time-out, and both sides would wait for ever.
    """
    invoer, kind.stdin = kind.stdin, None
    assert invoer is not None  # noqa: S101 - it was opened as a pipe

    def schrijf() -> None:
        # A process that refuses the file early, or is killed, closes the pipe: then there
        # is nobody left to tell, and what it answered says enough.
        with suppress(OSError), invoer:
            invoer.write(inhoud)

    threading.Thread(target=schrijf, name="leesbestand", daemon=True).start()


def _wacht(
    kind: subprocess.Popen[bytes], naam: str, gestopt: Callable[[], bool] | None, leestijd: float
) -> bytes:
    over = leestijd
    while True:
        try:
            uitvoer, _ = kind.communicate(timeout=min(_TIK, over))
            return uitvoer
        except subprocess.TimeoutExpired as verlopen:
            over -= _TIK
            if gestopt is not None and gestopt():
                raise RegelFout(GESTOPT) from verlopen
            if over <= 0:
                raise RegelFout(
                    f"{naam} is te groot of te ingewikkeld: het lezen duurde langer dan "
                    f"{leestijd:.0f} seconden. Verdeel het bestand.",
                    veld="bestand",
                ) from verlopen


def _opdracht() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, _SCHAKELAAR]
    # -P: a folder called klachtenapp in the current directory must not be run.
    return [sys.executable, "-P", "-m", _MODULE]


def _omgeving() -> dict[str, str]:
    """Let the process find this same klachtenapp, also from a checkout that is not installed."""
    wortel = str(Path(__file__).resolve().parents[2])
    eerder = os.environ.get("PYTHONPATH", "")
    paden = [wortel, eerder] if eerder else [wortel]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paden), "PYTHONUTF8": "1"}
