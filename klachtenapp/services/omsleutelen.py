"""Gives a register another key, or its first, or none: a new file, checked, then swapped.

A power cut at any moment leaves a register that opens: the file with the doors names both
keys from before the new file is made until after it has come in the place of the old.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import sleutelbestand
from klachtenapp.kluis.sleutelbestand import Sleutelbestand, Sleutelring
from klachtenapp.models import instellingen, log
from klachtenapp.models.bestanden import dwing_af, dwing_map_af
from klachtenapp.models.log import Logregel
from klachtenapp.models.omzetting import past, zet_om
from klachtenapp.models.register import Register, sleuteltekst
from klachtenapp.services import reservekopie, rondom
from klachtenapp.services.context import Context
from klachtenapp.services.deurwachter import omzetpad, ruim_half_op
from klachtenapp.services.samenwerken import wie_zijn_er

_WINDOWS = os.name == "nt"
_NIET_NU: Final = "De schijf met het register is er nu niet. Er is niets gewijzigd."
_SCHIJF: Final = (
    "De schijf weigerde terwijl de versleuteling werd omgezet. Er is niets verloren. Sluit het "
    "programma, controleer of de schijf vol is, en open het register opnieuw."
)
_TUSSENDOOR: Final = (
    "Iemand bewaarde net iets in het register. Er is niets gewijzigd. Probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Omzetting:
    """To which ring of doors, with which key, and how it stands in the log."""

    ring: Sleutelring
    sleutel: bytes = field(repr=False)
    handeling: str
    gegevens: Mapping[str, Any] = field(default_factory=dict)


def voer_uit(ctx: Context, nu: Sleutelbestand, wat: Omzetting, eigen_vensters: int) -> Context:
    """Convert the register; returns the ``Context`` to go on with.

    ``eigen_vensters`` is how many of those present are this program itself.

    :raises OmgevingFout: others have the register open, or the disk refuses; nothing changed.
    """
    if ctx.losgekoppeld:
        raise OmgevingFout(_NIET_NU)
    try:
        verder = _doe(ctx, nu, wat, eigen_vensters)
    except OSError as fout:
        raise OmgevingFout(_SCHIJF) from fout
    rondom.breng_bij(verder)
    rondom.ververs_schaduw(verder)
    return verder


def _doe(ctx: Context, nu: Sleutelbestand, wat: Omzetting, eigen_vensters: int) -> Context:
    register = ctx.register
    with register.stil():
        _alleen_wij(ctx, eigen_vensters)
        reservekopie.maak(ctx)
        sleutelbestand.schrijf(register.pad, replace(nu, volgende=wat.ring))
        try:
            _vervang(ctx, wat)
        except BaseException:
            _laat_zoals_het_was(register, nu)
            raise
        _rond_af(register.pad, nu.register, wat.ring)
    register.met_sleutel(sleuteltekst(wat.sleutel))
    return replace(ctx, sleutel=wat.sleutel)


def _alleen_wij(ctx: Context, eigen_vensters: int) -> None:
    anderen = wie_zijn_er(ctx, eigen_vensters)
    if not anderen:
        return
    namen = ", ".join(sorted(f"{wie.naam} ({wie.computer})" for wie in anderen))
    raise OmgevingFout(
        f"Anderen hebben dit register nu open: {namen}. Vraag of zij het programma even sluiten. "
        "Er is niets gewijzigd."
    )


def _vervang(ctx: Context, wat: Omzetting) -> None:
    register = ctx.register
    half = omzetpad(register.pad)
    ruim_half_op(register.pad)
    voor = _stand(register.pad)
    zet_om(register.pad, register.sleutel, half, sleuteltekst(wat.sleutel))
    oude = [s for s in (ctx.sleutel, *instellingen.oude_sleutels(register)) if s]
    _noteer(half, wat, oude, ctx.nu, ctx.gebruiker)
    dwing_af(half)
    if _WINDOWS:  # there a file that is open, here too, is not replaced
        register.laat_los()
    if _stand(register.pad) != voor:
        raise OmgevingFout(_TUSSENDOOR)
    half.replace(register.pad)
    dwing_map_af(register.pad.parent)


def _noteer(half: Path, wat: Omzetting, oude: list[bytes], nu: datetime, wie: str) -> None:
    """Write in the new file how it came about, and the keys before it."""
    register = Register(half, sleuteltekst(wat.sleutel))
    try:
        register.verbind()
        register.beveilig()
        with register.transactie():
            instellingen.bewaar_oude_sleutels(register, oude)
            log.schrijf(register, Logregel(nu, wie, wat.handeling, "", wat.gegevens))
    finally:
        register.sluit()
    half.with_name(f"{half.name}-journal").unlink(missing_ok=True)


def _rond_af(pad: Path, uid: str, ring: Sleutelring) -> None:
    # The journal keeps pages of the file that was: readable ones, when it was not locked.
    pad.with_name(f"{pad.name}-journal").unlink(missing_ok=True)
    if ring.deuren:
        sleutelbestand.schrijf(pad, Sleutelbestand(uid, ring))
    else:
        sleutelbestand.verwijder(pad)


def _laat_zoals_het_was(register: Register, nu: Sleutelbestand) -> None:
    """Take the second ring back, unless it is not certain that the old file still stands there."""
    with suppress(OmgevingFout, OSError):  # the disk is gone: who opens it next finds out
        if not past(register.pad, register.sleutel):
            return
        ruim_half_op(register.pad)
        if nu.ring.deuren:
            sleutelbestand.schrijf(register.pad, nu)
        else:
            sleutelbestand.verwijder(register.pad)


def _stand(pad: Path) -> tuple[int, int]:
    gegevens = pad.stat()
    return gegevens.st_size, gegevens.st_mtime_ns
