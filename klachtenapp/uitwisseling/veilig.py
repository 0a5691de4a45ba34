"""Looks at a file before anything opens it: how large, what it is, and whether it is a bomb."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_KIES = "Kies een bestand van Excel (.xlsx, .xls), OpenOffice (.ods) of een .csv-bestand."


@dataclass(frozen=True, slots=True)
class Bestand:
    """The bytes of a file that may be opened; ``vorm`` is what it is, whatever its name says."""

    naam: str
    vorm: str
    sha256: str
    inhoud: bytes


def haal_op(pad: Path) -> Bestand:
    """Read the file once and check it; what is parsed later is exactly what was checked.

    Raises ``OmgevingFout`` when the file cannot be read, ``RegelFout`` when it is too
    large, a bomb, or no register at all.
    """
    try:
        if pad.stat().st_size > grenzen.MAX_BESTAND:
            raise RegelFout(
                f"Het bestand {pad.name} is groter dan {grenzen.MAX_BESTAND // 2**20} MB. "
                "Verwijder plaatjes en lege bladen, of verdeel het bestand.",
                veld="bestand",
            )
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand {pad.name} kan niet worden gelezen. Kijk of het er staat, "
            "en sluit het in Excel."
        ) from fout
    if not inhoud:
        raise RegelFout(f"Het bestand {pad.name} is leeg.", veld="bestand")
    vorm = herken(inhoud, pad.name)
    return Bestand(pad.name, vorm, hashlib.sha256(inhoud).hexdigest(), inhoud)


def herken(inhoud: bytes, naam: str) -> str:
    """Return what the file is, by its bytes; raise ``RegelFout`` when it may not be opened."""
    if inhoud.startswith(_ZIP):
        return _controleer_zip(inhoud, naam)
    if inhoud.startswith(_OLE):
        return "xls"
    begin = inhoud[:4096].lstrip().lower()
    if begin.startswith((b"<html", b"<!doctype html", b"<table")):
        raise RegelFout(
            f"{naam} is een webpagina met een Excel-naam. Open het bestand in Excel en "
            "bewaar het als .xlsx.",
            veld="bestand",
        )
    if begin.startswith((b"%pdf", b"{\\rtf", b"<?xml")) or (
        b"\x00" in begin and not inhoud.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise RegelFout(f"{naam} is geen rekenblad. {_KIES}", veld="bestand")
    return "csv"


def _controleer_zip(inhoud: bytes, naam: str) -> str:
    """Sum the sizes in the directory of the zip; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = archief.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fout:
        raise RegelFout(
            f"{naam} is beschadigd en kan niet worden geopend.", veld="bestand"
        ) from fout
    totaal = sum(deel.file_size for deel in delen)
    opgeblazen = any(
        deel.file_size > grenzen.KLEIN_DEEL
        and deel.file_size > grenzen.MAX_VERHOUDING * max(deel.compress_size, 1)
        for deel in delen
    )
    if totaal > grenzen.MAX_UITGEPAKT or opgeblazen or len(delen) > grenzen.MAX_DELEN:
        raise RegelFout(
            f"{naam} is uitgepakt te groot ({totaal // 2**20} MB). Het bestand wordt niet "
            "geopend, want het kan het programma laten vastlopen.",
            veld="bestand",
        )
    namen = {deel.filename for deel in delen}
    if "xl/workbook.bin" in namen:
        return "xlsb"
    if "[Content_Types].xml" in namen and any(n.startswith("xl/") for n in namen):
        return "xlsx"
    if "content.xml" in namen:
        return "ods"
    raise RegelFout(f"{naam} is geen rekenblad. {_KIES}", veld="bestand")
