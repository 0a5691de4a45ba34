"""The small file beside a locked register that lists the ways in: ``<register>.sleutels``.

It holds no key, only seals. During a conversion it holds the doors of two keys, so that a
power cut between the two steps leaves a register that opens.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis.deuren import Deur, Deursoort
from klachtenapp.paths import sleutelpad

_VORM: Final = 1


@dataclass(frozen=True, slots=True)
class Sleutelring:
    """The doors of one key. ``generatie`` counts the keys that this register has had."""

    generatie: int
    deuren: tuple[Deur, ...]
    keurmerk: str


@dataclass(frozen=True, slots=True)
class Sleutelbestand:
    """All of the file. ``volgende`` is there only while the register is being converted.

    A ring without doors stands for a register that is not locked.
    """

    register: str
    ring: Sleutelring
    volgende: Sleutelring | None = field(default=None)

    @property
    def ringen(self) -> tuple[Sleutelring, ...]:
        """The rings to try, the newest first."""
        return (self.volgende, self.ring) if self.volgende is not None else (self.ring,)


def pad_bij(register: Path) -> Path:
    """Return where the doors of a register stand."""
    return sleutelpad(register)


def lees(register: Path) -> Sleutelbestand | None:
    """Return the doors of a register; ``None`` when it has none and so is not locked.

    :raises OmgevingFout: the file is there but cannot be read.
    """
    pad = pad_bij(register)
    try:
        return uit_vorm(json.loads(pad.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise OmgevingFout(
            f"Het bestand met de toegang tot dit register is niet te lezen: {pad.name}. "
            "Zet het terug uit de map met reservekopieën, of vraag ICT om hulp. "
            "Aan het register zelf is niets gewijzigd."
        ) from fout


def schrijf(register: Path, bestand: Sleutelbestand) -> None:
    """Write the doors so that a power cut leaves the old file or the new.

    :raises OmgevingFout: it cannot be written.
    """
    pad = pad_bij(register)
    tijdelijk = pad.with_name(f"{pad.name}.nieuw")
    try:
        with tijdelijk.open("w", encoding="utf-8") as uit:
            json.dump(als_vorm(bestand), uit, ensure_ascii=False, indent=1)
            uit.flush()
            os.fsync(uit.fileno())
        tijdelijk.replace(pad)
        _dwing_map_af(pad.parent)
    except OSError as fout:
        raise OmgevingFout(
            f"De toegang tot het register kan niet worden opgeslagen: {pad}. "
            "Er is niets gewijzigd. Controleer de schijf en de rechten op de map."
        ) from fout


def verwijder(register: Path) -> None:
    """Take the file away: the register is not locked any more."""
    pad_bij(register).unlink(missing_ok=True)


def als_vorm(bestand: Sleutelbestand) -> dict[str, Any]:
    """Return the file as JSON writes it; the list beside a copy holds the same."""
    return {
        "vorm": _VORM,
        "register": bestand.register,
        "ring": dataclasses.asdict(bestand.ring),
        "volgende": dataclasses.asdict(bestand.volgende) if bestand.volgende else None,
    }


def uit_vorm(vorm: Mapping[str, Any]) -> Sleutelbestand:
    """Return what ``als_vorm`` made; ValueError, KeyError or TypeError when it is not that."""
    volgende = vorm["volgende"]
    return Sleutelbestand(
        str(vorm["register"]), _ring(vorm["ring"]), _ring(volgende) if volgende else None
    )


def _dwing_map_af(plek: Path) -> None:
    """Force the new name to the disk before anything that follows; Windows does so itself."""
    if os.name == "nt":
        return
    greep = os.open(plek, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)


def _ring(vorm: dict[str, Any]) -> Sleutelring:
    deuren = tuple(Deur(**{**deur, "soort": Deursoort(deur["soort"])}) for deur in vorm["deuren"])
    return Sleutelring(int(vorm["generatie"]), deuren, str(vorm["keurmerk"]))
