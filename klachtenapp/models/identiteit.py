"""Tells a register from any other file, and an older from a newer one."""

from __future__ import annotations

from typing import Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import schemakeur
from klachtenapp.models.register import Register

APPLICATIE: Final = 0x4B4C4348
"""``KLCH``, at byte 68 of the file."""


class VreemdFout(OmgevingFout):
    """There is something in the register that no program of ours put there."""


def versie(register: Register) -> int:
    """Return the version of the schema in the file; 0 for an empty file."""
    return int(register.sql("PRAGMA user_version")[0][0])


def is_leeg(register: Register) -> bool:
    """Whether there is nothing in the file at all."""
    return not register.sql("SELECT 1 FROM sqlite_master LIMIT 1") and versie(register) == 0


def is_register(register: Register) -> bool:
    """Whether it is a register of ours, of any version, with nothing strange in its schema."""
    applicatie = int(register.sql("PRAGMA application_id")[0][0])
    return applicatie == APPLICATIE and versie(register) > 0 and not schemakeur.vreemd(register)


def controleer(register: Register, nieuwste: int) -> None:
    """Refuse a file that is not ours, that a newer program made, or that holds strange things.

    :raises OmgevingFout: with the sentence that says which of the three it is.
    """
    if int(register.sql("PRAGMA application_id")[0][0]) != APPLICATIE:
        raise OmgevingFout(
            f"Dit bestand is geen register van de Klachtenapp: {register.pad.name}. "
            "Er is niets gewijzigd. Kies een ander bestand."
        )
    stand = versie(register)
    if stand > nieuwste:
        raise OmgevingFout(
            "Dit register is gemaakt met een nieuwere versie van de Klachtenapp "
            f"(register {stand}, dit programma {nieuwste}). Er is niets gewijzigd. "
            "Vraag ICT om de nieuwe versie op deze computer te zetten."
        )
    if stand < 1:
        raise VreemdFout(
            f"Dit register zegt zelf niet welke versie het is: {register.pad.name}. Er is niets "
            "gewijzigd. Zet een reservekopie terug en meld dit aan ICT."
        )
    if vreemd := schemakeur.vreemd(register):
        raise VreemdFout(
            f"In dit register staat iets dat niet van de Klachtenapp is: {vreemd}. Het kan "
            "gegevens ongemerkt veranderen. Daarom gaat het register niet open. Er is niets "
            "gewijzigd. Zet een reservekopie terug en meld dit aan ICT."
        )


def zet(register: Register, stand: int) -> None:
    """Mark the file as ours with this version; part of the transaction that made it so."""
    register.sql(f"PRAGMA application_id = {APPLICATIE}")
    register.sql(f"PRAGMA user_version = {stand}")
