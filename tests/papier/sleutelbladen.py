"""The papers of a locked register for the tests, as the program itself words them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import sleutelpapier
from klachtenapp.services.context import Context
from klachtenapp.services.versleuteling import Uitnodiging, Woordgeheim

_GEMEENTE = Gemeente("Gemeente Voorbeeldstad", kleur="#00693E")
_BYTES = bytes(range(16))


def _ctx(gemeente: Gemeente) -> Context:
    """What the papers ask of a register: whose it is, and how its file is called."""
    register = cast(Any, SimpleNamespace(pad=Path("register.klachten")))
    klok = FixedClock(datetime(2026, 11, 24, 9, 0))
    return Context(register, klok, "registrar", gemeente, cast(Any, None))


def _uitnodiging(naam: str, gemeente: Gemeente) -> bytes:
    uitnodiging = Uitnodiging(naam, date(2026, 12, 1), Woordgeheim(_BYTES[:10]))
    return sleutelpapier.uitnodigingsblad(_ctx(gemeente), uitnodiging)


SLEUTELBLADEN: dict[str, Callable[[], bytes]] = {
    "herstelsleutel": lambda: sleutelpapier.herstelblad(_ctx(_GEMEENTE), Woordgeheim(_BYTES)),
    "uitnodiging": lambda: _uitnodiging("Zoë Đặng", _GEMEENTE),
    "uitnodiging-lang": lambda: _uitnodiging(
        "Van der Meulen-Brouwershaven " * 3, Gemeente("", oefening=True)
    ),
}
"""Name of the kind → a function that makes one."""
