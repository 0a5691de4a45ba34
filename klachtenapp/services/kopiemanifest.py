"""The small list beside a copy: what is in it, and by what sha256 it is still the same.

It names no persons: counts, the last kenmerk and the head of the log. It is written
before the copy gets its name, so a copy without a list is one of before, or of others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from klachtenapp import __version__
from klachtenapp.models import identiteit, log, nummers
from klachtenapp.models.bestanden import schrijf_heel
from klachtenapp.models.controle import Bevinding
from klachtenapp.models.kopie import Gemaakt
from klachtenapp.models.register import Register

ACHTER: Final = ".json"
DEUREN: Final = ".sleutels"
"""The file beside a locked register, and beside its copy, with the ways in (``kluis``)."""

_FORMAAT: Final = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was in a copy when it was made. ``opmerkingen`` is what its checks found wrong."""

    moment: datetime
    reden: str
    register: str
    begin: str
    aantallen: Mapping[str, int]
    laatste_kenmerk: str
    log_kop: str
    sha256: str
    bytes: int
    schema: int
    programma: str
    versleuteld: bool
    opmerkingen: tuple[str, ...] = ()


def bij(kopie: Path) -> Path:
    """Return where the list of a copy stands."""
    return kopie.with_name(kopie.name + ACHTER)


def bewaar_deuren(register: Path, kopie: Path) -> None:
    """Put the ways in of a locked register beside its copy: a later key may be another."""
    deuren = register.with_name(register.name + DEUREN)
    if deuren.is_file():
        schrijf_heel(kopie.with_name(kopie.name + DEUREN), deuren.read_bytes())


def wis(kopie: Path) -> None:
    """Remove what stands beside a copy."""
    for achter in (ACHTER, DEUREN):
        kopie.with_name(kopie.name + achter).unlink(missing_ok=True)


def maak(
    kopie: Register,
    gemaakt: Gemaakt,
    *,
    moment: datetime,
    reden: str,
    register: Path,
    bevindingen: list[Bevinding],
) -> Manifest:
    """Return the list of a copy that is open."""
    return Manifest(
        moment=moment,
        reden=reden,
        register=register.name,
        begin=log.begin(kopie),
        aantallen={naam: n for naam, n in gemaakt.inhoud.items() if isinstance(n, int)},
        laatste_kenmerk=nummers.laatste_kenmerk(kopie),
        log_kop=str(gemaakt.inhoud[""]),
        sha256=gemaakt.sha256,
        bytes=gemaakt.bytes,
        schema=identiteit.versie(kopie),
        programma=__version__,
        versleuteld=bool(kopie.sleutel),
        opmerkingen=tuple(b.tekst for b in bevindingen if not b.goed),
    )


def schrijf(kopie: Path, manifest: Manifest) -> None:
    """Write the list beside the copy, whole or not at all."""
    vorm = {"formaat": _FORMAAT, **asdict(manifest), "moment": manifest.moment.isoformat()}
    tekst = json.dumps(vorm, ensure_ascii=False, indent=1)
    schrijf_heel(bij(kopie), tekst.encode())


def lees(kopie: Path) -> Manifest | None:
    """Return the list beside a copy; ``None`` when there is none that can be read."""
    try:
        vorm: dict[str, Any] = json.loads(bij(kopie).read_bytes())
        vorm["moment"] = datetime.fromisoformat(vorm["moment"])
        vorm["aantallen"] = {str(naam): int(n) for naam, n in vorm["aantallen"].items()}
        vorm["opmerkingen"] = tuple(str(zin) for zin in vorm.get("opmerkingen", ()))
        vorm["bytes"] = int(vorm["bytes"])
        return Manifest(**{veld.name: vorm[veld.name] for veld in fields(Manifest)})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # not there, cut off, or of another program: then the copy speaks for itself
