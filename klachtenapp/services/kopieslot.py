"""The copies of before: who locks the register wants no readable copies beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models.bestanden import dwing_af, dwing_map_af, som, tijdelijke_naam
from klachtenapp.models.omzetting import past, zet_om
from klachtenapp.models.register import EXTENSIE
from klachtenapp.services import kopielijst, kopiemanifest
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt


@dataclass(frozen=True, slots=True)
class Vergrendeld:
    """How many copies were locked, and which stayed readable: the disk refused them."""

    gelukt: int
    gebleven: tuple[Path, ...] = ()


@vraagt(Recht.BEHEREN)
def leesbare_kopieen(ctx: Context) -> tuple[Path, ...]:
    """Return the copies of this register that anybody can read, in both places."""
    return tuple(pad for pad in _kopieen(ctx.register.pad) if _is_leesbaar(pad))


@vraagt(Recht.BEHEREN)
def vergrendel_kopieen(ctx: Context) -> Vergrendeld:
    """Replace every readable copy by the same one, locked as the register is now.

    Each is written anew, checked, and only then takes the place of the old.

    :raises RegelFout: the register itself is not locked.
    """
    if not ctx.sleutel:
        raise RegelFout("Dit register is niet versleuteld.", veld="register")
    gebleven = []
    leesbaar = leesbare_kopieen(ctx)
    for pad in leesbaar:
        try:
            _vergrendel(ctx, pad)
        except (OSError, OmgevingFout):
            gebleven.append(pad)
    gelukt = len(leesbaar) - len(gebleven)
    if gelukt:
        with ctx.register.transactie():
            gegevens = {"kopieën": gelukt, "gebleven": len(gebleven)}
            schrijf_log(ctx, "reservekopieën versleuteld", Uitslag(gegevens=gegevens))
    return Vergrendeld(gelukt, tuple(gebleven))


def _kopieen(register: Path) -> list[Path]:
    """Return every copy: also those that the program made before a new version."""
    plekken = [kopielijst.kopiemap(register), kopielijst.tweede_plek(register)]
    return [
        pad
        for plek in plekken
        if plek is not None
        for pad in sorted(plek.glob(f"{register.stem}*{EXTENSIE}"))
    ]


def _is_leesbaar(pad: Path) -> bool:
    try:
        return past(pad, "")
    except OmgevingFout:
        return False


def _vergrendel(ctx: Context, kopie: Path) -> None:
    half = tijdelijke_naam(kopie)
    try:
        zet_om(kopie, "", half, ctx.register.sleutel)
        dwing_af(half)
        manifest = kopiemanifest.lees(kopie)
        nieuw = None
        if manifest is not None:
            nieuw = replace(manifest, sha256=som(half), bytes=half.stat().st_size, versleuteld=True)
        kopiemanifest.bewaar_deuren(ctx.register.pad, kopie)
        half.replace(kopie)
        dwing_map_af(kopie.parent)
        if nieuw is not None:
            kopiemanifest.schrijf(kopie, nieuw)
    finally:
        for rest in (half, half.with_name(f"{half.name}-journal")):
            rest.unlink(missing_ok=True)
        kopie.with_name(f"{kopie.name}-journal").unlink(missing_ok=True)
