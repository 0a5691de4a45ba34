"""Answers to choose from that follow from the dossier: a few good ones, never the only ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst, zittingsdagen
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Handeling
from klachtenapp.domain.kader import Kader


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Proposals for one question: ``(answer, label)``, and why these; may hold no answer."""

    keuzes: tuple[tuple[str, str], ...]
    uitleg: str


def voorstellen(
    handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date
) -> Mapping[str, Voorstel]:
    """Return the proposals for the questions of ``handeling``, by the name of the field."""
    if handeling.naam != "plan_horen":
        return {}
    gevonden = zittingsdagen.voorstel(dossier, kader, vandaag)
    keuzes = tuple((dag.isoformat(), dagtekst.kort_zonder_jaar(dag)) for dag in gevonden.dagen)
    return {"zitting_op": Voorstel(keuzes, gevonden.uitleg)}
