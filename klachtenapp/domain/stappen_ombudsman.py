"""The next step when the ombudsman waits for our answer, also after the klacht was closed."""

from __future__ import annotations

from datetime import timedelta

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.ombudsmanzaak import ombudsmanzaak
from klachtenapp.domain.stap import Stand, Stap, schrijf

_DICHTBIJ = timedelta(days=7)
_WAAROM = "De ombudsman krijgt antwoord, met redenen als wij het anders doen (art. 9:36 Awb)."


def na_afloop(stand: Stand) -> Stap | None:
    """Answer the ombudsman: the one thing that can remain of a closed klacht."""
    zaak = ombudsmanzaak(stand.dossier)
    if zaak is None or not zaak.wacht_op_reactie:
        return None
    return schrijf(
        "Antwoord de ombudsman", BriefSoort.REACTIE_OMBUDSMAN, zaak.reactie_voor, _WAAROM
    )


def tijdens(stand: Stand) -> Stap | None:
    """In an open dossier the answer takes its turn when its day comes near."""
    stap = na_afloop(stand)
    if stap is None or stap.uiterlijk is None or stap.uiterlijk > stand.vandaag + _DICHTBIJ:
        return None
    return stap
