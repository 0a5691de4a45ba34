"""What is gathered while one row is read: the let ops, and the lines for the notes."""

from __future__ import annotations

from klachtenapp.uitwisseling.cellen import Cel, als_tekst


class Rijnotities:
    """``let_op`` are sentences without capital and point, ``regels`` labelled lines.

    ``nul_hersteld``: the phone number got its leading 0 back.
    """

    __slots__ = ("_koppen", "let_op", "nul_hersteld", "regels")

    def __init__(self, koppen: tuple[str, ...]) -> None:
        self._koppen = koppen
        self.let_op: list[str] = []
        self.regels: list[str] = []
        self.nul_hersteld = False

    def bewaar(self, kolom: int, cel: Cel) -> None:
        """Keep a cell under the header of its column: ``Corsa nr: 21.61925``."""
        self.noteer(self._koppen[kolom], als_tekst(cel))

    def noteer(self, kop: str, tekst: str) -> None:
        """Keep a text under a heading."""
        regel = f"{kop.rstrip(':')}: {tekst}"
        if regel not in self.regels:
            self.regels.append(regel)

    def kop(self, kolom: int) -> str:
        """Return the header of a column."""
        return self._koppen[kolom]

    @property
    def tekst(self) -> str:
        """The notes, one line for each thing kept."""
        return "\n".join(self.regels)
