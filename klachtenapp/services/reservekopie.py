"""Makes the copies of the register: whole or not at all, checked, and in two places.

At the start of the day, every so many minutes when something changed, at the end, and
before an import or a herstel (``terugzetten``). A new version of the program copies the
register itself before it changes it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from klachtenapp.domain.bewaarschema import Kopiekeuze, Soortkopie
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import instellingen, log
from klachtenapp.models.controle import Bevinding
from klachtenapp.models.kopie import (
    Gemaakt,
    Gestopt,
    KopieGestopt,
    Voortgang,
    breng_over,
    veilige_kopie,
)
from klachtenapp.models.register import Register
from klachtenapp.services import kopielijst, kopiemanifest
from klachtenapp.services.context import Context
from klachtenapp.services.kopielijst import Reservekopie
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.registercontrole import controleer, herbouw_zoekindex
from klachtenapp.services.terugzetten import Herstel, herstel

__all__ = [
    "Bevinding", "Herstel", "KopieGestopt", "Kopiekeuze", "Reservekopie", "bewaar_keuze",
    "bij_start", "controleer", "herbouw_zoekindex", "herstel", "keuze", "laatste", "lijst",
    "maak", "nodig",
]  # fmt: skip

_REDENEN = {
    Soortkopie.GEWOON: "gewone kopie",
    Soortkopie.VOOR_HERSTEL: "voor een herstel",
    Soortkopie.VOOR_IMPORT: "voor een import",
    Soortkopie.VOOR_VERSIE: "voor een nieuwe versie",
}


def maak(
    ctx: Context,
    soort: Soortkopie = Soortkopie.GEWOON,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Reservekopie:
    """Copy the register now to the folder ``reservekopieen`` beside it, and to the second place.

    It lies beside the register also on a share: personal data stay where the gemeente
    chose to keep them. Asks nothing of the open connection, so it may run beside the
    worker. What need not be kept (``bewaarschema``) is removed when the new one stands.
    The second place never stops the first: ``tweede_fout`` says what went wrong there.

    :raises OmgevingFout: when it could not be made whole; older copies stay as they are.
    """
    if ctx.losgekoppeld:
        raise OmgevingFout("De schijf met het register is er nu niet. Er is niets gekopieerd.")
    return van_pad(
        ctx.register.pad,
        ctx.nu,
        soort,
        sleutel=ctx.register.sleutel,
        voortgang=voortgang,
        gestopt=gestopt,
    )


def van_pad(
    pad: Path,
    nu: datetime,
    soort: Soortkopie = Soortkopie.GEWOON,
    *,
    sleutel: str = "",
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Reservekopie:
    """Copy the register at ``pad``; as ``maak``, for who has no open register."""
    doel = kopielijst.vrije_plek(kopielijst.kopiemap(pad), pad.stem, soort, nu)
    gevonden: list[tuple[Kopiekeuze, kopiemanifest.Manifest]] = []

    def keur(kopie: Register, gemaakt: Gemaakt) -> None:
        bevindingen = _bijzonderheden(kopie)
        manifest = kopiemanifest.maak(
            kopie, gemaakt, moment=nu, reden=_REDENEN[soort], register=pad, bevindingen=bevindingen
        )
        kopiemanifest.schrijf(doel, manifest)
        kopiemanifest.bewaar_deuren(pad, doel)
        gevonden[:] = [(instellingen.kopiekeuze(kopie), manifest)]

    meer = {"voortgang": voortgang, "gestopt": gestopt}
    opties = {naam: wat for naam, wat in meer.items() if wat is not None}
    try:
        veilige_kopie(pad, doel, sleutel, keur=keur, **opties)  # type: ignore[arg-type]
    except BaseException:
        with suppress(OSError):  # the same disk that refused the copy
            kopiemanifest.wis(doel)
        raise
    ((wensen, manifest),) = gevonden
    kopie = Reservekopie(doel, nu, manifest.bytes, manifest.aantallen, soort, manifest)
    _ruim_op(doel.parent, pad.stem, manifest.begin, doel, nu)
    return replace(kopie, tweede_fout=_naar_tweede_plek(pad, kopie, wensen, gestopt))


def bij_start(ctx: Context) -> Reservekopie | None:
    """Make the copy of today unless there is one; returns what was made."""
    if ctx.losgekoppeld:
        return None
    vorige = laatste(ctx)
    if vorige is not None and vorige.moment.date() == ctx.vandaag:
        return None
    return maak(ctx)


def nodig(ctx: Context, *, nu_al: bool = False) -> bool:
    """Whether something changed since the newest copy and it is time for another.

    A copy by a colleague counts too: ten people need not each make their own. With
    ``nu_al`` it is always time: the program closes. Asks the open register.
    """
    if ctx.losgekoppeld:
        return False
    vorige = laatste(ctx)
    if vorige is None:
        return True
    if vorige.manifest is not None and vorige.manifest.log_kop == log.kop(ctx.register):
        return False
    verstreken = ctx.nu - vorige.moment
    te_vroeg = timedelta(0) <= verstreken < timedelta(minutes=keuze(ctx).minuten)
    return nu_al or not te_vroeg


def laatste(ctx: Context) -> Reservekopie | None:
    """Return the newest copy of this register, or ``None``."""
    pad = ctx.register.pad
    return kopielijst.nieuwste(kopielijst.kopiemap(pad), pad.stem)


def lijst(ctx: Context) -> list[Reservekopie]:
    """Return the ordinary copies of this register beside it, the newest first."""
    pad = ctx.register.pad
    alle = kopielijst.in_map(kopielijst.kopiemap(pad), pad.stem)
    return [kopie for kopie in alle if kopie.soort is Soortkopie.GEWOON]


def keuze(ctx: Context) -> Kopiekeuze:
    """Return how often a copy is made, and what the second place is."""
    return instellingen.kopiekeuze(ctx.register)


@vraagt(Recht.BEHEREN)
def bewaar_keuze(ctx: Context, minuten: str, tweede_plek: str) -> Kopiekeuze:
    """Store how often a copy is made, and the second place; empty for none.

    :raises RegelFout: for a number that makes no sense, or a folder that is not there or
        is the folder of the register itself.
    """
    if not minuten.strip().isdecimal():
        raise RegelFout("Vul het aantal minuten in als getal, zoals 15.", veld="minuten")
    nieuw = Kopiekeuze(int(minuten), tweede_plek.strip())
    if nieuw.tweede_plek:
        _controleer_tweede_plek(ctx.register.pad, Path(nieuw.tweede_plek))
    with ctx.register.transactie():
        instellingen.bewaar_kopiekeuze(ctx.register, nieuw)
        gegevens = {"minuten": nieuw.minuten, "tweede plek": bool(nieuw.tweede_plek)}
        schrijf_log(ctx, "reservekopieën ingesteld", Uitslag(gegevens=gegevens))
    kopielijst.onthoud_tweede_plek(ctx.register.pad, nieuw.tweede_plek)
    return nieuw


def _controleer_tweede_plek(register: Path, plek: Path) -> None:
    if not plek.is_absolute():
        raise RegelFout(
            "Schrijf de hele plek op, met de schijf erbij, zoals D:\\Reservekopie.",
            veld="tweede_plek",
        )
    if not plek.is_dir():
        raise RegelFout(
            "Deze map is er niet. Maak hem eerst, of kies een andere.", veld="tweede_plek"
        )
    eigen = kopielijst.kopiemap(register).resolve()
    if plek.resolve() in (eigen, register.parent.resolve()):
        raise RegelFout(
            "Daar staat het register zelf al. Kies een map op een andere schijf.",
            veld="tweede_plek",
        )


def _bijzonderheden(kopie: Register) -> list[Bevinding]:
    """Return what is wrong in the log and under the signatures; the copy is made all the same.

    It shows what the register held at that moment, also when that was tampered with.
    """
    from klachtenapp.services.handtekeningcontrole import CHECKS  # noqa: PLC0415 - loads cryptography
    from klachtenapp.services.registercontrole import inhoudelijk  # noqa: PLC0415

    return inhoudelijk(kopie, CHECKS)


def _naar_tweede_plek(
    register: Path, kopie: Reservekopie, wensen: Kopiekeuze, gestopt: Gestopt | None
) -> str:
    """Bring a copy to the second place; returns what went wrong there, or nothing."""
    kopielijst.onthoud_tweede_plek(register, wensen.tweede_plek)
    if not wensen.tweede_plek or kopie.manifest is None:
        return ""
    plek = Path(wensen.tweede_plek)
    doel = plek / kopie.pad.name
    try:
        if not plek.is_dir():  # a disk that is not there now: make no folder in its place
            return f"De tweede plek is er nu niet: {plek}. De gewone reservekopie is gelukt."
        kopiemanifest.schrijf(doel, kopie.manifest)
        kopiemanifest.bewaar_deuren(kopie.pad, doel)
        breng_over(kopie.pad, doel, kopie.manifest.sha256, gestopt or (lambda: False))
        _ruim_op(plek, register.stem, kopie.manifest.begin, doel, kopie.moment)
    except KopieGestopt:
        return "De kopie op de tweede plek is gestopt. De gewone reservekopie is gelukt."
    except (OSError, OmgevingFout):
        return (
            f"Op de tweede plek lukt het nu niet: {plek}. De gewone reservekopie is gelukt. "
            "Kijk of de schijf er is, of hij vol is, en of u daar mag schrijven."
        )
    return ""


def _ruim_op(plek: Path, stam: str, begin: str, nieuw: Path, nu: datetime) -> None:
    """Remove what need not stay. That this fails is no reason to say the copy failed."""
    try:
        kopielijst.ruim_op(kopielijst.in_map(plek, stam, begin=begin), nu)
        kopielijst.ruim_resten_op(nieuw, stam)
    except (OSError, OmgevingFout):
        return  # a colleague looks at one, or the disk hesitates: the next copy tries again
