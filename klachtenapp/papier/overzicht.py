"""An overview: a title, what it is about, and one tagged table over as many pages as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier import tabel as tabelwerk
from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import VET
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.sierwerk import teken_oefening_rand
from klachtenapp.papier.tabel import Gezet, Kolom, Tabel, in_lijst
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import gemeente_naam

__all__ = ["Kolom", "Overzicht", "teken_overzicht"]

_X = 18.0
_RUIMTE = BREEDTE - 2 * _X
_ONDER = HOOGTE - 20
_BOVEN_VERVOLG = 22.0
_VERVANGEN = "Een vraagteken kan staan voor een teken dat ons lettertype niet kent."


@dataclass(frozen=True, slots=True)
class Overzicht:
    """What the overview shows. ``inleiding`` are lines of text under the title.

    ``leeg`` is said instead of a table without rows; ``datum`` is the day of printing.
    """

    gemeente: Gemeente
    titel: str
    datum: date
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[str, ...], ...]
    inleiding: tuple[str, ...] = ()
    leeg: str = "Er is niets om te laten zien."


def teken_overzicht(overzicht: Overzicht) -> bytes:
    """Return the overview as PDF, on standing A4."""
    kleur = leesbaar_op_wit(lees(overzicht.gemeente.kleur))
    blad = Blad(overzicht.titel, datum=overzicht.datum, auteur=gemeente_naam(overzicht.gemeente))
    boven = _teken_hoofd(blad, overzicht, kleur)
    if not overzicht.rijen:
        _teken_alinea(blad, overzicht.leeg, boven + 6, INKT)
        _teken_voet(blad, overzicht, 1, 1)
        return blad.bewaar()
    inhoud = Tabel(overzicht.kolommen, overzicht.rijen, x=_X, breedte=_RUIMTE)
    gezet = tabelwerk.zet(inhoud, lambda pagina: (boven if pagina == 0 else _BOVEN_VERVOLG, _ONDER))
    _teken_tabel(blad, overzicht, gezet, kleur)
    return blad.bewaar()


def _teken_tabel(blad: Blad, overzicht: Overzicht, gezet: Gezet, kleur: Kleur) -> None:
    aantal = len(gezet.paginas)
    _teken_voet(blad, overzicht, 1, aantal)

    def volgende(pagina: int) -> None:
        blad.nieuwe_pagina()
        _teken_vervolg(blad, overzicht)
        _teken_voet(blad, overzicht, pagina + 1, aantal)

    onder = tabelwerk.teken(blad, gezet, volgende, kleur=kleur)
    if gezet.vervangen and onder < _ONDER:
        _teken_alinea(blad, _VERVANGEN, onder + 1.5, GRIJS)


def _teken_hoofd(blad: Blad, overzicht: Overzicht, kleur: Kleur) -> float:
    """Draw name, title and introduction; return the y where the table begins."""
    with blad.sier():
        blad.vlak(_X, 15.6, 1.4, 6.4, vul=kleur)
    with blad.inhoud("P"):
        naam = gemeente_naam(overzicht.gemeente)
        blad.tekst(_X + 4, 20.2, naam + " ", font=VET, maat=10.5, kleur=INKT)
    y = 33.0
    with blad.inhoud("H1"):
        for regel in breek([Stuk(in_lijst(overzicht.titel))], _RUIMTE, 18, gewoon=VET):
            tekst = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(_X, y, tekst + " ", font=VET, maat=18, kleur=INKT)
            y += 7.4
    y -= 4.6
    for zin in overzicht.inleiding:
        y = _teken_alinea(blad, zin, y, GRIJS)
    return y + 3.0


def _teken_alinea(blad: Blad, zin: str, y: float, kleur: Kleur) -> float:
    """Draw one paragraph with its top at ``y``; return the y below it."""
    with blad.inhoud("P"):
        for regel in breek([Stuk(in_lijst(zin))], _RUIMTE, 10):
            tekst = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(_X, y + 3.8, tekst + " ", maat=10, kleur=kleur)
            y += 4.8
    return y


def _teken_vervolg(blad: Blad, overzicht: Overzicht) -> None:
    with blad.sier("Pagination"):
        blad.tekst(_X, 16.5, in_lijst(overzicht.titel), font=VET, maat=10, kleur=INKT)
        blad.tekst(_X + _RUIMTE, 16.5, gemeente_naam(overzicht.gemeente), maat=9,
                   kleur=GRIJS, plek="rechts")  # fmt: skip


def _teken_voet(blad: Blad, overzicht: Overzicht, nummer: int, aantal: int) -> None:
    with blad.sier("Pagination"):
        blad.lijn(_X, HOOGTE - 15.5, _X + _RUIMTE, HOOGTE - 15.5, kleur=LIJN, dikte=0.2)
        gemaakt = f"Gemaakt op {dagtekst.lang(overzicht.datum)}"
        blad.tekst(_X, HOOGTE - 11, gemaakt, maat=8.5, kleur=GRIJS)
        blad.tekst(_X + _RUIMTE, HOOGTE - 11, f"pagina {nummer} van {aantal}", maat=8.5,
                   kleur=GRIJS, plek="rechts")  # fmt: skip
        teken_oefening_rand(blad, overzicht.gemeente)
