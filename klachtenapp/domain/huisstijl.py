"""The house style on paper: which colours can be read, and what may stand in the foot.

A colour is used for headings on white and as a ground under white letters. Contrast is the
same both ways, so one measure says enough (WCAG 2.2, success criterion 1.4.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import RegelFout

LEESBAAR = 4.5
"""The least contrast for ordinary text: WCAG level AA."""

MAX_VOETREGELS = 3
MAX_VOETLENGTE = 110
"""Letters on one line of the foot: more than this becomes too small to read."""

MAX_LOGO_ALT = 150

Rgb = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Kleuroordeel:
    """How well a colour reads: ``verhouding`` to white, and the nearest colour that passes.

    ``voorstel`` is the colour itself when it passes. ``zin`` says it in words.
    """

    kleur: str
    verhouding: float
    voorstel: str

    @property
    def goed(self) -> bool:
        """Whether it passes WCAG AA."""
        return self.verhouding >= LEESBAAR

    @property
    def zin(self) -> str:
        """What this means, for the person who chooses."""
        maat = f"Het contrast met wit is {_afgekapt(self.verhouding)} op 1"
        if self.goed:
            return f"Goed te lezen. {maat}; nodig is minstens 4,5."
        return (
            f"Te licht om te lezen. {maat}; nodig is minstens 4,5. De kleur die er het dichtst "
            f"bij zit en wel kan, is {self.voorstel}. Brieven krijgen die kleur."
        )


def lees_kleur(tekst: str) -> Rgb | None:
    """Return ``#RRGGBB`` (the sign may be left out) as a colour; ``None`` when it is none."""
    gevonden = _HEX.fullmatch(tekst.strip())
    if gevonden is None:
        return None
    waarde = int(gevonden[1], 16)
    return ((waarde >> 16) / 255, (waarde >> 8 & 255) / 255, (waarde & 255) / 255)


def schrijf_kleur(kleur: Rgb) -> str:
    """Return a colour as ``#RRGGBB``."""
    return "#" + "".join(f"{round(deel * 255):02X}" for deel in kleur)


def contrast(een: Rgb, ander: Rgb) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def contrast_met_wit(kleur: Rgb) -> float:
    """Return the contrast with white paper."""
    return 1.05 / (_helderheid(kleur) + 0.05)


def leesbare_kleur(kleur: Rgb) -> Rgb:
    """Return the nearest darker shade of ``kleur`` that can be read on white; often itself.

    Only the brightness gives way: the colour stays the colour of the gemeente. The shades
    tried are those that ``#RRGGBB`` can write, so what is shown is what is printed.
    """
    if contrast_met_wit(kleur) >= LEESBAAR:
        return kleur
    hoogste = round(max(kleur) * 255)
    for stap in range(hoogste - 1, 0, -1):
        r, g, b = (round(deel * 255 * stap / hoogste) / 255 for deel in kleur)
        if contrast_met_wit((r, g, b)) >= LEESBAAR:
            return (r, g, b)
    return (0.0, 0.0, 0.0)


def beoordeel_kleur(tekst: str) -> Kleuroordeel:
    """Return how well a colour reads on white, and white on it.

    :raises RegelFout: it is no colour.
    """
    kleur = lees_kleur(tekst)
    if kleur is None:
        raise RegelFout("Schrijf de kleur als # met zes tekens, zoals #0B5CAD.", veld="kleur")
    voorstel = schrijf_kleur(leesbare_kleur(kleur))
    return Kleuroordeel(schrijf_kleur(kleur), contrast_met_wit(kleur), voorstel)


def gewone_voet(gemeente: Gemeente) -> str:
    """Return the foot that a letter has when the gemeente wrote none."""
    plek = f"{gemeente.postcode} {gemeente.plaats}".strip()
    delen = [
        ("Bezoek", gemeente.bezoekadres),
        ("Post", ", ".join(deel for deel in (gemeente.postadres, plek) if deel)),
        ("Telefoon", gemeente.telefoon),
        ("", gemeente.website),
    ]
    return "   |   ".join(f"{label} {waarde}".strip() for label, waarde in delen if waarde)


def voetregels(gemeente: Gemeente) -> tuple[str, ...]:
    """Return the lines of the foot: those of the gemeente, or the ordinary one."""
    eigen = tuple(regel for regel in gemeente.voetregels.splitlines() if regel.strip())
    return eigen or tuple(filter(None, (gewone_voet(gemeente),)))


def schone_voet(tekst: str) -> str:
    """Return what was typed as foot, a line for each line, without empty ones.

    :raises RegelFout: more or longer lines than fit.
    """
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    regels = [regel for regel in regels if regel]
    if len(regels) > MAX_VOETREGELS:
        raise RegelFout(
            f"Onder de brief passen {MAX_VOETREGELS} regels. Dit zijn er {len(regels)}. "
            "Zet iets bij elkaar, of laat iets weg.",
            veld="voetregels",
        )
    lang = next((nr for nr, regel in enumerate(regels, 1) if len(regel) > MAX_VOETLENGTE), 0)
    if lang:
        raise RegelFout(
            f"Regel {lang} is te lang. Er passen {MAX_VOETLENGTE} tekens op een regel.",
            veld="voetregels",
        )
    return "\n".join(regels)


def logo_woorden(gemeente: Gemeente) -> str:
    """Return what a screen reader says in place of the logo."""
    naam = gemeente.naam.strip()
    heel = naam if naam.lower().startswith("gemeente") or not naam else f"gemeente {naam}"
    return gemeente.logo_alt.strip() or f"Logo van {heel}".strip()


def _helderheid(kleur: Rgb) -> float:
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kleur)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _afgekapt(verhouding: float) -> str:
    """Return a ratio with one figure, never rounded up to one that passes."""
    return f"{int(verhouding * 10 + 1e-9) / 10:.1f}".replace(".", ",")
