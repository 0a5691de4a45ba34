"""What is in a dossierboek, in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.structuur import Beeld
from klachtenapp.papier.tabel import Kolom


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading inside a chapter."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """Text; a blank line in it begins a new paragraph. ``stil`` is smaller and grey."""

    tekst: str
    stil: bool = False


@dataclass(frozen=True, slots=True)
class Punten:
    """Short lines, each with a dot before it."""

    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    """A table."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[str, ...], ...]


Blok = Kop | Alinea | Punten | Lijst


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A chapter that we draw."""

    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A stored letter of our own (``is_eigen``): its pages come in as they are."""

    titel: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A strange document as pictures of its pages, with the text of each when it is known."""

    titel: str
    naam: str
    paginas: tuple[tuple[Beeld, str], ...]


@dataclass(frozen=True, slots=True)
class Dossierboek:
    """The book. ``voorblad`` are label and value on the cover, ``weggelaten`` what is not in it.

    ``datum`` is the day on which it is made.
    """

    gemeente: Gemeente
    kenmerk: str
    onderwerp: str
    datum: date
    voorblad: tuple[tuple[str, str], ...]
    weggelaten: tuple[str, ...] = ()
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    brieven: tuple[Brief, ...] = ()
    bijlagen: tuple[Bijlage, ...] = ()
    logo: Logo | None = None

    @property
    def titel(self) -> str:
        """What the document is called."""
        return f"Dossier {self.kenmerk}"
