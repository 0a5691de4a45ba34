"""Looks through an SVG before anything draws it: what we do not draw is refused by name.

Only shapes with plain colours pass. Entities are refused while parsing (defusedxml), nothing
is ever fetched, and ``use`` is counted written out, so that ten lines cannot become a billion.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen

ALS_PNG = "Open het in een tekenprogramma, sla het op als PNG en kies dat bestand."
_NS = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_VORMEN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_TAKKEN = frozenset({"svg", "g", "defs", "a", "use", "style"})
_STIL = frozenset({"title", "desc", "metadata", "linearGradient", "radialGradient", "clipPath"})
_GEVAAR = "een programmaatje. Een logo hoort dat niet te hebben"
_NIET: dict[str, str] = {
    "script": _GEVAAR,
    "foreignObject": "een stuk webpagina",
    "image": "een plaatje in de tekening",
    "text": "losse letters. Zet ze in uw tekenprogramma om naar lijnen, of gebruik een PNG",
    "filter": "een schaduw of ander effect",
    "mask": "een masker",
    "pattern": "een patroon",
    "switch": "delen die niet elk programma toont",
    "symbol": "herhaalde delen",
}
_BEWEGING = frozenset({"animate", "animateTransform", "animateMotion", "set", "animateColor"})
_VERLOOP = "een kleurverloop of een patroon"
_DOORZICHTIG = re.compile(r"(?:^|[\s;{\"'])(?:fill-|stroke-)?opacity\s*:\s*([0-9.eE+-]+%?)")
_DOORZICHT = ("opacity", "fill-opacity", "stroke-opacity")
_VAST = frozenset({"0", "1", "0%", "100%", "1.0", "0.0", "1.00"})


def keur(inhoud: bytes) -> Element:
    """Return the root of an SVG that may be drawn, without names of programs and remarks.

    :raises RegelFout: it is no SVG, or holds what we do not draw; the sentence names it.
    """
    try:
        wortel: Element = fromstring(inhoud)
    except DefusedXmlException as fout:
        raise RegelFout(f"In deze SVG zitten afkortingen (entities) die gevaarlijk kunnen zijn. "
                        f"{ALS_PNG}") from fout  # fmt: skip
    except (ParseError, ValueError, LookupError) as fout:
        raise RegelFout(f"Deze SVG is beschadigd. {ALS_PNG}") from fout
    if _soort(wortel) != "svg":
        raise RegelFout(f"Dit is geen SVG. {ALS_PNG}")
    _controleer_omvang(wortel)
    vakken = _hele_vakken(wortel)
    _loop_na(wortel, vakken)
    _controleer_herhaling(wortel)
    _zet_maat(wortel)
    return wortel


def _soort(element: Element) -> str:
    """Return the name of an element of SVG; nothing for one of a drawing program."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag.startswith(_NS):
        return tag.removeprefix(_NS)
    return "" if tag.startswith("{") else tag


def _controleer_omvang(wortel: Element) -> None:
    """Count elements and depth without recursion: the tree may be deep enough to fall over."""
    aantal, laag = 0, [wortel]
    for _ in range(grenzen.MAX_SVG_DIEPTE):
        aantal += len(laag)
        if aantal > grenzen.MAX_SVG_DELEN:
            raise _niet("te veel onderdelen")
        laag = [kind for element in laag for kind in element]
        if not laag:
            return
    raise _niet("te veel lagen in elkaar")


def _loop_na(element: Element, vakken: frozenset[str]) -> None:
    """Refuse what cannot be drawn; take out what is silent."""
    for kind in list(element):
        soort = _soort(kind)
        if not soort or soort in _STIL:
            element.remove(kind)
            continue
        if soort in _BEWEGING:
            raise _niet("beweging")
        if soort in _NIET:
            raise _niet(_NIET[soort])
        if soort == "svg" or soort not in _VORMEN | _TAKKEN:
            raise _niet(f"een onderdeel '{soort[:20]}'")
        _loop_na(kind, vakken)
    _controleer_kenmerken(element, vakken)
    if _soort(element) == "style":
        _controleer_stijl(element.text or "")


def _controleer_kenmerken(element: Element, vakken: frozenset[str]) -> None:
    for naam, waarde in list(element.attrib.items()):
        kaal = naam.rpartition("}")[2].lower()
        if kaal.startswith("on"):
            raise _niet(_GEVAAR)
        if naam in _HREFS:
            _controleer_verwijzing(element, naam, waarde)
        elif kaal == "clip-path" and _doel(waarde) in vakken:
            del element.attrib[naam]  # a frame around everything: cuts nothing off
        elif naam.startswith("{"):
            del element.attrib[naam]
        else:
            _controleer_waarde(kaal, waarde)


def _controleer_verwijzing(element: Element, naam: str, waarde: str) -> None:
    if _soort(element) == "a":
        del element.attrib[naam]
    elif not waarde.startswith("#"):
        raise _niet("een verwijzing naar buiten")


def _controleer_waarde(naam: str, waarde: str) -> None:
    schoon = waarde.strip()
    if naam in ("clip-path", "mask", "filter") and schoon != "none":
        raise _niet("een uitsnede, masker of effect")
    if naam in _DOORZICHT and schoon not in _VAST:
        raise _niet("doorzichtige delen")
    if naam == "stroke-dasharray" and schoon not in ("", "none", "0"):
        raise _niet("streeplijnen")
    if "url(" in schoon.lower():
        raise _niet(_VERLOOP)
    if naam == "style":
        _controleer_stijl(waarde)


def _controleer_stijl(tekst: str) -> None:
    if "@" in tekst or "\\" in tekst:
        raise _niet("opmaak van buiten")
    if "url(" in tekst.lower():
        raise _niet(_VERLOOP)
    if any(deel not in _VAST for deel in _DOORZICHTIG.findall(tekst)):
        raise _niet("doorzichtige delen")
    if "stroke-dasharray" in tekst and "stroke-dasharray:none" not in tekst.replace(" ", ""):
        raise _niet("streeplijnen")


def _controleer_herhaling(wortel: Element) -> None:
    """Count the elements with every ``use`` written out; refuse a circle."""
    op_id = {e.get("id", ""): e for e in wortel.iter() if e.get("id")}
    bekend: dict[int, int] = {}
    bezig: set[int] = set()

    def tel(element: Element) -> int:
        if id(element) in bekend:
            return bekend[id(element)]
        if id(element) in bezig:
            raise _niet("een deel dat zichzelf herhaalt")
        bezig.add(id(element))
        aantal = 1 + sum(tel(kind) for kind in element)
        doel = next((op_id.get(element.get(naam, "")[1:]) for naam in _HREFS
                     if element.get(naam)), None)  # fmt: skip
        if doel is not None:
            aantal += tel(doel)
        if aantal > grenzen.MAX_SVG_DELEN:
            raise _niet("te veel onderdelen")
        bezig.discard(id(element))
        bekend[id(element)] = aantal
        return aantal

    tel(wortel)


def _hele_vakken(wortel: Element) -> frozenset[str]:
    """Return the ids of clip paths that are one rectangle around the whole drawing."""
    maat = wortel.get("viewBox", "").replace(",", " ").split()
    uit = set()
    for element in wortel.iter():
        kinderen = list(element)
        if _soort(element) != "clipPath" or len(kinderen) != 1 or len(maat) != 4:
            continue
        vak = kinderen[0]
        zelfde = (vak.get("width"), vak.get("height")) == (maat[2], maat[3])
        schuift = vak.get("x", "0") != maat[0] or vak.get("y", "0") != maat[1]
        if _soort(vak) == "rect" and zelfde and not schuift and not vak.get("transform"):
            uit.add(element.get("id", ""))
    return frozenset(uit)


def _doel(waarde: str) -> str:
    gevonden = re.fullmatch(r"\s*url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)\s*", waarde)
    return gevonden[1] if gevonden else "\0"


def _zet_maat(wortel: Element) -> None:
    """Let the drawing have the size of its own view: only the proportions matter to us."""
    maat = wortel.get("viewBox", "").replace(",", " ").split()
    for naam in ("width", "height", "x", "y", "preserveAspectRatio", "transform"):
        if naam in wortel.attrib and (len(maat) == 4 or naam not in ("width", "height")):
            del wortel.attrib[naam]
    if len(maat) == 4:
        wortel.set("width", maat[2])
        wortel.set("height", maat[3])


def _niet(wat: str) -> RegelFout:
    return RegelFout(f"In deze SVG zit {wat}. {ALS_PNG}")
