"""Dated copies of the register, made whole or not at all, and the check of a register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import controle, zoekindex
from klachtenapp.models.controle import Bevinding
from klachtenapp.models.kopie import Stand, bekijk, veilige_kopie, zet_apart, zet_terug
from klachtenapp.models.register import EXTENSIE
from klachtenapp.models.schema import KOPIEMAP
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

BEWAAR_DAGEN = 14
_MOMENT = "%Y-%m-%d_%H%M%S"
_NAAM = re.compile(r"_(\d{4}-\d{2}-\d{2}_\d{6})" + re.escape(EXTENSIE) + "$")


__all__ = [
    "Bevinding", "Herstel", "Reservekopie", "bij_start", "controleer", "herbouw_zoekindex",
    "herstel", "laatste", "lijst", "maak",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """One copy that was checked. ``aantallen`` are its rows by table; empty when not counted."""

    pad: Path
    moment: datetime
    bytes: int
    aantallen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Herstel:
    """A copy that was put back. ``bewaard`` is what stood there before, if anything did."""

    bewaard: Path | None
    aantallen: Mapping[str, int]


def maak(ctx: Context) -> Reservekopie:
    """Copy the register now to the folder ``reservekopieen`` beside it.

    It lies beside the register also on a share: personal data stay where the gemeente
    chose to keep them. Of each of the last 14 days with a copy the newest is kept.

    :raises OmgevingFout: when it could not be made whole; older copies stay as they are.
    """
    doel = kopiemap(ctx) / f"{ctx.register.pad.stem}_{ctx.nu.strftime(_MOMENT)}{EXTENSIE}"
    inhoud = veilige_kopie(ctx.register.pad, doel)
    _ruim_op(ctx)
    return Reservekopie(doel, ctx.nu, doel.stat().st_size, _aantallen(inhoud))


def controleer(pad: Path | str) -> list[Bevinding]:
    """Return what each check of a register or a copy finds; changes nothing."""
    from klachtenapp.services.handtekeningcontrole import CHECKS  # noqa: PLC0415 - loads cryptography

    return controle.controleer(Path(pad), erbij=CHECKS)


@vraagt(Recht.BEHEREN)
def herbouw_zoekindex(ctx: Context) -> int:
    """Make the search index anew from the dossiers; returns of how many."""
    with ctx.register.transactie():
        aantal = zoekindex.herbouw(ctx.register)
        schrijf_log(ctx, "zoekindex opnieuw gemaakt", Uitslag(gegevens={"meldingen": aantal}))
    return aantal


def herstel(
    pad: Path | str, kopie: Path | str, moment: datetime, *, minder_mag: bool = False
) -> Herstel:
    """Put a copy back in the place of the register at ``pad``.

    What is there now is copied first, with ``voor-herstel`` in its name. A register with
    more in it than the copy is only replaced with ``minder_mag``: that is for the screen
    to ask. ``moment`` is the time by the clock of the caller.

    :raises RegelFout: when more would be replaced by less.
    :raises OmgevingFout: when the copy is not whole, or the register is being written.
    """
    doel, bron = Path(pad).absolute(), Path(kopie).absolute()
    if not bron.is_file():
        raise OmgevingFout(f"De reservekopie is er niet: {bron}.")
    if not doel.is_file():
        return Herstel(None, _aantallen(veilige_kopie(bron, doel)))
    nu, straks = bekijk(doel), bekijk(bron)
    if not straks:
        raise OmgevingFout(
            f"{bron.name} is geen reservekopie, of zij is niet heel. Er is niets gewijzigd. "
            "Kies een andere kopie."
        )
    if not minder_mag and (minder := _minder(nu, straks)):
        raise RegelFout(
            f"In het register staat nu meer dan in deze reservekopie: {minder}. "
            "Er is niets gewijzigd. Bevestig dat u die gegevens kwijt wilt raken.",
            veld="minder_mag",
        )
    bewaard = doel.parent / KOPIEMAP / f"{doel.stem}-voor-herstel_{moment:{_MOMENT}}{EXTENSIE}"
    if nu:
        veilige_kopie(doel, bewaard)
        return Herstel(bewaard, _aantallen(zet_terug(bron, doel)))
    # Not whole: no checked copy can be made of it, but nothing is thrown away.
    zet_apart(doel, bewaard)
    return Herstel(bewaard, _aantallen(veilige_kopie(bron, doel)))


def bij_start(ctx: Context) -> Reservekopie | None:
    """Make the copy of today unless there is one; returns what was made."""
    vorige = laatste(ctx)
    if vorige is not None and vorige.moment.date() == ctx.vandaag:
        return None
    return maak(ctx)


def laatste(ctx: Context) -> Reservekopie | None:
    """Return the newest copy of this register, or ``None``."""
    return next(iter(lijst(ctx)), None)


def lijst(ctx: Context) -> list[Reservekopie]:
    """Return the copies of this register, the newest first."""
    gevonden = []
    try:
        for pad in kopiemap(ctx).glob(f"*{EXTENSIE}"):
            deel = _NAAM.search(pad.name)
            if deel and pad.name[: deel.start()] == ctx.register.pad.stem:
                moment = datetime.strptime(deel[1], _MOMENT)  # noqa: DTZ007 - office time
                gevonden.append(Reservekopie(pad, moment, pad.stat().st_size, {}))
    except OSError as fout:
        raise OmgevingFout(
            f"De map met reservekopieën is niet te lezen: {kopiemap(ctx)}."
        ) from fout
    return sorted(gevonden, key=lambda kopie: kopie.moment, reverse=True)


def kopiemap(ctx: Context) -> Path:
    """Return the folder of the copies of this register."""
    return ctx.register.pad.parent / KOPIEMAP


def _ruim_op(ctx: Context) -> None:
    """Keep the newest copy of each of the last 14 days that have one, and all of today."""
    dagen: set[object] = set()
    for kopie in lijst(ctx):
        dag = kopie.moment.date()
        if dag == ctx.vandaag or (dag not in dagen and len(dagen) < BEWAAR_DAGEN):
            dagen.add(dag)
        else:
            kopie.pad.unlink(missing_ok=True)


def _minder(nu: Stand, straks: Stand) -> str:
    """Say in words which tables would get smaller; the log counts too, it only grows."""
    namen = {"melding": "meldingen", "gebeurtenis": "gebeurtenissen", "log": "regels in het log"}
    verschil = (
        (naam, aantal - int(straks.get(tabel, 0)))
        for tabel, naam in namen.items()
        if isinstance(aantal := nu.get(tabel, 0), int)
    )
    return ", ".join(f"{aantal} {naam} meer" for naam, aantal in verschil if aantal > 0)


def _aantallen(inhoud: Stand) -> dict[str, int]:
    return {naam: aantal for naam, aantal in inhoud.items() if isinstance(aantal, int)}
