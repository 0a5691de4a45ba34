"""Writes a register into a new file under another key, or under none.

SQLite's own copy only works between two files with the same key; SQLCipher's export reads
every row and writes it anew (sqlcipher_export, Zetetic's API). Nothing of the source changes.
"""

from __future__ import annotations

from pathlib import Path

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit
from klachtenapp.models.bladen import BLADGROOTTE
from klachtenapp.models.fouten import Oorzaak, SchijfFout, vertaald
from klachtenapp.models.kopie import Stand, bekijk, stand
from klachtenapp.models.register import Register

_MERKEN = ("application_id", "user_version")


def zet_om(bron: Path, bron_sleutel: str, doel: Path, doel_sleutel: str) -> Stand:
    """Write all of ``bron`` to the new file ``doel``; returns what is in it, checked.

    The source is read in one go into memory, so that a share is locked no longer than for
    a copy. ``doel`` is not yet forced to the disk and gets no final name here.

    :raises OmgevingFout: the source cannot be read, or the new file is not equal to it.
    """
    if doel.exists():
        raise OmgevingFout(f"Er is al een bestand {doel.name} in deze map.")
    verwacht = _schrijf(bron, bron_sleutel, doel, doel_sleutel)
    if bekijk(doel, doel_sleutel) != verwacht:
        doel.unlink(missing_ok=True)
        raise OmgevingFout(
            "Het nieuwe bestand is niet gelijk aan het register en is daarom weggegooid. "
            "Het register zelf is niet gewijzigd. Probeer het opnieuw."
        )
    return verwacht


def past(pad: Path, sleutel: str) -> bool:
    """Whether the register at ``pad`` opens with this key; an empty one for a file unlocked.

    Asked through SQLite: reading the file ourselves would let go of the locks we hold on it.

    :raises SchijfFout: the disk refuses.
    """
    register = Register(pad, sleutel)
    try:
        register.verbind()
        return identiteit.is_register(register)
    except SchijfFout as fout:
        if fout.oorzaak is Oorzaak.GEEN_REGISTER:
            return False
        raise
    finally:
        register.sluit()


def _schrijf(bron: Path, bron_sleutel: str, doel: Path, doel_sleutel: str) -> Stand:
    origineel = Register(bron, bron_sleutel)
    geheugen = Register(Path(":memory:"), bron_sleutel)
    try:
        origineel.verbind()
        geheugen.verbind()

        def lees() -> Stand:
            inhoud = stand(origineel)
            origineel.db.connection().backup(geheugen.db.connection(), pages=-1)
            return inhoud

        verwacht = origineel.lees(lees)
        _exporteer(geheugen, doel, doel_sleutel)
    finally:
        geheugen.sluit()
        origineel.sluit()
    return verwacht


def _exporteer(bron: Register, doel: Path, sleutel: str) -> None:
    merken = {merk: int(bron.sql(f"PRAGMA {merk}")[0][0]) for merk in _MERKEN}
    verbinding = bron.db.connection()
    with vertaald():
        verbinding.execute("ATTACH DATABASE ? AS nieuw KEY ?", (str(doel), sleutel))
        try:
            if not sleutel:
                verbinding.execute(f"PRAGMA nieuw.page_size = {BLADGROOTTE}")
            verbinding.execute("SELECT sqlcipher_export('nieuw')").fetchall()
            for merk, waarde in merken.items():
                verbinding.execute(f"PRAGMA nieuw.{merk} = {waarde}")
            verbinding.commit()
        finally:
            verbinding.execute("DETACH DATABASE nieuw")
