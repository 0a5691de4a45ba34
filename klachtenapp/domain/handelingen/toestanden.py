"""Which states and kinds of melding belong together, and destinations that depend on more."""

from __future__ import annotations

from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Invoer

KLACHT = frozenset({Soort.KLACHT})
DOORZENDING = frozenset({Soort.DOORZENDING})
TERUGKOPPELEN = frozenset(
    {Soort.TIP, Soort.COMPLIMENT, Soort.OPMERKING, Soort.MELDING_OPENBARE_RUIMTE}
)
ALLE_SOORTEN = frozenset(Soort)

INFORMELE_FASE = frozenset(
    {Status.BEOORDELING, Status.AANVULLING_GEVRAAGD, Status.INFORMEEL, Status.HEROPEND}
)
FORMELE_FASE = frozenset({Status.FORMEEL, Status.HOREN, Status.ADVIES, Status.OORDEEL})
IN_BEHANDELING = INFORMELE_FASE | FORMELE_FASE
KLACHT_OPEN = IN_BEHANDELING | {Status.ONTVANGEN}
TERUGKOPPELING_OPEN = frozenset(
    {Status.ONTVANGEN, Status.DOORGEZET, Status.TERUGGEKOPPELD, Status.HEROPEND}
)
ALLES_OPEN = KLACHT_OPEN | TERUGKOPPELING_OPEN
MET_GESLOTEN = ALLES_OPEN | {Status.AFGEHANDELD}


def bij_toewijzen(dossier: Dossier, _invoer: Invoer) -> Status:
    """Assigning a behandelaar takes a new klacht in hand: the tick of art. 9:7 was asked."""
    if dossier.soort is Soort.KLACHT and dossier.status is Status.ONTVANGEN:
        return Status.BEOORDELING
    return dossier.status


def na_horen(dossier: Dossier, _invoer: Invoer) -> Status:
    """After the hearing comes the advice of the commissie, if there is one (afd. 9.1.3)."""
    return Status.ADVIES if dossier.commissie else Status.OORDEEL
