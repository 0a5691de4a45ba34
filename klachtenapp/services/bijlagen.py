"""Attachments: into the register as bytes with a hash, out again as a file, never opened.

A name from outside is text to show, nothing more: it never becomes a path by itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from klachtenapp.domain.bestandsnaam import NAAMLENGTE, veilige_naam, vrije_naam
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import herkomst

__all__ = [
    "BIJLAGE", "GROOTSTE", "NAAMLENGTE", "Toegevoegd", "bewaar_als", "inhoud", "lees",
    "schrijf_uit", "voeg_een_toe", "voeg_toe", "weergavenaam",
]  # fmt: skip

BIJLAGE = "bijlage"
GROOTSTE = 25 * 1024 * 1024
"""Bytes of one attachment at most: the register travels whole in every reservekopie."""

weergavenaam = veilige_naam


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """What came of adding files: those that are in, and why others are not."""

    gelukt: tuple[DocumentInfo, ...]
    geweigerd: tuple[str, ...]


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
        er_zijn = meldingen.haal(ctx.register, kenmerk).documenten
        for ander in er_zijn:
            if ander.sha256 == som:
                raise RegelFout(
                    f"'{schoon}' zit al in dit dossier, als '{ander.naam}'.", veld="bijlage"
                )
        naam_hier = vrije_naam(schoon, [ander.naam for ander in er_zijn])
        info = DocumentInfo(0, naam_hier, BIJLAGE, "", 0, ctx.nu)
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
    """Write a document to ``pad`` and return where it is; nothing opens it.

    Windows is told of an attachment that it came from outside.
    """
    geschreven = schrijf_uit(inhoud(ctx, document), pad)
    if documenten.info(ctx.register, document).soort == BIJLAGE:
        herkomst.merk(geschreven)
    return geschreven


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
