"""The one place with colours and sizes, light and dark; every pair here meets WCAG AA."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

LETTER: Final = "Source Sans Pro"
LETTERGROOTTE: Final = 15  # px at 100 %
RADIUS: Final = 8
RADIUS_KLEIN: Final = 6
RUIMTE_XS: Final = 4
RUIMTE_S: Final = 8
RUIMTE_M: Final = 12
RUIMTE_L: Final = 16
RUIMTE_XL: Final = 24
TEKSTMATEN: Final = (80, 90, 100, 110, 125, 150, 175, 200)  # percent

EIGENSCHAP_DONKER: Final = "klachtenapp_donker"
EIGENSCHAP_TEKSTMAAT: Final = "klachtenapp_tekstmaat"


@dataclass(frozen=True, slots=True)
class Palet:
    """The colours of one scheme, as ``#rrggbb``.

    ``vlak`` is the white of cards and fields, ``pagina`` what lies behind them. ``rand``
    is the border of something one can type in or press (3 : 1), ``lijn`` only divides.
    A name with ``_vlak`` is the soft ground on which the colour of that name is written.
    """

    inkt: str
    gedempt: str
    vlak: str
    pagina: str
    lijn: str
    rand: str
    blauw: str
    blauw_vlak: str
    primair: str
    primair_over: str
    op_primair: str
    rood: str
    rood_vlak: str
    amber: str
    amber_vlak: str
    groen: str
    groen_vlak: str
    over: str  # a row or button under the mouse
    gekozen: str  # the selected row
    navy: str
    navy_licht: str
    op_navy: str
    op_navy_gedempt: str
    oefening: str
    op_oefening: str


LICHT: Final = Palet(
    inkt="#1B2733",
    gedempt="#51606F",
    vlak="#FFFFFF",
    pagina="#F4F6F9",
    lijn="#DCE3EA",
    rand="#7F8D9B",
    blauw="#0B5CAD",
    blauw_vlak="#E8F1FA",
    primair="#0B5CAD",
    primair_over="#094C90",
    op_primair="#FFFFFF",
    rood="#B3261E",
    rood_vlak="#FCECEA",
    amber="#9A5B00",
    amber_vlak="#FFF6E5",
    groen="#2B6B34",
    groen_vlak="#EAF4EC",
    over="#F0F4F8",
    gekozen="#E1ECF7",
    navy="#12324F",
    navy_licht="#1F4E79",
    op_navy="#FFFFFF",
    op_navy_gedempt="#B9CBDD",
    oefening="#B84A00",
    op_oefening="#FFFFFF",
)

DONKER: Final = Palet(
    inkt="#E8EDF2",
    gedempt="#A7B4C1",
    vlak="#1B242D",
    pagina="#12191F",
    lijn="#303C48",
    rand="#74838F",
    blauw="#7DBBF5",
    blauw_vlak="#182F45",
    primair="#2470B8",
    primair_over="#1C5C9A",
    op_primair="#FFFFFF",
    rood="#FF9A91",
    rood_vlak="#3A1E1D",
    amber="#F3BC66",
    amber_vlak="#35290F",
    groen="#86CF93",
    groen_vlak="#1B3020",
    over="#222D37",
    gekozen="#203A54",
    navy="#0C1C2C",
    navy_licht="#1D4468",
    op_navy="#FFFFFF",
    op_navy_gedempt="#A9BED2",
    oefening="#B84A00",
    op_oefening="#FFFFFF",
)

TEKSTPAREN: Final[tuple[tuple[str, str], ...]] = (
    *((tekst, grond) for tekst in ("inkt", "gedempt") for grond in ("vlak", "pagina", "over")),
    *((tekst, "gekozen") for tekst in ("inkt", "gedempt", "rood", "amber", "groen", "blauw")),
    *((kleur, "vlak") for kleur in ("blauw", "rood", "amber", "groen")),
    *((kleur, "pagina") for kleur in ("blauw", "rood", "amber", "groen")),
    *((kleur, "over") for kleur in ("blauw", "rood", "amber", "groen")),
    *((kleur, f"{kleur}_vlak") for kleur in ("blauw", "rood", "amber", "groen")),
    *(("inkt", f"{kleur}_vlak") for kleur in ("blauw", "rood", "amber", "groen")),
    ("op_primair", "primair"),
    ("op_primair", "primair_over"),
    ("op_navy", "navy"),
    ("op_navy", "navy_licht"),
    ("op_navy_gedempt", "navy"),
    ("op_navy_gedempt", "navy_licht"),
    ("op_oefening", "oefening"),
)
"""Text on ground that really occurs: at least 4.5 : 1 (WCAG 1.4.3)."""

RANDPAREN: Final[tuple[tuple[str, str], ...]] = (
    ("rand", "vlak"),
    ("rand", "pagina"),
    ("blauw", "vlak"),
    ("blauw", "pagina"),
    ("rood", "vlak"),
    ("primair", "vlak"),
)
"""Borders and signs one must be able to see: at least 3 : 1 (WCAG 1.4.11)."""


def _licht(kleur: str) -> float:
    def lineair(deel: float) -> float:
        return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)

    rood, groen, blauw = (lineair(int(kleur[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2 (1 to 21)."""
    laag, hoog = sorted((_licht(een), _licht(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def kleuren(palet: Palet) -> dict[str, str]:
    """Return the colours of a scheme by name, for the stylesheet."""
    return {veld.name: getattr(palet, veld.name) for veld in fields(palet)}


def palet() -> Palet:
    """Return the scheme that is now in use (kept by ``stijl`` as a property of the program)."""
    program = QCoreApplication.instance()
    donker = program is not None and bool(program.property(EIGENSCHAP_DONKER))
    return DONKER if donker else LICHT


def kleur(naam: str) -> QColor:
    """Return one colour of the scheme in use, for whoever paints by hand."""
    return QColor(getattr(palet(), naam))


def tekstmaat() -> int:
    """Return the text size that is now in use, in percent."""
    program = QCoreApplication.instance()
    waarde = program.property(EIGENSCHAP_TEKSTMAAT) if program is not None else None
    return waarde if isinstance(waarde, int) else 100


def px(maat: float) -> int:
    """Return a size of 100 % scaled to the text size in use, in whole device-free pixels."""
    return max(1, round(maat * tekstmaat() / 100))
