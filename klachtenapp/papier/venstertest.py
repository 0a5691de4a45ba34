"""The test page for the window envelope: print it, fold it, look through the window."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.gemeente import Gemeente, VensterKant
from klachtenapp.papier.blad import BREEDTE, Blad
from klachtenapp.papier.briefhoofd import teken_briefhoofd
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.sierwerk import teken_vouwlijn
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import adresplaats, gemeente_naam, teken_adres

_DAG = date(2000, 1, 1)  # the page is the same whenever it is printed
_PROEFADRES = (
    "Mevrouw A. van den Berg-Voorbeeld",
    "Stichting De Langste Naam van Nederland",
    "Afdeling Post",
    "Prins Willem-Alexanderstraat 1234 bis",
    "1234 AB  VOORBEELDSTAD",
)
# Common windows, from domein §8.1: left and its mirror image.
_VENSTERS = {"links": (20.0, 50.0, 110.0, 40.0), "rechts": (80.0, 50.0, 110.0, 40.0)}
_UITLEG = (
    "Print dit blad op ware grootte (100 procent). Kies niet voor 'passend maken'.",
    "Vouw het blad bij het streepje rechts. Stop het in de envelop.",
    "Schuif het blad heen en weer. Blijft het hele adres in het venster staan? Dan is het goed.",
    "Staat het er niet goed in? Meet hoeveel millimeter het scheelt. Pas dat aan bij Beheer.",
)


def teken_venstertest(gemeente: Gemeente, logo: Logo | None = None) -> bytes:
    """Return a page with a long address and the outlines of the windows at both sides."""
    blad = Blad("Test van de vensterenvelop", datum=_DAG, auteur=gemeente_naam(gemeente))
    kleur = leesbaar_op_wit(lees(gemeente.kleur))
    plaats = adresplaats(gemeente.venster)
    teken_briefhoofd(blad, gemeente, logo)
    rechts = gemeente.venster.kant is VensterKant.RECHTS
    with blad.sier():
        teken_vouwlijn(blad, gemeente.venster)
        for kant, (x, y, breed, hoog) in _VENSTERS.items():
            eigen = (kant == "rechts") is rechts
            blad.vlak(x, y, breed, hoog, lijn=kleur if eigen else LIJN, dikte=0.4 if eigen else 0.2)
        blad.vlak(plaats.x, plaats.y, plaats.breedte, plaats.hoogte, lijn=GRIJS, dikte=0.15)
    teken_adres(blad, _PROEFADRES, gemeente)
    _teken_linialen(blad)
    with blad.inhoud("H1"):
        blad.tekst(33, 118, "Past het adres in uw envelop?", font=VET, maat=18, kleur=INKT)
    with blad.element("L"):
        for nummer, zin in enumerate(_UITLEG, start=1):
            _teken_punt(blad, nummer, zin, 120 + nummer * 13)
    with blad.inhoud("P"):
        ingesteld = (
            f"Nu ingesteld: venster {gemeente.venster.kant}, {_mm(plaats.x)} van links, "
            f"{_mm(plaats.y)} van boven, {_mm(plaats.breedte)} breed, {_mm(plaats.hoogte)} hoog. "
        )
        blad.tekst(33, 192, ingesteld, maat=11, kleur=GRIJS)
        blad.tekst(33, 198, "Dik: een gewoon venster aan uw kant. Dun: de plek van het adres.",
                   maat=11, kleur=GRIJS)  # fmt: skip
    return blad.bewaar()


def _teken_punt(blad: Blad, nummer: int, zin: str, y: float) -> None:
    with blad.element("LI"):
        with blad.inhoud("Lbl"):
            blad.tekst(33, y, f"{nummer}. ", font=HALFVET, maat=12, kleur=INKT)
        with blad.inhoud("LBody"):
            for plek, regel in enumerate(breek([Stuk(zin)], 135, 12)):
                tekst = "".join(deel.tekst for deel in regel.delen)
                blad.tekst(41, y + plek * 5.6, tekst + " ", maat=12, kleur=INKT)


def _teken_linialen(blad: Blad) -> None:
    """Draw a ruler of 10 centimetres, to see whether the printer scales."""
    with blad.sier():
        for mm in range(0, 101, 5):
            x = (BREEDTE - 100) / 2 + mm
            blad.lijn(x, 270, x, 270 - (4 if mm % 10 == 0 else 2.5), kleur=INKT, dikte=0.2)
        blad.lijn((BREEDTE - 100) / 2, 270, (BREEDTE + 100) / 2, 270, kleur=INKT, dikte=0.2)
        blad.tekst(BREEDTE / 2, 275, "Dit is precies 10 centimeter.", font=GEWOON, maat=10,
                   kleur=GRIJS, plek="midden")  # fmt: skip


def _mm(waarde: float) -> str:
    return f"{waarde:g} mm".replace(".", ",")
