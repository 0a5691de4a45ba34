"""What was typed for letters that were left before they went out: nothing typed gets lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from klachtenapp.services import typwerk
from klachtenapp.services.typwerk import Plek, Stuk


@dataclass(frozen=True, slots=True)
class Briefconcept:
    """What was changed by hand: answers, the signer, why there was no call, why it goes back."""

    antwoorden: Mapping[str, str] = field(default_factory=dict)
    ondertekenaar: str = ""
    niet_gebeld: str = ""
    reden: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was changed."""
        return not (self.antwoorden or self.ondertekenaar or self.niet_gebeld or self.reden)


class Briefconcepten:
    """Keeps a ``Briefconcept`` for each letter of each dossier, and gives them to be kept safe.

    A letter is named by its ``BriefSoort``, one that lies ready by ``naam_van_document``.
    """

    def __init__(self) -> None:
        self._concepten: dict[tuple[str, str], Briefconcept] = {}
        self._hersteld: set[tuple[str, str]] = set()

    def bewaar(self, kenmerk: str, naam: str, concept: Briefconcept) -> None:
        """Remember what was typed; nothing is remembered of an empty one."""
        if concept.is_leeg:
            self.wis(kenmerk, naam)
        else:
            self._concepten[kenmerk, naam] = concept

    def haal(self, kenmerk: str, naam: str) -> Briefconcept:
        """Return what was typed before, or an empty one; it is taken up again."""
        self._hersteld.discard((kenmerk, naam))
        return self._concepten.get((kenmerk, naam), Briefconcept())

    def wis(self, kenmerk: str, naam: str) -> None:
        """Forget it: the letter went out or lies ready, or nobody wants it any more."""
        self._hersteld.discard((kenmerk, naam))
        self._concepten.pop((kenmerk, naam), None)

    def te_hervatten(self, kenmerk: str) -> str:
        """Return the letter of this dossier for which something came back; empty for none."""
        return next((naam for nummer, naam in sorted(self._hersteld) if nummer == kenmerk), "")

    def neem(self, stuk: Stuk, tekst: str) -> None:
        """Take back what was typed before a crash."""
        concept = typwerk.lees(tekst, Briefconcept)
        if concept is not None:
            self._concepten[stuk.kenmerk, stuk.naam] = concept
            self._hersteld.add((stuk.kenmerk, stuk.naam))

    def typwerk(self) -> dict[Stuk, object]:
        """Return all that is typed for letters that are not in the register."""
        return {Stuk(k, Plek.BRIEF, naam): c for (k, naam), c in self._concepten.items()}

    @property
    def getypt(self) -> bool:
        """Whether something is typed for a letter that is not in the register."""
        return bool(self._concepten)


def naam_van_document(document: int) -> str:
    """Return how a letter that lies ready is named."""
    return f"document {document}"


def document_bij(naam: str) -> int | None:
    """Return the number of the letter that lies ready; ``None`` for a new letter."""
    return int(naam.split()[-1]) if naam.startswith("document ") else None
