"""The termijnkaart: every date of a dossier with how it came about and how it stands.

Nothing here is stored: all follows from the facts of the dossier, the rules and today.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.dossiertermijn import (
    afdoeningsnorm,
    afdoeningstermijn,
    antwoord_op,
    klaar_op,
    op_tijd,
    termijn_niet_in_behandeling,
    uiterste_datum,
    verdaagbare_termijn,
)
from klachtenapp.domain.kaart_normen import afdoeningsnormregel, normregels
from klachtenapp.domain.kaart_toezegging import toezeggingregels
from klachtenapp.domain.kaart_wet import ombudsmanregels, wettelijke_regels
from klachtenapp.domain.kaartregel import Kaartregel, Toestand
from klachtenapp.domain.kader import Kader

__all__ = [
    "Kaartregel",
    "Toestand",
    "afdoeningsnorm",
    "afdoeningstermijn",
    "antwoord_op",
    "klaar_op",
    "op_tijd",
    "regels",
    "termijn_niet_in_behandeling",
    "uiterste_datum",
    "verdaagbare_termijn",
]


def regels(dossier: Dossier, kader: Kader, vandaag: date) -> tuple[Kaartregel, ...]:
    """Return the lines of the card: the law, our own norms and promises, the ombudsman.

    The one with ``naam`` ``afdoening`` is the date that lists show, unless there is none.
    """
    return (
        *wettelijke_regels(dossier, kader, vandaag),
        *afdoeningsnormregel(dossier, kader, vandaag),
        *normregels(dossier, kader, vandaag),
        *toezeggingregels(dossier, vandaag),
        *ombudsmanregels(dossier, vandaag),
    )
