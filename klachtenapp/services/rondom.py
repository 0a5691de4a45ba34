"""What lies around the register on this computer: locked when it is, with the key of now.

Concepten, letter texts not yet saved, and the postvak. Somebody else may have changed the
key, or switched it on or off, while this program was closed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from klachtenapp import paths
from klachtenapp.models import instellingen
from klachtenapp.models.bestanden import schrijf_heel
from klachtenapp.services import schaduw
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import bus_van

_KLAAR: Final = b"{"


@dataclass(frozen=True, slots=True)
class _Soort:
    """Files of one kind: for what they are locked, and whether a readable one is ours."""

    doel: str
    paden: tuple[Path, ...]
    eigen: Callable[[bytes], bool]


def breng_bij(ctx: Context) -> int:
    """Give what lies here the lock of the register as it is now; returns how many files.

    What no key of this register opens stays as it is: it is of another register.
    """
    soorten = list(_soorten(ctx))
    anders = [(s, pad, inhoud) for s in soorten for pad, inhoud in _gelezen(s) if inhoud]
    te_doen = [
        (soort, pad, inhoud)
        for soort, pad, inhoud in anders
        if not _is_goed(soort, inhoud, ctx.sleutel)
    ]
    if not te_doen:
        return 0
    oude = instellingen.oude_sleutels(ctx.register)
    return sum(_zet_om(*wat, ctx.sleutel, oude) for wat in te_doen)


def ververs_schaduw(ctx: Context) -> None:
    """Throw the shadow copy away that was locked otherwise; the next one is made by itself."""
    schaduw.wis(ctx.postadres)


def _soorten(ctx: Context) -> Iterator[_Soort]:
    def van_ons(inhoud: bytes) -> bool:
        try:
            register = str(json.loads(inhoud)["register"])
        except (ValueError, KeyError, TypeError):
            return False
        return os.path.normcase(register) == os.path.normcase(ctx.postadres)

    for plek in (
        paths.conceptenmap(),
        paths.briefconceptenmap(),
        paths.dossierconceptenmap(),
    ):
        yield _Soort("concept", tuple(plek.glob("*.json")), van_ons)
    yield _Soort("postvak", tuple(bus_van(ctx).plek.glob("*.post")), lambda _inhoud: True)


def _gelezen(soort: _Soort) -> Iterator[tuple[Path, bytes]]:
    for pad in soort.paden:
        try:
            yield pad, pad.read_bytes()
        except OSError:  # another window has just sent it, or has it in hand
            continue


def _is_goed(soort: _Soort, inhoud: bytes, sleutel: bytes) -> bool:
    """Whether a file is as it should be, or not ours."""
    if inhoud.startswith(_KLAAR):
        return not sleutel or not soort.eigen(inhoud)
    return bool(sleutel) and _open(soort.doel, inhoud, sleutel) is not None


def _zet_om(soort: _Soort, pad: Path, inhoud: bytes, sleutel: bytes, oude: list[bytes]) -> bool:
    tekst = inhoud if inhoud.startswith(_KLAAR) else None
    for oud in oude:
        tekst = tekst or _open(soort.doel, inhoud, oud)
    if tekst is None:
        return False
    try:
        schrijf_heel(pad, _dicht(soort.doel, tekst, sleutel))
    except OSError:
        return False  # what is there stays readable with the older key; next time again
    return True


def _open(doel: str, inhoud: bytes, sleutel: bytes) -> bytes | None:
    from klachtenapp.kluis import versleuteling  # noqa: PLC0415 - only for what is locked

    return versleuteling.ontsleutel(sleutel, doel, inhoud)


def _dicht(doel: str, tekst: bytes, sleutel: bytes) -> bytes:
    if not sleutel:
        return tekst
    from klachtenapp.kluis import versleuteling  # noqa: PLC0415 - only for a register with a key

    return versleuteling.versleutel(sleutel, doel, tekst)
