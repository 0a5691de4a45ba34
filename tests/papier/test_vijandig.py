"""Hostile texts are printed as text or refused with a sentence: never run, never a crash."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.papier.brief import teken_brief
from klachtenapp.papier.lettertype import drukbaar
from klachtenapp.papier.tekst import Bloksoort, Ingevuld, vul
from tests.papier.conftest import MaakBrief, woorden
from tests.papier.vijandig import VIJANDIG

KOP = "onderwerp: Proef\n\n"
FEITEN = {
    "aanhef": "Geachte heer", "deel_aantal": "9", "deel_naam": "",
    **{f"deel{nummer}_naam": "x" for nummer in range(1, 10)},
}  # fmt: skip
MAX_BYTES = 1_500_000
_DOET_IETS = (
    "/AA", "/Annots", "/EmbeddedFiles", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/URI",
    "/XObject",
)  # fmt: skip
_TOONT_IETS = {"/Image", "/Form", "/Link", "/Widget", "/FileAttachment", "/RichMedia"}
_TEKENS_VAN_DE_TAAL = "*#>-.1234567890"


def _gelezen(pdf: bytes) -> str:
    """Return the text of a PDF without its spaces."""
    programma = shutil.which("pdftotext")
    if programma is None:
        tekst = "".join(woorden(pdf))
    else:
        uit = subprocess.run(
            [programma, "-raw", "-", "-"], input=pdf, capture_output=True, check=True, timeout=60
        )
        tekst = uit.stdout.decode()
    return "".join(tekst.split())


def _kaal(tekst: str, zonder: str = "") -> str:
    return "".join(t for t in drukbaar(tekst) if not t.isspace() and t not in zonder)


def _regels(tekst: str) -> list[str]:
    """Return what surely stands on the first page, so that no page head comes in between."""
    return [regel[:400] for regel in drukbaar(tekst).split("\n")[:20]]


def _teken(maak_brief: MaakBrief, ingevuld: Ingevuld) -> bytes:
    """Draw it, and look for anything in the PDF that is not a letter of ours."""
    pdf = teken_brief(replace(maak_brief(), tekst=ingevuld))
    assert len(pdf) < MAX_BYTES
    assert not _vreemd(pdf)
    return pdf


def _vreemd(pdf: bytes) -> set[str]:
    """Return the names of things in a PDF that do something, or show more than letters."""
    uit: set[str] = set()
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        for ding in bestand.objects:
            if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream):
                uit |= {naam for naam in _DOET_IETS if naam in ding}
                soort = ding.get("/Subtype")
                uit |= {str(soort)} & _TOONT_IETS if isinstance(soort, pikepdf.Name) else set()
    return uit


def _weigering(fout: RegelFout) -> None:
    zin = str(fout)
    assert zin.endswith((".", "!", "?")), zin
    assert len(zin) < 300
    zin.encode()


def test_there_are_enough_of_them() -> None:
    assert len(VIJANDIG) >= 60


@pytest.mark.parametrize("naam", VIJANDIG)
def test_as_text_of_a_letter(naam: str, maak_brief: MaakBrief) -> None:
    tekst = VIJANDIG[naam]
    try:
        ingevuld = vul(KOP + "Begin " + tekst, FEITEN)
        pdf = _teken(maak_brief, ingevuld)
    except RegelFout as fout:
        _weigering(fout)
        return
    if "{{" not in drukbaar(tekst):
        gelezen = _kaal(_gelezen(pdf), _TEKENS_VAN_DE_TAAL)
        for deel in _regels(tekst):
            assert _kaal(deel, _TEKENS_VAN_DE_TAAL) in gelezen


@pytest.mark.parametrize("naam", VIJANDIG)
def test_as_onderwerp(naam: str, maak_brief: MaakBrief) -> None:
    try:
        ingevuld = vul("onderwerp: Over " + VIJANDIG[naam] + "\n\nTekst", FEITEN)
        _teken(maak_brief, ingevuld)
    except RegelFout as fout:
        _weigering(fout)
        return
    assert "\n" not in ingevuld.onderwerp
    assert len(ingevuld.onderwerp) <= 300


@pytest.mark.parametrize("naam", VIJANDIG)
def test_as_a_fact(naam: str, maak_brief: MaakBrief) -> None:
    waarde = VIJANDIG[naam]
    try:
        ingevuld = vul(KOP + "> Dit: {{aanhef}}", FEITEN | {"aanhef": waarde})
        pdf = _teken(maak_brief, ingevuld)
    except RegelFout as fout:
        _weigering(fout)
        return
    assert {blok.soort for blok in ingevuld.blokken} == {Bloksoort.CITAAT}
    assert not any(stuk.vet for blok in ingevuld.blokken for stuk in blok.stukken)
    gelezen = _gelezen(pdf)
    for deel in _regels(waarde):
        assert _kaal(deel) in gelezen


@pytest.mark.parametrize("naam", VIJANDIG)
def test_as_the_number_of_rows(naam: str) -> None:
    try:
        vul(KOP + "x{{#elk deel}}{{deel_naam}}{{/elk}}", FEITEN | {"deel_aantal": VIJANDIG[naam]})
    except RegelFout as fout:
        _weigering(fout)


def test_what_is_pasted_does_not_become_a_field_later() -> None:
    """A fact that looks like a field of a row stays what it is, also inside a repetition."""
    feiten = FEITEN | {"deel_aantal": "1", "deel1_naam": "{{aanhef}} {{deel_naam}}"}
    (blok,) = vul(KOP + "{{#elk deel}}{{deel_naam}}{{/elk}}", feiten).blokken
    assert blok.tekst == "{{aanhef}} {{deel_naam}}"


def test_more_rows_than_a_letter_can_have_are_refused() -> None:
    with pytest.raises(RegelFout, match="te lang"):
        vul(KOP + "{{#elk deel}}x{{/elk}}", FEITEN | {"deel_aantal": "500"})


def test_rows_that_are_announced_and_missing_are_named() -> None:
    ingevuld = vul(KOP + "{{#elk deel}}{{deel_naam}} {{/elk}}", FEITEN | {"deel_aantal": "11"})
    assert ingevuld.leeg == ("deel10_naam", "deel11_naam")


def test_invisible_characters_in_a_text_are_gone() -> None:
    (blok,) = vul("\ufeff" + KOP + "{\u200b{aanhef}} \u202eom\r\nen om", FEITEN).blokken
    assert blok.tekst == "Geachte heer om en om"
