"""A letter that was signed with a pen: who may have signed, and the scan filed in the dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht
from klachtenapp.models import beheer
from klachtenapp.services import bijlagen, ondertekenen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt


@vraagt(Recht.LEZEN)
def ondertekenaars(ctx: Context) -> tuple[str, ...]:
    """Return who may have signed on paper: the afdelingshoofden, and the signer of Beheer."""
    hoofden = [
        m.naam
        for m in beheer.medewerkers(ctx.register)
        if m.actief and Rol.AFDELINGSHOOFD in m.rollen
    ]
    vast = [ctx.gemeente.ondertekenaar] if ctx.gemeente.ondertekenaar else []
    return tuple(dict.fromkeys([*vast, *hoofden]))


@vraagt(Recht.BEHANDELEN)
def registreer_scan(
    ctx: Context,
    kenmerk: str,
    pad: Path,
    naam: str,
    *,
    niet_betrokken: bool,
    datum: date,
    opdracht_uid: str,
) -> DocumentInfo:
    """File the scan of a letter that ``naam`` signed with a pen; the letter can then go out.

    :raises RegelFout: no file that can be read, no PDF, PNG or JPEG, or as
        ``ondertekenen.registreer_natte_handtekening``.
    """
    scan = bijlagen.lees(pad)
    return ondertekenen.registreer_natte_handtekening(
        ctx,
        kenmerk,
        scan,
        naam,
        niet_betrokken=niet_betrokken,
        datum=datum,
        opdracht_uid=opdracht_uid,
    )
