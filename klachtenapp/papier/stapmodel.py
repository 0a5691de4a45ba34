"""What the stappenplan is made of: its facts, its sizes and one step with its lines broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.stappen import Plek, Toestand
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.kleur import WIT, Kleur, lees, leesbaar_op_wit, meng
from klachtenapp.papier.opmaak import Regel
from klachtenapp.papier.tekst import vul_regel

RAND = 13.0
"""White around everything, in millimetres: no office printer cuts it off."""

ONDER = 285.0
_VEEL_STAPPEN = 5


@dataclass(frozen=True, slots=True)
class Maten:
    """Sizes of one format: type in points, the rest in millimetres."""

    titel: float
    onder: float
    kop: float
    tekst: float
    straal: float
    pictogram: float
    tijd_breed: float
    tijd: float
    voet: float
    kop_hoogte: float

    @property
    def kopregel(self) -> float:
        """Line height of the title of a step."""
        return self.kop * 0.44

    @property
    def tekstregel(self) -> float:
        """Line height of the text of a step."""
        return self.tekst * 0.475


_KORT = Maten(27, 13, 15.5, 11.8, 12.4, 14.6, 45, 12.0, 11.2, 41)
_COMPLEET = Maten(27, 13, 14.0, 11.2, 9.2, 11.2, 43, 11.4, 10.8, 40)
_GROOT = Maten(34, 18, 23, 18, 17, 20, 70, 18, 18, 66)


@dataclass(frozen=True, slots=True)
class Stappenplan:
    """Everything on the sheet. ``velden`` are the facts for the texts; ``kenmerk`` may be empty."""

    gemeente: Gemeente
    teksten: Mapping[str, Any]
    plekken: tuple[Plek, ...]
    velden: Mapping[str, str]
    vandaag: date
    groot: bool = False

    @property
    def persoonlijk(self) -> bool:
        """Whether it is made for one klacht."""
        return bool(self.velden["kenmerk"])

    @property
    def compleet(self) -> bool:
        """Whether there are so many steps that each takes less room."""
        return len(self.plekken) > _VEEL_STAPPEN

    @property
    def maten(self) -> Maten:
        """The sizes that fit the format and the number of steps."""
        if self.groot:
            return _GROOT
        return _COMPLEET if self.compleet else _KORT

    @property
    def kleur(self) -> Kleur:
        """The colour of the gemeente, dark enough to read."""
        return leesbaar_op_wit(lees(self.gemeente.kleur))

    def tint(self, wit: float) -> Kleur:
        """Return the colour of the gemeente with a share of white."""
        return meng(self.kleur, WIT, wit)

    def tekst(self, regel: str) -> str:
        """Return a line of the texts with its facts."""
        blokken = vul_regel(regel, self.velden).blokken
        return " ".join(blokken[0].tekst.split(" "))

    def woorden(self, plek: Plek, wat: str) -> str:
        """Return ``titel``, ``tekst`` or ``pictogram`` of a step, in the words that fit it."""
        stap = self.teksten["stap"][plek.naam]
        klaar = "_klaar" if plek.toestand is Toestand.KLAAR else ""
        sleutels = [f"{wat}{klaar}_{plek.vorm}", f"{wat}{klaar}", f"{wat}_{plek.vorm}", wat]
        if self.compleet and not klaar:
            sleutels.insert(1, f"{wat}_compleet")
        return str(next(stap[sleutel] for sleutel in sleutels if sleutel in stap))

    def beeld(self, icoon: str) -> str:
        """Return what a pictogram shows, in the language of the sheet, for who cannot see it."""
        return str(self.teksten["beeld"][icoon])

    def heeft(self, veld: str) -> bool:
        """Whether a fact is known."""
        return bool(self.velden[veld].strip())


@dataclass(frozen=True, slots=True)
class Rij:
    """One step: its lines, the two lines of its pill, and its height."""

    plek: Plek
    nummer: int
    titel: list[Regel]
    tekst: list[Regel]
    tijd: tuple[str, str]
    hoogte: float


def teken_regels(
    blad: Blad, regels: Sequence[Regel], *, x: float, y: float, hoogte: float, maat: float,
    kleur: Kleur,
) -> float:  # fmt: skip
    """Draw broken lines from the top ``y``; each ends in a space. Return the y below them."""
    for nummer, regel in enumerate(regels):
        for deel in regel.delen:
            blad.tekst(
                x + deel.x, y + hoogte * (nummer + 0.76), deel.tekst + " ", font=deel.font,
                maat=maat, kleur=kleur,
            )  # fmt: skip
    return y + hoogte * len(regels)
