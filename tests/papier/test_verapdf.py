"""veraPDF, the judge that archives and accessibility testers use, passes every PDF we make.

The flavours are PDF/A-2a (ISO 19005-2, kept readable for good) and PDF/UA-1 (ISO 14289-1,
readable with a screen reader). Without Java or Maven these tests say so and skip; where
``CI=true`` they may not skip.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.papier.soorten import SOORTEN
from tests.verapdf.keuring import VORMEN, KeuringFout, Oordeel, keur

# PDF/A only advises to name the language, PDF/UA demands it.
_FOUTEN = (
    ("gewoon", "2a"),
    ("gewoon", "ua1"),
    ("zonder-boom", "2a"),
    ("zonder-boom", "ua1"),
    ("zonder-taal", "ua1"),
)


@pytest.fixture(scope="module")
def oordelen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Oordeel]:
    """The judgement on every kind of PDF and on the wrong ones, from one start of Java."""
    plek = tmp_path_factory.mktemp("pdf")
    for naam, maak in SOORTEN.items():
        (plek / f"{naam}.pdf").write_bytes(maak())
    for naam, inhoud in _foute_pdfs().items():
        (plek / f"{naam}.pdf").write_bytes(inhoud)
    uitslag = _keur(sorted(plek.iterdir()))
    return {(oordeel.bestand.stem, oordeel.vorm): oordeel for oordeel in uitslag}


def _keur(bestanden: Sequence[Path]) -> list[Oordeel]:
    """Judge, or skip this test when the judge cannot work here; in CI it must work."""
    try:
        return keur(bestanden)
    except KeuringFout as fout:
        if os.environ.get("CI") == "true":
            pytest.fail(str(fout))
        pytest.skip(str(fout))


def _foute_pdfs() -> dict[str, bytes]:
    """Return PDFs that must be refused, so that we know the judge can say no."""
    gewoon = BytesIO()
    doek = Canvas(gewoon, invariant=1)
    doek.drawString(72, 700, "Hallo")
    doek.save()
    goed = SOORTEN["brief"]()
    return {
        "gewoon": gewoon.getvalue(),
        "zonder-boom": _zonder(goed, "/StructTreeRoot"),
        "zonder-taal": _zonder(goed, "/Lang"),
    }


def _zonder(pdf: bytes, sleutel: str) -> bytes:
    uit = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as bestand:
        del bestand.Root[sleutel]
        bestand.save(uit, deterministic_id=True)
    return uit.getvalue()


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("soort", SOORTEN)
def test_no_rule_fails(oordelen: Mapping[tuple[str, str], Oordeel], soort: str, vorm: str) -> None:
    oordeel = oordelen[soort, vorm]
    assert oordeel.goed, str(oordeel)
    assert not oordeel.gefaald
    assert oordeel.toetsen > 1000, "veraPDF hardly looked"


@pytest.mark.parametrize(("fout", "vorm"), _FOUTEN)
def test_the_judge_refuses_a_wrong_pdf(
    oordelen: Mapping[tuple[str, str], Oordeel], fout: str, vorm: str
) -> None:
    oordeel = oordelen[fout, vorm]
    assert not oordeel.goed
    assert oordeel.gefaald


def test_a_file_that_is_no_pdf_is_a_failure(tmp_path: Path) -> None:
    geen = tmp_path / "geen.pdf"
    geen.write_text("Dit is geen PDF.", encoding="utf-8")
    uitslag = _keur([geen])
    assert [oordeel.goed for oordeel in uitslag] == [False, False]
    assert all(oordeel.fout for oordeel in uitslag)
