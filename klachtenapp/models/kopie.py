"""A copy of a register that is whole or is not there.

A copy that is killed half-way can pass SQLite's own check with no rows in it. So it is
made under another name, forced to the disk, compared with what was copied, and only
then given its name. On a share the copy is made and checked on this computer first:
checking page by page over the network would take minutes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit
from klachtenapp.models.fouten import Oorzaak, SchijfFout, vertaald
from klachtenapp.models.register import Register
from klachtenapp.models.schijf import SoortSchijf, soort_schijf

TIJDELIJK = ".bezig"

Stand = dict[str, int | str]
"""Rows of each table, and under ``""`` the last hash of the log: equal copies have equal ones."""


def veilige_kopie(bron: Path, doel: Path, sleutel: str = "") -> Stand:
    """Copy the register ``bron`` to ``doel`` and return what is in it.

    Takes its own connection, so it may be called while this thread holds the write lock.
    A file that already has the name ``doel`` is replaced, and only by a whole copy.

    :raises OmgevingFout: when the copy could not be made or is not equal.
    """
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        if soort_schijf(doel.parent) is SoortSchijf.NETWERK:
            with tempfile.TemporaryDirectory(prefix="klachtenapp-") as plek:
                eerst = Path(plek) / doel.name
                inhoud = _maak(bron, eerst, sleutel)
                _breng_over(eerst, doel)
            return inhoud
        return _maak(bron, doel, sleutel)
    except OSError as fout:
        raise OmgevingFout(
            f"De reservekopie kan niet worden geschreven in {doel.parent}. "
            "Het register zelf is niet gewijzigd. Controleer de schijf en de rechten op de map."
        ) from fout


def zet_terug(kopie: Path, doel: Path, sleutel: str = "") -> Stand:
    """Write the whole of ``kopie`` into the existing register ``doel``, in one transaction.

    The file itself stays, so programs that have it open go on with the restored content,
    and a power cut half-way leaves the old.

    :raises OmgevingFout: when the copy is not whole, or someone is writing.
    """
    inhoud = bekijk(kopie, sleutel)
    if not inhoud:
        raise OmgevingFout(f"De reservekopie {kopie.name} is niet heel. Kies een andere.")
    bron, register = Register(kopie, sleutel), Register(doel, sleutel)
    try:
        bron.verbind()
        register.verbind()
        register.beveilig()
        with vertaald():
            bron.db.connection().backup(register.db.connection(), pages=-1)
    finally:
        register.sluit()
        bron.sluit()
    return inhoud


def zet_apart(pad: Path, apart: Path) -> None:
    """Move a register that is not whole out of the way, together with its journal.

    A journal that stayed behind could be played back into the file that comes in its place.
    """
    apart.parent.mkdir(parents=True, exist_ok=True)
    for achter in ("-journal", ""):
        deel = pad.with_name(pad.name + achter)
        if deel.exists():
            deel.replace(apart.with_name(apart.name + achter))


def bekijk(pad: Path, sleutel: str = "") -> Stand:
    """Return what is in a register file; empty when it is not whole or no register at all."""
    try:
        return _bekijk(pad, sleutel)
    except SchijfFout as fout:
        if fout.oorzaak in (Oorzaak.GEEN_REGISTER, Oorzaak.VERSTOORD):
            return {}
        raise


def stand(register: Register) -> Stand:
    """Return what is in an open register, in a form that can be compared."""
    namen = [
        str(naam)
        for (naam,) in register.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'zoekindex%' AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    ]
    inhoud: Stand = {
        naam: int(register.sql(f'SELECT count(*) FROM "{naam}"')[0][0])  # noqa: S608
        for naam in namen
    }
    kop = register.sql("SELECT hash FROM log ORDER BY id DESC LIMIT 1") if "log" in namen else []
    inhoud[""] = str(kop[0][0]) if kop else ""
    return inhoud


def _maak(bron: Path, doel: Path, sleutel: str) -> Stand:
    tijdelijk = doel.with_name(f"{doel.name}.{os.getpid()}{TIJDELIJK}")
    tijdelijk.unlink(missing_ok=True)
    try:
        verwacht = _kopieer(bron, tijdelijk, sleutel)
        _dwing_af(tijdelijk)
        if _bekijk(tijdelijk, sleutel) != verwacht:
            raise OmgevingFout(
                "De reservekopie is niet gelijk aan het register en is daarom weggegooid. "
                "Probeer het opnieuw."
            )
        tijdelijk.replace(doel)
        _dwing_map_af(doel.parent)
    finally:
        tijdelijk.unlink(missing_ok=True)
    return verwacht


def _kopieer(bron: Path, doel: Path, sleutel: str) -> Stand:
    origineel, kopie = Register(bron, sleutel), Register(doel, sleutel)
    try:
        origineel.verbind()
        kopie.verbind()
        return origineel.lees(lambda: _kopieer_alles(origineel, kopie))
    finally:
        kopie.sluit()
        origineel.sluit()


def _kopieer_alles(origineel: Register, kopie: Register) -> Stand:
    inhoud = stand(origineel)  # takes the read lock: nobody changes it until the copy is made
    origineel.db.connection().backup(kopie.db.connection(), pages=-1)
    return inhoud


def _bekijk(pad: Path, sleutel: str) -> Stand:
    kopie = Register(pad, sleutel)
    try:
        kopie.verbind()
        if not identiteit.is_register(kopie):
            return {}
        ((oordeel,),) = kopie.sql("PRAGMA integrity_check(1)")
        return stand(kopie) if oordeel == "ok" else {}
    finally:
        kopie.sluit()


def _breng_over(bron: Path, doel: Path) -> None:
    """Put a finished copy on a share: other name, forced, read back, renamed."""
    tijdelijk = doel.with_name(f"{doel.name}.{os.getpid()}{TIJDELIJK}")
    try:
        shutil.copyfile(bron, tijdelijk)
        _dwing_af(tijdelijk)
        if _som(bron) != _som(tijdelijk):
            raise OmgevingFout(
                "De reservekopie kwam niet heel aan op de netwerkschijf en is daarom weggegooid. "
                "Probeer het opnieuw."
            )
        tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def _dwing_af(pad: Path) -> None:
    with pad.open("r+b") as bestand:
        os.fsync(bestand.fileno())


def _dwing_map_af(plek: Path) -> None:
    """Force the new name itself to the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    beschrijver = os.open(plek, os.O_RDONLY)
    try:
        os.fsync(beschrijver)
    finally:
        os.close(beschrijver)
