"""Everything around the text of a letter: reference block, subject, foot, page 2."""

from __future__ import annotations

from klachtenapp.domain import huisstijl
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.blad import BREEDTE, MM, Blad
from klachtenapp.papier.briefmodel import LINKS, TEKSTBREEDTE, Brief
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN
from klachtenapp.papier.lettertype import GEWOON, VET, breedte, drukbaar
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.sierwerk import teken_oefening
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import gemeente_naam

_KOLOMMEN = (33.0, 71.0, 109.0, 147.0)
_VOET = 282.0
_VOETREGEL = 3.5
_ANKER = 276.7


def teken_referentie(blad: Blad, brief: Brief) -> float:
    """Draw the reference block in rows of four; return the y below it.

    Label and value have the same size: programs that read text off the page take them for
    one column then, and read each value behind its own label.
    """
    y = 94.0
    kolom = 0
    for label, waarde in brief.referentie:
        schoon = drukbaar(waarde)
        maat = 9.5
        vakken = 1
        ruimte = _KOLOMMEN[1] - _KOLOMMEN[0] - 2
        nodig = max(breedte(tekst, GEWOON, maat) for tekst in (schoon, label)) / MM
        if nodig > ruimte:
            vakken = 2
            while breedte(schoon, GEWOON, maat) / MM > 2 * ruimte and maat > 7:
                maat -= 0.25
        if kolom + vakken > len(_KOLOMMEN):
            kolom, y = 0, y + 9.4
        x = _KOLOMMEN[kolom]
        with blad.inhoud("P"):
            blad.tekst(x, y, label + " ", maat=maat, kleur=GRIJS)
            blad.tekst(x, y + 4.1, schoon, maat=maat, kleur=INKT)
        kolom += vakken
    return y + 4.1


def teken_onderwerp(blad: Blad, brief: Brief, boven: float) -> float:
    """Draw what the letter is about; return the y where the text begins."""
    regels = breek([Stuk(brief.tekst.onderwerp)], TEKSTBREEDTE, 14, gewoon=VET)
    y = boven + 9.6
    with blad.inhoud("H1"):
        for nummer, regel in enumerate(regels):
            tekst = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(LINKS, y + nummer * 6.2, tekst + " ", font=VET, maat=14, kleur=INKT)
    return y + (len(regels) - 1) * 6.2 + 4.6


def teken_vervolg(blad: Blad, brief: Brief, nummer: int, aantal: int) -> None:
    """Draw the head of page 2 and further: who, kenmerk, datum, pagina x van y."""
    gemeente = brief.gemeente
    with blad.sier("Pagination"):
        blad.vlak(LINKS, 14.6, 1.2, 6.4, vul=brief.kleur)
        wie = gemeente_naam(gemeente)
        blad.tekst(LINKS + 4, 19.2, wie, font=VET, maat=10, kleur=INKT)
        rechts = f"{brief.kenmerk}   |   {brief.datum_tekst}   |   pagina {nummer} van {aantal}"
        blad.tekst(LINKS + TEKSTBREEDTE, 19.2, rechts, maat=9, kleur=GRIJS, plek="rechts")
        blad.lijn(LINKS, 24.5, LINKS + TEKSTBREEDTE, 24.5, kleur=LIJN, dikte=0.2)
        _teken_anker(blad, brief.anker)
    with blad.sier():
        teken_oefening(blad, gemeente)


def teken_voet(blad: Blad, gemeente: Gemeente, nummer: int, aantal: int, anker: str = "") -> None:
    """Draw the foot of page 1: the lines of the gemeente, and the page when there are more.

    ``anker`` stands above it on a signed letter.
    """
    regels = [drukbaar(regel) for regel in huisstijl.voetregels(gemeente)]
    ruimte = TEKSTBREEDTE - (22 if aantal > 1 else 0)
    maat = 7.8
    while any(breedte(regel, GEWOON, maat) / MM > ruimte for regel in regels) and maat > 5:
        maat -= 0.2
    with blad.sier("Pagination"):
        blad.lijn(LINKS, _VOET - 4.5, BREEDTE - LINKS, _VOET - 4.5, kleur=LIJN, dikte=0.2)
        _teken_anker(blad, anker)
        for plek, regel in enumerate(regels):
            blad.tekst(LINKS, _VOET - 0.4 * (len(regels) > 2) + plek * _VOETREGEL, regel,
                       maat=maat, kleur=GRIJS)  # fmt: skip
        if aantal > 1:
            tekst = f"pagina {nummer} van {aantal}"
            blad.tekst(BREEDTE - LINKS, _VOET, tekst, maat=7.8, kleur=GRIJS, plek="rechts")


def _teken_anker(blad: Blad, anker: str) -> None:
    """Draw the end of the log on paper, so that no earlier line can be changed unseen."""
    if anker:
        tekst = f"Digitaal ondertekend  |  controleteken {anker}"
        blad.tekst(BREEDTE - LINKS, _ANKER, tekst, maat=6.8, kleur=GRIJS, plek="rechts")
