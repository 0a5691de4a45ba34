"""What many tests need: a register on disk with a clock that stands still."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings

import klachtenapp
from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Persoon
from klachtenapp.kluis import Kluis, deuren, eigendeur, geheim, sleutelbos, zegel
from klachtenapp.models.register import Register
from klachtenapp.services.context import Context
from tests.geheugenkluis import Geheugenkluis

NU = datetime(2026, 11, 24, 9, 0)

# A machine that does other work too may take a second over any example: that is no fault.
settings.register_profile(
    "klachtenapp", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("klachtenapp")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the line of figures of every experiment."""
    regels = [
        str(waarde)
        for uitkomst in ("passed", "failed")
        for verslag in terminalreporter.stats.get(uitkomst, [])
        for naam, waarde in verslag.user_properties
        if naam == "cijfers"
    ]
    if regels:
        terminalreporter.section("cijfers")
        for regel in regels:
            terminalreporter.write_line(regel)


@pytest.fixture(autouse=True)
def kluis(monkeypatch: pytest.MonkeyPatch) -> Geheugenkluis:
    """The key store of every test: its own, never that of who runs it."""
    opslag = Geheugenkluis()
    for module in (sleutelbos, eigendeur, klachtenapp.kluis):
        monkeypatch.setattr(module, "Kluis", lambda: Kluis(opslag))
    # What makes guessing slow would make a thousand tests slow.
    monkeypatch.setattr(geheim, "_HASHER", PasswordHasher(1, 8, 1))
    monkeypatch.setattr(zegel, "_WERK", (1, 8, 1))
    monkeypatch.setattr(deuren, "_REKKEN", (1, 8, 1))
    return opslag


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A function that puts a register in a place: made once for each name, copied after that."""
    map_ = tmp_path_factory.mktemp("sjabloon")

    def zet(pad: Path, naam: str, maak: Callable[[Path], None]) -> Path:
        bron = map_ / f"{naam}.klachten"
        if not bron.exists():
            maak(bron)
        shutil.copyfile(bron, pad)
        return pad

    return zet


@pytest.fixture
def ctx(tmp_path: Path, sjabloon: Callable[..., Path]) -> Iterator[Context]:
    """An empty register of Gemeente Voorbeeldstad on Tuesday 24 November 2026, 9:00."""
    klok, wie = FixedClock(NU), "registrar"

    def maak(pad: Path) -> None:
        gemeente = Gemeente("Gemeente Voorbeeldstad")
        bootstrap.sluit(bootstrap.nieuw(pad, gemeente, clock=klok, gebruiker=wie))

    pad = sjabloon(tmp_path / "register.klachten", "leeg", maak)
    context = bootstrap.open(pad, clock=klok, gebruiker=wie)
    yield context
    bootstrap.sluit(context)


@pytest.fixture
def register(ctx: Context) -> Register:
    """The open register of ``ctx``."""
    return ctx.register


@pytest.fixture
def maak_aanmelding() -> Callable[..., Aanmelding]:
    """A function that makes a valid intake; every field can be given another value."""

    def maak(**anders: Any) -> Aanmelding:
        waarden: dict[str, Any] = {
            "soort": Soort.KLACHT,
            "ontvangen_op": date(2026, 11, 20),
            "kanaal": Kanaal.BALIE,
            "omschrijving": "Ik moest twee uur wachten en niemand zei iets.",
            "onderwerp": "Lang wachten aan de balie",
            "klager": Persoon(
                "Alberts",
                Aanhef.MEVROUW,
                voorletters="S.",
                straat="Kerkstraat",
                huisnummer="12",
                postcode="1234 AB",
                plaats="Voorbeeldstad",
            ),
        }
        return Aanmelding(**{**waarden, **anders})

    return maak


@pytest.fixture
def proces_omgeving() -> dict[str, str]:
    """The environment for a second process that imports the same program."""
    return {**os.environ, "PYTHONPATH": str(Path(klachtenapp.__file__).parents[1])}
