"""The way into the shadow copy of a locked register, for when its doors are gone with the disk.

The doors lie beside the register. Of those only that of this user is kept beside the shadow
copy: a seal that opens with the private key in the key store of this account, and with
nothing else. No invitation and no herstelsleutel comes along, and where a password guards the
door nothing is kept at all: whoever has the laptop could go on guessing.

Loads the cryptography: only for a register that is locked.
"""

from __future__ import annotations

from pathlib import Path

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import deuren, sleutelbestand
from klachtenapp.kluis.sleutelbestand import Sleutelbestand
from klachtenapp.services import deurwachter
from klachtenapp.services.deurlijst import maak_ring


def bewaar(register: Path, schaduw: Path, sleutel: bytes) -> bool:
    """Keep the door of this user beside the shadow copy; ``False`` when he has none to keep.

    ``sleutel`` is the key with which the shadow copy is locked.

    :raises OmgevingFout: the doors of the register cannot be read, or this one not written.
    """
    nieuw = _eigen(register, sleutel)
    if nieuw is None:
        sleutelbestand.verwijder(schaduw)
    elif _lees(schaduw) != nieuw:
        sleutelbestand.schrijf(schaduw, nieuw)
    return nieuw is not None


def sleutel(schaduw: Path) -> bytes:
    """Return the key behind the door beside the shadow copy; empty when this user has none."""
    try:
        return deurwachter.sleutel_bij(schaduw) or b""
    except OmgevingFout:  # damaged, or the key store is shut: then there is no way in
        return b""


def _eigen(register: Path, met: bytes) -> Sleutelbestand | None:
    bestand = sleutelbestand.lees(register)
    if bestand is None:
        return None
    uid = bestand.register
    blik = deurwachter.eigen(uid)
    for ring in bestand.ringen:
        for deur in ring.deuren:
            prive = blik(deur)
            if prive and deuren.ontzegel_met(prive, deur.verzegeld, uid) == met:
                return Sleutelbestand(uid, maak_ring(ring.generatie, uid, met, (deur,)))
    return None


def _lees(schaduw: Path) -> Sleutelbestand | None:
    try:
        return sleutelbestand.lees(schaduw)
    except OmgevingFout:  # damaged: it is written anew
        return None
