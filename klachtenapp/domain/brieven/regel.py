"""What a letter is: one row that says to whom it goes, when it may go, and what it must know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar, Collegas, Veld
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker

ALLEEN_KLACHT = frozenset({Soort.KLACHT})
_GEWOON_KADER = Kader(kalender=Kalender(), normen=Normen())


class Ontvanger(StrEnum):
    """To whom a letter goes."""

    KLAGER = "klager"  # or the gemachtigde, who then stands in for the klager
    BEKLAAGDE = "beklaagde"
    INSTANTIE = "andere organisatie"
    OMBUDSMAN = "ombudsman"


class Tekenaar(StrEnum):
    """Who signs by rule; see ``ondertekening`` for who that is."""

    BEHANDELAAR = "behandelaar"  # who spoke with the klager
    GEMEENTE = "gemeente"  # whom the gemeente mandated for a judgement


@dataclass(frozen=True, slots=True)
class Briefzaak:
    """From where a rule looks: the dossier, whose it is, and the day on the letter.

    ``antwoorden`` is what was filled in for this letter only, by name of the ``Veld``;
    dates as ISO text, yes/no as ``ja``/``nee``; what was not answered has its proposal.
    ``collegas`` are the people who work here, ``ondertekenaar`` who will sign.
    """

    dossier: Dossier
    gemeente: Gemeente
    dag: date
    kader: Kader = _GEWOON_KADER
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    collegas: Collegas = field(default_factory=Collegas)
    ondertekenaar: Medewerker | None = None


def _niets(_zaak: Briefzaak) -> list[Bezwaar]:
    return []


def _blijft(_zaak: Briefzaak, _gebeurtenis: Gebeurtenis) -> bool:
    return False


def _geen_velden(_zaak: Briefzaak) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Briefregel:
    """One letter. The text stands in ``resources/brieven/<soort>.txt``.

    ``mag`` gives what stands in its way. ``vragen`` are asked before it is printed;
    ``vooraf`` proposes answers from the dossier. ``velden`` gives the facts that only this
    letter may name, next to those of ``briefvelden``; the names do not depend on the
    dossier. ``veldnamen`` says what those are called and where one fills them in.
    ``artikel`` is the law that asks for the letter. ``volgt_op`` is the kind of event after
    which it has to go (a ``GebeurtenisSoort`` value, empty when it stands on its own);
    ``vervalt`` says whether that event asks for it no more, because the klacht is past it or
    the notice was given otherwise.
    """

    soort: BriefSoort
    titel: str
    ontvanger: Ontvanger = Ontvanger.KLAGER
    soorten: frozenset[Soort] = ALLEEN_KLACHT
    mag: Callable[[Briefzaak], list[Bezwaar]] = _niets
    vragen: tuple[Veld, ...] = ()
    vooraf: Callable[[Briefzaak], dict[str, str]] = _geen_velden
    velden: Callable[[Briefzaak], dict[str, str]] = _geen_velden
    veldnamen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    tekent: Tekenaar = Tekenaar.BEHANDELAAR
    artikel: str = ""
    volgt_op: str = ""
    vervalt: Callable[[Briefzaak, Gebeurtenis], bool] = _blijft
    met_adres: bool = True
