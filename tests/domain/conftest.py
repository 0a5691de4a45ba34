"""The calendar as supplied, the rules, and a dossier with only what a test is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest

from klachtenapp.domain.begrippen import Aanhef, GebeurtenisSoort, Kanaal, Soort, Status, Vorm
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import lees_kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Persoon
from klachtenapp.paths import bronnen

MaakDossier = Callable[..., Dossier]
MaakGebeurtenis = Callable[..., Gebeurtenis]


@pytest.fixture(scope="session")
def kalender() -> Kalender:
    """Return the calendar that comes with the program."""
    return lees_kalender((bronnen() / "feestdagen.csv").read_text("utf-8"))


@pytest.fixture(scope="session")
def kader(kalender: Kalender) -> Kader:
    """Return the supplied calendar with the default norms."""
    return Kader(kalender, Normen())


@pytest.fixture
def gebeurtenis() -> MaakGebeurtenis:
    """Return a maker of events: soort, day, facts by name."""

    def maak(soort: GebeurtenisSoort, op: date, **gegevens: str) -> Gebeurtenis:
        return Gebeurtenis(soort, op, datetime.combine(op, time(9)), "registrar", gegevens)

    return maak


@pytest.fixture
def maak_dossier() -> MaakDossier:
    """Return a maker of a written klacht of mevrouw Jangha, with what the test changes."""

    def maak(ontvangen_op: date = date(2026, 10, 14), **anders: Any) -> Dossier:
        feiten: dict[str, Any] = {
            "uid": "8d6f",
            "kenmerk": "K2026-0094",
            "soort": Soort.KLACHT,
            "status": Status.ONTVANGEN,
            "ontvangen_op": ontvangen_op,
            "kanaal": Kanaal.BRIEF,
            "vorm": Vorm.SCHRIFTELIJK,
            "omschrijving": "Mijn aanvraag is kwijtgeraakt.",
            "klager": Persoon(
                "Jangha", Aanhef.MEVROUW, "E.", straat="Dorpsstraat", huisnummer="12",
                postcode="1741 AB", plaats="Voorbeeldstad",
            ),
        }  # fmt: skip
        return Dossier(**{**feiten, **anders})

    return maak
