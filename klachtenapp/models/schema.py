"""Brings a register to the newest schema: lock, read the version, copy the file, migrate."""

from __future__ import annotations

import peewee

from klachtenapp.models import identiteit
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.kopie import veilige_kopie
from klachtenapp.models.migrations import Migratie
from klachtenapp.models.register import EXTENSIE, Register

KOPIEMAP = "reservekopieen"


def bijwerken(register: Register, migraties: tuple[Migratie, ...]) -> None:
    """Run the migrations that the file lacks, all in one transaction.

    The lock is taken before the version is read, so two programs that open the same old
    register at once cannot both migrate it.
    """
    with register.transactie():
        stand = identiteit.versie(register)
        if stand >= len(migraties):
            return
        if stand:
            doel = register.pad.parent / KOPIEMAP / f"{register.pad.stem}-voor-versie-{stand + 1}"
            veilige_kopie(register.pad, doel.with_name(doel.name + EXTENSIE), register.sleutel)
        try:
            for migratie in migraties[stand:]:
                migratie(register)
        except peewee.OperationalError as fout:  # a table is missing, or there already
            raise SchijfFout(Oorzaak.BEDORVEN, str(fout)) from fout
        identiteit.zet(register, len(migraties))
