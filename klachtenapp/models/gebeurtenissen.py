"""Adds a fact to the history of a dossier without changing the rest of it."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.models import meldingen
from klachtenapp.models.register import Register


def voeg_toe(register: Register, dossier: Dossier, *feiten: Gebeurtenis) -> Dossier:
    """Store events after those of ``dossier`` as it was read; its version goes up by one.

    :raises ConflictFout: when someone else changed the dossier since.
    """
    nieuw = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, *feiten))
    return meldingen.wijzig(register, dossier, nieuw)
