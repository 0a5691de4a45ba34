"""What a letter shows, and the column in which its text stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.kleur import Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.tekst import Ingevuld

LINKS = 33.0
TEKSTBREEDTE = 144.0


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Who signs, and for whom (art. 10:10 Awb). ``beeld`` is his signature, once it is signed."""

    naam: str
    functie: str
    namens: str
    beeld: Logo | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a letter shows. ``referentie`` is (label, value) in reading order.

    ``anker`` is the end of the log as it stood when the letter was signed, at its foot.
    """

    gemeente: Gemeente
    adres: tuple[str, ...]
    datum: date
    datum_tekst: str
    kenmerk: str
    referentie: tuple[tuple[str, str], ...]
    tekst: Ingevuld
    ondertekening: Ondertekening
    groot: bool = False
    logo: Logo | None = None
    anker: str = ""

    @property
    def kleur(self) -> Kleur:
        """The colour of the gemeente, dark enough to read."""
        return leesbaar_op_wit(lees(self.gemeente.kleur))
