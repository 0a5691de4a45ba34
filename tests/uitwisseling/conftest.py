"""Small sheets made on the spot, and the road from a file to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from klachtenapp.uitwisseling.beoordelen import Beoordeling, beoordeel
from klachtenapp.uitwisseling.cellen import Blad, Werkmap
from klachtenapp.uitwisseling.kolommen import Kolomkeuze, deel_in

VANDAAG = date(2026, 11, 24)
KOP = ("Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Datum afgedaan", "Oordeel")

Bladen = Mapping[str, Sequence[Sequence[Any]]]


@pytest.fixture
def gegevens() -> Path:
    """The folder with whole files."""
    return Path(__file__).parent / "gegevens"


@pytest.fixture
def maak_xlsx(tmp_path: Path) -> Callable[[Bladen], Path]:
    """Make an xlsx with these sheets; ``None`` is an empty cell."""

    def maak(bladen: Bladen, naam: str = "oud.xlsx") -> Path:
        boek = openpyxl.Workbook()
        boek.remove(boek.worksheets[0])
        for titel, rijen in bladen.items():
            blad = boek.create_sheet(titel)
            for rij in rijen:
                blad.append(list(rij))
        pad = tmp_path / naam
        boek.save(pad)
        return pad

    return maak


def maak_werkmap(bladen: Bladen) -> Werkmap:
    """Return sheets as they would have been read, without a file."""
    uit = []
    for naam, rijen in bladen.items():
        breedte = max(map(len, rijen), default=0)
        vol = [
            ["" if cel is None else cel for cel in rij] + [""] * (breedte - len(rij))
            for rij in rijen
        ]
        uit.append(Blad(naam, vol))
    return Werkmap("oud.xlsx", "0" * 64, "xlsx", tuple(uit))


@pytest.fixture
def oordeel() -> Callable[..., Beoordeling]:
    """Judge rows under the usual header, or whole sheets."""

    def beoordeel_rijen(
        rijen: Sequence[Sequence[Any]] | Bladen,
        kop: Sequence[str] = KOP,
        keuze: Kolomkeuze | None = None,
    ) -> Beoordeling:
        bladen = rijen if isinstance(rijen, Mapping) else {"2021": [kop, *rijen]}
        werkmap = maak_werkmap(bladen)
        return beoordeel(werkmap, deel_in(werkmap, keuze), VANDAAG)

    return beoordeel_rijen


@pytest.fixture
def werkmap() -> Callable[[Bladen], Werkmap]:
    """Make sheets in memory."""
    return maak_werkmap
