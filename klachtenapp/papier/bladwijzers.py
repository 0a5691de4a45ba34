"""Bookmarks: the headings of a long PDF, to jump to in the reader's side panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from klachtenapp.papier.structuur import Element, Inhoud

MEER_DAN = 3
"""PDFs of up to so many pages have none: everything is at hand there."""


@dataclass(slots=True)
class _Kop:
    """A heading with the headings under it; ``pagina`` counts from 0, ``boven`` in points."""

    niveau: int
    titel: str
    pagina: int
    boven: float
    onder: list[_Kop] = field(default_factory=list)

    def aantal(self) -> int:
        """Return how many headings stand under this one, at every depth."""
        return sum(1 + kop.aantal() for kop in self.onder)


def zet_bladwijzers(bestand: Pdf, wortel: Element) -> None:
    """Give a PDF of more than three pages an outline of its headings, in reading order.

    A heading of a lower level comes under the one before it; a level that is skipped counts
    as the next one down.
    """
    if len(bestand.pages) <= MEER_DAN:
        return
    boom = _boom(wortel)
    if not boom.onder:
        return
    paginas = [pagina.obj for pagina in bestand.pages]
    lijst = bestand.make_indirect(Dictionary(Type=Name.Outlines))
    _hang_op(bestand, lijst, boom, paginas)
    bestand.Root.Outlines = lijst
    bestand.Root.PageMode = Name.UseOutlines


def _boom(wortel: Element) -> _Kop:
    """Return a heading above all, with the others under it."""
    top = _Kop(0, "", 0, 0.0)
    pad = [top]
    for kop in _koppen(wortel):
        while pad[-1].niveau >= kop.niveau:
            pad.pop()
        pad[-1].onder.append(kop)
        pad.append(kop)
    return top


def _hang_op(bestand: Pdf, knoop: Object, van: _Kop, paginas: Sequence[Object]) -> None:
    """Write the headings under ``van`` as bookmarks under ``knoop``, all unfolded."""
    vorige: Object | None = None
    for kop in van.onder:
        plek = Array([paginas[kop.pagina], Name.XYZ, 0, round(kop.boven, 2), 0])
        eigen = bestand.make_indirect(Dictionary(Title=String(kop.titel), Parent=knoop, Dest=plek))
        if vorige is None:
            knoop.First = eigen
        else:
            vorige.Next = eigen
            eigen.Prev = vorige
        _hang_op(bestand, eigen, kop, paginas)
        vorige = eigen
    if vorige is not None:
        knoop.Last = vorige
        knoop.Count = van.aantal()


def _koppen(element: Element) -> Iterator[_Kop]:
    """Yield every heading with words, in reading order."""
    if element.is_kop and element.tekst.strip():
        plek = next((kind for kind in element.kinderen if isinstance(kind, Inhoud)), None)
        if plek is not None:
            titel = " ".join(element.tekst.split())
            yield _Kop(int(element.rol[1:]), titel, plek.pagina, element.boven)
    for kind in element.kinderen:
        if isinstance(kind, Element):
            yield from _koppen(kind)
