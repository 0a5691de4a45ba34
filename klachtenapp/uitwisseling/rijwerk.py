"""One row while it is read: its cells by field, and what is gathered on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klachtenapp.uitwisseling.cellen import Cel, Rij, teksten
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld

LANGSTE = 150
"""Longest text in a cell that is short by nature; a longer one goes to the notes."""


class Rijwerk:
    """The cells of a row. ``teksten`` are all cells as text, by column.

    ``let_op`` are sentences without capital and point, ``regels`` the labelled lines for the
    notes. ``nul_hersteld``: the phone number got its leading 0 back.
    """

    __slots__ = ("_koppen", "_plek", "let_op", "nul_hersteld", "regels", "rij", "teksten")

    def __init__(self, plek: Mapping[Kolomveld, int], koppen: Sequence[str], rij: Rij) -> None:
        self._plek = plek
        self._koppen = koppen
        self.rij = rij
        self.teksten = teksten(rij)
        self.let_op: list[str] = []
        self.regels: list[str] = []
        self.nul_hersteld = False

    def heeft_een_van(self, velden: frozenset[Kolomveld]) -> bool:
        """Whether the sheet has a column for at least one of the fields."""
        return not velden.isdisjoint(self._plek)

    def heeft(self, veld: Kolomveld) -> bool:
        """Whether the sheet has a column for the field."""
        return veld in self._plek

    def cel(self, veld: Kolomveld) -> Cel:
        """Return the cell of a field; ``""`` when the sheet has no column for it."""
        kolom = self._plek.get(veld)
        return "" if kolom is None else self.rij[kolom]

    def tekst(self, veld: Kolomveld) -> str:
        """Return the cell of a field as text; ``""`` when the sheet has no column for it."""
        kolom = self._plek.get(veld)
        return "" if kolom is None else self.teksten[kolom]

    def kort(self, veld: Kolomveld) -> str:
        """Return the cell of a field that is short by nature; a long one goes to the notes.

        No pattern is ever tried on pages of text, which could take for ever.
        """
        kolom = self._plek.get(veld)
        if kolom is None:
            return ""
        tekst = self.teksten[kolom]
        if len(tekst) <= LANGSTE:
            return tekst
        zin = f"{LABELS[veld]}: de tekst in de cel is te lang; bewaard in de notities"
        if zin not in self.let_op:
            self.let_op.append(zin)
            self.bewaar_veld(veld)
        return ""

    def bewaar(self, kolom: int) -> None:
        """Keep a filled cell under the header of its column: ``Corsa nr: 21.61925``."""
        if self.teksten[kolom]:
            self.noteer(self._koppen[kolom], self.teksten[kolom])

    def bewaar_veld(self, veld: Kolomveld) -> None:
        """Keep the cell of a field, if the sheet has a column for it."""
        if veld in self._plek:
            self.bewaar(self._plek[veld])

    def noteer(self, kop: str, tekst: str) -> None:
        """Keep a text under a heading; never the same line twice."""
        regel = f"{kop.rstrip(':')}: {tekst}"
        if regel not in self.regels:
            self.regels.append(regel)

    def noteer_rest(self, veld: Kolomveld, tekst: str) -> None:
        """Keep the part of a cell that found no field of its own."""
        self.noteer(f"{self._koppen[self._plek[veld]]} (verder)", tekst)

    def twijfel(self, veld: Kolomveld, zin: str) -> None:
        """Keep the cell of a field and say what was made of it."""
        self.let_op.append(f"{LABELS[veld]}: '{self.tekst(veld)[:60]}' is {zin}")
        self.bewaar_veld(veld)
