"""Termijnkaarten for the tests: of a klacht that was heard and verdaagd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.papier.termijnkaart import teken_termijnkaart
from tests.papier.geleverd_zaak import DOSSIER, VANDAAG, gebeurd

KADER = Kader(Kalender(dekking_tot=date(2026, 12, 31)), Normen())
VOL = replace(
    DOSSIER,
    status=Status.HOREN,
    gedraging_op=date(2025, 6, 2),
    gebeurtenissen=(
        gebeurd(G.FORMEEL_GESTART, 10),
        gebeurd(G.HOREN_GEPLAND, 12, zitting_op="2026-12-03", klager_uitgenodigd_op="2026-11-12"),
        gebeurd(G.VERDAAGD, 20, tot="2027-01-11"),
    ),
)


def _kaart(dossier: Dossier, gemeente: Gemeente) -> bytes:
    regels = termijnkaart.regels(dossier, KADER, VANDAAG)
    return teken_termijnkaart(gemeente, dossier, regels, VANDAAG)


TERMIJNKAARTEN: dict[str, Callable[[], bytes]] = {
    "termijnkaart": lambda: _kaart(VOL, Gemeente("Gemeente Voorbeeldstad")),
    "termijnkaart-oefening": lambda: _kaart(VOL, Gemeente("Voorbeeldstad", oefening=True)),
}
"""Name of the kind → a function that makes one."""
