"""The folder of one postvak: a small file for each zending, whole or not there."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from klachtenapp.errors import OmgevingFout
from klachtenapp.services.postvak.soorten import SOORTEN, soort_van

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

_log = logging.getLogger(__name__)
KAN_NIET: Final = (
    "Uw invoer kan niet veilig worden weggelegd op deze computer, en is daarom nog niet bewaard. "
    "Maak ruimte vrij op de schijf van deze computer en probeer het opnieuw."
)
_ACHTER: Final = ".post"
_DOEL: Final = "postvak"


class Toestand(StrEnum):
    """How it stands with something in the postvak."""

    WACHT = "wacht op de schijf"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Zending:
    """One opdracht on its way. ``omschrijving`` says on the screen what it is."""

    uid: str
    opdracht: Any
    gemaakt_op: datetime
    gebruiker: str
    omschrijving: str
    toestand: Toestand = Toestand.WACHT
    reden: str = ""

    @property
    def soort(self) -> str:
        """Its kind, by the table of ``soorten``."""
        return soort_van(self.opdracht)

    def met_conflict(self, reden: str) -> Zending:
        """Return it as something that a person must look at."""
        return replace(self, toestand=Toestand.CONFLICT, reden=reden)


class Bus:
    """The zendingen of one register, on this computer, for this user."""

    def __init__(self, plek: Path, sleutel: bytes = b"") -> None:
        """``sleutel`` (32 bytes) locks every file; empty for a register that is not locked."""
        self.plek = plek
        self._sleutel = sleutel

    def bewaar(self, zending: Zending) -> None:
        """Write a zending so that it survives a power cut.

        :raises OmgevingFout: this computer cannot keep it; nothing was sent then.
        """
        inhoud = _als_bytes(zending)
        if self._sleutel:
            inhoud = _kluis().versleutel(self._sleutel, _DOEL, inhoud)
        doel = self._pad(zending.uid)
        tijdelijk = doel.with_suffix(".nieuw")
        try:
            self.plek.mkdir(parents=True, exist_ok=True)
            greep = os.open(
                tijdelijk,
                os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0),
                0o600,
            )
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            tijdelijk.replace(doel)
        except OSError as fout:
            raise OmgevingFout(KAN_NIET) from fout

    def lijst(self) -> tuple[Zending, ...]:
        """Return what lies here in the order in which it was made.

        A file that cannot be read (another key, damaged) stays where it is.
        """
        gevonden = [self._lees(pad) for pad in self.plek.glob(f"*{_ACHTER}")]
        return tuple(
            sorted((z for z in gevonden if z is not None), key=lambda z: (z.gemaakt_op, z.uid))
        )

    def verwijder(self, uid: str) -> None:
        """Take a zending out; nothing happens when it is already gone."""
        try:
            self._pad(uid).unlink(missing_ok=True)
        except OSError as fout:
            # It is in the register; a second time does nothing there.
            _log.warning("Zending %s kan niet uit het postvak: %s", uid, fout)

    def _pad(self, uid: str) -> Path:
        return self.plek / f"{UUID(uid)}{_ACHTER}"

    def _lees(self, pad: Path) -> Zending | None:
        try:
            inhoud = pad.read_bytes()
        except FileNotFoundError:  # another window has just sent it
            return None
        except OSError as fout:
            _log.warning("Zending %s kan niet worden gelezen: %s", pad.name, fout)
            return None
        if not inhoud.startswith(b"{"):
            open_ = _kluis().ontsleutel(self._sleutel, _DOEL, inhoud) if self._sleutel else None
            if open_ is None:
                _log.warning("Zending %s zit op slot met een andere sleutel", pad.name)
                return None
            inhoud = open_
        return _uit_bytes(inhoud, pad.name)


def _kluis() -> ModuleType:
    from klachtenapp.kluis import versleuteling  # noqa: PLC0415 - only a register with a key

    return versleuteling


@cache
def _omzetter() -> JsonConverter:
    from cattrs.preconf.json import make_converter  # noqa: PLC0415 - not before the first save

    return make_converter()


def _als_bytes(zending: Zending) -> bytes:
    soort = SOORTEN[zending.soort]
    vorm = {
        "vorm": 1,
        "uid": zending.uid,
        "soort": zending.soort,
        "opdracht": _omzetter().unstructure(zending.opdracht, unstructure_as=soort.vorm),
        "gemaakt_op": zending.gemaakt_op.isoformat(),
        "gebruiker": zending.gebruiker,
        "omschrijving": zending.omschrijving,
        "toestand": zending.toestand.value,
        "reden": zending.reden,
    }
    return json.dumps(vorm, ensure_ascii=False, indent=1).encode()


def _uit_bytes(inhoud: bytes, naam: str) -> Zending | None:
    lees: Callable[[Any, Any], Any] = _omzetter().structure
    try:
        vorm = json.loads(inhoud)
        return Zending(
            str(UUID(vorm["uid"])),
            lees(vorm["opdracht"], SOORTEN[vorm["soort"]].vorm),
            datetime.fromisoformat(vorm["gemaakt_op"]),
            str(vorm["gebruiker"]),
            str(vorm["omschrijving"]),
            Toestand(vorm["toestand"]),
            str(vorm["reden"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ExceptionGroup) as fout:
        _log.warning("Zending %s is niet te lezen: %s", naam, fout)
        return None
