"""PIN and password: set, take away, and ask; wrong tries are counted, slowed and logged."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.domain.toegang import (
    MINSTE_LOS,
    Toegang,
    controleer_geheim,
    mag_weer_om,
    wachttijd,
)
from klachtenapp.errors import RegelFout
from klachtenapp.kluis import AnderGeheim, klopt, maak_geheim
from klachtenapp.kluis.sleutelbos import Sleutelbos, standaard
from klachtenapp.models import sleutels, toegang
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vereis

_VERKEERD = "Deze pincode of dit wachtwoord klopt niet."
_pogingen_los: dict[tuple[str, int], Toegang] = {}
"""Wrong tries since the program began, where the register cannot be written; by place and who."""


def heeft(ctx: Context, medewerker: int) -> bool:
    """Whether this medewerker has a PIN or password."""
    return bool(toegang.haal(ctx.register, medewerker).geheim)


def stel_in(ctx: Context, medewerker: int, nieuw: str, oud: str = "") -> None:
    """Set the PIN or password of a medewerker, the first one or in the place of ``oud``.

    People choose their own; the beheerder sets a first one for someone. The signing key on
    this computer gets the new one too.

    :raises RegelFout: easily guessed, not one's own, or ``oud`` is wrong.
    """
    if ctx.medewerker is None or ctx.medewerker.id != medewerker:
        vereis(ctx, Recht.BEHEREN)
    bewaard = toegang.haal(ctx.register, medewerker)
    bos = standaard()
    eigen = [] if not bewaard.geheim else _eigen_sleutels(ctx, medewerker, bos)
    controleer_geheim(nieuw, *([MINSTE_LOS] if eigen and not bos.in_kluis else []))
    if bewaard.geheim:
        controleer(ctx, medewerker, oud)
    hash_ = maak_geheim(nieuw)
    with ctx.register.transactie():
        nu = toegang.haal(ctx.register, medewerker)
        if nu.geheim != bewaard.geheim:
            raise RegelFout("Intussen is een ander geheim ingesteld. Probeer het opnieuw.")
        toegang.bewaar(ctx.register, Toegang(medewerker, hash_))
        schrijf_log(ctx, "geheim ingesteld", Uitslag(gegevens={"medewerker": medewerker}))
        _verzegel_opnieuw(bos, eigen, oud, nieuw)


def herstel(ctx: Context, medewerker: int) -> None:
    """Take the PIN or password of a medewerker away, for one who forgot it.

    A signing key that was sealed with it stays shut for ever: a new one must be made, and
    confirmed. So nobody signs for another by way of Beheer.
    """
    vereis(ctx, Recht.BEHEREN)
    with ctx.register.transactie():
        toegang.bewaar(ctx.register, Toegang(medewerker))
        schrijf_log(ctx, "geheim weggehaald", Uitslag(gegevens={"medewerker": medewerker}))


def controleer(ctx: Context, medewerker: int, geheim: str) -> None:
    """Ask whether this is the PIN or password of a medewerker; counts in its own transaction.

    While the disk is gone wrong tries count as long as the program runs.

    :raises RegelFout: it is wrong, there is none, or it is too soon after wrong ones.
    """
    if ctx.losgekoppeld:
        _controleer_los(ctx, medewerker, geheim)
        return
    with ctx.register.transactie():
        bekend = _bekend(ctx, medewerker)
        wachten = mag_weer_om(bekend, ctx.nu)
        if wachten is not None:
            if bekend.laatste_poging and bekend.laatste_poging > ctx.nu:  # a clock put back
                toegang.bewaar(ctx.register, replace(bekend, laatste_poging=ctx.nu))
            bezwaar = _te_snel(bekend.pogingen, f"{wachten:%H:%M:%S}")
        else:
            bezwaar = _probeer(ctx, bekend, geheim)
    if bezwaar:
        raise RegelFout(bezwaar, veld="geheim")


def _controleer_los(ctx: Context, medewerker: int, geheim: str) -> None:
    """Ask without the register: nothing can be written in it now."""
    wie = (ctx.postadres, medewerker)
    bekend = _bekend(ctx, medewerker)
    if eerder := _pogingen_los.get(wie):
        bekend = replace(bekend, pogingen=eerder.pogingen, laatste_poging=eerder.laatste_poging)
    wachten = mag_weer_om(bekend, ctx.nu)
    if wachten is not None:
        raise RegelFout(_te_snel(bekend.pogingen, f"{wachten:%H:%M:%S}"), veld="geheim")
    if klopt(geheim, bekend.geheim):
        _pogingen_los.pop(wie, None)
        return
    fout = replace(bekend, pogingen=bekend.pogingen + 1, laatste_poging=ctx.nu)
    _pogingen_los[wie] = fout
    raise RegelFout(_na_fout(ctx, fout), veld="geheim")


def _bekend(ctx: Context, medewerker: int) -> Toegang:
    bekend = toegang.haal(ctx.register, medewerker)
    if not bekend.geheim:
        raise RegelFout("U hebt nog geen pincode of wachtwoord. Kies er eerst een.", veld="geheim")
    return bekend


def _na_fout(ctx: Context, fout: Toegang) -> str:
    wacht = wachttijd(fout.pogingen)
    if not wacht:
        return f"{_VERKEERD} Probeer het nog eens."
    return f"{_VERKEERD} {_te_snel(fout.pogingen, f'{ctx.nu + wacht:%H:%M:%S}')}"


def _probeer(ctx: Context, bekend: Toegang, geheim: str) -> str:
    """Return why not, or empty; writes what came of it."""
    wie = {"medewerker": bekend.medewerker}
    if klopt(geheim, bekend.geheim):
        if bekend.pogingen:
            goed = replace(bekend, pogingen=0, laatste_poging=None)
            toegang.bewaar(ctx.register, goed)
            schrijf_log(ctx, "geheim weer goed", Uitslag(gegevens=wie))
        return ""
    fout = replace(bekend, pogingen=bekend.pogingen + 1, laatste_poging=ctx.nu)
    toegang.bewaar(ctx.register, fout)
    gegevens = {**wie, "poging": fout.pogingen}
    schrijf_log(ctx, "verkeerd geheim", Uitslag(gegevens=gegevens))
    return _na_fout(ctx, fout)


def _te_snel(pogingen: int, einde: str) -> str:
    return f"Het ging {pogingen} keer mis. U kunt het weer proberen om {einde} uur."


def _eigen_sleutels(ctx: Context, medewerker: int, bos: Sleutelbos) -> list[Sleutel]:
    """Return the keys of this medewerker that lie on this computer and can still sign."""
    gezocht = sleutels.van(ctx.register, medewerker)
    return [s for s in gezocht if s.ingetrokken_op is None and bos.heeft(s.vingerafdruk)]


def _verzegel_opnieuw(bos: Sleutelbos, eigen: list[Sleutel], oud: str, nieuw: str) -> None:
    for sleutel in eigen:
        try:
            prive = bos.haal(sleutel.vingerafdruk, oud)
        except AnderGeheim:  # sealed before an earlier change elsewhere: no longer to be opened
            continue
        if prive is not None:
            bos.bewaar(sleutel.vingerafdruk, prive, nieuw)
