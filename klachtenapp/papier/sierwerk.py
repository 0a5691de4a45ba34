"""Marks on the paper that are no content: fold mark, OEFENING, and the window test page."""

from __future__ import annotations

from klachtenapp.domain.gemeente import Gemeente, Venster
from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.kleur import GRIJS, OEFENING, WIT, meng
from klachtenapp.papier.lettertype import VET


def teken_vouwlijn(blad: Blad, venster: Venster) -> None:
    """Draw the fold mark at the right edge; a vouwlijn of 0 means none."""
    if venster.vouwlijn:
        blad.lijn(BREEDTE - 8, venster.vouwlijn, BREEDTE - 4.5, venster.vouwlijn, kleur=GRIJS,
                  dikte=0.15)  # fmt: skip


def teken_oefening(blad: Blad, gemeente: Gemeente) -> None:
    """Mark the print of a fictional register, outside the window and behind the text."""
    if not gemeente.oefening:
        return
    licht = meng(OEFENING, WIT, 0.88)
    with blad.gedraaid(BREEDTE / 2, 205, 50):
        blad.tekst(0, 12, "OEFENING", font=VET, maat=104, kleur=licht, plek="midden")
    blad.vlak(BREEDTE - 51, 5, 43, 6.6, lijn=OEFENING, dikte=0.4, straal=1.5)
    blad.tekst(BREEDTE - 29.5, 9.4, "OEFENING, geen echte brief", font=VET, maat=8,
               kleur=OEFENING, plek="midden")  # fmt: skip


def teken_oefening_rand(blad: Blad, gemeente: Gemeente) -> None:
    """Mark a sheet without a window: a line of text in the bottom margin."""
    if gemeente.oefening:
        tekst = "OEFENING. Dit blad hoort bij een oefening. Het is niet echt."
        blad.tekst(BREEDTE / 2, HOOGTE - 6.5, tekst, font=VET, maat=9, kleur=OEFENING,
                   plek="midden")  # fmt: skip
