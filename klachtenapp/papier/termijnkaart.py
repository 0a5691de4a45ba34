"""The termijnkaart on paper: every date of a dossier with how it came about, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gebeurtenistekst import hoofdletter
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.papier.overzicht import Kolom, Overzicht, teken_overzicht

_KOLOMMEN = (
    Kolom("Termijn", 22, rijkop=True),
    Kolom("Uiterlijk", 16),
    Kolom("Stand", 10),
    Kolom("Hoe deze datum ontstond", 52),
)
_UITLEG = (
    "'Wet' is een termijn uit de Algemene wet bestuursrecht (Awb). 'Eigen norm' is wat wij met "
    "elkaar hebben afgesproken; die verandert de wettelijke termijn nooit."
)


def teken_termijnkaart(
    gemeente: Gemeente, dossier: Dossier, regels: Sequence[Kaartregel], vandaag: date
) -> bytes:
    """Return the card as PDF. It names the kenmerk, never a person: it lies on a desk."""
    return teken_overzicht(
        Overzicht(
            gemeente,
            f"Termijnkaart {dossier.kenmerk}",
            vandaag,
            _KOLOMMEN,
            tuple(_rij(regel) for regel in regels),
            inleiding=(
                f"{hoofdletter(dossier.soort)}, ontvangen op "
                f"{dagtekst.lang_met_dag(dossier.ontvangen_op)}. Stand: {dossier.status}.",
                f"Zo staan de termijnen op {dagtekst.lang_met_dag(vandaag)}.",
                _UITLEG,
            ),
            leeg="Voor deze melding lopen geen termijnen.",
        )
    )


def _rij(regel: Kaartregel) -> tuple[str, str, str, str]:
    soort = "wet" if regel.soort == "wet" else "eigen norm"
    zinnen = (*(regel.stappen or (regel.uitleg,)), *(f"Let op: {w}" for w in regel.waarschuwingen))
    return (
        f"{regel.label} ({soort})",
        dagtekst.kort(regel.datum) if regel.datum else "nog niet bekend",
        str(regel.toestand),
        "\n".join(hoofdletter(zin) for zin in zinnen),
    )
