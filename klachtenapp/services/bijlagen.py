"""Attachments: into the register as bytes with a hash, out again as a file, never opened.

A name from outside is text to show, nothing more: it never becomes a path by itself.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.rechten import vraagt

BIJLAGE = "bijlage"
GROOTSTE = 25 * 1024 * 1024
"""Bytes of one attachment at most: the register travels whole in every reservekopie."""

NAAMLENGTE = 120
_VERBODEN = frozenset('<>:"/\\|?*')
_GERESERVEERD = frozenset(
    ["con", "prn", "aux", "nul", *(f"{poort}{n}" for poort in ("com", "lpt") for n in range(1, 10))]
)


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """What came of adding files: those that are in, and why others are not."""

    gelukt: tuple[DocumentInfo, ...]
    geweigerd: tuple[str, ...]


def weergavenaam(naam: str) -> str:
    """Return a file name that is safe to show and to propose when saving.

    The last part of a path, without control or direction-changing characters (with which
    ``exe`` can pose as ``pdf``), without signs Windows refuses, at most 120 letters, with its
    extension. Never empty.
    """
    kaal = PurePosixPath(PureWindowsPath(naam).name).name
    tekens = "".join(" " if teken in _VERBODEN else teken for teken in kaal if _mag(teken))
    tekst = " ".join(unicodedata.normalize("NFC", tekens).split()).strip(". ")
    stam, punt, uitgang = tekst.rpartition(".")
    if not stam:
        stam, punt, uitgang = tekst, "", ""
    if stam.split(".", maxsplit=1)[0].strip().casefold() in _GERESERVEERD:
        stam = f"_{stam}"
    uitgang = uitgang[:12]
    stam = stam[: NAAMLENGTE - len(uitgang) - 1].rstrip(". ")
    return f"{stam}{punt}{uitgang}" or "bijlage"


@vraagt(Recht.BEHANDELEN)
def voeg_toe(ctx: Context, kenmerk: str, paden: Sequence[Path]) -> Toegevoegd:
    """Add files to a dossier. One that cannot be read does not keep the others out."""
    gelukt: list[DocumentInfo] = []
    geweigerd: list[str] = []
    for pad in paden:
        try:
            gelukt.append(voeg_een_toe(ctx, kenmerk, pad.name, lees(pad)))
        except RegelFout as fout:
            geweigerd.append(str(fout))
    return Toegevoegd(tuple(gelukt), tuple(geweigerd))


@vraagt(Recht.BEHANDELEN)
def voeg_een_toe(
    ctx: Context, kenmerk: str, naam: str, inhoud: bytes, *, opdracht_uid: str = ""
) -> DocumentInfo:
    """Store one attachment and return what is known of it.

    :raises RegelFout: empty, too large, or already in this dossier with the same content.
    """
    schoon = weergavenaam(naam)
    if not inhoud:
        raise RegelFout(f"'{schoon}' is leeg. Kies een ander bestand.", veld="bijlage")
    if len(inhoud) > GROOTSTE:
        raise RegelFout(
            f"'{schoon}' is groter dan {GROOTSTE // 1024 // 1024} MB. "
            "Maak het bestand kleiner, of bewaar het ergens anders en schrijf op waar.",
            veld="bijlage",
        )

    def doe() -> Uitslag:
        som = documenten.som(inhoud)
        for ander in meldingen.haal(ctx.register, kenmerk).documenten:
            if ander.sha256 == som:
                raise RegelFout(
                    f"'{schoon}' zit al in dit dossier, als '{ander.naam}'.", veld="bijlage"
                )
        info = DocumentInfo(0, schoon, BIJLAGE, "", 0, ctx.nu)
        bewaard = documenten.voeg_toe(ctx.register, kenmerk, info, inhoud)
        gegevens = {"document": bewaard.id, "sha256": bewaard.sha256, "bytes": bewaard.bytes}
        return Uitslag(kenmerk, str(bewaard.id), gegevens)

    uitslag = eenmalig(ctx, opdracht_uid or nieuw_uid(), "bijlage toegevoegd", doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


@vraagt(Recht.LEZEN)
def inhoud(ctx: Context, document: int) -> bytes:
    """Return the bytes of a document of the register, checked against its hash.

    :raises OmgevingFout: the bytes are not those that were stored.
    """
    gegevens = documenten.lees(ctx.register, document)
    if documenten.som(gegevens) != documenten.info(ctx.register, document).sha256:
        raise OmgevingFout(
            "Dit document is niet meer zoals het werd bewaard. "
            "Haal het uit een reservekopie, en laat het register controleren."
        )
    return gegevens


@vraagt(Recht.LEZEN)
def bewaar_als(ctx: Context, document: int, pad: Path) -> Path:
    """Write a document to ``pad`` and return where it is; nothing opens it."""
    return schrijf_uit(inhoud(ctx, document), pad)


def schrijf_uit(gegevens: bytes, pad: Path) -> Path:
    """Write ``gegevens`` to ``pad``, whole or not at all.

    :raises OmgevingFout: the disk or the share refused.
    """
    tijdelijk = pad.with_name(f".{pad.name}.{nieuw_uid()[:8]}")
    try:
        with tijdelijk.open("xb") as bestand:
            bestand.write(gegevens)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise OmgevingFout(
            f"Opslaan in {pad.parent} is niet gelukt. Kies een andere map, "
            "of sluit het bestand als het open staat."
        ) from fout
    return pad


def lees(pad: Path) -> bytes:
    """Return the bytes of a file outside; at most one byte more than is allowed."""
    try:
        if not pad.is_file():
            raise RegelFout(f"'{weergavenaam(pad.name)}' is geen bestand.", veld="bijlage")
        with pad.open("rb") as bestand:
            return bestand.read(GROOTSTE + 1)
    except OSError as fout:
        raise RegelFout(
            f"'{weergavenaam(pad.name)}' kan niet worden gelezen. Staat het nog open?",
            veld="bijlage",
        ) from fout


def _mag(teken: str) -> bool:
    """Whether a character may stand in a name: no controls, no invisible direction changes."""
    return unicodedata.category(teken) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
