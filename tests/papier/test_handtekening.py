"""A signed letter: the picture above the name, the end of the log in the foot, nothing moved."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pdfplumber
import pikepdf
import pytest

from klachtenapp.papier.brief import Brief, teken_brief
from klachtenapp.papier.handtekening import BREEDST, HOOGST
from klachtenapp.papier.logo import Logo
from klachtenapp.uitwisseling import handtekeningbeeld
from tests.papier import huisstijlen
from tests.papier.handtekeningen import als, beeld, krabbel
from tests.papier.soorten import ANKER, getekend

_MM = 72 / 25.4
# One page at its widest, one that is set tighter to fit, several pages, in large letters.
_BRIEVEN = {
    "ruim": huisstijlen.brief(),
    "krap": huisstijlen.brief(keer=5),
    "paginas": huisstijlen.brief(keer=8),
    "groot": replace(huisstijlen.brief(), groot=True),
}


def _woorden(pdf: bytes) -> list[tuple[int, str, float, float]]:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return [
            (nummer, w["text"], round(w["x0"], 2), round(w["top"], 2))
            for nummer, blad in enumerate(boek.pages)
            for w in blad.extract_words()
        ]


def _beelden(pdf: bytes) -> list[tuple[int, dict[str, Any]]]:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return [(nummer, b) for nummer, blad in enumerate(boek.pages) for b in blad.images]


@pytest.mark.parametrize("soort", _BRIEVEN)
def test_nothing_moves_for_the_picture(soort: str) -> None:
    brief = _BRIEVEN[soort]
    zonder, met = _woorden(teken_brief(brief)), _woorden(teken_brief(getekend(brief)))
    erbij = [w[1] for w in met if w not in zonder]
    paginas = zonder[-1][0] + 1
    assert [w for w in zonder if w not in met] == []
    assert " ".join(erbij) == " ".join([f"Digitaal ondertekend | controleteken {ANKER}"] * paginas)


@pytest.mark.parametrize("soort", _BRIEVEN)
@pytest.mark.parametrize("maat", [(900, 360), (1500, 160), (300, 900)])
def test_the_picture_stands_between_greeting_and_name(soort: str, maat: tuple[int, int]) -> None:
    schoon = handtekeningbeeld.maak_schoon(als(krabbel(maat)))
    brief = _BRIEVEN[soort]
    wie = replace(brief.ondertekening, beeld=Logo("png", schoon, "Handtekening van Ş. Łukasz"))
    pdf = teken_brief(replace(brief, ondertekening=wie))
    ((pagina, plaat),) = _beelden(pdf)
    regels = [w for w in _woorden(pdf) if w[0] == pagina]
    naam = next(w for w in regels if w[1] == "Ş.")
    groet = max((w for w in regels if w[3] < naam[3]), key=lambda w: w[3])
    assert groet[3] + 9 < plaat["top"] < plaat["bottom"] < naam[3] + 2
    assert plaat["bottom"] - plaat["top"] <= HOOGST * _MM + 0.1
    assert plaat["x1"] - plaat["x0"] <= BREEDST * _MM + 0.1
    assert min(plaat["bottom"] - plaat["top"], plaat["x1"] - plaat["x0"]) > 3 * _MM


def test_a_screen_reader_hears_whose_signature_it_is() -> None:
    with pikepdf.open(io.BytesIO(teken_brief(getekend(huisstijlen.brief())))) as boek:
        delen = list(boek.Root.StructTreeRoot.K[0].K)
        rollen = [str(deel.S) for deel in delen]
        plek = rollen.index("/Figure")
        assert str(delen[plek].Alt) == "Handtekening van Ş. Łukasz"
        assert rollen[plek + 1 :] == ["/P"]  # and then only his name


def test_the_picture_alone_is_no_proof_on_paper() -> None:
    """A letter with a picture and no end of the log does not say that it was signed."""
    brief: Brief = huisstijlen.brief()
    met = replace(brief, ondertekening=replace(brief.ondertekening, beeld=beeld()))
    assert "controleteken" not in [w[1] for w in _woorden(teken_brief(met))]
