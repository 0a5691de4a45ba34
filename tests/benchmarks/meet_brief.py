"""One letter, against the same text as plain reportlab platypus, LibreOffice and WeasyPrint."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
from andere_makers import libreoffice, platypus, weasyprint
from meting import Omvang, afwisselend, regel
from PIL import Image, ImageDraw
from voorraad import open_

from klachtenapp.services import correspondentie, huisstijl, zoeken
from klachtenapp.services.context import Context
from klachtenapp.uitwisseling import logo as logobestand


def meet(pad: Path, omvang: Omvang) -> None:
    """Print the time of an ontvangstbevestiging, from register to bytes."""
    ctx = open_(pad)
    kenmerk = zoeken.regels(ctx, zoeken.ids(ctx, zoeken.Filter(open=True))[:1])[0].kenmerk

    def onze(van: Context) -> bytes:
        return correspondentie.concept(van, kenmerk, "ontvangstbevestiging").pdf

    with pdfplumber.open(io.BytesIO(onze(ctx))) as boek:
        regels = [tekst for blad in boek.pages for tekst in blad.extract_text().splitlines()]
    met_logo = huisstijl.bewaar(ctx, {}, _logo())
    keren = omvang.keren * 5  # a letter is quick, and a median of few is restless
    seconden, logo, kaal = afwisselend(
        lambda: onze(ctx), lambda: onze(met_logo), lambda: platypus(regels), keren=keren
    )
    regel("een brief, tegen dezelfde tekst in kaal platypus", seconden, kaal, "≤ 3×")
    regel("een brief met logo, tegen hetzelfde", logo, kaal, "≤ 3×")
    huisstijl.bewaar(ctx, {}, huisstijl.GEEN_LOGO)
    _tegen_anderen(seconden, regels, omvang)
    ctx.register.sluit()


def _tegen_anderen(seconden: float, regels: list[str], omvang: Omvang) -> None:
    kantoor = libreoffice(regels, omvang.keren)
    if isinstance(kantoor, str):
        print(kantoor)
    else:
        regel("een brief, tegen LibreOffice docx→pdf", seconden, kantoor[0], "≤ 0,05×")
        regel("een brief, tegen LibreOffice zonder opstarten", seconden, kantoor[1], "-")
    weasy = weasyprint(regels)
    if isinstance(weasy, str):
        print(weasy)
    else:
        regel("een brief, tegen WeasyPrint zonder opstarten", seconden, weasy, "-")


def _logo() -> huisstijl.Logokeuze:
    beeld = Image.new("RGB", (900, 300), "white")
    pen = ImageDraw.Draw(beeld)
    for stap in range(30):
        vak = (stap * 30, stap * 5, stap * 30 + 80, 300 - stap * 5)
        pen.ellipse(vak, fill=(stap * 8, 90, 160))
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    schoon = logobestand.maak_schoon(uit.getvalue())
    return huisstijl.Logokeuze(schoon.soort, schoon.inhoud)
