"""What was typed for letters that were left before they went out: nothing typed gets lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from klachtenapp.domain.briefsoort import BriefSoort


@dataclass(frozen=True, slots=True)
class Briefconcept:
    """The answers that were changed by hand, and the signer that was chosen."""

    antwoorden: Mapping[str, str] = field(default_factory=dict)
    ondertekenaar: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was changed."""
        return not self.antwoorden and not self.ondertekenaar


class Briefconcepten:
    """Keeps a ``Briefconcept`` for each letter of each dossier while the window is open."""

    def __init__(self) -> None:
        self._concepten: dict[tuple[str, BriefSoort], Briefconcept] = {}

    def bewaar(self, kenmerk: str, soort: BriefSoort, concept: Briefconcept) -> None:
        """Remember what was typed; nothing is remembered of an empty one."""
        if concept.is_leeg:
            self.wis(kenmerk, soort)
        else:
            self._concepten[kenmerk, soort] = concept

    def haal(self, kenmerk: str, soort: BriefSoort) -> Briefconcept:
        """Return what was typed before, or an empty one."""
        return self._concepten.get((kenmerk, soort), Briefconcept())

    def wis(self, kenmerk: str, soort: BriefSoort) -> None:
        """Forget it: the letter went out or lies ready."""
        self._concepten.pop((kenmerk, soort), None)

    @property
    def getypt(self) -> bool:
        """Whether something is typed for a letter that is not in the register."""
        return bool(self._concepten)
