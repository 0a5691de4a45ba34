"""When a klacht went from one behandelaar to another: from start to end it should be one."""

from __future__ import annotations

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis

_VORIGE = "_was_behandelaar"


def laatste(dossier: Dossier) -> Gebeurtenis | None:
    """Return the latest change of behandelaar in this round, ``None`` when there was none."""
    return next(
        (
            g
            for g in reversed(verloop.lopende_ronde(dossier))
            if g.soort is GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN and vorige(g)
        ),
        None,
    )


def vorige(toegewezen: Gebeurtenis) -> str:
    """Return who handled it before this event; empty when nobody did, or nothing changed."""
    return toegewezen.gegevens.get(_VORIGE, "")
