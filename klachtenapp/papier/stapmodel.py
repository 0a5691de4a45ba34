"""What the stappenplan is made of: its facts, its paper and sizes, and one step with its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.staptabel import Formaat, Plek, Stapnaam, Toestand, Weg
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.kleur import WIT, Kleur, lees, leesbaar_op_wit, meng
from klachtenapp.papier.lettertype import VAST
from klachtenapp.papier.opmaak import Regel
from klachtenapp.papier.tekst import vul_regel

_VEEL_STAPPEN = 5


@dataclass(frozen=True, slots=True)
class Vel:
    """The paper in millimetres; ``rand`` is white all around: no office printer cuts it off."""

    breedte: float
    hoogte: float
    rand: float

    @property
    def rechts(self) -> float:
        """Where the right margin begins."""
        return self.breedte - self.rand

    @property
    def breed(self) -> float:
        """The width between the margins."""
        return self.breedte - 2 * self.rand

    @property
    def onder(self) -> float:
        """Where the last line may end."""
        return self.hoogte - 12.0


A4 = Vel(210.0, 297.0, 13.0)
A5 = Vel(148.0, 210.0, 10.0)


@dataclass(frozen=True, slots=True)
class Maten:
    """Sizes of one format: type in points, the rest in millimetres."""

    titel: float
    onder: float
    kop: float
    tekst: float
    straal: float
    pictogram: float
    tijd: float
    voet: float
    kop_hoogte: float

    @property
    def kopregel(self) -> float:
        """Line height of the title of a step."""
        return self.kop * 0.43

    @property
    def tekstregel(self) -> float:
        """Line height of the text of a step."""
        return self.tekst * 0.46

    @property
    def tijd_hoog(self) -> float:
        """Height of the line with the time, with the white above it."""
        return self.tijd * 0.62 + 1.4

    def kleiner(self, schaal: float) -> Maten:
        """Return these sizes, all but those of the head, times ``schaal``."""
        return Maten(
            self.titel, self.onder, self.kop * schaal, self.tekst * schaal, self.straal * schaal,
            self.pictogram * schaal, self.tijd * schaal, self.voet * schaal, self.kop_hoogte,
        )  # fmt: skip


_KORT = Maten(27, 13, 18, 13.2, 13.0, 16.6, 12.6, 11.2, 41)
_COMPLEET = Maten(26, 12.6, 14.4, 11.6, 9.6, 12.0, 10.8, 10.4, 34)
_GROOT = Maten(34, 18, 23, 18, 17, 20, 18, 18, 66)
_BOEK = Maten(17, 11.4, 15.4, 12.2, 11.4, 14.2, 11.4, 13.0, 30)
_BOEK_COMPLEET = Maten(17, 10.8, 13.2, 11.0, 8.8, 11.0, 10.4, 13.0, 30)
_KLEIN = Maten(17, 10.4, 13.6, 10.8, 9.6, 12.0, 10.4, 10.6, 30)
_KLEIN_COMPLEET = Maten(15, 10.0, 11.6, 10.0, 7.4, 9.2, 9.6, 10.6, 23)
_MATEN: Mapping[Formaat, tuple[Maten, Maten]] = {
    Formaat.A4: (_KORT, _COMPLEET),
    Formaat.A5: (_KLEIN, _KLEIN_COMPLEET),
    Formaat.VOUW: (_BOEK, _BOEK_COMPLEET),
}


@dataclass(frozen=True, slots=True)
class Stappenplan:
    """Everything on the sheet. ``velden`` are the facts for the texts; ``kenmerk`` may be empty.

    ``contact_op`` is the day by which the klager hears from us again, if we can name one.
    ``schaal`` makes all sizes smaller where long names or texts would not fit.
    """

    gemeente: Gemeente
    teksten: Mapping[str, Any]
    plekken: tuple[Plek, ...]
    velden: Mapping[str, str]
    vandaag: date
    groot: bool = False
    formaat: Formaat = Formaat.A4
    weg: Weg = Weg.BEIDE
    contact_op: date | None = None
    schaal: float = 1.0

    @property
    def persoonlijk(self) -> bool:
        """Whether it is made for one klacht."""
        return bool(self.velden["kenmerk"])

    @property
    def compleet(self) -> bool:
        """Whether there are so many steps that each takes less room."""
        return len(self.plekken) > _VEEL_STAPPEN

    @property
    def vel(self) -> Vel:
        """The page on which the steps stand."""
        return A4 if self.formaat is Formaat.A4 else A5

    @property
    def klein(self) -> bool:
        """Whether the pages are A5."""
        return self.formaat is not Formaat.A4

    @property
    def maten(self) -> Maten:
        """The sizes that fit the format and the number of steps."""
        if self.groot:
            return _GROOT
        kort, compleet = _MATEN[self.formaat]
        return (compleet if self.compleet else kort).kleiner(self.schaal)

    @property
    def kleur(self) -> Kleur:
        """The colour of the gemeente, dark enough to read."""
        return leesbaar_op_wit(lees(self.gemeente.kleur))

    def tint(self, wit: float) -> Kleur:
        """Return the colour of the gemeente with a share of white."""
        return meng(self.kleur, WIT, wit)

    def tekst(self, regel: str, **extra: str) -> str:
        """Return a line of the texts with its facts."""
        blokken = vul_regel(regel, {**self.velden, **extra}).blokken
        return " ".join(blokken[0].tekst.split(" "))

    def woorden(self, plek: Plek, wat: str) -> str:
        """Return ``titel`` or ``tekst`` of a step, in the words that fit it."""
        stap = self.teksten["stap"][plek.naam]
        klaar = "_klaar" if plek.toestand is Toestand.KLAAR else ""
        sleutels = [f"{wat}{klaar}_{plek.vorm}", f"{wat}{klaar}", f"{wat}_{plek.vorm}", wat]
        if self.compleet and not klaar:
            sleutels.insert(1, f"{wat}_compleet")
        woorden = str(next(stap[sleutel] for sleutel in sleutels if sleutel in stap))
        return woorden.replace("\n", " ") if self.compleet else woorden

    def beeld(self, icoon: str) -> str:
        """Return what a pictogram shows, in the language of the sheet, for who cannot see it."""
        return str(self.teksten["beeld"][icoon])

    def datum(self, dag: date) -> str:
        """Return a day in the language of the sheet, in one piece."""
        return VAST.join((str(dag.day), self.teksten["maanden"][dag.month - 1], str(dag.year)))

    def heeft(self, veld: str) -> bool:
        """Whether a fact is known."""
        return bool(self.velden[veld].strip())


PICTOGRAMMEN: Mapping[Stapnaam, str] = {
    Stapnaam.BINNEN: "spreken",
    Stapnaam.BELLEN: "telefoon",
    Stapnaam.BRIEF: "brief",
    Stapnaam.SAMEN: "samen",
    Stapnaam.AFSPRAAK: "afspraak",
    Stapnaam.TEVREDEN: "tevreden",
    Stapnaam.GESPREK: "gesprek",
    Stapnaam.UITZOEKEN: "zoeken",
    Stapnaam.OORDEEL: "oordeel",
    Stapnaam.ANTWOORD: "antwoord",
}
"""The pictogram of each step: the same in every language."""


def pictogram(plek: Plek) -> str:
    """Return the pictogram of a step; who gets an e-mail sees an envelope, no telephone."""
    return "brief" if plek.vorm == "mailen" else PICTOGRAMMEN[plek.naam]


@dataclass(frozen=True, slots=True)
class Rij:
    """One step: its lines, the two parts of its time (``uiterlijk``, a date), its height."""

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
