"""What a handeling is: one row of the table that says what may be done to a dossier, and when.

The table itself stands in ``handelingen``. Window, service and command line all read the
same row: the window draws ``velden`` as a form, the service checks ``bezwaren`` and writes
``gebeurtenis``, and nobody else decides what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Afdeling, Medewerker

Invoer = Mapping[str, str]
"""What the user filled in, by name of the ``Veld``; dates as ISO text, yes/no as ja/nee."""


class VeldSoort(StrEnum):
    """How a field is asked for."""

    DATUM = "datum"
    TEKST = "tekst"
    LANGE_TEKST = "lange tekst"
    KEUZE = "keuze"
    JA_NEE = "ja/nee"
    MEDEWERKER = "medewerker"
    AFDELING = "afdeling"
    BIJLAGE = "bijlage"


@dataclass(frozen=True, slots=True)
class Veld:
    """One question of a handeling. ``keuzes`` are ``(stored word, label)`` for KEUZE.

    A MEDEWERKER or AFDELING is filled in by name, a BIJLAGE as ``dossierbijlagen`` words it.
    A date lies between receipt and today, unless ``toekomst`` (may lie after today) or
    ``voor_ontvangst`` (may lie before receipt). ``alleen_als`` ``(other field, word)``: only
    asked when that was answered.
    """

    naam: str
    label: str
    soort: VeldSoort = VeldSoort.TEKST
    verplicht: bool = True
    keuzes: tuple[tuple[str, str], ...] = ()
    hulp: str = ""
    vooraf: str = ""  # a default; "vandaag" for a date of today
    toekomst: bool = False
    voor_ontvangst: bool = False
    alleen_als: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """Why something may not be done now: what is missing, by which article, and how to go on."""

    tekst: str
    artikel: str = ""
    veld: str = ""


Bewaker = Callable[[Dossier, Invoer, Kader, date], Bezwaar | None]
"""A guard: dossier, what was filled in, rules, today → an objection or ``None``."""


@dataclass(frozen=True, slots=True)
class Collegas:
    """The people and departments a handeling may name, by name (names are unique)."""

    medewerkers: Mapping[str, Medewerker] = field(default_factory=dict)
    afdelingen: Mapping[str, Afdeling] = field(default_factory=dict)


Bestemming = Callable[[Dossier, Invoer], Status]
"""The new state, where it depends on more than the old one."""

Gevolg = Callable[[Dossier, Invoer, Collegas], Mapping[str, Any]]
"""The facts of the ``Dossier`` that change, by field name."""


class Groep(StrEnum):
    """Under which heading a handeling is offered."""

    VERDER = "Verder behandelen"
    VASTLEGGEN = "Vastleggen"
    TERMIJN = "Termijn"
    AFSLUITEN = "Afsluiten"


@dataclass(frozen=True, slots=True)
class Handeling:
    """One thing that can be done to a dossier.

    ``van`` are the states from which, ``soorten`` the kinds of melding for which it
    exists; ``past`` narrows that to dossiers for which it makes sense. ``naar`` is the new
    state, ``None`` when the state stays; ``bestemming`` decides where that depends.
    ``op_veld`` names the date field that becomes ``Gebeurtenis.op`` (default: today).
    ``terug`` is the name of its undo ("Verdaging ongedaan maken"), empty when only a
    correcting event is honest.
    """

    naam: str
    label: str
    gebeurtenis: GebeurtenisSoort
    van: frozenset[Status]
    soorten: frozenset[Soort]
    naar: Status | None = None
    artikel: str = ""
    uitleg: str = ""
    velden: tuple[Veld, ...] = ()
    bewakers: tuple[Bewaker, ...] = ()
    op_veld: str = ""
    groep: Groep = Groep.VERDER
    past: Callable[[Dossier], bool] | None = None
    bestemming: Bestemming | None = None
    gevolg: Gevolg | None = None
    terug: str = ""
