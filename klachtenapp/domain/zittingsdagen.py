"""Proposes days for the hearing: after the invitation, before the term, with room to judge.

Art. 9:10 Awb wants both heard before the judgement and names no days; so the proposal leaves
the norm for the invitation before the hearing, and room for verslag and oordeel after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.dossiertermijn import uiterste_datum
from klachtenapp.domain.kader import Kader

AANTAL = 3
UITNODIGING = 7
"""Days at least between invitation and hearing, also where a shorter norm is set."""

RUIMTE = 14
"""Days after the hearing for verslag, oordeel, the call and the letter."""

RUIMTE_COMMISSIE = 21
"""Days after the hearing when a commissie still has to advise (art. 9:15 Awb)."""

_UIT_ELKAAR = 2  # werkdagen between two proposals, so that they differ for someone's week
_EEN_DAG = timedelta(days=1)
_ZONDER_EINDE = 60  # days to look ahead when no term runs


@dataclass(frozen=True, slots=True)
class Zittingsvoorstel:
    """Days that suit law and norms, soonest first, and in one sentence why these.

    ``krap`` when none of them leaves the room that verslag and oordeel ask.
    """

    dagen: tuple[date, ...]
    uitleg: str
    krap: bool = False


def voorstel(
    dossier: Dossier, kader: Kader, vandaag: date, aantal: int = AANTAL
) -> Zittingsvoorstel:
    """Return at most ``aantal`` days on which this hearing can be held.

    A day for which someone was invited before is not proposed again.
    """
    wachten = _uitnodiging(kader)
    eerste = vandaag + timedelta(days=wachten)
    einde = uiterste_datum(dossier, kader)
    vooraf = f"{wachten} dagen na de uitnodiging"
    if einde is None:
        dagen = _kies(dossier, kader, eerste, eerste + timedelta(days=_ZONDER_EINDE), aantal)
        return Zittingsvoorstel(dagen, f"Vanaf {vooraf}.")
    ruimte = RUIMTE_COMMISSIE if dossier.commissie else RUIMTE
    dagen = _kies(dossier, kader, eerste, einde - timedelta(days=ruimte), aantal)
    if dagen:
        weken = dagtekst.aantal(ruimte // 7, "week", "weken")
        uitleg = f"Vanaf {vooraf}, en met {weken} over voor verslag en oordeel."
        return Zittingsvoorstel(dagen, uitleg)
    dagen = _kies(dossier, kader, eerste, einde, aantal)
    slot = dagtekst.kort_zonder_jaar(einde)
    if dagen:
        uitleg = (
            f"Let op: na het gesprek blijft weinig tijd over. De termijn eindigt op {slot}. "
            "Overweeg om te verdagen."
        )
        return Zittingsvoorstel(dagen, uitleg, krap=True)
    uitleg = (
        f"Vóór het einde van de termijn op {slot} past geen gesprek meer dat {vooraf} valt. "
        "Overleg met klager en beklaagde over een eerdere dag, of verdaag."
    )
    return Zittingsvoorstel((), uitleg, krap=True)


def _uitnodiging(kader: Kader) -> int:
    """Return the days before the hearing: the norm, and more than the klager has to answer."""
    norm, antwoord = kader.normen.uitnodiging_hoorzitting, kader.normen.antwoordtermijn_horen
    return max(
        UITNODIGING,
        norm.aantal if norm.aan else 0,
        antwoord.aantal + 1 if antwoord.aan else 0,
    )


def _kies(
    dossier: Dossier, kader: Kader, eerste: date, laatste: date, aantal: int
) -> tuple[date, ...]:
    """Return up to ``aantal`` days, some werkdagen apart as long as there are enough."""
    vrij = list(_vrije_dagen(dossier, kader, eerste, laatste))
    stap = _UIT_ELKAAR if len(vrij) > (aantal - 1) * _UIT_ELKAAR else 1
    return tuple(vrij[::stap][:aantal])


def _vrije_dagen(dossier: Dossier, kader: Kader, eerste: date, laatste: date) -> Iterator[date]:
    """Yield the werkdagen that are no feestdag and for which nobody was invited before."""
    eerder = {g.datum("zitting_op") for g in dossier.alle(GebeurtenisSoort.HOREN_GEPLAND)}
    dag = eerste
    while dag <= laatste:
        vrij = kader.kalender.is_werkdag(dag) and kader.kalender.feestdag(dag) is None
        if vrij and dag not in eerder:
            yield dag
        dag += _EEN_DAG
