"""One next step, and the standpoint from which the rules for it look at a dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from klachtenapp.domain import termijnkaart, verloop
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kaart_normen import normregels
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.termijn import Termijn


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do next. Exactly one of ``handeling`` (its name) and ``brief`` is filled.

    ``tekst`` is a friendly imperative for a button; ``uiterlijk`` the day by which, from
    law or norm; ``waarom`` the reason in one or two sentences.
    """

    naam: str
    tekst: str
    uiterlijk: date | None
    waarom: str
    handeling: str = ""
    brief: str = ""


@dataclass(frozen=True)
class Stand:
    """A dossier as it stands today, with the dates that count.

    Dates are worked out when a rule asks for them: a long list of dossiers asks for few.
    """

    dossier: Dossier
    kader: Kader
    vandaag: date

    @cached_property
    def termijn(self) -> Termijn | None:
        """The legal term, if there is one."""
        return termijnkaart.afdoeningstermijn(self.dossier, self.kader)

    @cached_property
    def einde(self) -> date | None:
        """The one date of this dossier: legal term or norm."""
        return termijnkaart.uiterste_datum(self.dossier, self.kader)

    @cached_property
    def _normen(self) -> Mapping[str, Kaartregel]:
        return {r.naam: r for r in normregels(self.dossier, self.kader, self.vandaag)}

    @property
    def status(self) -> Status:
        """The state of the dossier."""
        return self.dossier.status

    @property
    def dagen_over(self) -> int | None:
        """Days until the legal term ends, negative when it has; ``None`` without a term."""
        return (self.termijn.uiterste_datum - self.vandaag).days if self.termijn else None

    def datum(self, naam: str) -> date | None:
        """Return the date of norm ``naam`` of the termijnkaart that is still to be met."""
        regel = self._normen.get(naam)
        return regel.datum if regel and regel.toestand in ("open", "te laat") else None

    def vroegste(self, *dagen: date | None) -> date | None:
        """Return the earliest of the dates that exist, the end of the term among them."""
        return min((dag for dag in (*dagen, self.einde) if dag is not None), default=None)

    @property
    def vandaag_geprobeerd(self) -> bool:
        """Whether we tried in vain today: calling again within the day helps nobody."""
        return self.vandaag in verloop.vergeefse_pogingen(self.dossier)

    @property
    def vaak_geprobeerd(self) -> bool:
        """Whether we tried in vain three times: then a letter has to do it."""
        return len(verloop.vergeefse_pogingen(self.dossier)) >= _GENOEG_POGINGEN


_GENOEG_POGINGEN = 3

Stapregel = Callable[[Stand], Stap | None]
"""A rule: the step if it is this one's turn, else ``None``."""


def doe(naam: str, tekst: str, handeling: str, uiterlijk: date | None, waarom: str) -> Stap:
    """Return a step that is done with a handeling."""
    return Stap(naam, tekst, uiterlijk, waarom, handeling=handeling)


def schrijf(tekst: str, brief: BriefSoort, uiterlijk: date | None, waarom: str) -> Stap:
    """Return a step that is done with a letter."""
    return Stap(brief.value, tekst, uiterlijk, waarom, brief=brief.value)
