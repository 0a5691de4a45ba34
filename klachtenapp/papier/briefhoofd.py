"""The head of a letter: the logo, or the name of the gemeente, above the window of the envelope."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.gemeente import Briefhoofd, Gemeente
from klachtenapp.papier.blad import MM, Blad
from klachtenapp.papier.briefmodel import LINKS, TEKSTBREEDTE
from klachtenapp.papier.kleur import GRIJS, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, VET, breedte
from klachtenapp.papier.logo import Logo, passend, teken_logo
from klachtenapp.papier.venster import adresplaats, gemeente_naam

_BOVEN = 14.0
_ONDER = 36.0
_BREED = 66.0
_SPELING = 4.0  # the paper moves in the envelope
_RETOUR = 4.0  # the return address stands above the address
_MINST = 8.0
_NAAM_MINST = 14.6


@dataclass(frozen=True, slots=True)
class Hoofdvak:
    """The room for the head in millimetres from the top left of the page."""

    x: float
    y: float
    breedte: float
    hoogte: float


def hoofdvak(gemeente: Gemeente, breed: float = _BREED) -> Hoofdvak:
    """Return where the head may stand: at its side, and never behind the window."""
    rechts = gemeente.briefhoofd is Briefhoofd.RECHTS
    x = LINKS + TEKSTBREEDTE - breed if rechts else LINKS
    venster = adresplaats(gemeente.venster)
    naast = x >= venster.x + venster.breedte + _SPELING or x + breed <= venster.x - _SPELING
    onder = _ONDER if naast else min(_ONDER, venster.y - _RETOUR - _SPELING)
    return Hoofdvak(x, _BOVEN, breed, max(0.0, onder - _BOVEN))


def teken_briefhoofd(blad: Blad, gemeente: Gemeente, logo: Logo | None = None) -> None:
    """Draw the logo, or without one the name with a bar in the colour of the gemeente.

    Where the window lies so high that nothing fits above it, there is no head: the address
    must be read. Draw it outside ``inhoud`` and ``sier``.
    """
    if logo is None:
        _teken_naam(blad, gemeente)
        return
    vak = _logovak(gemeente, logo)
    if vak.hoogte >= _MINST:
        plek = "rechts" if gemeente.briefhoofd is Briefhoofd.RECHTS else "links"
        teken_logo(blad, logo, vak.x, vak.y, vak.breedte, vak.hoogte, plek=plek)


def _logovak(gemeente: Gemeente, logo: Logo) -> Hoofdvak:
    """Return the room for this logo: a narrow one fits beside a window that lies high."""
    breed, _ = passend(logo, _BREED, _ONDER - _BOVEN)
    return hoofdvak(gemeente, breed)


def _teken_naam(blad: Blad, gemeente: Gemeente) -> None:
    plaats = gemeente_naam(gemeente).partition(" ")[2] or gemeente_naam(gemeente)
    maat = 21.0
    while breedte(plaats, VET, maat) > 95 * MM:
        maat -= 0.5
    breed = 5 + max(breedte(plaats, VET, maat), breedte("gemeente", GEWOON, 11.5)) / MM
    vak = hoofdvak(gemeente, breed)
    if vak.hoogte < _NAAM_MINST:
        return
    y = vak.y + min(3.2, vak.hoogte - _NAAM_MINST)
    kleur = leesbaar_op_wit(lees(gemeente.kleur))
    with blad.sier():
        blad.vlak(vak.x, y, 1.8, _NAAM_MINST, vul=kleur)
    with blad.inhoud("P"):  # who writes is the first thing to be read
        blad.tekst(vak.x + 5, y + 4.2, "gemeente ", font=GEWOON, maat=11.5, kleur=GRIJS)
        blad.tekst(vak.x + 5, y + 13.4, plaats, font=VET, maat=maat, kleur=kleur)
