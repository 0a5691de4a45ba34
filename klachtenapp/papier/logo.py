"""The logo of the gemeente on paper: a picture of pixels, or lines that stay sharp.

Draws only what ``uitwisseling.logo`` wrote: a PNG of plain pixels, whose packed data goes into
the PDF as it is, or an SVG of absolute M, L, C and Z. Both are read once and remembered.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from functools import lru_cache

from defusedxml.ElementTree import fromstring

from klachtenapp.papier.afronden import Beeld
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.kleur import lees

_NS = "{http://www.w3.org/2000/svg}"
_STAP = re.compile(r"([MLCZ])([-0-9. ]*)")
_PDF_STAP = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_EINDES = {"butt": 0, "round": 1, "square": 2}
_HOEKEN = {"miter": 0, "round": 1, "bevel": 2}
_KLEUREN = {0: 1, 2: 3, 3: 1}  # channels for each colour type of PNG


@dataclass(frozen=True, slots=True)
class _Tekening:
    """What is put on the page: PDF operators on a raster of ``breed`` by ``hoog``, y downward."""

    breed: float
    hoog: float
    opdrachten: str
    beeld: Beeld | None = None


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: ``soort`` is png or svg, ``alt`` are its words for who cannot see it."""

    soort: str
    inhoud: bytes = field(repr=False)
    alt: str

    @property
    def verhouding(self) -> float:
        """Width divided by height."""
        tekening = _lees(self.soort, self.inhoud)
        return tekening.breed / tekening.hoog


def passend(logo: Logo, breed: float, hoog: float) -> tuple[float, float]:
    """Return the largest width and height in millimetres that fit in a box."""
    if logo.verhouding * hoog > breed:
        return breed, breed / logo.verhouding
    return hoog * logo.verhouding, hoog


def teken_logo(
    blad: Blad, logo: Logo, x: float, y: float, breed: float, hoog: float, *, plek: str = "links"
) -> tuple[float, float]:
    """Draw the logo as a figure in a box with its top left at (x, y), in millimetres.

    It is as large as the box allows, at the top, and at the ``plek`` (links, midden, rechts)
    of the box. Returns its width and height. Draw it outside ``inhoud`` and ``sier``.
    """
    eigen_breed, eigen_hoog = passend(logo, breed, hoog)
    x += {"links": 0.0, "midden": 0.5, "rechts": 1.0}[plek] * (breed - eigen_breed)
    tekening = _lees(logo.soort, logo.inhoud)
    with blad.inhoud("Figure", alt=logo.alt, vak=(x, y, eigen_breed, eigen_hoog)):
        blad.tekening(
            tekening.opdrachten, x=x, y=y, schaal=eigen_breed / tekening.breed, beeld=tekening.beeld
        )
    return eigen_breed, eigen_hoog


@lru_cache(maxsize=4)
def _lees(soort: str, inhoud: bytes) -> _Tekening:
    return _lees_png(inhoud) if soort == "png" else _lees_svg(inhoud)


def _lees_png(inhoud: bytes) -> _Tekening:
    """Take the packed pixels out of a PNG: PDF unpacks them in the same way."""
    breed, hoog, diepte, soort, _, _, verweven = struct.unpack(">IIBBBBB", inhoud[16:29])
    if diepte != 8 or soort not in _KLEUREN or verweven:
        raise ValueError("not a PNG that we wrote")
    stukken: dict[bytes, list[bytes]] = {}
    plek = 8
    while plek < len(inhoud):
        (lengte,) = struct.unpack(">I", inhoud[plek : plek + 4])
        naam, begin = inhoud[plek + 4 : plek + 8], plek + 8
        stukken.setdefault(naam, []).append(inhoud[begin : begin + lengte])
        plek = begin + lengte + 4
    beeld = Beeld(
        breed, hoog, _KLEUREN[soort], b"".join(stukken[b"IDAT"]),
        b"".join(stukken.get(b"PLTE", [])) if soort == 3 else b"",
    )  # fmt: skip
    # A picture in PDF is one unit high, with its foot at 0.
    return _Tekening(breed, hoog, f"{breed} 0 0 {-hoog} 0 {hoog} cm", beeld)


def _lees_svg(inhoud: bytes) -> _Tekening:
    wortel = fromstring(inhoud)
    _, _, breed, hoog = (float(getal) for getal in wortel.attrib["viewBox"].split())
    delen = [f"0 0 {breed:g} {hoog:g} re W n"]
    for pad in wortel.iter(f"{_NS}path"):
        delen += _pad(pad.attrib)
    return _Tekening(breed, hoog, "\n".join(delen))


def _pad(eigen: dict[str, str]) -> list[str]:
    """Return one path as PDF operators."""
    delen: list[str] = []
    vul, lijn = eigen["fill"] != "none", "stroke" in eigen
    if vul:
        delen.append(_kleur(eigen["fill"], "rg"))
    if lijn:
        delen.append(_kleur(eigen["stroke"], "RG"))
        delen.append(
            f"{float(eigen['stroke-width']):g} w {_EINDES[eigen['stroke-linecap']]} J "
            f"{_HOEKEN[eigen['stroke-linejoin']]} j 4 M"  # 4: the mitre limit of SVG
        )
    delen += [f"{getallen.strip()} {_PDF_STAP[stap]}".strip()
              for stap, getallen in _STAP.findall(eigen["d"])]  # fmt: skip
    ster = "*" if eigen.get("fill-rule") == "evenodd" else ""
    einde = {(True, True): f"B{ster}", (True, False): f"f{ster}", (False, True): "S"}
    delen.append(einde[vul, lijn])
    return delen


def _kleur(hex_kleur: str, opdracht: str) -> str:
    r, g, b = lees(hex_kleur)
    return f"{r:.4g} {g:.4g} {b:.4g} {opdracht}"
