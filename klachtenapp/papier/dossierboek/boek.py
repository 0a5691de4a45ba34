"""Makes the book: draws the parts, counts their pages, draws the index, puts all together."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf

from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.dossierboek.delen import Begin, teken_bijlage, teken_hoofdstukken
from klachtenapp.papier.dossierboek.model import Dossierboek
from klachtenapp.papier.dossierboek.samenvoegen import Deel, Koppeling, voeg_samen
from klachtenapp.papier.dossierboek.voorblad import Ingang, teken_voorblad
from klachtenapp.papier.kleur import GRIJS

BRIEVEN = "Brieven"
BIJLAGEN = "Bijlagen"
_VOET_Y = HOOGTE - 4.8


def teken_dossierboek(boek: Dossierboek, *, gedaan: Callable[[], None] = lambda: None) -> bytes:
    """Return the book as PDF; ``gedaan`` is called after each part."""
    delen: list[Deel] = []
    if boek.hoofdstukken:
        pdf, begin = teken_hoofdstukken(boek)
        delen.append(Deel(begin, pdf))
        gedaan()
    for brief in boek.brieven:
        delen.append(Deel((Begin(brief.titel, 0),), brief.pdf, BRIEVEN))
        gedaan()
    for bijlage in boek.bijlagen:
        delen.append(Deel((Begin(bijlage.titel, 0),), teken_bijlage(boek, bijlage), BIJLAGEN))
        gedaan()
    tellingen = [_paginas(deel.pdf) for deel in delen]
    voor = _paginas(teken_voorblad(boek, _ingangen(delen, tellingen, 0)).pdf)
    ingangen = _ingangen(delen, tellingen, voor)
    blad = teken_voorblad(boek, ingangen)
    koppelingen = [
        Koppeling(
            pagina, vak, ingang.pagina - 1, ingang.y, f"Naar pagina {ingang.pagina}: {ingang.titel}"
        )
        for (pagina, vak), ingang in zip(blad.plekken, ingangen, strict=True)
    ]
    return voeg_samen(blad.pdf, delen, koppelingen, lambda aantal: _voeten(boek, aantal))


def _ingangen(delen: list[Deel], tellingen: list[int], voor: int) -> list[Ingang]:
    """Return the lines of the index; a group has a line of its own above its parts."""
    uit: list[Ingang] = []
    groep, pagina = "", voor + 1
    for deel, aantal in zip(delen, tellingen, strict=True):
        if deel.groep and deel.groep != groep:
            uit.append(Ingang(deel.groep, pagina))
        groep = deel.groep
        niveau = 2 if groep else 1
        uit += [Ingang(b.titel, pagina + b.pagina, niveau, b.y) for b in deel.begin]
        pagina += aantal
    return uit


def _paginas(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as bestand:
        return len(bestand.pages)


def _voeten(boek: Dossierboek, aantal: int) -> bytes:
    """Draw the numbers that go over all pages, each on a page of its own."""
    blad = Blad(boek.titel, datum=boek.datum)
    for nummer in range(1, aantal + 1):
        if nummer > 1:
            blad.nieuwe_pagina()
        with blad.sier("Pagination"):
            tekst = f"{boek.titel}, pagina {nummer} van {aantal}"
            blad.tekst(BREEDTE - 18, _VOET_Y, tekst, maat=7.5, kleur=GRIJS, plek="rechts")
    return blad.bewaar()
