"""The parts that we draw ourselves: chapters, and the pages of attachments as figures."""

from __future__ import annotations

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

_PUNTEN_PER_MM = 170 / 25.4  # a picture is not drawn larger than it is sharp


def teken_hoofdstuk(boek: Dossierboek, hoofdstuk: Hoofdstuk) -> bytes:
    """Return a chapter as PDF."""
    loper = Loper(boek, hoofdstuk.titel)
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
    return loper.blad.bewaar()


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
