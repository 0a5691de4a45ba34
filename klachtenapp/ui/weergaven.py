"""Saved views of the register: filters, order and columns under a name of the user's own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QSettings

_SLEUTEL = "register/weergaven"


@dataclass(frozen=True, slots=True)
class Weergave:
    """One view. ``kop`` is the state of the table's header as Qt writes it, in hex."""

    naam: str
    filters: dict[str, str] = field(default_factory=dict)
    sorteer: str = "urgentie"
    oplopend: bool = True
    kop: str = ""


def lees(instellingen: QSettings) -> list[Weergave]:
    """Return the saved views by name; what cannot be read is left out."""
    try:
        rijen = json.loads(str(instellingen.value(_SLEUTEL) or "[]"))
        weergaven = [Weergave(**rij) for rij in rijen]
    except (ValueError, TypeError):  # an ini file that someone edited: no views, no crash
        return []
    return sorted(weergaven, key=lambda weergave: weergave.naam.casefold())


def bewaar(instellingen: QSettings, weergave: Weergave) -> None:
    """Save a view; one with the same name is replaced."""
    anderen = [oud for oud in lees(instellingen) if oud.naam != weergave.naam]
    _schrijf(instellingen, [*anderen, weergave])


def verwijder(instellingen: QSettings, naam: str) -> None:
    """Forget a view."""
    _schrijf(instellingen, [oud for oud in lees(instellingen) if oud.naam != naam])


def _schrijf(instellingen: QSettings, weergaven: list[Weergave]) -> None:
    instellingen.setValue(_SLEUTEL, json.dumps([asdict(weergave) for weergave in weergaven]))
