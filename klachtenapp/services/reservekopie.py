"""Dated copies of the register, made whole or not at all, and the check of a register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from klachtenapp.errors import OmgevingFout
from klachtenapp.models.kopie import Stand, veilige_kopie
from klachtenapp.models.register import EXTENSIE
from klachtenapp.models.schema import KOPIEMAP
from klachtenapp.services.context import Context

BEWAAR_DAGEN = 14
_MOMENT = "%Y-%m-%d_%H%M%S"
_NAAM = re.compile(r"_(\d{4}-\d{2}-\d{2}_\d{6})" + re.escape(EXTENSIE) + "$")


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """One copy that was checked. ``aantallen`` are its rows by table; empty when not counted."""

    pad: Path
    moment: datetime
    bytes: int
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


def _aantallen(inhoud: Stand) -> dict[str, int]:
    return {naam: aantal for naam, aantal in inhoud.items() if isinstance(aantal, int)}
