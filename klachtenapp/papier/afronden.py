"""The last step of every PDF: structure tree, metadata and colour profile, with pikepdf.

Makes a tagged PDF that says it is PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1). The
date in it is the date of the letter, so that the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from klachtenapp import __version__
from klachtenapp.papier import icc
from klachtenapp.papier.bladwijzers import zet_bladwijzers
from klachtenapp.papier.structuur import Beeld, Element, Inhoud, Papier

__all__ = ["Beeld", "Element", "Inhoud", "Papier", "rond_af"]

_PRODUCENT = f"Klachtenapp {__version__}"


def rond_af(pdf: bytes, papier: Papier) -> bytes:
    """Return the finished PDF."""
    with pikepdf.open(BytesIO(pdf)) as bestand:
        _structuur(bestand, papier)
        _beelden(bestand, papier)
        zet_bladwijzers(bestand, papier.wortel)
        _gegevens(bestand, papier)
        _kleurprofiel(bestand)
        uit = BytesIO()
        bestand.save(uit, deterministic_id=True, min_version="1.7", compress_streams=True)
    return uit.getvalue()


def _structuur(bestand: Pdf, papier: Papier) -> None:
    """Write the structure tree and, for each page, which mark belongs to which element."""
    paginas = [pagina.obj for pagina in bestand.pages]
    knopen: dict[int, Object] = {}
    boom = bestand.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    wortel = _knoop(bestand, papier.wortel, boom, paginas, knopen)
    boom.K = Array([wortel])
    nummers = Array([])
    for nummer, (pagina, elementen) in enumerate(
        zip(paginas, papier.merken_per_pagina, strict=True)
    ):
        pagina.StructParents = nummer
        pagina.Tabs = Name.S
        nummers.append(nummer)
        nummers.append(Array([knopen[id(element)] for element in elementen]))
    boom.ParentTree = bestand.make_indirect(Dictionary(Nums=nummers))
    boom.ParentTreeNextKey = len(paginas)
    bestand.Root.StructTreeRoot = boom
    bestand.Root.MarkInfo = Dictionary(Marked=True)


def _knoop(
    bestand: Pdf,
    element: Element,
    ouder: Object,
    paginas: Sequence[Object],
    knopen: dict[int, Object],
) -> Object:
    knoop = bestand.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.rol)))
    knoop.P = ouder
    if element.alt:
        knoop.Alt = String(element.alt)
    if element.vak:
        vak = Array([round(getal, 2) for getal in element.vak])
        knoop.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=vak)
    if element.rol == "TH":
        knoop.A = Dictionary(O=Name.Table, Scope=Name("/" + element.bereik))
    if element.rol == "L":
        knoop.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.telling))
    knopen[id(element)] = knoop
    kinderen = Array([])
    for kind in element.kinderen:
        if isinstance(kind, Inhoud):
            kinderen.append(Dictionary(Type=Name.MCR, Pg=paginas[kind.pagina], MCID=kind.merk))
        else:
            kinderen.append(_knoop(bestand, kind, knoop, paginas, knopen))
    knoop.K = kinderen
    return knoop


def _beelden(bestand: Pdf, papier: Papier) -> None:
    """Put each picture in the PDF once, and its name on the pages that show it."""
    objecten = {naam: _beeld(bestand, beeld) for naam, beeld in papier.beelden.items()}
    for pagina, namen in zip(bestand.pages, papier.beelden_per_pagina, strict=True):
        if namen and "/XObject" not in pagina.obj.Resources:
            pagina.obj.Resources.XObject = Dictionary()
        for naam in namen:
            pagina.obj.Resources.XObject[f"/{naam}"] = objecten[naam]


def _beeld(bestand: Pdf, beeld: Beeld) -> Object:
    ruimte: Object = Name.DeviceRGB if beeld.kleuren == 3 else Name.DeviceGray
    if beeld.palet:
        hoogste = len(beeld.palet) // 3 - 1
        ruimte = Array([Name.Indexed, Name.DeviceRGB, hoogste, String(beeld.palet)])
    stroom = Stream(bestand, b"")
    if beeld.jpeg:
        stroom.write(beeld.gegevens, filter=Name.DCTDecode)
    else:
        parms = Dictionary(
            Predictor=15, Colors=beeld.kleuren, BitsPerComponent=8, Columns=beeld.breed
        )
        stroom.write(beeld.gegevens, filter=Name.FlateDecode, decode_parms=parms)
    stroom.Type, stroom.Subtype = Name.XObject, Name.Image
    stroom.Width, stroom.Height, stroom.BitsPerComponent = beeld.breed, beeld.hoog, 8
    stroom.ColorSpace = ruimte
    return bestand.make_indirect(stroom)


def _gegevens(bestand: Pdf, papier: Papier) -> None:
    """Write title, author and dates, in the old dictionary and as XMP, saying the same."""
    dag = papier.datum
    bestand.docinfo = bestand.make_indirect(
        Dictionary(
            Title=String(papier.titel),
            Author=String(papier.auteur),
            Producer=String(_PRODUCENT),
            CreationDate=String(f"D:{dag:%Y%m%d}120000Z"),
            ModDate=String(f"D:{dag:%Y%m%d}120000Z"),
        )
    )
    wortel = bestand.Root
    wortel.Lang = String(papier.taal)
    wortel.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if papier.keren:
        wortel.ViewerPreferences.Duplex = Name("/" + papier.keren)
    metadata = Stream(bestand, _xmp(papier).encode("utf-8"))
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    wortel.Metadata = bestand.make_indirect(metadata)


def _xmp(papier: Papier) -> str:
    moment = f"{papier.datum.isoformat()}T12:00:00Z"
    titel, auteur = escape(papier.titel), escape(papier.auteur)
    taal, maker = escape(papier.taal, {'"': "&quot;"}), escape(_PRODUCENT)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{auteur}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{maker}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _kleurprofiel(bestand: Pdf) -> None:
    profiel = Stream(bestand, icc.srgb())
    profiel.N = 3
    bestand.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=bestand.make_indirect(profiel),
            )
        ]
    )
