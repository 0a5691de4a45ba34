"""The slip at the foot of a letter: below the signature, whole, and with lines to write on."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from klachtenapp.papier.blokken import Bloksoort
from klachtenapp.papier.brief import teken_brief
from klachtenapp.papier.tekst import vul
from tests.papier.conftest import MM, MaakBrief, tekens, woorden

STROOK = "---- Knip hier.\n\nIk vind het goed.\n\n____ Naam\n____ Handtekening"


def _lijnen(pdf: bytes) -> list[tuple[int, float, float]]:
    """Return page, place and length in millimetres of every level line in the text."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return [
            (nummer, lijn["top"] / MM, lijn["width"] / MM)
            for nummer, blad in enumerate(boek.pages)
            for lijn in blad.lines
            if 90 < lijn["top"] / MM < 275 and lijn["width"] / MM > 50
        ]


def test_a_cut_and_lines_are_kinds_of_their_own() -> None:
    blokken = vul(f"onderwerp: Strook\n\nTekst.\n\n{STROOK}", {}).blokken
    assert [blok.soort for blok in blokken] == [
        Bloksoort.ALINEA, Bloksoort.KNIP, Bloksoort.ALINEA, Bloksoort.INVUL, Bloksoort.INVUL,
    ]  # fmt: skip
    assert [blok.tekst for blok in blokken][-1] == "Handtekening"


@pytest.mark.parametrize("kwaad", ["---- Knip hier.", "____ Naam", "x\n\n---- y"])
def test_a_fact_is_never_a_slip(kwaad: str) -> None:
    blokken = vul("onderwerp: Feit\n\n{{feit}}", {"feit": kwaad}).blokken
    assert {blok.soort for blok in blokken} == {Bloksoort.ALINEA}


def test_the_slip_comes_below_the_signature(maak_brief: MaakBrief) -> None:
    pdf = teken_brief(maak_brief(f"Dit is de brief.\n\n{STROOK}"))
    (blad,) = woorden(pdf)
    plekken = [blad.index(w) for w in ("de brief", "P. Yılmaz", "Knip", "Naam", "Handtekening")]
    assert plekken == sorted(plekken)
    lijnen = _lijnen(pdf)
    assert len(lijnen) == 3
    assert [round(lengte) for _, _, lengte in lijnen] == [144, 110, 110]


@pytest.mark.parametrize("regels", range(4, 44, 4))
def test_the_slip_is_never_cut_in_two(maak_brief: MaakBrief, regels: int) -> None:
    tekst = "\n\n".join(f"Alinea {nummer}." for nummer in range(regels))
    pdf = teken_brief(maak_brief(f"{tekst}\n\n{STROOK}"))
    paginas = ["".join(str(c["text"]) for c in blad) for blad in tekens(pdf)]
    op = [nr for nr, blad in enumerate(paginas) for w in ("Knip", "goed.", "Naam") if w in blad]
    assert len(op) == 3
    assert len(set(op)) == 1
    assert all(c["bottom"] < 277 for blad in tekens(pdf) for c in blad if c["size"] > 8.5)


def test_a_line_to_write_on_may_stand_in_the_letter_itself(maak_brief: MaakBrief) -> None:
    pdf = teken_brief(maak_brief("Vul in:\n\n____ Uw nummer"))
    assert len(_lijnen(pdf)) == 1
