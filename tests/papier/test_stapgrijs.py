"""The stappenplan as a printer without colour makes it: read from the dots on the paper."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
import zxingcpp

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.stappen import Formaat
from klachtenapp.papier.stappenplan import teken_stappenplan
from tests.papier.conftest import MM
from tests.papier.soorten import SOORTEN, stappenplan_model

_DPI = 150
_LEESBAAR = 4.5  # WCAG AA for text
_ZICHTBAAR = 3.0  # WCAG AA for a sign


def _grijs(pdf: bytes) -> Any:
    """Return the first page in grey, as an image."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return boek.pages[0].to_image(resolution=_DPI).original.convert("L")


def _contrast(een: int, ander: int) -> float:
    """Return the contrast of two levels of grey (WCAG 2)."""
    licht, donker = sorted((_helder(een), _helder(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helder(grijs: int) -> float:
    k = grijs / 255
    return k / 12.92 if k <= 0.04045 else float(((k + 0.055) / 1.055) ** 2.4)


def _vak(beeld: Any, x: float, y: float, breed: float, hoog: float) -> tuple[int, int]:
    """Return the darkest and the lightest grey of a rectangle in millimetres."""
    punt = _DPI / 25.4
    plek = tuple(round(getal * punt) for getal in (x, y, x + breed, y + hoog))
    laag, hoogst = beeld.crop(plek).getextrema()
    return int(laag), int(hoogst)


def _plek(pdf: bytes, woord: str) -> tuple[float, float, float, float]:
    """Return where a word stands: left, top, right, bottom in millimetres."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        gevonden = boek.pages[0].search(woord)[0]
    return tuple(gevonden[naam] / MM for naam in ("x0", "top", "x1", "bottom"))  # type: ignore[return-value]


@pytest.mark.parametrize("hexkleur", ["#00693E", "#FFD800", "#E10600", "#0B5CAD", "#8BC34A"])
def test_the_place_and_what_is_done_show_in_grey(hexkleur: str) -> None:
    plan = stappenplan_model("kort", persoonlijk=True)
    plan = replace(plan, gemeente=replace(plan.gemeente, kleur=hexkleur))
    pdf = teken_stappenplan(plan)
    beeld = _grijs(pdf)
    links, boven, rechts, onder = _plek(pdf, "U bent hier")
    vlag = _vak(beeld, links, boven, rechts - links, onder - boven)
    assert _contrast(*vlag) >= _LEESBAAR  # white letters on the flag
    midden = (boven + onder) / 2
    kader = _vak(beeld, 12.0, midden + 6, 2.4, 2.0)  # the frame, from the white of the margin
    assert _contrast(*kader) >= _ZICHTBAAR
    links, boven, _, onder = _plek(pdf, "klaar op")
    vinkje = _vak(beeld, links - 6.5, boven, 6.0, onder - boven)
    assert _contrast(*vinkje) >= _ZICHTBAAR  # the tick before the date
    later = _plek(pdf, "niet nodig")
    assert _contrast(*_vak(beeld, later[0], later[1], 10, later[3] - later[1])) >= _LEESBAAR


def test_each_state_has_its_own_sign_without_colour() -> None:
    """Done has a tick, now a dark circle, later a light one, passed over a slash."""
    pdf = SOORTEN["stappenplan-kort-nl-persoonlijk"]()
    beeld = _grijs(pdf)
    x = 13.0 + 7.0 + 13.0  # about the middle of the circles
    donker = {}
    for naam, woord in (("klaar", "Uw klacht is binnen"), ("nu", "Samen zoeken"),
                        ("later", "U krijgt ons antwoord")):  # fmt: skip
        _, boven, _, _ = _plek(pdf, woord)
        punt = _DPI / 25.4
        stuk = beeld.crop(tuple(round(g * punt) for g in (x - 9, boven, x + 9, boven + 14)))
        telling = stuk.histogram()
        donker[naam] = sum(telling[:128]) / sum(telling)
    assert donker["nu"] > donker["klaar"] + 0.2
    assert donker["nu"] > donker["later"] + 0.2


@pytest.mark.parametrize("formaat", Formaat)
@pytest.mark.parametrize("variant", ["kort", "compleet"])
def test_the_code_on_paper_is_read_as_the_number_and_nothing_else(
    variant: str, formaat: Formaat
) -> None:
    pdf = teken_stappenplan(stappenplan_model(variant, persoonlijk=True, formaat=formaat))
    gelezen = zxingcpp.read_barcodes(_grijs(pdf))
    assert [code.text for code in gelezen] == ["K2026-0094"]


def test_a_sheet_for_anybody_has_no_code() -> None:
    pdf = teken_stappenplan(stappenplan_model("kort", gemeente=Gemeente("Voorbeeldstad")))
    assert zxingcpp.read_barcodes(_grijs(pdf)) == []
