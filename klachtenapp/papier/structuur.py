"""What is on the pages of a PDF: the tree of headings, paragraphs and figures, and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A piece of marked content: page (from 0) and number on that page."""

    pagina: int
    merk: int


@dataclass(slots=True)
class Element:
    """A node of the structure tree; ``vak`` is the rectangle of a figure in points.

    ``telling`` is how a list is numbered: ``Decimal`` or ``Disc``. ``bereik`` is what the head
    of a table speaks for: its ``Row`` or its ``Column``. ``tekst`` and ``boven`` are the words
    of a heading and the top of its first line, in points from the foot of the page.
    """

    rol: str
    alt: str = ""
    telling: str = "Decimal"
    bereik: str = "Row"
    vak: tuple[float, float, float, float] | None = None
    tekst: str = ""
    boven: float = 0.0
    kinderen: list[Element | Inhoud] = field(default_factory=list)

    @property
    def is_kop(self) -> bool:
        """Whether this is a heading, H1 to H6."""
        return self.rol[:1] == "H" and self.rol[1:].isdigit()


@dataclass(frozen=True, slots=True)
class Beeld:
    """A picture of pixels as PNG packs them: eight bits, ``kleuren`` 1 or 3 to a pixel.

    ``palet`` holds the colours when a pixel is a number in it. ``jpeg`` says that it is
    packed as a JPEG instead.
    """

    breed: int
    hoog: int
    kleuren: int
    gegevens: bytes
    palet: bytes = b""
    jpeg: bool = False


@dataclass(slots=True)
class Papier:
    """What must be known of a PDF besides its drawing."""

    titel: str
    taal: str
    auteur: str
    datum: date
    keren: str = ""  # over which side it turns: a viewer proposes DuplexFlipShortEdge
    wortel: Element = field(default_factory=lambda: Element("Document"))
    merken_per_pagina: list[list[Element]] = field(default_factory=list)
    beelden: dict[str, Beeld] = field(default_factory=dict)
    beelden_per_pagina: list[list[str]] = field(default_factory=list)
