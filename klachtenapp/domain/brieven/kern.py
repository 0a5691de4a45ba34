"""The letters with which every klacht begins and ends: rows of the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtenapp.domain import plichten, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Tekenaar
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.plichten import Sluittoestand, Uitslag

# What must be there before a letter with our judgement goes out (art. 9:7, 9:10, 9:12, 9:15).
_VOOR_HET_OORDEEL: tuple[tuple[Callable[[Dossier, Kader, date], Uitslag], str], ...] = (
    (plichten.behandelaar_onafhankelijk, "art. 9:7 lid 1 Awb"),
    (plichten.klager_gehoord, "art. 9:10 lid 1 en 2 Awb"),
    (plichten.beklaagde_gehoord, "art. 9:10 lid 1 Awb"),
    (plichten.verslag_aanwezig, "art. 9:10 lid 3 Awb"),
    (plichten.advies_ontvangen, "art. 9:15 lid 4 Awb"),
    (plichten.onderdelen_beoordeeld, "art. 9:12 lid 1 Awb"),
    (plichten.oordeel_vastgelegd, "art. 9:12 lid 1 Awb"),
)


def _ontvangstbevestiging(zaak: Briefzaak) -> list[Bezwaar]:
    """A klacht that still runs is confirmed, as often as is needed (art. 9:6)."""
    dossier, bezwaren = zaak.dossier, list[Bezwaar]()
    if dossier.status is Status.CONCEPT:
        bezwaren.append(Bezwaar("De klacht is nog niet geregistreerd. Sla de klacht eerst op."))
    elif not dossier.is_open:
        bezwaren.append(
            Bezwaar("Deze klacht is al afgehandeld. Een ontvangstbevestiging past nu niet meer.")
        )
    return bezwaren


def _afsluitbrief(zaak: Briefzaak) -> list[Bezwaar]:
    """Only the klager can say that it is good so; the letter says when (art. 9:5)."""
    if verloop.tevredenheid(zaak.dossier) is None:
        return [
            Bezwaar(
                "De klager heeft nog niet gezegd dat het zo goed is. Leg dat eerst vast met "
                "'Klager is tevreden'.",
                "art. 9:5 Awb",
                "tevreden_op",
            )
        ]
    return []


def _afdoeningsbrief(zaak: Briefzaak) -> list[Bezwaar]:
    """The letter with our judgement closes a full investigation (art. 9:12)."""
    dossier, gemeente = zaak.dossier, zaak.gemeente
    bezwaren = [
        Bezwaar(uitleg, artikel)
        for toets, artikel in _VOOR_HET_OORDEEL
        for toestand, uitleg, _ in [toets(dossier, zaak.kader, zaak.dag)]
        if toestand is Sluittoestand.ONTBREEKT
    ]
    if not gemeente.ombudsman.naam:
        bezwaren.append(
            Bezwaar(
                "In de brief moet staan naar welke ombudsman de klager kan. Vul dat in bij Beheer.",
                "art. 9:12 lid 2 Awb",
                "ombudsman",
            )
        )
    return bezwaren


def _afdoening_velden(zaak: Briefzaak) -> dict[str, str]:
    """The advice of the commissie goes with the letter, followed or not (art. 9:16 Awb)."""
    advies = verloop.laatste_nu(zaak.dossier, GebeurtenisSoort.ADVIES_ONTVANGEN)
    return {"bijlagen": "Advies van de commissie" if advies else ""}


STAPPENPLAN_ERBIJ = Veld(
    "stappenplan_erbij", "Stappenplan erbij", VeldSoort.JA_NEE, verplicht=False
)
"""Also for other letters that may be the first: the handout as the page behind it."""

RIJEN = (
    Briefregel(
        BriefSoort.ONTVANGSTBEVESTIGING,
        "Ontvangstbevestiging",
        mag=_ontvangstbevestiging,
        vragen=(
            Veld(
                "omschrijving",
                "Zo hebben wij de klacht begrepen",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Laat u dit leeg, dan komt dit stuk niet in de brief.",
            ),
            STAPPENPLAN_ERBIJ,
        ),
        artikel="art. 9:6 Awb",
    ),
    Briefregel(
        BriefSoort.AFSLUITBRIEF_INFORMEEL,
        "Afsluitbrief",
        mag=_afsluitbrief,
        vragen=(
            Veld(
                "afspraak",
                "Wat is afgesproken?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Dit komt in de brief, zoals u het hier schrijft.",
            ),
        ),
        artikel="art. 9:5 Awb",
    ),
    Briefregel(
        BriefSoort.AFDOENINGSBRIEF,
        "Afdoeningsbrief",
        mag=_afdoeningsbrief,
        vragen=(
            Veld(
                "conclusies",
                "Wat doen wij nu?",
                VeldSoort.LANGE_TEKST,
                verplicht=False,
                hulp="Conclusies en excuses. Dit komt in de brief.",
            ),
        ),
        velden=_afdoening_velden,
        tekent=Tekenaar.GEMEENTE,
        artikel="art. 9:12 Awb",
    ),
)
