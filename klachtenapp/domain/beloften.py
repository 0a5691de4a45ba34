"""Days that we promise to a klager, on paper: a werkdag, and never past when it is read.

The dates of the register itself (norms, terms) stay what they are; these are what we say.
"""

from __future__ import annotations

from datetime import date, timedelta

from klachtenapp.domain import dossiertermijn, verloop
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender

_POST = 2  # werkdagen until a letter is read, and one can still call
_BEDENKTIJD = 14  # days to say that it is not good after all, when the norm is off


def werkdag_voor(dag: date, kalender: Kalender) -> date:
    """Return ``dag``, or the last werkdag before it."""
    while not kalender.is_werkdag(dag):
        dag -= timedelta(days=1)
    return dag


def contact(dossier: Dossier, kader: Kader, vandaag: date | None = None) -> date | None:
    """Return the day by which we make the first contact; ``None`` when the norm is off.

    Letter and stappenplan, given together, name the same day. Only when that day is not
    after ``vandaag``, the date of a letter, it becomes one that can still be kept when the
    letter has arrived; with ``vandaag`` there always is a day.
    """
    norm = kader.normen.termijn(
        "eerste_telefonisch_contact", verloop.termijn_vanaf(dossier), kader.kalender
    )
    belofte = werkdag_voor(norm.uiterste_datum, kader.kalender) if norm else None
    if vandaag is None:
        return belofte
    if belofte is not None and belofte > vandaag:
        return belofte
    return kader.kalender.plus_werkdagen(vandaag, _POST)


def nieuws(dossier: Dossier, kader: Kader, vandaag: date) -> date | None:
    """Return the day by which there is news; ``None`` when the answer comes before it."""
    norm = kader.normen.termijn("voortgangsbericht", vandaag, kader.kalender)
    uiterste = antwoord(dossier, kader)
    if norm is None:
        return None
    dag = max(werkdag_voor(norm.uiterste_datum, kader.kalender), vandaag)
    return None if uiterste is None or dag >= uiterste else dag


def oplossing(dossier: Dossier, kader: Kader) -> date | None:
    """Return the day by which we hope to have solved it together; ``None`` without a norm."""
    vanaf = verloop.termijn_vanaf(dossier)
    norm = kader.normen.termijn("afdoening_streef", vanaf, kader.kalender)
    if norm is None:
        return None
    dag, uiterste = werkdag_voor(norm.uiterste_datum, kader.kalender), antwoord(dossier, kader)
    return min(dag, uiterste) if uiterste else dag


def antwoord(dossier: Dossier, kader: Kader) -> date | None:
    """Return the day by which our answer comes: the legal term as it is, or a norm."""
    uiterste = dossiertermijn.uiterste_datum(dossier, kader)
    if uiterste is None or dossiertermijn.heeft_wettelijke_termijn(dossier):
        return uiterste
    return werkdag_voor(uiterste, kader.kalender)


def reactie(kader: Kader, vandaag: date) -> date:
    """Return until when someone can tell that it is not good after all: the phone is answered."""
    norm = kader.normen.termijn("bedenktijd_informeel", vandaag, kader.kalender)
    einde = norm.uiterste_datum if norm else vandaag + timedelta(days=_BEDENKTIJD)
    return kader.kalender.plus_werkdagen(einde, 0)
