"""What many tests need: a register on disk with a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.models.register import Register
from klachtenapp.services.context import Context

NU = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    """An empty register of Gemeente Voorbeeldstad on Tuesday 24 November 2026, 9:00."""
    context = bootstrap.nieuw(
        tmp_path / "register.klachten",
        Gemeente("Gemeente Voorbeeldstad"),
        clock=FixedClock(NU),
        gebruiker="registrar",
    )
    yield context
    bootstrap.sluit(context)


@pytest.fixture
def register(ctx: Context) -> Register:
    """The open register of ``ctx``."""
    return ctx.register
