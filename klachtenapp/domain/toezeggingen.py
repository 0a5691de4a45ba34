"""What we promised a klager in a conversation: who does what by when, until it is done.

A promise is no term of the law. But "ik hoor niks meer" began with one that nobody kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.zoektekst import normaliseer


@dataclass(frozen=True, slots=True)
class Toezegging:
    """One promise: ``wat`` by ``wie``, ``uiterlijk`` that day; ``klaar_op`` once it is done."""

    wat: str
    wie: str
    uiterlijk: date
    beloofd_op: date
    klaar_op: date | None = None

    @property
    def kop(self) -> str:
        """The promise in short: ``Beloofd: terugbellen (door P. Yılmaz)``."""
        return f"Beloofd: {self.wat} (door {self.wie})"

    @property
    def zin(self) -> str:
        """The promise with its day: ``Beloofd: terugbellen (door P. Yılmaz) uiterlijk …``."""
        return f"{self.kop} uiterlijk {dagtekst.kort_zonder_jaar(self.uiterlijk)}"


def toezeggingen(dossier: Dossier) -> tuple[Toezegging, ...]:
    """Return every promise that was made and still counts, in the order in which it was made."""
    gedaan: list[Toezegging] = []
    for feit in dossier.geldige_gebeurtenissen:
        if feit.soort is GebeurtenisSoort.GESPREK:
            gedaan += _uit_gesprek(feit)
        elif feit.soort is GebeurtenisSoort.BELOFTE_NAGEKOMEN:
            plek = _plek(gedaan, feit.gegevens.get("belofte", ""))
            if plek is not None:
                gedaan[plek] = replace(gedaan[plek], klaar_op=feit.op)
    return tuple(gedaan)


def openstaand(dossier: Dossier) -> tuple[Toezegging, ...]:
    """Return the promises that still have to be kept, the first that is due first."""
    open_ = [t for t in toezeggingen(dossier) if t.klaar_op is None]
    return tuple(sorted(open_, key=lambda t: (t.uiterlijk, t.beloofd_op)))


def bedoeld(dossier: Dossier, wat: str) -> Toezegging | None:
    """Return the open promise that is meant by ``wat``, in whatever spelling."""
    return next((t for t in openstaand(dossier) if normaliseer(t.wat) == _sleutel(wat)), None)


def _uit_gesprek(gesprek: Gebeurtenis) -> list[Toezegging]:
    wat = gesprek.gegevens.get("belofte", "").strip()
    uiterlijk = gesprek.datum("belofte_op")
    if not wat or uiterlijk is None:
        return []
    return [Toezegging(wat, gesprek.gegevens.get("belofte_door", ""), uiterlijk, gesprek.op)]


def _plek(gedaan: list[Toezegging], wat: str) -> int | None:
    """Return where the promise stands that is kept: of two alike the first that is due."""
    passend = [
        (t.uiterlijk, plek)
        for plek, t in enumerate(gedaan)
        if t.klaar_op is None and normaliseer(t.wat) == _sleutel(wat)
    ]
    return min(passend)[1] if passend else None


def _sleutel(wat: str) -> str:
    return normaliseer(wat.strip())
