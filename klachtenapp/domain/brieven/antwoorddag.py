"""The day by which we ask an answer to a letter: it can be met, and it fits in the term."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from klachtenapp.domain import dagtekst, dossiertermijn
from klachtenapp.domain.brieven.regel import Briefzaak
from klachtenapp.domain.handeling import Bezwaar

_POST = 2  # werkdagen until a letter is read
_ZONDER_NORM = 7  # days to answer when the norm is off


def datum(antwoorden: Mapping[str, str], naam: str) -> date | None:
    """Return an answer as a date; ``None`` when it is empty or no date."""
    try:
        return date.fromisoformat(antwoorden.get(naam, "").strip())
    except ValueError:
        return None


def voorstel(zaak: Briefzaak, uiterlijk: date | None = None) -> date:
    """Return until when someone may answer: by our norm, within the term and ``uiterlijk``.

    Never sooner than the post takes, and a werkdag.
    """
    kalender = zaak.kader.kalender
    norm = zaak.kader.normen.termijn("antwoordtermijn_horen", zaak.dag, kalender)
    dag = norm.uiterste_datum if norm else zaak.dag + timedelta(days=_ZONDER_NORM)
    termijn = dossiertermijn.afdoeningstermijn(zaak.dossier, zaak.kader)
    grenzen = [kalender.plus_werkdagen(dag, 0), uiterlijk]
    grenzen.append(termijn.uiterste_datum if termijn else None)
    vroegste = kalender.plus_werkdagen(zaak.dag, _POST)
    return max(min(grens for grens in grenzen if grens is not None), vroegste)


def nog_te_halen(zaak: Briefzaak, veld: str) -> list[Bezwaar]:
    """Return an objection when the day of answer ``veld`` is not after that of the letter."""
    dag = datum(zaak.antwoorden, veld)
    if dag is None or dag > zaak.dag:
        return []
    return [Bezwaar("Kies een datum om te antwoorden die later is dan die van de brief.", "", veld)]


def beantwoord(zaak: Briefzaak) -> list[Bezwaar]:
    """Return an objection when the klager has our answer: nothing is still to come."""
    dag = dossiertermijn.antwoord_op(zaak.dossier)
    if not zaak.dossier.is_open or dag is None:
        return afgehandeld(zaak)
    return [
        Bezwaar(
            f"De klager kreeg ons antwoord al op {dagtekst.lang(dag)}. Deze brief past nu niet "
            "meer."
        )
    ]


def afgehandeld(zaak: Briefzaak) -> list[Bezwaar]:
    """Return an objection when the klacht is closed: nothing remains to be asked."""
    if zaak.dossier.is_open:
        return []
    return [Bezwaar("Deze klacht is al afgehandeld. Deze brief past nu niet meer.")]
