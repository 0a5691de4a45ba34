"""Bookmarks: the headings of a long PDF, to jump to in the reader's side panel."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Name, OutlineItem, Pdf

from klachtenapp.papier.structuur import Element, Inhoud

MEER_DAN = 3
"""PDFs of up to so many pages have none: everything is at hand there."""


def zet_bladwijzers(bestand: Pdf, wortel: Element) -> None:
    """Give a PDF of more than three pages an outline of its headings, in reading order.

    A heading of a lower level comes under the one before it; a level that is skipped counts
    as the next one down.
    """
    if len(bestand.pages) <= MEER_DAN:
        return
    with bestand.open_outline() as outline:
        stapel: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for niveau, element, pagina in _koppen(wortel):
            while stapel[-1][0] >= niveau:
                stapel.pop()
            titel = " ".join(element.tekst.split())
            wijzer = OutlineItem(titel, pagina, "XYZ", left=0, top=round(element.boven, 2))
            wijzer.is_closed = False
            stapel[-1][1].append(wijzer)
            stapel.append((niveau, wijzer.children))
        if not outline.root:
            return
    bestand.Root.PageMode = Name.UseOutlines


def _koppen(element: Element) -> Iterator[tuple[int, Element, int]]:
    """Yield level, element and page (from 0) of every heading with words."""
    if element.is_kop and element.tekst.strip():
        plek = next((kind for kind in element.kinderen if isinstance(kind, Inhoud)), None)
        if plek is not None:
            yield int(element.rol[1:]), element, plek.pagina
    for kind in element.kinderen:
        if isinstance(kind, Element):
            yield from _koppen(kind)
