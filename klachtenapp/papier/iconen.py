"""Our own pictograms: reads the few shapes of ``resources/pictogrammen/*.svg`` and draws them.

Only ``path`` with absolute M, L, H, V, C and Z, ``circle`` and ``rect``. ``currentColor`` is
the colour asked for, ``#FFFFFF`` the ground it stands on. Nothing else is understood, and a
drawing with more in it is an error of ours, found by the tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from klachtenapp.papier.blad import Blad, Pad
from klachtenapp.papier.kleur import WIT, Kleur
from klachtenapp.paths import bronnen

RASTER = 48.0
_NS = "{http://www.w3.org/2000/svg}"
_DEEL = re.compile(r"([MLHVCZ])|(-?\d+(?:\.\d+)?)")
_KAPPA = 0.5522847498  # a circle of four curves
_GETALLEN = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


@dataclass(frozen=True, slots=True)
class Vorm:
    """One shape of a pictogram on a raster of 48; ``vul`` and ``lijn`` are SVG colours."""

    stappen: Pad
    vul: str
    lijn: str
    dikte: float


@dataclass(frozen=True, slots=True)
class Icoon:
    """A pictogram with the words that stand for it."""

    titel: str
    vormen: tuple[Vorm, ...]


@cache
def laad_icoon(naam: str) -> Icoon:
    """Return pictogram ``naam`` from the resources."""
    tekst = bronnen().joinpath("pictogrammen", f"{naam}.svg").read_text(encoding="utf-8")
    wortel = ElementTree.fromstring(tekst)  # noqa: S314  our own file, shipped with the program
    groep = wortel.find(f"{_NS}g")
    if groep is None:
        raise ValueError(f"{naam}.svg has no group")
    vormen = tuple(_vorm(kind, groep.attrib) for kind in groep)
    return Icoon(wortel.findtext(f"{_NS}title", default=""), vormen)


def teken_icoon(
    blad: Blad, naam: str, *, x: float, y: float, maat: float, kleur: Kleur, grond: Kleur = WIT
) -> None:
    """Draw pictogram ``naam`` in a square of ``maat`` millimetres with its middle at (x, y)."""
    schaal = maat / RASTER
    kleuren = {"currentColor": kleur, "#FFFFFF": grond, "none": None}
    for vorm in laad_icoon(naam).vormen:
        blad.pad(
            vorm.stappen, x=x - maat / 2, y=y - maat / 2, schaal=schaal,
            vul=kleuren[vorm.vul], lijn=kleuren[vorm.lijn], dikte=vorm.dikte * schaal,
        )  # fmt: skip


def _vorm(element: ElementTree.Element, erf: dict[str, str]) -> Vorm:
    eigen = {**erf, **element.attrib}
    soort = element.tag.removeprefix(_NS)
    lezers = {"path": _pad, "circle": _cirkel, "rect": _rechthoek}
    return Vorm(
        stappen=tuple(lezers[soort](eigen)),
        vul=eigen["fill"],
        lijn=eigen["stroke"],
        dikte=float(eigen["stroke-width"]),
    )


def _pad(eigen: dict[str, str]) -> list[tuple[str, tuple[float, ...]]]:
    """Read path data; H and V become L, as the canvas has no such steps."""
    stappen: list[tuple[str, tuple[float, ...]]] = []
    opdracht, getallen, plek = "", list[float](), (0.0, 0.0)
    for letter, getal in _DEEL.findall(eigen["d"]):
        if letter:
            opdracht, getallen = letter, []
        else:
            getallen.append(float(getal))
        if not opdracht or len(getallen) < _GETALLEN[opdracht]:
            continue
        if opdracht == "H":
            getallen, stap = [getallen[0], plek[1]], "L"
        elif opdracht == "V":
            getallen, stap = [plek[0], getallen[0]], "L"
        else:
            stap = opdracht
        stappen.append((stap, tuple(getallen)))
        if getallen:
            plek = (getallen[-2], getallen[-1])
        getallen = []
    return stappen


def _cirkel(eigen: dict[str, str]) -> list[tuple[str, tuple[float, ...]]]:
    x, y, r = (float(eigen[naam]) for naam in ("cx", "cy", "r"))
    return _rond(x - r, y - r, 2 * r, 2 * r, r)


def _rechthoek(eigen: dict[str, str]) -> list[tuple[str, tuple[float, ...]]]:
    x, y, b, h = (float(eigen[naam]) for naam in ("x", "y", "width", "height"))
    return _rond(x, y, b, h, float(eigen.get("rx", "0")))


def _rond(x: float, y: float, b: float, h: float, r: float) -> list[tuple[str, tuple[float, ...]]]:
    """Return a rectangle with round corners; a circle when the corners meet."""
    k = r * (1 - _KAPPA)
    rechts, onder = x + b, y + h
    return [
        ("M", (x + r, y)),
        ("L", (rechts - r, y)),
        ("C", (rechts - k, y, rechts, y + k, rechts, y + r)),
        ("L", (rechts, onder - r)),
        ("C", (rechts, onder - k, rechts - k, onder, rechts - r, onder)),
        ("L", (x + r, onder)),
        ("C", (x + k, onder, x, onder - k, x, onder - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    ]
