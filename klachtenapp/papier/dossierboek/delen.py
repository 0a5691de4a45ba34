"""The parts that we draw ourselves: chapters, and the pages of attachments as figures."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.papier.blad import MM
from klachtenapp.papier.dossierboek.loper import ONDER, RUIMTE, Loper, X
from klachtenapp.papier.dossierboek.model import (
    Alinea,
    Bijlage,
    Dossierboek,
    Hoofdstuk,
    Kop,
    Lijst,
    Punten,
)
from klachtenapp.papier.structuur import Beeld
from klachtenapp.papier.tabel import in_lijst

_KORT = 70.0  # mm that must be left on a page for a chapter to begin on it
_PUNTEN_PER_MM = 170 / 25.4  # a picture is not drawn larger than it is sharp


@dataclass(frozen=True, slots=True)
class Begin:
    """Where something begins: page from 0 and height in mm from the top of that page."""

    titel: str
    pagina: int
    y: float = 0.0


def teken_hoofdstukken(boek: Dossierboek) -> tuple[bytes, tuple[Begin, ...]]:
    """Return the chapters as one PDF, a short one on the page of the one before it."""
    loper = Loper(boek, boek.hoofdstukken[0].titel)
    begin: list[Begin] = []
    for nummer, hoofdstuk in enumerate(boek.hoofdstukken):
        loper.titel = hoofdstuk.titel
        if nummer and loper.y > ONDER - _KORT:
            loper.nieuwe_pagina()
        elif nummer:
            loper.y += 9.0
        begin.append(Begin(hoofdstuk.titel, loper.blad.pagina - 1, loper.y))
        with loper.blad.element("Sect"):
            teken_hoofdstuk(loper, hoofdstuk)
    return loper.blad.bewaar(), tuple(begin)


def teken_hoofdstuk(loper: Loper, hoofdstuk: Hoofdstuk) -> None:
    """Draw the heading and the blocks of a chapter where the pen is."""
    loper.kop(hoofdstuk.titel)
    for blok in hoofdstuk.blokken:
        match blok:
            case Kop():
                loper.kop(blok.tekst, "H2")
            case Alinea():
                loper.alinea(blok.tekst, stil=blok.stil)
            case Punten():
                loper.punten(blok.regels)
            case Lijst():
                loper.lijst(blok.kolommen, blok.rijen)


def teken_bijlage(boek: Dossierboek, bijlage: Bijlage) -> bytes:
    """Return an attachment as PDF: each of its pages a figure that says what it is."""
    loper = Loper(boek, bijlage.titel)
    loper.kop(bijlage.titel)
    aantal = len(bijlage.paginas)
    for nummer, (beeld, tekst) in enumerate(bijlage.paginas, start=1):
        if nummer > 1:
            loper.nieuwe_pagina()
        waar = f"{bijlage.titel}, pagina {nummer}" if aantal > 1 else bijlage.titel
        woorden = " ".join(in_lijst(tekst).split())
        alt = f"{waar}. Op deze pagina staat: {woorden}" if woorden else f"{waar}."
        _teken_beeld(loper, beeld, in_lijst(alt))
    return loper.blad.bewaar()


def _teken_beeld(loper: Loper, beeld: Beeld, alt: str) -> None:
    """Draw a picture as large as the rest of the page allows, in the middle."""
    hoogte = ONDER - loper.y
    schaal = min(RUIMTE / beeld.breed, hoogte / beeld.hoog, 2 / _PUNTEN_PER_MM)
    breed, hoog = beeld.breed * schaal, beeld.hoog * schaal
    x, y = X + (RUIMTE - breed) / 2, loper.y
    with loper.blad.inhoud("Figure", alt=alt, vak=(x, y, breed, hoog)):
        # The unit square of a picture stands upright; here y runs downward.
        plaats = f"{breed:.4f} 0 0 {-hoog:.4f} 0 {hoog:.4f} cm"
        loper.blad.tekening(plaats, x=x, y=y, schaal=1.0, beeld=beeld)
    with loper.blad.sier():
        loper.blad.vlak(x, y, breed, hoog, lijn=(0.75, 0.75, 0.75), dikte=0.5 / MM)
