"""Attachments that are looked at or taken out: what they are, a copy to open, and gone again.

Nothing here opens anything. A copy to look at is read-only, in a folder of this user alone,
under the extension of what it is, and is removed at the end of the program and at the next
start. Programs, scripts and what is not known are never handed out to be opened.
"""

from __future__ import annotations

import atexit
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from klachtenapp import paths
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.bestandsnaam import plek_in, uitgang
from klachtenapp.domain.bestandssoort import Bestandsoordeel, beoordeel
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import documenten, gebeurtenissen, handtekeningen, meldingen
from klachtenapp.services import bijlagen
from klachtenapp.services.context import Context
from klachtenapp.services.feiten import schone_tekst
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import herkomst, inhoudssoort

_ONTHOUDEN: Final = 2_000
_SOORT: Final[dict[str, str]] = {}  # by hash: the same content is the same kind for ever
_MAX_REDEN: Final = 200


@vraagt(Recht.LEZEN)
def soorten(ctx: Context, kenmerk: str) -> dict[int, Bestandsoordeel]:
    """Return of every attachment of a dossier what it is by its content, by its number."""
    return {
        info.id: beoordeel(info.naam, _soort(ctx, info))
        for info in meldingen.haal(ctx.register, kenmerk).documenten
        if info.soort == bijlagen.BIJLAGE
    }


@vraagt(Recht.LEZEN)
def om_te_bekijken(ctx: Context, document: int) -> Path:
    """Write a read-only copy of an attachment to a private folder and return where it is.

    :raises RegelFout: it is a program, a script or of an unknown kind.
    :raises OmgevingFout: the copy cannot be made, or the bytes are not those that were stored.
    """
    info = documenten.info(ctx.register, document)
    oordeel = beoordeel(info.naam, _soort(ctx, info))
    if not oordeel.mag_open:
        raise RegelFout(
            f"'{info.naam}' ({oordeel.woord}) kunt u hier niet openen, alleen opslaan. "
            f"{' '.join(oordeel.zinnen)}",
            veld="bijlage",
        )
    achter = uitgang(info.naam)
    stam = info.naam[: -len(achter) - 1] if achter else info.naam
    try:
        map_ = paths.bekijkmap() / nieuw_uid()[:8]
        map_.mkdir(mode=0o700, parents=True)
        map_.parent.chmod(0o700)
    except OSError as fout:
        raise OmgevingFout("Op deze computer kan nu geen kopie worden gemaakt.") from fout
    atexit.register(ruim_op)
    pad = bijlagen.schrijf_uit(
        bijlagen.inhoud(ctx, document), plek_in(map_, f"{stam}.{oordeel.uitgang}")
    )
    herkomst.merk(pad)
    pad.chmod(stat.S_IREAD)
    return pad


def ruim_op() -> None:
    """Remove the copies that were looked at; one that is still open stays for the next time."""

    def schrijfbaar(doe: Callable[..., Any], pad: str, _fout: object) -> None:
        try:
            os.chmod(pad, stat.S_IRWXU)
            doe(pad)
        except OSError:
            return  # a program still shows it

    if paths.bekijkmap().is_dir():
        shutil.rmtree(paths.bekijkmap(), onerror=schrijfbaar)


def _bezwaar_tegen_verwijderen(ctx: Context, dossier: Dossier, info: DocumentInfo) -> str:
    """Return why a document must stay in its dossier; empty when it may go."""
    if info.soort != bijlagen.BIJLAGE or info.verzonden_op is not None:
        return "Dit is een brief van de gemeente. Die blijft in het dossier."
    if handtekeningen.van_documenten(ctx.register, [info.id]):
        return "Hier staat een handtekening onder. Het blijft in het dossier."
    if any(_noemt(feit, info) for feit in dossier.gebeurtenissen):
        return (
            f"'{info.naam}' is het bewijs bij een stap in dit dossier, zoals een scan of een "
            "toestemming. Het blijft in het dossier."
        )
    return ""


@vraagt(Recht.BEHANDELEN)
def verwijder(
    ctx: Context, kenmerk: str, document: int, reden: str, *, opdracht_uid: str = ""
) -> Dossier:
    """Take an attachment out of its dossier; its bytes go when nothing else has them.

    The dossier keeps that one was taken out and why, the log only its number and hash:
    neither its name nor what was in it.

    :raises RegelFout: without a reason, or for what must stay: a letter, a signed paper,
        the proof of a step.
    """
    waarom = schone_tekst(reden)
    if not waarom or len(waarom) > _MAX_REDEN:
        zin = "Schrijf kort op waarom de bijlage weg moet." if not waarom else "Schrijf het korter."
        raise RegelFout(zin, veld="reden")

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        info = next((d for d in dossier.documenten if d.id == document), None)
        if info is None:
            raise RegelFout("Deze bijlage is er niet (meer).", veld="document")
        if bezwaar := _bezwaar_tegen_verwijderen(ctx, dossier, info):
            raise RegelFout(bezwaar, veld="document")
        feiten = {
            "bijlage was": f"nr. {info.id}, {beoordeel(info.naam, _soort(ctx, info)).woord}",
            "bijlage": f"verwijderd: {waarom}",
        }
        feit = Gebeurtenis(GebeurtenisSoort.GEWIJZIGD, ctx.vandaag, ctx.nu, ctx.gebruiker, feiten)
        gebeurtenissen.voeg_toe(ctx.register, dossier, feit)
        documenten.verwijder(ctx.register, document)
        gegevens = {"document": info.id, "sha256": info.sha256, "bytes": info.bytes}
        return Uitslag(kenmerk, str(info.id), gegevens)

    eenmalig(ctx, opdracht_uid or nieuw_uid(), "bijlage verwijderd", doe)
    return meldingen.haal(ctx.register, kenmerk)


def _noemt(feit: Gebeurtenis, info: DocumentInfo) -> bool:
    """Whether an event points to a document: as an answer, or by its number alone."""
    return any(
        waarde.startswith(f"{info.id}: ")
        or (naam in ("scan", "document") and waarde == str(info.id))
        for naam, waarde in feit.gegevens.items()
    )


def _soort(ctx: Context, info: DocumentInfo) -> str:
    """Return the kind of a content; reads all of it only when its beginning is not enough."""
    if info.sha256 not in _SOORT:
        inhoud = documenten.begin(ctx.register, info.sha256, inhoudssoort.KOP)
        verder = info.bytes > len(inhoud) and (
            inhoudssoort.vraagt_alles(inhoud) or inhoudssoort.herken(inhoud) in _LAAT
        )
        if verder:
            inhoud = documenten.lees_inhoud(ctx.register, info.sha256) or b""
        if len(_SOORT) >= _ONTHOUDEN:
            _SOORT.clear()
        _SOORT[info.sha256] = inhoudssoort.herken(inhoud)
    return _SOORT[info.sha256]


_LAAT: Final = frozenset({"onbekend", "tekst"})
"""Kinds that may turn out to be another further on: an image of a disk, a PDF behind a text."""
