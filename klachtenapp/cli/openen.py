"""Which register a command works on, and opening it for as long as the command lasts."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.errors import RegelFout
from klachtenapp.services.context import Context

OMGEVING = "KLACHTENAPP_REGISTER"


def registerpad(keuze: Namespace) -> Path:
    """Return the register that was named, or the one of ``KLACHTENAPP_REGISTER``."""
    pad: Path | None = keuze.register
    if pad is None and os.environ.get(OMGEVING):
        pad = Path(os.environ[OMGEVING])
    if pad is None:
        raise RegelFout(
            f"Welk register bedoelt u? Schrijf --register PAD erbij, of zet het pad in {OMGEVING}.",
            veld="register",
        )
    return pad


@contextmanager
def geopend(keuze: Namespace) -> Iterator[Context]:
    """Open the register for one command, at the peildatum if one was given."""
    dag = getattr(keuze, "peildatum", None)
    klok = FixedClock(datetime.combine(dag, time(9))) if dag else None
    ctx = bootstrap.open(registerpad(keuze), clock=klok, reservekopie=False)
    try:
        yield ctx
    finally:
        bootstrap.sluit(ctx)


def print_json(vorm: object) -> None:
    """Print one JSON value, readable and in UTF-8 letters."""
    print(json.dumps(vorm, ensure_ascii=False, indent=2))
