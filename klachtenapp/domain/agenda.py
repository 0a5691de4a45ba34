"""What a planned hearing says in someone's agenda: kenmerk, day, time and place, no person.

An agenda is shared, synchronised and read on a lock screen. So who complains, about whom and
about what stays out, also when someone typed a name or the klager's street as the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.zoektekst import normaliseer

MINUTEN = 60
"""How long a hearing is put in the agenda."""

_TIJD = re.compile(
    r"(?<![.:\d])([01]?\d|2[0-3])\s*(?:[.:]\s*([0-5]\d)|(?=\s*(?:uur|u)\b))", re.ASCII
)
_PLEK_PER_VORM = {"telefoon": "Telefonisch", "online": "Online"}
_KORTSTE_NAAM = 3  # letters: shorter parts of a name are words like "de"
_VOORVOEGSELS = frozenset({"van", "den", "der", "het", "heer", "mevrouw", "meneer", "mevr"})


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One hearing for an agenda. ``tijd`` is ``None`` when no time of day was agreed.

    ``uid`` stays the same for the hearing of this dossier, ``volgnummer`` counts how often it
    was planned: so an agenda moves the old entry instead of adding one.
    """

    uid: str
    titel: str
    dag: date
    tijd: time | None
    plaats: str
    volgnummer: int
    gemaakt: datetime
    minuten: int = MINUTEN


def agendapunt(dossier: Dossier, gemeente: Gemeente) -> Agendapunt | None:
    """Return the hearing that was last planned in this round, or ``None``."""
    plan = verloop.laatste_nu(dossier, G.HOREN_GEPLAND)
    dag = plan.datum("zitting_op") if plan else None
    if plan is None or dag is None:
        return None
    vorm = plan.gegevens.get("vorm", "")
    plaats = _PLEK_PER_VORM.get(vorm) or plan.gegevens.get("plaats", "")
    return Agendapunt(
        uid=str(uuid5(NAMESPACE_URL, f"klachtenapp:{gemeente.naam}:{dossier.kenmerk}:gesprek")),
        titel=f"Gesprek klacht {dossier.kenmerk}",
        dag=dag,
        tijd=lees_tijd(plan.gegevens.get("tijd", "")),
        plaats="" if noemt_iemand(plaats, dossier) else " ".join(plaats.split()),
        volgnummer=sum(1 for _ in dossier.alle(G.HOREN_GEPLAND)) - 1,
        gemaakt=plan.vastgelegd_op,
    )


def lees_tijd(tekst: str) -> time | None:
    """Return the first time of day in ``tekst`` (``10.30 uur``, ``14:00``, ``9 uur``)."""
    gevonden = _TIJD.search(tekst)
    if gevonden is None:
        return None
    return time(int(gevonden[1]), int(gevonden[2] or 0))


def noemt_iemand(plaats: str, dossier: Dossier) -> bool:
    """Whether a place tells who it is about: a name, or where the klager lives."""
    woorden = set(_woorden(plaats))
    mensen = [dossier.klager, *([dossier.gemachtigde] if dossier.gemachtigde else [])]
    eigen = [dossier.beklaagde]
    for mens in mensen:
        eigen += [mens.achternaam, mens.voornaam, mens.straat]
    namen = {woord for tekst in eigen for woord in _woorden(tekst)} - _VOORVOEGSELS
    return not woorden.isdisjoint(naam for naam in namen if len(naam) >= _KORTSTE_NAAM)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", normaliseer(tekst))
