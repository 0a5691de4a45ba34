"""A sheet of paper that knows what is on it: a thin layer over the reportlab canvas.

Everything is drawn inside ``inhoud`` (a heading, a paragraph, a figure: it enters the
structure tree) or ``sier`` (an artifact: a screen reader passes over it). Places are in
millimetres from the top left of A4, the size of letters is in points. ``afronden`` turns
what is noted here into the structure tree of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from klachtenapp.papier import lettertype
from klachtenapp.papier.afronden import Beeld, Element, Inhoud, Papier, rond_af
from klachtenapp.papier.kleur import Kleur
from klachtenapp.papier.lettertype import GEWOON, VAST

MM = 72 / 25.4
BREEDTE = 210.0
HOOGTE = 297.0

Pad = Sequence[tuple[str, tuple[float, ...]]]
"""Drawing steps: M and L with (x, y), C with (x1, y1, x2, y2, x, y), Z without numbers."""


@dataclass(slots=True)
class _Pagina:
    merken: int = 0
    inhoud: list[Element] = field(default_factory=list)
    beelden: list[str] = field(default_factory=list)


class Blad:
    """A PDF while it is drawn; ``bewaar`` gives its bytes."""

    def __init__(
        self,
        titel: str,
        *,
        datum: date,
        taal: str = "nl-NL",
        auteur: str = "",
        formaat: tuple[float, float] = (BREEDTE, HOOGTE),
        keren: str = "",
    ) -> None:
        """``formaat`` is width and height in millimetres: A4 upright unless said otherwise.

        ``keren`` is how the paper turns on a printer with two sides (``Papier.keren``).
        """
        lettertype.laad()
        breedte, self._hoogte = formaat
        self._links = 0.0
        self._papier = Papier(titel=titel, taal=taal, auteur=auteur, datum=datum, keren=keren)
        self._buffer = BytesIO()
        self._doek: Any = Canvas(
            self._buffer,
            pagesize=(breedte * MM, self._hoogte * MM),
            invariant=1,
            pageCompression=0,  # pikepdf compresses at the end
            pdfVersion=(1, 7),
            lang=taal,
            initialFontName=GEWOON,
        )
        self._doek.setTitle(titel)
        self._paginas = [_Pagina()]
        self._stapel: list[Element] = [self._papier.wortel]
        self._gemerkt = False
        self._kop: Element | None = None

    @property
    def pagina(self) -> int:
        """The number of the page being drawn, from 1."""
        return len(self._paginas)

    @contextmanager
    def element(self, rol: str, *, telling: str = "Decimal") -> Iterator[Element]:
        """Group what is drawn inside under one structure element (``L``, ``LI``, ``Sect``)."""
        nieuw = Element(rol, telling=telling)
        self._stapel[-1].kinderen.append(nieuw)
        self._stapel.append(nieuw)
        try:
            yield nieuw
        finally:
            self._stapel.pop()

    @contextmanager
    def inhoud(
        self,
        rol: str | Element,
        *,
        alt: str = "",
        bereik: str = "Row",
        vak: tuple[float, float, float, float] | None = None,
    ) -> Iterator[Element]:
        """Mark what is drawn inside as one piece of content.

        ``rol`` is a new role, or the element to go on with on this page (a paragraph that
        runs over). ``bereik`` is Row or Column for the head of a table. ``vak`` is
        (x, y, width, height) of a figure.
        """
        if isinstance(rol, Element):
            element = rol
        else:
            element = Element(rol, alt=alt, bereik=bereik, vak=self._punten(vak))
            self._stapel[-1].kinderen.append(element)
        pagina = self._paginas[-1]
        element.kinderen.append(Inhoud(self.pagina - 1, pagina.merken))
        with self._merk(f"/{element.rol} <</MCID {pagina.merken}>> BDC"):
            pagina.inhoud.append(element)
            pagina.merken += 1
            self._kop = element if element.is_kop else None
            try:
                yield element
            finally:
                self._kop = None

    @contextmanager
    def sier(self, soort: str = "Layout") -> Iterator[None]:
        """Mark what is drawn inside as an artifact (``Layout`` or ``Pagination``)."""
        with self._merk(f"/Artifact <</Type /{soort}>> BDC"):
            yield

    @contextmanager
    def _merk(self, opening: str) -> Iterator[None]:
        if self._gemerkt:
            raise RuntimeError("marked content cannot be nested")
        self._gemerkt = True
        self._doek.addLiteral(opening)
        try:
            yield
        finally:
            self._doek.addLiteral("EMC")
            self._gemerkt = False

    def nieuwe_pagina(self) -> None:
        """End this page and start the next."""
        self._doek.showPage()
        self._paginas.append(_Pagina())

    def bewaar(self) -> bytes:
        """Finish and return the PDF: tagged, with its metadata, the same for the same input."""
        self._doek.showPage()
        self._doek.save()
        self._papier.merken_per_pagina = [pagina.inhoud for pagina in self._paginas]
        self._papier.beelden_per_pagina = [pagina.beelden for pagina in self._paginas]
        return rond_af(self._buffer.getvalue(), self._papier)

    def tekst(
        self, x: float, y: float, tekst: str, *, font: str = GEWOON, maat: float = 11,
        kleur: Kleur = (0, 0, 0), plek: str = "links",
    ) -> None:  # fmt: skip
        """Write ``tekst`` on the base line ``y``; ``plek`` is links, midden or rechts of ``x``."""
        self._controleer()
        if not tekst:
            return
        ruimte = lettertype.breedte(tekst.rstrip(), font, maat)
        verschuif = {"links": 0.0, "midden": ruimte / 2, "rechts": ruimte}[plek]
        self._doek.setFillColorRGB(*kleur)
        self._doek.setFont(font, maat)
        self._doek.drawString(x * MM - verschuif, self._y(y), tekst.replace(VAST, " "))
        if self._kop is not None:  # for the bookmarks
            self._kop.boven = self._kop.boven or self._y(y) + 1.2 * maat
            self._kop.tekst += f"{tekst} "

    def vlak(
        self, x: float, y: float, breedte: float, hoogte: float, *, vul: Kleur | None = None,
        lijn: Kleur | None = None, dikte: float = 0.3, straal: float = 0,
    ) -> None:  # fmt: skip
        """Draw a rectangle with its top left at (x, y); ``straal`` rounds the corners."""
        self._controleer()
        self._pen(vul, lijn, dikte)
        doe = {"stroke": int(lijn is not None), "fill": int(vul is not None)}
        plaats = (x * MM, self._y(y + hoogte), breedte * MM, hoogte * MM)
        if straal:
            self._doek.roundRect(*plaats, straal * MM, **doe)
        else:
            self._doek.rect(*plaats, **doe)

    def cirkel(
        self, x: float, y: float, straal: float, *, vul: Kleur | None = None,
        lijn: Kleur | None = None, dikte: float = 0.3,
    ) -> None:  # fmt: skip
        """Draw a circle around (x, y)."""
        self._controleer()
        self._pen(vul, lijn, dikte)
        self._doek.circle(
            x * MM, self._y(y), straal * MM, stroke=int(lijn is not None), fill=int(vul is not None)
        )

    def lijn(
        self, x1: float, y1: float, x2: float, y2: float, *, kleur: Kleur = (0, 0, 0),
        dikte: float = 0.3, streep: tuple[float, ...] = (), rond: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line; ``streep`` gives dash and gap in millimetres."""
        self._controleer()
        self._pen(None, kleur, dikte)
        self._doek.setLineCap(1 if rond else 0)
        self._doek.setDash([deel * MM for deel in streep])
        self._doek.line(x1 * MM, self._y(y1), x2 * MM, self._y(y2))
        self._doek.setDash([])

    def pad(
        self, stappen: Pad, *, x: float, y: float, schaal: float, vul: Kleur | None = None,
        lijn: Kleur | None = None, dikte: float = 0.3,
    ) -> None:  # fmt: skip
        """Draw a path whose own units are ``schaal`` millimetres, its origin at (x, y)."""
        self._controleer()
        self._pen(vul, lijn, dikte)
        self._doek.setLineCap(1)
        self._doek.setLineJoin(1)
        pad = self._doek.beginPath()
        zet = {"M": pad.moveTo, "L": pad.lineTo, "C": pad.curveTo}
        for stap, getallen in stappen:
            if stap == "Z":
                pad.close()
                continue
            punten = [
                (x + waarde * schaal) * MM if plek % 2 == 0 else self._y(y + waarde * schaal)
                for plek, waarde in enumerate(getallen)
            ]
            zet[stap](*punten)
        self._doek.drawPath(pad, stroke=int(lijn is not None), fill=int(vul is not None))

    def tekening(
        self, opdrachten: str, *, x: float, y: float, schaal: float, beeld: Beeld | None = None
    ) -> None:
        """Draw PDF operators whose unit is ``schaal`` millimetres, y downward from (x, y).

        With ``beeld`` they say where the unit square of that picture comes.
        """
        self._controleer()
        doe = opdrachten
        if beeld is not None:
            naam = next((n for n, ander in self._papier.beelden.items() if ander is beeld), "")
            naam = naam or f"Beeld{len(self._papier.beelden) + 1}"
            self._papier.beelden[naam] = beeld
            self._paginas[-1].beelden.append(naam)
            doe = f"{opdrachten} /{naam} Do"
        maat = f"{schaal * MM:.6f}"
        plek = f"{x * MM:.3f} {self._y(y):.3f}"
        self._doek.addLiteral(f"q {maat} 0 0 -{maat} {plek} cm\n{doe}\nQ")

    @contextmanager
    def gedraaid(self, x: float, y: float, graden: float) -> Iterator[None]:
        """Turn what is drawn inside around (x, y), against the clock; draw it at (0, 0)."""
        self._doek.saveState()
        self._doek.translate(x * MM, self._y(y))
        self._doek.rotate(graden)
        self._doek.translate(0, -self._hoogte * MM)
        try:
            yield
        finally:
            self._doek.restoreState()

    @contextmanager
    def verschoven(self, x: float) -> Iterator[None]:
        """Move what is drawn inside ``x`` millimetres to the right: a page beside another."""
        self._doek.saveState()
        self._doek.translate(x * MM, 0)
        self._links = x
        try:
            yield
        finally:
            self._links = 0.0
            self._doek.restoreState()

    def achteraan(self, element: Element) -> None:
        """Have ``element`` of the top level read after all that stands there now."""
        kinderen = self._papier.wortel.kinderen
        kinderen.remove(element)
        kinderen.append(element)

    def _pen(self, vul: Kleur | None, lijn: Kleur | None, dikte: float) -> None:
        if vul is not None:
            self._doek.setFillColorRGB(*vul)
        if lijn is not None:
            self._doek.setStrokeColorRGB(*lijn)
            self._doek.setLineWidth(dikte * MM)

    def _controleer(self) -> None:
        if not self._gemerkt:
            raise RuntimeError("draw inside inhoud() or sier(), so that every mark has a meaning")

    def _y(self, y: float) -> float:
        return (self._hoogte - y) * MM

    def _punten(
        self, vak: tuple[float, float, float, float] | None
    ) -> tuple[float, float, float, float] | None:
        """Return a place in millimetres as a PDF rectangle."""
        if vak is None:
            return None
        x, y, breedte, hoogte = vak
        x += self._links
        return (x * MM, self._y(y + hoogte), (x + breedte) * MM, self._y(y))
