"""Letters in every house style: a logo of pixels or of lines, at the left or right, own foot.

The logos go the whole road: the file, the process that reads it, the clean copy.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial

from PIL import Image, ImageDraw

from klachtenapp.domain.gemeente import Briefhoofd, Gemeente, VensterKant
from klachtenapp.domain.gemeentevelden import standaardvenster
from klachtenapp.domain.huisstijl import logo_woorden
from klachtenapp.papier.brief import Brief, Ondertekening, teken_brief
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.tekst import vul
from klachtenapp.papier.venstertest import teken_venstertest
from klachtenapp.uitwisseling import logo as logobestand

VOET = "Marktplein 1, 1234 AB Voorbeeldstad\nOpen op werkdagen van 9 tot 17 uur\nBank NL00 GEMV 0"
GEMEENTE = Gemeente(
    "Gemeente Voorbeeldstad",
    bezoekadres="Marktplein 1",
    postadres="Postbus 12",
    postcode="1234 AB",
    plaats="Voorbeeldstad",
    telefoon="14 0123",
    kleur="#F0A000",
)
RECHTS = replace(GEMEENTE, briefhoofd=Briefhoofd.RECHTS, voetregels=VOET)
_SVG = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     viewBox="0 0 300 100" width="30cm">
<style type="text/css">.a{fill:#00693E;fill-rule:evenodd} .b{fill:none;stroke:#C8102E;
stroke-width:6;stroke-linejoin:round}</style>
<title>Schild</title>
<g transform="translate(10 5)">
<path class="a" d="M40 0 L80 20 V50 Q80 80 40 90 Q0 80 0 50 V20z M40 20 a20 20 0 1 0 .01 0z"/>
<path class="b" d="M100 45 h60 a15 15 0 0 1 15 15"/></g>
<defs><circle id="c" r="8" fill="#e0a000"/></defs>
<use xlink:href="#c" x="220" y="30"/><use xlink:href="#c" x="250" y="30"/>
<rect x="200" y="60" width="80" height="20" rx="5" fill="rgb(10,60,120)"/>
<polygon points="185,20 195,40 175,40" style="fill:#333"/></svg>"""


def png(*, alfa: bool = False, maat: tuple[int, int] = (600, 200)) -> bytes:
    """Return a drawn PNG, with see-through parts when ``alfa``."""
    grond = (0, 0, 0, 0) if alfa else (255, 255, 255, 255)
    beeld = Image.new("RGBA", maat, grond)
    pen = ImageDraw.Draw(beeld)
    pen.ellipse((10, 10, 190, 190), fill=(0, 105, 62, 255))
    pen.ellipse((60, 60, 140, 140), fill=grond)
    pen.rectangle((220, 60, 580, 100), fill=(200, 16, 46, 128 if alfa else 255))
    pen.rectangle((220, 110, 500, 140), fill=(20, 60, 120, 255))
    uit = io.BytesIO()
    (beeld if alfa else beeld.convert("RGB")).save(uit, "PNG")
    return uit.getvalue()


def svg() -> bytes:
    """Return an SVG with everything that we draw: styles, transforms, ``use``, arcs, lines."""
    return _SVG.encode()


@cache
def logo(soort: str) -> Logo:
    """Return the logo ``png``, ``png-alfa`` or ``svg``, as the register would keep it."""
    ruw = {"png": png, "png-alfa": partial(png, alfa=True), "svg": svg}[soort]()
    schoon = logobestand.maak_schoon(ruw)
    return Logo(schoon.soort, schoon.inhoud, logo_woorden(GEMEENTE))


def brief(gemeente: Gemeente = GEMEENTE, soort: str = "", *, keer: int = 1) -> Brief:
    """Return a letter; ``keer`` 20 makes it more than three pages."""
    alinea = "# Wat wij doen\n\n" + "Wij luisteren naar uw verhaal en zoeken naar wat kan. " * 8
    tekst = vul("onderwerp: Uw klacht\n\n" + "\n\n".join([alinea, "## Zo verder"] * keer), {})
    return Brief(
        gemeente=gemeente,
        adres=("Mevrouw Zoë Đặng-Çelik", "Dorpsstraat 12 a", "1234 AB  VOORBEELDSTAD"),
        datum=date(2026, 11, 24),
        datum_tekst="24 november 2026",
        kenmerk="K2026-0094",
        referentie=(("Datum", "24 november 2026"), ("Ons kenmerk", "K2026-0094")),
        tekst=tekst,
        ondertekening=Ondertekening("Ş. Łukasz", "klachtenfunctionaris", GEMEENTE.namens),
        logo=logo(soort) if soort else None,
    )


_VENSTER_RECHTS = replace(RECHTS, venster=standaardvenster(VensterKant.RECHTS))

HUISSTIJLEN: dict[str, Callable[[], bytes]] = {
    "huisstijl-png": lambda: teken_brief(brief(soort="png")),
    "huisstijl-png-alfa": lambda: teken_brief(brief(soort="png-alfa")),
    "huisstijl-svg": lambda: teken_brief(brief(soort="svg")),
    "huisstijl-svg-rechts": lambda: teken_brief(brief(RECHTS, "svg")),
    "huisstijl-png-alles-rechts": lambda: teken_brief(brief(_VENSTER_RECHTS, "png-alfa")),
    "huisstijl-naam-rechts": lambda: teken_brief(brief(RECHTS)),
    "huisstijl-veel-paginas": lambda: teken_brief(brief(RECHTS, "svg", keer=20)),
    "huisstijl-venstertest": lambda: teken_venstertest(GEMEENTE, logo("png")),
    "huisstijl-venstertest-rechts": lambda: teken_venstertest(_VENSTER_RECHTS, logo("svg")),
}
"""Name of the kind → a function that makes one."""
