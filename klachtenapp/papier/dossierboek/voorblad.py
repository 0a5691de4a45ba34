"""The first pages of a dossierboek: what it is, and the index with page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from klachtenapp.papier.blad import HOOGTE, MM
from klachtenapp.papier.dossierboek.loper import ONDER, RUIMTE, Loper, X
from klachtenapp.papier.dossierboek.model import Dossierboek
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET, breedte
from klachtenapp.papier.logo import teken_logo
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.tabel import Kolom, in_lijst
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import gemeente_naam

_MAAT = 10.5
_REGEL = 5.2
_VERTROUWELIJK = "Dit dossier bevat persoonlijke gegevens. Geef het alleen aan wie het nodig heeft."


@dataclass(frozen=True, slots=True)
class Ingang:
    """A line of the index; ``pagina`` counts from 1 over the whole book, ``y`` is in mm."""

    titel: str
    pagina: int
    niveau: int = 1
    y: float = 0.0


@dataclass(slots=True)
class Voorblad:
    """The first pages, and where the lines of the index stand: page from 0, rectangle in points."""

    pdf: bytes
    plekken: list[tuple[int, tuple[float, float, float, float]]] = field(default_factory=list)


def teken_voorblad(boek: Dossierboek, ingangen: Sequence[Ingang]) -> Voorblad:
    """Return cover and index."""
    loper = Loper(boek, "Inhoud", hele_boek=True)
    uit = Voorblad(b"")
    _teken_omslag(loper, boek)
    loper.nieuwe_pagina()
    loper.kop("Inhoud")
    with loper.blad.element("TOC"):
        for ingang in ingangen:
            uit.plekken.append(_teken_ingang(loper, ingang))
    uit.pdf = loper.blad.bewaar()
    return uit


def _teken_omslag(loper: Loper, boek: Dossierboek) -> None:
    blad = loper.blad
    if boek.logo is not None:
        teken_logo(blad, boek.logo, X, 20.0, 66.0, 22.0)
    else:
        with blad.sier():
            blad.vlak(X, 23.4, 1.6, 8.0, vul=loper.kleur)
        with blad.inhoud("P"):
            naam = gemeente_naam(boek.gemeente)
            blad.tekst(X + 5, 29.2, f"{naam} ", font=VET, maat=13, kleur=INKT)
    loper.y = 62.0
    with blad.inhoud("H1"):
        blad.tekst(X, loper.y, f"{boek.titel} ", font=VET, maat=28, kleur=INKT)
    loper.y += 4
    if boek.onderwerp:
        with blad.inhoud("P"):
            for regel in breek([Stuk(in_lijst(boek.onderwerp))], RUIMTE, 15):
                loper.y += 7
                woorden = "".join(deel.tekst for deel in regel.delen)
                blad.tekst(X, loper.y, f"{woorden} ", maat=15, kleur=GRIJS)
    loper.y += 12
    loper.lijst((Kolom("Gegeven", 28, rijkop=True), Kolom("In dit dossier", 72)), boek.voorblad)
    if boek.weggelaten:
        loper.kop("Wat niet in dit boek staat", "H2")
        loper.punten(boek.weggelaten)
    loper.y = max(loper.y + 4, 258.0) if loper.y < 264 else loper.y
    loper.alinea(_VERTROUWELIJK, stil=True)


def _teken_ingang(loper: Loper, ingang: Ingang) -> tuple[int, tuple[float, float, float, float]]:
    """Draw one line of the index with dots up to its page number; return where it stands."""
    blad, maat = loper.blad, _MAAT
    inspring = 6.0 * (ingang.niveau - 1)
    font = HALFVET if ingang.niveau == 1 else GEWOON
    regels = breek([Stuk(in_lijst(ingang.titel))], RUIMTE - inspring - 16, maat, gewoon=font)
    wit = 1.6 if ingang.niveau == 1 else 0.0
    if loper.y + wit + len(regels) * _REGEL > ONDER:
        loper.nieuwe_pagina()
    loper.y += wit
    boven = loper.y
    with blad.element("TOCI"), blad.element("Reference"), blad.inhoud("Link"):
        for regel in regels:
            loper.y += _REGEL
            woorden = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(X + inspring, loper.y - 1.4, f"{woorden} ", font=font, maat=maat, kleur=INKT)
        blad.tekst(X + RUIMTE, loper.y - 1.4, str(ingang.pagina), font=font, maat=maat, kleur=INKT,
                   plek="rechts")  # fmt: skip
    van = X + inspring + regels[-1].breedte + 2
    tot = X + RUIMTE - breedte(str(ingang.pagina), font, maat) / MM - 2
    if tot - van > 4:
        with blad.sier():
            blad.lijn(van, loper.y - 1.6, tot, loper.y - 1.6, kleur=LIJN, dikte=0.35,
                      streep=(0.35, 1.3))  # fmt: skip
    vak = (X * MM, (HOOGTE - loper.y) * MM, (X + RUIMTE) * MM, (HOOGTE - boven) * MM)
    return blad.pagina - 1, vak
