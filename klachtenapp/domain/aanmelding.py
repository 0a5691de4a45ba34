"""What an intake hands over: a new melding before it has a kenmerk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.begrippen import (
    Afdoeningswijze,
    Kanaal,
    Oordeel,
    Soort,
    Vorm,
    Wens,
)
from klachtenapp.domain.personen import Persoon


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """The facts of an intake, as the form, the JSON of the command line and an import give them.

    Names of departments and people are text here (``afdeling``, ``behandelaar``); the
    service finds or refuses them. ``uid`` (UUID text) makes that the same intake taken in
    twice stays one; empty means: make one. ``vorm`` ``None`` is derived from ``kanaal``.
    """

    soort: Soort
    ontvangen_op: date
    kanaal: Kanaal
    omschrijving: str
    uid: str = ""
    vorm: Vorm | None = None
    onderwerp: str = ""
    klager: Persoon = Persoon()
    gemachtigde: Persoon | None = None
    afdeling: str = ""
    behandelaar: str = ""
    beklaagde: str = ""
    wens: Wens | None = None
    gedraging_op: date | None = None
    ondertekend: bool = True
    koppeling: str = ""


@dataclass(frozen=True, slots=True)
class Oudedossier:
    """A row of an old register: an aanmelding plus how it ended there, as far as it says.

    ``klaar_op`` ``None`` means the old register does not say it was closed. ``notities``
    holds, labelled, every cell that has no field of its own.
    """

    aanmelding: Aanmelding
    oud_kenmerk: str = ""
    bevestigd_op: date | None = None
    verdaagd_tot: date | None = None
    klaar_op: date | None = None
    informeel: bool | None = None
    oordeel: Oordeel | None = None
    afdoeningswijze: Afdoeningswijze | None = None
    notities: str = ""
