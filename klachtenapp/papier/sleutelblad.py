"""Secret words on paper, one A4: the herstelsleutel, or the invitation of a colleague.

Large letters and a QR code with the same words: it is read on a bad day, by whoever is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from klachtenapp.domain.dagtekst import lang
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.blad import BREEDTE, MM, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, OEFENING, Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET, breedte
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.qr import teken_qr
from klachtenapp.papier.tabel import in_lijst
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import gemeente_naam

_X: Final = 22.0
_BREED: Final = BREEDTE - 2 * _X
_RIJ: Final = 15.0
_PER_RIJ: Final = 3
_QR: Final = 38.0
_KOPMATEN: Final = (26.0, 22.0, 18.0, 15.0)
_KOPSTAP: Final = 6.6  # mm from line to line, of a title that takes more than one
_MAAT: Final = 12.5
_STAP: Final = 5.9


@dataclass(frozen=True, slots=True)
class Sleutelblad:
    """What stands on the sheet. ``delen`` are headings, each with its sentences."""

    titel: str
    onder: str
    woorden: Sequence[str]
    qr: str
    delen: Sequence[tuple[str, Sequence[str]]]


def teken_sleutelblad(gemeente: Gemeente, inhoud: Sleutelblad, datum: date) -> bytes:
    """Return the sheet as PDF."""
    blad = Blad(inhoud.titel, datum=datum, auteur=gemeente_naam(gemeente))
    kleur = leesbaar_op_wit(lees(gemeente.kleur))
    y = _teken_titel(blad, in_lijst(inhoud.titel.strip()), kleur)
    y = _alinea(blad, f"{inhoud.onder} Gemaakt op {lang(datum)}.", y, 11.5, GRIJS)
    y = _teken_woorden(blad, inhoud, y + 5, kleur)
    for kop, zinnen in inhoud.delen:
        y += 4.5
        with blad.inhoud("H2"):
            blad.tekst(_X, y + 5, kop + " ", font=HALFVET, maat=14.5, kleur=kleur)
        y += 7.5
        for zin in zinnen:
            y = _alinea(blad, zin, y, _MAAT, INKT) + 1.2
    if gemeente.oefening:
        with blad.sier("Pagination"):
            blad.tekst(BREEDTE / 2, 287, "OEFENING. Dit is niet echt.", font=VET, maat=9,
                       kleur=OEFENING, plek="midden")  # fmt: skip
    return blad.bewaar()


def _teken_titel(blad: Blad, titel: str, kleur: Kleur) -> float:
    """Write the title as large as it fits, a long name over more lines; returns the y below it."""
    breed = _BREED - 5
    passend = [m for m in _KOPMATEN if breedte(titel, VET, m) <= breed * MM]
    maat = passend[0] if passend else _KOPMATEN[-1]
    regels = breek([Stuk(titel)], breed, maat, gewoon=VET)
    meer = (len(regels) - 1) * _KOPSTAP
    with blad.sier():
        blad.vlak(_X, 20.5, 1.8, 12.5 + meer, vul=kleur)
    with blad.inhoud("H1"):
        for nummer, regel in enumerate(regels):
            tekst = "".join(deel.tekst for deel in regel.delen)
            y = 29.5 + nummer * _KOPSTAP
            blad.tekst(_X + 5, y, tekst + " ", font=VET, maat=maat, kleur=INKT)
    return 38.0 + meer


def _teken_woorden(blad: Blad, inhoud: Sleutelblad, y: float, kleur: Kleur) -> float:
    """Draw the words in rows of three, numbered, with the QR code beside them."""
    rijen = -(-len(inhoud.woorden) // _PER_RIJ)
    hoog = max(rijen * _RIJ + 8, _QR + 12)
    breed = _BREED - _QR - 18
    with blad.sier():
        blad.vlak(_X, y, _BREED, hoog, lijn=LIJN, dikte=0.5, straal=2.5)
    boven = y + (hoog - rijen * _RIJ) / 2
    with blad.element("L"):
        for nummer, woord in enumerate(inhoud.woorden):
            rij, plek = divmod(nummer, _PER_RIJ)
            x = _X + 7 + plek * breed / _PER_RIJ
            lijn = boven + rij * _RIJ + 10
            with blad.element("LI"):
                with blad.inhoud("Lbl"):
                    blad.tekst(x, lijn, f"{nummer + 1} ", maat=10, kleur=GRIJS)
                with blad.inhoud("LBody"):
                    blad.tekst(x + 5, lijn, woord + " ", font=HALFVET, maat=24, kleur=INKT)
    qx, qy = _X + _BREED - _QR - 6, y + (hoog - _QR) / 2
    alt = "QR-code met dezelfde woorden"
    with blad.inhoud("Figure", alt=alt, vak=(qx, qy, _QR, _QR)):
        teken_qr(blad, inhoud.qr, x=qx, y=qy, maat=_QR, kleur=INKT)
    return y + hoog


def _alinea(blad: Blad, zin: str, y: float, maat: float, kleur: Kleur) -> float:
    """Write a sentence over as many lines as it takes; returns the y below it."""
    stap = _STAP * maat / _MAAT
    with blad.inhoud("P"):
        for regel in breek([Stuk(in_lijst(zin))], _BREED, maat, gewoon=GEWOON):
            tekst = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(_X, y + stap * 0.78, tekst + " ", maat=maat, kleur=kleur)
            y += stap
    return y
