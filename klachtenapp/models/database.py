"""Opens a register, or makes one: the door by which everything above comes in."""

from __future__ import annotations

from pathlib import Path

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit, schemakeur
from klachtenapp.models.bestanden import bereikbaar, is_te_zien
from klachtenapp.models.bladen import kies_bladgrootte
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import EXTENSIE, Register
from klachtenapp.models.schema import bijwerken

__all__ = ["EXTENSIE", "Register", "open_register"]


def open_register(pad: Path | str, *, maak: bool = False, sleutel: str = "") -> Register:
    """Open a register, or make one (``maak``), in the newest schema.

    An older register is first copied to the folder ``reservekopieen`` beside it. The
    calling thread owns the connection.

    :raises OmgevingFout: not there, already there (``maak``), not ours, newer, locked,
        or on a disk that does not keep it safe.
    """
    bestand = Path(pad).absolute()
    with bereikbaar(bestand.parent):
        _controleer_plek(bestand, maak=maak)
    register = Register(bestand, sleutel)
    try:
        register.verbind()
        nieuw = maak and identiteit.is_leeg(register)
        if nieuw:
            kies_bladgrootte(register)
        if not nieuw:
            identiteit.controleer(register, len(MIGRATIES))
        register.beveilig()
        if nieuw or identiteit.versie(register) < len(MIGRATIES):
            bijwerken(register, MIGRATIES)
        if weg := schemakeur.ontbreekt(register):
            raise SchijfFout(Oorzaak.BEDORVEN, f"ontbreekt: {', '.join(weg)}")
    except BaseException:
        register.sluit()
        raise
    return register


def _controleer_plek(bestand: Path, *, maak: bool) -> None:
    if maak:
        if bestand.exists() and bestand.stat().st_size:
            raise OmgevingFout(
                f"Er is al een bestand {bestand.name} in deze map. Kies een andere naam."
            )
        if not bestand.parent.is_dir():
            raise OmgevingFout(f"De map {bestand.parent} bestaat niet. Kies een andere map.")
    elif not is_te_zien(bestand):
        raise OmgevingFout(
            f"Het register is er niet: {bestand}. "
            "Controleer de naam, en of de (netwerk)schijf verbonden is."
        )
