"""Gesprekskaarten for the tests: full to the edge, bare, and of an exercise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status, Wens
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.gesprekskaart import kaart
from klachtenapp.domain.personen import Persoon
from klachtenapp.papier.gesprekskaart import teken_gesprekskaart
from tests.papier.geleverd_zaak import DOSSIER, VANDAAG, VERHAAL, gebeurd
from tests.papier.termijnkaarten import KADER

_GESPREK = {"manier": "telefoon", "bereikt": "ja", "gesproken_door": "Zoë Đặng"}
VOL = replace(
    DOSSIER,
    status=Status.BEOORDELING,
    omschrijving=VERHAAL * 40,
    wens=Wens.OFFICIELE_BRIEF,
    klager=replace(DOSSIER.klager, leest_moeilijk=True, taal="Turks"),
    gebeurtenissen=(
        gebeurd(G.BRIEF_VERZONDEN, 3, brief="ontvangstbevestiging", kanaal="post"),
        *(
            gebeurd(
                G.GESPREK, dag, belofte=f"{VERHAAL} ({dag})", belofte_door="Zoë Đặng",
                belofte_op="2026-12-01", afspraak=VERHAAL * 3, **_GESPREK,
            )
            for dag in range(4, 12)
        ),
        gebeurd(G.GESPREK, 13, manier="telefoon", bereikt="nee"),
    ),
)  # fmt: skip
KAAL = replace(
    DOSSIER, status=Status.ONTVANGEN, klager=Persoon(), omschrijving="",
    onderwerp="", beklaagde="", behandelaar=None, gebeurtenissen=(), onderdelen=(),
)  # fmt: skip
GEWOON = replace(
    DOSSIER, status=Status.BEOORDELING, gebeurtenissen=VOL.gebeurtenissen[:1], onderdelen=()
)


def _kaart(dossier: Dossier, gemeente: Gemeente) -> bytes:
    inhoud = kaart(dossier, gemeente, KADER, VANDAAG, None)
    return teken_gesprekskaart(gemeente, inhoud, VANDAAG)


_GEMEENTE = Gemeente("Gemeente Voorbeeldstad", belnummer="0123 - 45 67 89", kleur="#00693E")
GESPREKSKAARTEN: dict[str, Callable[[], bytes]] = {
    "gesprekskaart": lambda: _kaart(GEWOON, _GEMEENTE),
    "gesprekskaart-vol": lambda: _kaart(VOL, _GEMEENTE),
    "gesprekskaart-kaal": lambda: _kaart(KAAL, Gemeente("")),
    "gesprekskaart-oefening": lambda: _kaart(GEWOON, replace(_GEMEENTE, oefening=True)),
}
"""Name of the kind → a function that makes one."""
