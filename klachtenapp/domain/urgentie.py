"""How pressing a dossier is: sign, word and colour always together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from klachtenapp.domain import bereikbaarheid, dagtekst
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.dossiertermijn import antwoord_op, klaar_op, uiterste_datum
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.ombudsmanzaak import ombudsmanzaak

_EEN_WEEK = timedelta(days=7)
NOG_AFSLUITEN = "nog afsluiten"
BRIEF_NOG_STUREN = "brief nog sturen"
ZONDER_DATUM = frozenset({NOG_AFSLUITEN, BRIEF_NOG_STUREN})
"""What is said instead of a date: the term is met, only this remains."""


class Trap(StrEnum):
    """The three steps of urgency, most pressing first."""

    TE_LAAT = "te laat"
    DEZE_WEEK = "deze week"
    LATER = "later"


TEKENS = {Trap.TE_LAAT: "■", Trap.DEZE_WEEK: "▲", Trap.LATER: "●"}


@dataclass(frozen=True, slots=True)
class Urgentie:
    """How pressing: the step, the date it hangs on, the words and the sign for them."""

    trap: Trap
    datum: date | None
    tekst: str
    teken: str

    @property
    def volgorde(self) -> tuple[int, date]:
        """A sort key: most pressing first; without a date last."""
        return (list(Trap).index(self.trap), self.datum or date.max)


def urgentie(dossier: Dossier, kader: Kader, vandaag: date) -> Urgentie:
    """Return how pressing ``dossier`` is, by its legal term or its norm.

    Within 7 days counts as this week. When the answer is out and only the closing remains,
    the term presses no more; nor is a satisfied klager ever late, only waiting for a letter.
    A closed dossier is ``later``, with ``afgehandeld``, unless the ombudsman waits for us.
    """
    if not dossier.is_open:
        zaak = ombudsmanzaak(dossier)
        if zaak is not None and zaak.wacht_op_reactie and zaak.reactie_voor:
            return van_datum(zaak.reactie_voor, vandaag)
        return Urgentie(Trap.LATER, None, "afgehandeld", "✓")
    if antwoord_op(dossier) is not None:
        return _deze_week(NOG_AFSLUITEN, vandaag)
    datum = uiterste_datum(dossier, kader)
    if datum is None:
        return Urgentie(Trap.LATER, None, "geen termijn", TEKENS[Trap.LATER])
    if datum < vandaag and klaar_op(dossier) is not None:
        met_brief = bereikbaarheid.kan_brief_krijgen(dossier)
        return _deze_week(BRIEF_NOG_STUREN if met_brief else NOG_AFSLUITEN, vandaag)
    return van_datum(datum, vandaag)


def _deze_week(tekst: str, vandaag: date) -> Urgentie:
    return Urgentie(Trap.DEZE_WEEK, vandaag, tekst, TEKENS[Trap.DEZE_WEEK])


def van_datum(datum: date, vandaag: date) -> Urgentie:
    """Return how pressing a date is: ``3 dagen te laat``, ``morgen``, ``do 26 nov``, …"""
    if datum < vandaag:
        trap = Trap.TE_LAAT
    else:
        trap = Trap.DEZE_WEEK if datum - vandaag <= _EEN_WEEK else Trap.LATER
    return Urgentie(trap, datum, dagtekst.relatief(datum, vandaag), TEKENS[trap])
