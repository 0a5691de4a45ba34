"""Makes a clean SVG of a strange one: paths with a colour, and nothing else.

``svg_keuring`` first refuses what we do not draw. Then svgelements works out styles,
transforms and shapes; what comes out is written anew as lines and curves in absolute
numbers, cut off at the edge of the drawing.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree

import svgelements as svg

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.svg_keuring import ALS_PNG, keur

_RASTER = 1000.0  # the longest side of what we write: two decimals are then 1/100,000 of it
_MAX_VERHOUDING = 20
_NUL = ("0", "0%", "0.0")

Vak = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def schone_svg(inhoud: bytes) -> tuple[bytes, float]:
    """Return a new SVG of the same drawing and its width divided by its height.

    :raises RegelFout: it holds what we cannot draw, or nothing at all.
    """
    wortel = keur(inhoud)
    tekst = ElementTree.tostring(wortel, encoding="unicode")
    try:
        beeld = svg.SVG.parse(io.StringIO(tekst), reify=True, ppi=96.0, color="black")
        vormen = list(_vormen(beeld))
        vak = _uitsnede(vormen, _blad(wortel))
        schaal = _RASTER / max(vak[2] - vak[0], vak[3] - vak[1])
        paden = [_pad(vorm, vak, schaal) for vorm in vormen]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ZeroDivisionError,
            OverflowError) as fout:  # fmt: skip
        # What svgelements raises on numbers and colours that are none.
        raise RegelFout(f"Deze SVG is niet goed te lezen. {ALS_PNG}") from fout
    breed, hoog = (vak[2] - vak[0]) * schaal, (vak[3] - vak[1]) * schaal
    kop = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(breed)} {_n(hoog)}">'
    return "\n".join([kop, *paden, "</svg>", ""]).encode("ascii"), breed / hoog


def _vormen(beeld: svg.SVG) -> Iterator[svg.Shape]:
    """Yield what is visible: shapes with a fill or a line."""
    stappen = 0
    for deel in beeld.elements():
        if not isinstance(deel, svg.Shape) or not _zichtbaar(deel):
            continue
        stappen += len(svg.Path(deel))
        if stappen > grenzen.MAX_SVG_STAPPEN:
            raise RegelFout(f"Deze SVG heeft te veel lijnen. {ALS_PNG}")
        yield deel


def _zichtbaar(vorm: svg.Shape) -> bool:
    waarden = vorm.values
    if waarden.get("visibility") in ("hidden", "collapse") or waarden.get("display") == "none":
        return False
    if str(waarden.get("opacity", "")).strip() in _NUL:
        return False
    return bool(_kleur(vorm, "fill") or _kleur(vorm, "stroke"))


def _kleur(vorm: svg.Shape, soort: str) -> str:
    """Return ``#rrggbb``, or nothing for none and for what is wholly transparent."""
    kleur = getattr(vorm, soort)
    if str(vorm.values.get(f"{soort}-opacity", "")).strip() in _NUL:
        return ""
    if kleur is None or kleur.value is None or kleur.alpha == 0:
        return ""
    if kleur.alpha != 255:
        raise RegelFout(f"Dit logo is voor een deel doorzichtig. {ALS_PNG}")
    if soort == "stroke" and not vorm.stroke_width:
        return ""
    return f"#{kleur.red:02x}{kleur.green:02x}{kleur.blue:02x}"


def _blad(wortel: ElementTree.Element) -> Vak | None:
    """Return the edge of the drawing, beyond which nothing is seen."""
    getallen = wortel.get("viewBox", "").replace(",", " ").split()
    if len(getallen) != 4:
        return None
    breed, hoog = float(getallen[2]), float(getallen[3])
    return (0.0, 0.0, breed, hoog) if breed > 0 and hoog > 0 else None


def _uitsnede(vormen: list[svg.Shape], blad: Vak | None) -> Vak:
    """Return the part that is drawn on, within the edge."""
    vakken = []
    for vorm in vormen:
        doos = vorm.bbox()
        if doos is None:
            continue
        lijn = vorm.stroke_width / 2 if _kleur(vorm, "stroke") else 0.0
        vakken.append((doos[0] - lijn, doos[1] - lijn, doos[2] + lijn, doos[3] + lijn))
    if not vakken:
        raise RegelFout(f"In deze SVG staat niets dat te tekenen is. {ALS_PNG}")
    links, boven, rechts, onder = (
        doe(vak[kant] for vak in vakken) for kant, doe in enumerate((min, min, max, max))
    )
    if blad is not None:
        links, boven = max(links, blad[0]), max(boven, blad[1])
        rechts, onder = min(rechts, blad[2]), min(onder, blad[3])
    breed, hoog = rechts - links, onder - boven
    if not (breed > 0 and hoog > 0 and breed < 1e7 and hoog < 1e7):
        raise RegelFout(f"In deze SVG staat niets dat te tekenen is. {ALS_PNG}")
    if max(breed, hoog) > _MAX_VERHOUDING * min(breed, hoog):
        raise RegelFout("Dit logo is te lang en te smal om op een brief te zetten. Kies een ander.")
    return links, boven, rechts, onder


def _pad(vorm: svg.Shape, vak: Vak, schaal: float) -> str:
    vul, lijn = _kleur(vorm, "fill"), _kleur(vorm, "stroke")
    regel = vorm.values.get("fill-rule", "nonzero")
    delen = [
        f'<path d="{_stappen(svg.Path(vorm), vak, schaal)}"',
        f'fill="{vul or "none"}"',
        f'fill-rule="{"evenodd" if regel == "evenodd" else "nonzero"}"',
    ]
    if lijn:
        einde = {"round": 1, "square": 2}.get(vorm.values.get("stroke-linecap", ""), 0)
        hoek = {"round": 1, "bevel": 2}.get(vorm.values.get("stroke-linejoin", ""), 0)
        delen.append(f'stroke="{lijn}" stroke-width="{_n(vorm.stroke_width * schaal)}"')
        delen.append(f'stroke-linecap="{("butt", "round", "square")[einde]}"')
        delen.append(f'stroke-linejoin="{("miter", "round", "bevel")[hoek]}"')
    return " ".join(delen) + "/>"


def _stappen(pad: svg.Path, vak: Vak, schaal: float) -> str:
    """Return a path in absolute M, L, C and Z, from the top left of ``vak``."""

    def punt(plek: svg.Point) -> str:
        return f"{_n((plek.x - vak[0]) * schaal)} {_n((plek.y - vak[1]) * schaal)}"

    pad.approximate_arcs_with_cubics()
    uit: list[str] = []
    for stap in pad:
        if isinstance(stap, svg.Move):
            uit.append(f"M{punt(stap.end)}")
        elif isinstance(stap, svg.Close):
            uit.append("Z")
        elif isinstance(stap, svg.CubicBezier):
            uit.append(f"C{punt(stap.control1)} {punt(stap.control2)} {punt(stap.end)}")
        elif isinstance(stap, svg.QuadraticBezier):
            een = stap.start + (stap.control - stap.start) * (2 / 3)
            twee = stap.end + (stap.control - stap.end) * (2 / 3)
            uit.append(f"C{punt(een)} {punt(twee)} {punt(stap.end)}")
        else:
            uit.append(f"L{punt(stap.end)}")
    return "".join(uit)


def _n(getal: float) -> str:
    if not abs(getal) < 1e6:  # also what is no number
        raise ValueError(f"{getal} lies far outside the drawing")
    return f"{getal:.2f}".rstrip("0").rstrip(".").replace("-0", "0", 1 if getal > -0.005 else 0)
