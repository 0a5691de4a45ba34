"""One dossier: the facts of a melding and everything that happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from klachtenapp.domain.begrippen import (
    Afdoeningswijze,
    Aspect,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Vorm,
    Wens,
)
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing that happened; never changed, only followed by another.

    ``op`` is when it happened, ``vastgelegd_op`` when it was written down. ``gegevens``
    holds the facts under the names of the fields of the handeling that made it; dates in
    it are ISO text, yes/no is ``"ja"``/``"nee"``. A name that begins with ``_`` is
    bookkeeping (which handeling, from which state), not for the eye.
    """

    soort: GebeurtenisSoort
    op: date
    vastgelegd_op: datetime
    door: str
    gegevens: Mapping[str, str] = field(default_factory=dict)
    toelichting: str = ""
    id: int = 0

    def datum(self, naam: str) -> date | None:
        """Return the fact ``naam`` as a date, or ``None`` when it is not there."""
        tekst = self.gegevens.get(naam, "")
        return date.fromisoformat(tekst) if tekst else None

    def ja(self, naam: str) -> bool:
        """Return whether the yes/no fact ``naam`` is there and is yes."""
        return self.gegevens.get(naam) == "ja"


@dataclass(frozen=True, slots=True)
class Klachtonderdeel:
    """One part of a klacht, with what was found and what we think of it (art. 9:12)."""

    omschrijving: str
    aspect: Aspect | None = None
    norm: str = ""
    bevinding: str = ""
    oordeel: Oordeel | None = None
    verbeterpunt: str = ""
    verbeterpunt_klaar_op: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A letter or attachment in the dossier, without its bytes; ``sha256`` in hex."""

    id: int
    naam: str
    soort: str  # a brief soort, "stappenplan" or "bijlage"
    sha256: str
    bytes: int
    toegevoegd_op: datetime
    verzonden_op: date | None = None
    kanaal: str = ""


def dossierbijlagen(documenten: Iterable[DocumentInfo]) -> tuple[str, ...]:
    """Return the attachments, each as ``7: brief.pdf``: by number, and readable later."""
    return tuple(f"{info.id}: {info.naam}" for info in documenten if info.soort == "bijlage")


@dataclass(frozen=True, slots=True)
class Dossier:
    """A melding with its people, parts and history: all facts, no derived date.

    ``versie`` counts the changes (optimistic locking). ``behandelaar`` is ``None`` until
    someone is assigned. ``commissie`` is afd. 9.1.3 Awb (10 weken). ``doorgeleid_op`` is
    the start of the term under art. 2:24 Awb, only with a notice to the sender.
    ``gedraging_op`` is when it happened, for the year of art. 9:8 lid 1 sub b.
    """

    uid: str
    kenmerk: str
    soort: Soort
    status: Status
    ontvangen_op: date
    kanaal: Kanaal
    vorm: Vorm
    omschrijving: str
    onderwerp: str = ""
    klager: Persoon = Persoon()
    gemachtigde: Persoon | None = None
    afdeling: Afdeling | None = None
    behandelaar: Medewerker | None = None
    beklaagde: str = ""
    wens: Wens | None = None
    formeel_regime: bool = True
    commissie: bool = False
    ondertekend: bool = True
    doorgeleid_op: date | None = None
    gedraging_op: date | None = None
    afdoeningswijze: Afdoeningswijze | None = None
    afdoeningsgrond: str = ""
    oordeel: Oordeel | None = None
    afgehandeld_op: date | None = None
    oud_kenmerk: str = ""
    notities: str = ""
    koppeling: str = ""  # kenmerk of the melding this one belongs to
    versie: int = 1
    onderdelen: tuple[Klachtonderdeel, ...] = ()
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    documenten: tuple[DocumentInfo, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do something."""
        return self.status.is_open

    @property
    def anoniem(self) -> bool:
        """Whether nobody can be answered (K6): no name, or no address at all."""
        return self.klager.is_leeg

    @property
    def geldige_gebeurtenissen(self) -> tuple[Gebeurtenis, ...]:
        """The events that still count: without those that were made undone, oldest first."""
        ongedaan = {
            g.gegevens.get("_gebeurtenis")
            for g in self.gebeurtenissen
            if g.soort is GebeurtenisSoort.ONGEDAAN_GEMAAKT
        }
        if not ongedaan:
            return self.gebeurtenissen
        return tuple(g for g in self.gebeurtenissen if str(g.id) not in ongedaan)

    def alle(self, soort: GebeurtenisSoort) -> Iterator[Gebeurtenis]:
        """Yield the events of one soort that still count, oldest first."""
        return (g for g in self.geldige_gebeurtenissen if g.soort is soort)

    def laatste(self, soort: GebeurtenisSoort) -> Gebeurtenis | None:
        """Return the most recent event of one soort that still counts."""
        return next((g for g in reversed(self.geldige_gebeurtenissen) if g.soort is soort), None)

    def brief_verzonden(self, brief: str) -> Gebeurtenis | None:
        """Return the latest sending of the letter ``brief`` (a ``BriefSoort`` value)."""
        return next(
            (
                g
                for g in reversed(self.geldige_gebeurtenissen)
                if g.soort is GebeurtenisSoort.BRIEF_VERZONDEN and g.gegevens.get("brief") == brief
            ),
            None,
        )
