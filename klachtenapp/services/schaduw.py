"""The shadow copy: the register as it last was, on this computer, for when the share is gone.

It is always locked. A register with a key lends it that key, and the door of this user is kept
beside it (``schaduwdeur``); else it has a random one of its own in the key store of the user.
Where no such store is, no personal data are left on this computer: there is no shadow copy,
and the program says so.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from klachtenapp import paths
from klachtenapp.errors import OmgevingFout
from klachtenapp.models.kopie import veilige_kopie
from klachtenapp.models.omzetting import past, zet_om
from klachtenapp.models.register import EXTENSIE, sleuteltekst
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services.context import Context

if TYPE_CHECKING:
    from klachtenapp.kluis import Kluis

GEEN_KLUIS: Final = (
    "Op deze computer is geen veilige plek voor een sleutel. Daarom staat hier geen kopie van "
    "het register. Valt de schijf weg, dan ziet u hier niets. Nieuwe meldingen kunt u dan wel "
    "vastleggen."
)

ALLEEN_LEZEN: Final = (
    "De schijf met het register is er nu niet. U ziet de laatste stand en kunt nu alleen lezen. "
    "Een nieuwe melding en een notitie kunt u wel vastleggen."
)

NIETS_TE_LEZEN: Final = (
    "De schijf met het register is er nu niet, en op deze computer staat geen kopie. Dit kan "
    "pas als de schijf er weer is. Een nieuwe melding en een notitie kunt u wel vastleggen."
)


@dataclass(frozen=True, slots=True)
class Schaduw:
    """A shadow copy that can be read: where it lies and how it is locked.

    ``registersleutel`` is the key of the register itself; empty when that is not locked.
    """

    pad: Path
    sleutel: str
    registersleutel: str = ""


def is_nodig(ctx: Context) -> bool:
    """Whether the register lies where it can vanish."""
    return ctx.register.soort_schijf is SoortSchijf.NETWERK and not ctx.losgekoppeld


def werk_bij(ctx: Context) -> datetime | None:
    """Make the shadow copy anew; ``None`` when this register needs none.

    Takes a connection of its own, so it may run beside the worker.

    :raises OmgevingFout: this computer has no safe place for the key, or no room.
    """
    if not is_nodig(ctx):
        return None
    doel = _pad(ctx.postadres)
    doel.parent.mkdir(parents=True, exist_ok=True)
    if ctx.register.sleutel:
        veilige_kopie(ctx.register.pad, doel, ctx.register.sleutel)
        _deur().bewaar(ctx.register.pad, doel, ctx.sleutel)
        return ctx.nu
    tijdelijk = doel.with_suffix(".nieuw")
    tijdelijk.unlink(missing_ok=True)
    zet_om(ctx.register.pad, "", tijdelijk, _eigen_sleutel(ctx.postadres, maak=True))
    tijdelijk.replace(doel)
    paths.sleutelpad(doel).unlink(missing_ok=True)  # the lock is taken off the register
    return ctx.nu


def is_er(register: str) -> bool:
    """Whether this computer has a shadow copy; not whether this user can open it."""
    return _pad(register).is_file()


def vind(register: str, sleutel: str = "") -> Schaduw | None:
    """Return the shadow copy of a register, if there is one that this user can open.

    ``sleutel`` is that of the register itself, when it has one and it is known.
    """
    pad = _pad(register)
    if not pad.is_file():
        return None
    for kans in _kansen(register, pad, sleutel):
        if kans.sleutel and past(pad, kans.sleutel):
            return kans
    return None


def _kansen(register: str, pad: Path, sleutel: str) -> Iterator[Schaduw]:
    """Yield how it may be locked: as the register is or was, or with a key of its own."""
    yield Schaduw(pad, sleutel, sleutel)
    if paths.sleutelpad(pad).is_file():
        achter_deur = sleuteltekst(_deur().sleutel(pad))
        yield Schaduw(pad, achter_deur, sleutel or achter_deur)
    with suppress(OmgevingFout):  # the key store is shut: no key, no shadow
        yield Schaduw(pad, _eigen_sleutel(register, maak=False), sleutel)


def wis(register: str) -> None:
    """Take the shadow copy and its key away from this computer."""
    pad = _pad(register)
    paths.sleutelpad(pad).unlink(missing_ok=True)
    pad.unlink(missing_ok=True)
    with suppress(OmgevingFout):  # without a key store there is no key
        _kluis().wis(_naam(register))


def _deur() -> ModuleType:
    from klachtenapp.services import schaduwdeur  # noqa: PLC0415 - loads the cryptography

    return schaduwdeur


def _eigen_sleutel(register: str, *, maak: bool) -> str:
    kluis = _kluis()
    bewaard = kluis.lees(_naam(register))
    if bewaard is None and maak:
        bewaard = f"x'{secrets.token_hex(32)}'"
        kluis.bewaar(_naam(register), bewaard)
    return bewaard or ""


def _kluis() -> Kluis:
    from klachtenapp.kluis import Kluis as Echt  # noqa: PLC0415 - keyring: not at every start

    try:
        return Echt()
    except OmgevingFout as fout:
        raise OmgevingFout(GEEN_KLUIS) from fout


def _som(register: str) -> str:
    return hashlib.sha256(os.path.normcase(register).encode()).hexdigest()[:24]


def _naam(register: str) -> str:
    return f"schaduwkopie {_som(register)}"


def _pad(register: str) -> Path:
    return paths.gegevensmap() / "schaduw" / f"{_som(register)}{EXTENSIE}"
