"""The codes of the ondertekenmap are read from scans; strange files do no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.ondertekencode import Ondertekencode
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.ondertekenmap import teken_ondertekenmap
from klachtenapp.papier.qr import teken_qr
from klachtenapp.uitwisseling import scans
from tests.papier.ondertekenmappen import deel, ondertekenmap
from tests.scanner import als_foto, als_pdf, scan, wit_blad

_KENMERK = "K2026-0094"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return teken_ondertekenmap(ondertekenmap(deel(_KENMERK), deel("K2026-0101")))


def _code(pagina: int, kenmerk: str = _KENMERK) -> Ondertekencode:
    return Ondertekencode(kenmerk, BriefSoort.AFDOENINGSBRIEF, pagina)


@pytest.mark.parametrize("graden", [-2.5, 0, 1.3, 90, 180])
def test_every_page_is_known_however_it_was_scanned(pdf: bytes, graden: float) -> None:
    gescand = als_pdf(scan(pdf, range(9), graden=graden))
    verwacht = [_code(n) for n in (1, 2, 3, 4)]
    verwacht += [_code(n, "K2026-0101") for n in (1, 2, 3, 4)]
    assert scans.codes(gescand) == (None, *verwacht)


@pytest.mark.parametrize("vorm", ["JPEG", "PNG"])
def test_a_picture_is_one_page(pdf: bytes, vorm: str) -> None:
    (beeld,) = scan(pdf, [2])
    assert scans.codes(als_foto(beeld, vorm)) == (_code(2),)


def _vakjes(versies: list[str]) -> list[Image.Image]:
    """Return codes as small as on our paper, each cut from the scan of one page."""
    vel = Blad("codes", datum=date(2026, 11, 24))
    plekken = [(20 + 35 * (n % 5), 20 + 60 * (n // 5)) for n in range(len(versies))]
    with vel.sier():
        for (x, y), versie in zip(plekken, versies, strict=True):
            code = replace(_code(1), versie=versie).tekst()
            teken_qr(vel, code, x=x, y=y, maat=12.4, kleur=(0, 0, 0))
    (beeld,) = scan(vel.bewaar(), [0])
    punt = 150 / 25.4
    return [
        beeld.crop(tuple(int(maat * punt) for maat in (x - 10, y - 10, x + 25, y + 35)))
        for x, y in plekken
    ]


def test_no_code_is_too_small_for_a_coarse_scan() -> None:
    """At 150 dots an inch one code in twenty was not found, according to what was in it."""
    versies = [sha256(b"%d" % n).hexdigest()[:8].upper() for n in range(100)]
    for begin in range(0, 100, 20):
        een, *andere = _vakjes(versies[begin : begin + 20])
        uit = BytesIO()
        een.save(uit, "TIFF", save_all=True, append_images=andere)
        gelezen = [code.versie if code else "" for code in scans.codes(uit.getvalue())]
        assert gelezen == versies[begin : begin + 20]


def test_a_page_without_a_code_and_one_with_two(pdf: bytes) -> None:
    naast = Image.new("L", (2700, 1900), 238)
    een, twee = scan(pdf, [1, 5])
    naast.paste(een, (0, 0))
    naast.paste(twee, (1350, 0))
    assert scans.codes(als_pdf([wit_blad(), naast])) == (None, None)


def test_some_pages_come_out_as_a_pdf(pdf: bytes) -> None:
    eigen = scans.deel(als_pdf(scan(pdf, range(6))), [1, 4])
    with pdfium.PdfDocument(BytesIO(eigen)) as document:
        assert len(document) == 2
    assert scans.codes(eigen) == (_code(1), _code(4))


@pytest.mark.parametrize(
    "inhoud", [b"", b"MZ\x90\x00", b"%PDF-1.7\nstuk", b"\x89PNG\r\n\x1a\nstuk", b"\xff\xd8\xff"]
)
def test_a_broken_scan_is_refused_in_a_sentence(inhoud: bytes) -> None:
    with pytest.raises(RegelFout):
        scans.codes(inhoud)
    with pytest.raises(RegelFout):
        scans.deel(inhoud, [0])


def test_pages_that_are_not_there_are_refused(pdf: bytes) -> None:
    with pytest.raises(RegelFout):
        scans.deel(pdf, [99])


def test_a_scan_that_takes_too_long_is_given_up(pdf: bytes) -> None:
    with pytest.raises(RegelFout, match="te groot"):
        scans.codes(pdf, tijd=0.0)


def test_the_program_itself_reads_a_scan_behind_its_switch(pdf: bytes) -> None:
    # That is how a frozen program does it, which has no interpreter beside it.
    (beeld,) = scan(pdf, [1])
    klaar = subprocess.run(
        [sys.executable, "-m", "klachtenapp", "--lees-scan", "beeld"],
        input=als_foto(beeld), capture_output=True, check=True, timeout=300,
    )  # fmt: skip
    assert json.loads(klaar.stdout) == {"codes": [[_code(1).tekst()]]}
