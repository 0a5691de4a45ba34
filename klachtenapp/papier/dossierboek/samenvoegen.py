"""Puts tagged PDFs behind each other: pages, structure trees, bookmarks, numbers and links.

Numbers of marked content count per page, so they stay as they are. Each page gets a new
place in the parent tree, and each element a new parent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String

from klachtenapp.papier.blad import MM
from klachtenapp.papier.dossierboek.delen import Begin
from klachtenapp.papier.dossierboek.eigen import kinderen
from klachtenapp.papier.dossierboek.ontdubbelen import ontdubbel

_OVERNEMEN = ("/Alt", "/ActualText", "/A", "/Lang", "/T", "/E")
_A4_BREED = 595.2756
_ELEMENTEN = ("/Document", "/Part")


@dataclass(frozen=True, slots=True)
class Deel:
    """A PDF that comes in; ``begin`` are its bookmarks, which come under ``groep``."""

    begin: tuple[Begin, ...]
    pdf: bytes
    groep: str = ""


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A line of the index: where it stands, and to which page (from 0) and height it goes."""

    pagina: int
    vak: tuple[float, float, float, float]
    doel: int
    y: float
    tekst: str


def voeg_samen(
    voor: bytes,
    delen: Sequence[Deel],
    koppelingen: Sequence[Koppeling],
    voeten: Callable[[int], bytes],
) -> bytes:
    """Return one PDF that begins with ``voor``.

    ``voeten`` draws, for a number of pages, a PDF with what is put on each of them.
    """
    with ExitStack() as open_:
        boek = open_.enter_context(pikepdf.open(BytesIO(voor)))
        boom = _Boom(boek)
        begin = [0]
        for deel in delen:
            bron = open_.enter_context(pikepdf.open(BytesIO(deel.pdf)))
            begin.append(len(boek.pages))
            boom.neem_over(bron)
        boom.koppel(koppelingen)
        boom.sluit()
        _bladwijzers(boek, delen, begin)
        ontdubbel(boek)
        _zet_voeten(boek, open_.enter_context(pikepdf.open(BytesIO(voeten(len(boek.pages))))))
        uit = BytesIO()
        boek.remove_unreferenced_resources()
        boek.save(
            uit,
            deterministic_id=True,
            min_version="1.7",
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return uit.getvalue()


class _Boom:
    """The structure tree of the book while it grows."""

    def __init__(self, boek: Pdf) -> None:
        self._boek = boek
        self._wortel = boek.Root.StructTreeRoot
        self._document = kinderen(self._wortel)[0]
        self._nummers: list[Object | int] = list(self._wortel.ParentTree.Nums)
        self._volgend = int(self._wortel.ParentTreeNextKey)

    def neem_over(self, bron: Pdf) -> None:
        """Add the pages of ``bron`` and hang its tree below the document."""
        eerste = len(self._boek.pages)
        self._boek.pages.extend(bron.pages)
        paginas = {
            oud.obj.objgen: nieuw
            for oud, nieuw in zip(bron.pages, list(self._boek.pages)[eerste:], strict=True)
        }
        knopen: dict[tuple[int, int], Object] = {}
        deel = self._boek.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document)
        )
        if "/Lang" in bron.Root and bron.Root.Lang != self._boek.Root.Lang:
            deel.Lang = String(str(bron.Root.Lang))  # a stappenplan in English
        inhoud: list[Object] = []
        for bovenste in kinderen(bron.Root.StructTreeRoot):
            onder = kinderen(bovenste) if str(bovenste.S) in _ELEMENTEN else [bovenste]
            inhoud.extend(self._kopie(knoop, deel, paginas, knopen) for knoop in onder)
            knopen[bovenste.objgen] = deel
        deel.K = Array(inhoud)
        self._document.K.append(deel)
        self._neem_nummers_over(bron, paginas, knopen)

    def _kopie(
        self,
        knoop: Object,
        ouder: Object,
        paginas: dict[tuple[int, int], Page],
        knopen: dict[tuple[int, int], Object],
    ) -> Object:
        if knoop.get("/Type") == Name.MCR:
            return Dictionary(Type=Name.MCR, Pg=paginas[knoop.Pg.objgen].obj, MCID=int(knoop.MCID))
        nieuw = self._boek.make_indirect(Dictionary(Type=Name.StructElem, S=Name(str(knoop.S))))
        nieuw.P = ouder
        for sleutel in _OVERNEMEN:
            if sleutel in knoop:
                nieuw[sleutel] = Object.parse(knoop[sleutel].unparse(resolved=True))
        nieuw.K = Array([self._kopie(kind, nieuw, paginas, knopen) for kind in kinderen(knoop)])
        knopen[knoop.objgen] = nieuw
        return nieuw

    def _neem_nummers_over(
        self,
        bron: Pdf,
        paginas: dict[tuple[int, int], Page],
        knopen: dict[tuple[int, int], Object],
    ) -> None:
        oud = list(bron.Root.StructTreeRoot.ParentTree.Nums)
        tabel = {int(oud[n]): oud[n + 1] for n in range(0, len(oud), 2)}
        for pagina in bron.pages:
            nieuw = paginas[pagina.obj.objgen].obj
            elementen = tabel[int(pagina.obj.StructParents)]
            self._nummers += [
                self._volgend,
                Array([knopen[element.objgen] for element in elementen]),
            ]
            nieuw.StructParents = self._volgend
            nieuw.Tabs = Name.S
            self._volgend += 1

    def koppel(self, koppelingen: Sequence[Koppeling]) -> None:
        """Make the lines of the index clickable: an annotation each, tied to its element."""
        links = [k for k in self._alle(self._document) if str(k.S) == "/Link"]
        for element, koppeling in zip(links, koppelingen, strict=True):
            pagina = self._boek.pages[koppeling.pagina]
            doel = self._boek.pages[koppeling.doel]
            plek = Array([doel.obj, Name.XYZ, 0, _boven(doel, koppeling.y), None])
            notitie = self._boek.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([round(getal, 2) for getal in koppeling.vak]),
                    Border=Array([0, 0, 0]),
                    F=4,  # is printed, as PDF/A wants
                    Contents=String(koppeling.tekst),
                    Dest=plek,
                    StructParent=self._volgend,
                )
            )
            if "/Annots" not in pagina.obj:
                pagina.obj.Annots = Array([])
            pagina.obj.Annots.append(notitie)
            element.K.append(Dictionary(Type=Name.OBJR, Obj=notitie, Pg=pagina.obj))
            self._nummers += [self._volgend, element]
            self._volgend += 1

    def _alle(self, knoop: Object) -> list[Object]:
        """Return the elements below a node in reading order."""
        uit: list[Object] = []
        for kind in kinderen(knoop):
            if "/S" in kind:
                uit += [kind, *self._alle(kind)]
        return uit

    def sluit(self) -> None:
        """Write the parent tree."""
        self._wortel.ParentTree = self._boek.make_indirect(Dictionary(Nums=Array(self._nummers)))
        self._wortel.ParentTreeNextKey = self._volgend


def _bladwijzers(boek: Pdf, delen: Sequence[Deel], begin: Sequence[int]) -> None:
    with boek.open_outline() as outline:
        outline.root.clear()
        outline.root.append(OutlineItem("Voorblad en inhoud", 0, "Fit"))
        groepen: dict[str, OutlineItem] = {}
        for deel, eerste in zip(delen, begin[1:], strict=True):
            onder = outline.root
            if deel.groep:
                if deel.groep not in groepen:
                    groepen[deel.groep] = OutlineItem(deel.groep, eerste, "Fit")
                    outline.root.append(groepen[deel.groep])
                onder = groepen[deel.groep].children
            onder += [_wijzer(boek, plek, eerste + plek.pagina) for plek in deel.begin]
    boek.Root.PageMode = Name.UseOutlines


def _wijzer(boek: Pdf, plek: Begin, pagina: int) -> OutlineItem:
    boven = _boven(boek.pages[pagina], plek.y)
    return OutlineItem(plek.titel, pagina, "XYZ", left=0, top=boven)


def _boven(pagina: Page, y: float) -> float:
    """Return a height in mm from the top as points from the foot of a page."""
    return round(float(pagina.mediabox[3]) - y * MM, 2)


def _zet_voeten(boek: Pdf, voeten: Pdf) -> None:
    """Put on each page what was drawn for it, at the right of the foot whatever its size."""
    for nummer, (pagina, voet) in enumerate(zip(boek.pages, voeten.pages, strict=True), start=1):
        vorm = boek.copy_foreign(voet.as_form_xobject())
        naam = pagina.add_resource(vorm, Name.XObject, Name(f"/Voet{nummer}"))
        schuif = float(pagina.mediabox[2]) - _A4_BREED
        # What a page does to its own pens and places stays its own.
        pagina.contents_add(b"q", prepend=True)
        pagina.contents_add(f"Q q 1 0 0 1 {schuif:.2f} 0 cm {naam} Do Q".encode("ascii"))
