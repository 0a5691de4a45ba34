"""The picture of a signature that is printed above the name, once a letter is really signed.

It proves nothing, and nothing depends on it: what proves is the key. A letter in concept never
bears it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, handtekeningbeelden
from klachtenapp.papier.logo import Logo
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import GEEN_LOGO, Logokeuze
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import mag, vereis
from klachtenapp.uitwisseling import handtekeningbeeld as beeldbestand

_SOORT = "png"


@dataclass(frozen=True, slots=True)
class Handtekeningbeeld:
    """One who signs, and his picture or nothing."""

    medewerker: int
    naam: str
    keuze: Logokeuze


def lees_bestand(pad: Path) -> Logokeuze:
    """Return a clean copy of the signature in ``pad``; it is not stored yet.

    :raises RegelFout: no PNG or JPEG with a signature on it; the sentence says what to do.
    :raises OmgevingFout: the file cannot be read.
    """
    return Logokeuze(_SOORT, beeldbestand.lees(pad))


def lijst(ctx: Context) -> tuple[Handtekeningbeeld, ...]:
    """Return everyone who signs, by name, also who has a picture and signs no more."""
    vereis(ctx, Recht.BEHEREN)
    met = handtekeningbeelden.alle(ctx.register)
    return tuple(
        _beeld(ctx, m)
        for m in beheer.medewerkers(ctx.register)
        if m.id in met or (m.actief and Rol.AFDELINGSHOOFD in m.rollen)
    )


def eigen(ctx: Context) -> Handtekeningbeeld:
    """Return the user with his own picture, or nothing in its place.

    :raises RegelFout: the program does not know the user, or he does not sign.
    """
    vereis(ctx, Recht.ONDERTEKENEN)
    if ctx.medewerker is None:
        raise RegelFout("Het programma weet niet wie u bent.", veld="medewerker")
    return _beeld(ctx, ctx.medewerker)


def bewaar(ctx: Context, medewerker: int, keuze: Logokeuze) -> Handtekeningbeeld:
    """Keep this picture for a medewerker, or take it away: one's own, or any by the beheerder.

    :raises RegelFout: somebody else's, or there is no such medewerker.
    """
    zelf = ctx.medewerker is not None and ctx.medewerker.id == medewerker
    if not (zelf and mag(ctx, Recht.ONDERTEKENEN)):
        vereis(ctx, Recht.BEHEREN)
    wie = next((m for m in beheer.medewerkers(ctx.register) if m.id == medewerker), None)
    if wie is None:
        raise RegelFout("Deze medewerker is er niet (meer).", veld="medewerker")
    with ctx.register.transactie():
        handtekeningbeelden.bewaar(ctx.register, medewerker, keuze.inhoud)
        wat = "plaatje van handtekening bewaard" if keuze else "plaatje van handtekening weg"
        schrijf_log(ctx, wat, Uitslag(gegevens={"medewerker": medewerker}))
    return _beeld(ctx, wie)


def op_brief(ctx: Context, wie: Medewerker) -> Logo | None:
    """Return the signature of ``wie`` to draw on a letter he signs now; ``None`` without one."""
    inhoud = handtekeningbeelden.lees(ctx.register, wie.id)
    return Logo(_SOORT, inhoud, f"Handtekening van {wie.naam}") if inhoud else None


def _beeld(ctx: Context, wie: Medewerker) -> Handtekeningbeeld:
    inhoud = handtekeningbeelden.lees(ctx.register, wie.id)
    return Handtekeningbeeld(wie.id, wie.naam, Logokeuze(_SOORT, inhoud) if inhoud else GEEN_LOGO)
