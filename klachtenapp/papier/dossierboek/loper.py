"""Draws headings, text and tables one below the other, over as many pages as that takes."""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier import tabel as tabelwerk
from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, VET
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.sierwerk import teken_oefening_rand
from klachtenapp.papier.structuur import Element
from klachtenapp.papier.tabel import Kolom, Tabel, in_lijst
from klachtenapp.papier.tekst import Stuk
from klachtenapp.papier.venster import gemeente_naam

X = 20.0
RUIMTE = BREEDTE - 2 * X
ONDER = HOOGTE - 20
BOVEN_VERVOLG = 26.0
_KOPMATEN = {"H1": (18.0, 7.4), "H2": (12.5, 5.6)}
_NA_KOP = 14.0  # mm that must remain below a heading, for the first lines of its text


class Boek(Protocol):
    """What the pen must know of what it writes in."""

    @property
    def gemeente(self) -> Gemeente:
        """Whose book it is."""

    @property
    def datum(self) -> date:
        """The day on which it is made."""

    @property
    def titel(self) -> str:
        """What stands above every page."""


class Loper:
    """A pen that knows how far down the page it is; ``y`` in mm from the top."""

    def __init__(self, boek: Boek, titel: str, *, hele_boek: bool = False) -> None:
        """Begin a chapter; ``hele_boek`` names the PDF after the book, whose first part it is."""
        self.boek = boek
        self.titel = titel
        self.kleur: Kleur = leesbaar_op_wit(lees(boek.gemeente.kleur))
        naam = boek.titel if hele_boek or not titel else f"{boek.titel}: {titel}"
        self.blad = Blad(naam, datum=boek.datum, auteur=gemeente_naam(boek.gemeente))
        self.y = 24.0
        self._rand()

    def kop(self, tekst: str, rol: str = "H1") -> None:
        """Draw a heading, on the next page when its text would not stand below it."""
        maat, hoogte = _KOPMATEN[rol]
        regels = breek([Stuk(in_lijst(tekst))], RUIMTE, maat, gewoon=VET)
        if self.y + len(regels) * hoogte + _NA_KOP > ONDER:
            self.nieuwe_pagina()
        elif rol != "H1":
            self.y += 4.0
        with self.blad.inhoud(rol):
            for regel in regels:
                self.y += hoogte
                woorden = "".join(deel.tekst for deel in regel.delen)
                kleur = self.kleur if rol == "H2" else INKT
                self.blad.tekst(X, self.y, f"{woorden} ", font=VET, maat=maat, kleur=kleur)
        self.y += 2.6 if rol == "H1" else 1.4

    def alinea(self, tekst: str, *, stil: bool = False) -> None:
        """Draw text, one paragraph for each stretch between blank lines."""
        for deel in re.split(r"\n\s*\n", tekst.strip()):
            if deel.strip():
                self._alinea(deel.strip(), 9.5 if stil else 10.5, GRIJS if stil else INKT)

    def punten(self, regels: tuple[str, ...]) -> None:
        """Draw a list, a line or two for each point."""
        maat, hoogte = 10.5, 10.5 * 0.46
        with self.blad.element("L", telling="Disc"):
            for tekst in regels:
                gebroken = breek([Stuk(in_lijst(tekst))], RUIMTE - 5, maat)
                if self.y + len(gebroken) * hoogte > ONDER:
                    self.nieuwe_pagina()
                with self.blad.element("LI"):
                    with self.blad.inhoud("Lbl"):
                        self.blad.tekst(X, self.y + 0.76 * hoogte, "• ", maat=maat, kleur=INKT)
                    with self.blad.inhoud("LBody"):
                        for regel in gebroken:
                            self.y += hoogte
                            woorden = "".join(deel.tekst for deel in regel.delen)
                            self.blad.tekst(X + 5, self.y - 0.24 * hoogte, f"{woorden} ",
                                            maat=maat, kleur=INKT)  # fmt: skip
                self.y += 0.8
        self.y += 1.6

    def lijst(self, kolommen: tuple[Kolom, ...], rijen: tuple[tuple[str, ...], ...]) -> None:
        """Draw a table; its head comes back on every page."""
        gezet = tabelwerk.zet(
            Tabel(kolommen, rijen, x=X, breedte=RUIMTE, maat=9.5),
            lambda pagina: (self.y + 1.0 if pagina == 0 else BOVEN_VERVOLG, ONDER),
        )
        self.y = tabelwerk.teken(
            self.blad, gezet, lambda _nummer: self.nieuwe_pagina(), kleur=self.kleur
        )
        self.y += 3.0

    def nieuwe_pagina(self) -> None:
        """Go on at the top of the next page, below the name of the chapter."""
        self.blad.nieuwe_pagina()
        with self.blad.sier("Pagination"):
            links = f"{self.boek.titel}   |   {self.titel}" if self.titel else self.boek.titel
            self.blad.tekst(X, 16.5, in_lijst(links), maat=9, kleur=GRIJS)
            self.blad.lijn(X, 19.5, X + RUIMTE, 19.5, kleur=LIJN, dikte=0.2)
        self._rand()
        self.y = BOVEN_VERVOLG

    def _rand(self) -> None:
        with self.blad.sier("Pagination"):
            teken_oefening_rand(self.blad, self.boek.gemeente)

    def _alinea(self, tekst: str, maat: float, kleur: Kleur) -> None:
        hoogte = maat * 0.46
        element: Element | None = None
        regels = breek([Stuk(in_lijst(tekst))], RUIMTE, maat, gewoon=GEWOON)
        while regels:
            past = int((ONDER - self.y) / hoogte)
            if past < min(2, len(regels)):
                self.nieuwe_pagina()
                continue
            nu, regels = regels[:past], regels[past:]
            with self.blad.inhoud(element if element is not None else "P") as element:
                for regel in nu:
                    self.y += hoogte
                    for deel in regel.delen:
                        self.blad.tekst(X + deel.x, self.y - 0.24 * hoogte, deel.tekst + " ",
                                        font=deel.font, maat=maat, kleur=kleur)  # fmt: skip
        self.y += 2.4
