"""Ondertekenmappen for the tests: several letters, one that cannot be signed, a bare one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.dossierboek import Alinea, Kop, Punten
from klachtenapp.papier.ondertekenmap import Mapdeel, Ondertekenmap, teken_ondertekenmap
from tests.papier.boeken import GEMEENTE, NAMEN
from tests.papier.geleverd import teken_geleverd

DATUM = date(2026, 11, 24)
_VERHAAL = "Mevrouw vertelde dat zij twee uur wachtte. Niemand zei iets. "


def deel(
    kenmerk: str, *, lang: int = 4, brief: bool = True, gemeente: Gemeente = GEMEENTE
) -> Mapdeel:
    """Return one letter to sign, with ``lang`` times the story."""
    return Mapdeel(
        kenmerk,
        BriefSoort.AFDOENINGSBRIEF,
        f"{kenmerk}: twee uur wachten",
        (kenmerk, NAMEN, "Twee uur wachten aan de balie", "di 1 dec 2026"),
        (
            Kop("De klacht, zoals de klager het vertelt"),
            Alinea(_VERHAAL * lang),
            Kop("Wat wij vonden"),
            Alinea("1. Het wachten"),
            Alinea("Oordeel: gegrond", stil=True),
            Kop("Wat nog ontbreekt"),
            Punten(("De klager is niet gebeld.", NAMEN)),
        ),
        "Ik stel de brief vast zoals hij hierachter staat." if brief else "",
        teken_geleverd(BriefSoort.AFDOENINGSBRIEF, gemeente) if brief else b"",
    )


def ondertekenmap(*delen: Mapdeel, gemeente: Gemeente = GEMEENTE) -> Ondertekenmap:
    return Ondertekenmap(gemeente, DATUM, delen)


_OEFENING = replace(GEMEENTE, oefening=True)
_TWEE = (deel("K2026-0094"), deel("K2026-0101", lang=90), deel("K2026-0103", brief=False))

ONDERTEKENMAPPEN: dict[str, Callable[[], bytes]] = {
    "ondertekenmap": lambda: teken_ondertekenmap(ondertekenmap(*_TWEE)),
    "ondertekenmap-kaal": lambda: teken_ondertekenmap(
        ondertekenmap(deel("K2026-0103", lang=30, brief=False), gemeente=Gemeente(""))
    ),
    "ondertekenmap-oefening": lambda: teken_ondertekenmap(
        ondertekenmap(deel("K2026-0094", gemeente=_OEFENING), gemeente=_OEFENING)
    ),
}
"""Name of the kind → a function that makes one."""
