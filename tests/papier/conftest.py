"""A gemeente, a letter to change at will, and eyes to read a PDF with."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pdfplumber
import pytest

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.brief import Brief, Ondertekening
from klachtenapp.papier.tekst import vul

MM = 72 / 25.4
DAG = date(2026, 11, 20)

MaakBrief = Callable[..., Brief]
Teken = dict[str, Any]


@pytest.fixture(scope="session")
def gemeente() -> Gemeente:
    """Return a gemeente with everything filled in."""
    return Gemeente(
        "Voorbeeldstad",
        bezoekadres="Raadhuisplein 1",
        postadres="Postbus 100",
        postcode="1234 AB",
        plaats="Voorbeeldstad",
        telefoon="14 0123",
        belnummer="0123 - 45 67 00",
        email="klachten@voorbeeldstad.nl",
        website="www.voorbeeldstad.nl",
        openingstijden="maandag tot en met vrijdag van 9.00 tot 17.00 uur",
        ondertekenaar="M. de Groot",
        ondertekenaar_functie="afdelingshoofd",
    )


@pytest.fixture
def maak_brief(gemeente: Gemeente) -> MaakBrief:
    """Return a maker of letters: ``tekst`` is the body, the rest replaces a field."""

    def maak(tekst: str = "Dit is de brief.", **anders: Any) -> Brief:
        brief = Brief(
            gemeente=gemeente,
            adres=("De heer Y. Mohamed", "Lindelaan 12", "1234 CD  VOORBEELDSTAD"),
            datum=DAG,
            datum_tekst="20 november 2026",
            kenmerk="K2026-0094",
            referentie=(("Datum", "20 november 2026"), ("Ons kenmerk", "K2026-0094")),
            tekst=vul(f"onderwerp: Wij hebben uw klacht ontvangen\n\n{tekst}", {}),
            ondertekening=Ondertekening("P. Yılmaz", "klachtbehandelaar", "namens het college"),
        )
        return replace(brief, **anders)

    return maak


def tekens(pdf: bytes) -> list[list[Teken]]:
    """Return the printed characters of each page; places in millimetres from the top left."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return [
            [
                {
                    "text": c["text"],
                    "x0": c["x0"] / MM,
                    "x1": c["x1"] / MM,
                    "top": c["top"] / MM,
                    "bottom": c["bottom"] / MM,
                    "size": c["size"],
                }
                for c in blad.chars
            ]
            for blad in boek.pages
        ]


def woorden(pdf: bytes) -> list[str]:
    """Return the text of each page in drawing order, spaces as drawn."""
    return ["".join(str(c["text"]) for c in pagina) for pagina in tekens(pdf)]
