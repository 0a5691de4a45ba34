"""What one register file has that another has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import peewee

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit
from klachtenapp.models.bestanden import is_te_zien
from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register


@dataclass(frozen=True, slots=True)
class Inventaris:
    """What can be read of a register: rows by table, and the version of each dossier.

    ``leesbaar`` is false when something could not be read; what is there is then a part.
    ``begin`` and ``kop`` are the first and last hash of the log.
    """

    leesbaar: bool = False
    aantallen: Mapping[str, int] = field(default_factory=dict)
    versies: Mapping[str, int] = field(default_factory=dict)
    begin: str = ""
    kop: str = ""
    kopregel: int = 0


def inventaris(pad: Path, sleutel: str = "") -> Inventaris:
    """Return what can be read of the register at ``pad``, also of one that is damaged."""
    if not is_te_zien(pad):
        return Inventaris()
    register = Register(pad, sleutel)
    try:
        register.verbind()
        if not identiteit.is_register(register):
            return Inventaris()
        return register.lees(lambda: _lees(register))
    except (OmgevingFout, peewee.DatabaseError, ValueError, TypeError):
        return Inventaris()  # it cannot be read: that is what the caller asks
    finally:
        register.sluit()


def te_nieuw(pad: Path, sleutel: str = "") -> str:
    """Return in a sentence that a newer program made this register; empty when it did not."""
    register = Register(pad, sleutel)
    try:
        register.verbind()
        identiteit.controleer(register, len(MIGRATIES))
    except SchijfFout:
        return ""  # not whole: that is said elsewhere
    except OmgevingFout as fout:
        return fout.boodschap
    finally:
        register.sluit()
    return ""


def _lees(register: Register) -> Inventaris:
    namen = [
        str(naam)
        for (naam,) in register.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'zoekindex%' AND name NOT LIKE 'sqlite%'"
        )
    ]
    tel = {n: int(register.sql(f'SELECT count(*) FROM "{n}"')[0][0]) for n in namen}  # noqa: S608
    versies = {
        str(kenmerk): int(versie)
        for kenmerk, versie in register.sql("SELECT kenmerk, versie FROM melding ORDER BY id")
    }
    eerste = register.sql("SELECT hash FROM log ORDER BY id LIMIT 1")
    laatste = register.sql("SELECT hash, id FROM log ORDER BY id DESC LIMIT 1")
    return Inventaris(
        leesbaar=True,
        aantallen=tel,
        versies=versies,
        begin=str(eerste[0][0]) if eerste else "",
        kop=str(laatste[0][0]) if laatste else "",
        kopregel=int(laatste[0][1]) if laatste else 0,
    )
