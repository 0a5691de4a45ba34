"""What the werkvoorraad holds: one rule, for the page and for every count of it."""

from __future__ import annotations

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.models import meldingen
from klachtenapp.models.register import Register


def dossiers(register: Register) -> list[Dossier]:
    """Return the open dossiers, and the closed ones for which the ombudsman waits for us."""
    return [*meldingen.openstaand(register), *_na_afloop(register)]


def aantal(register: Register) -> int:
    """Count what ``dossiers`` returns; the open ones are not read for it."""
    return len(meldingen.open_ids(register)) + len(_na_afloop(register))


def _na_afloop(register: Register) -> list[Dossier]:
    return [d for d in meldingen.gesloten_bij_ombudsman(register) if wacht_op_reactie(d)]
