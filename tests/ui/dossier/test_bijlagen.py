"""The tab Bijlagen: what a file is, a copy to look at, and out of the dossier again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from klachtenapp import paths
from klachtenapp.services import bijlage_uit, bijlagen
from klachtenapp.ui.dossier.bijlagen_tab import BijlagenTab
from tests.ui.dossier.conftest import Werker


class Antwoorden:
    """What the user answers, and what was asked and opened."""

    def __init__(self) -> None:
        self.reden = ""
        self.toch = False
        self.gevraagd: list[str] = []
        self.geopend: list[Path] = []
        self.programma = True

    def open(self, pad: Path) -> bool:
        self.geopend.append(pad)
        return self.programma

    def waarschuw(self, _ouder: object, zin: str) -> bool:
        self.gevraagd.append(zin)
        return self.toch


@pytest.fixture(autouse=True)
def bekijkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    map_ = tmp_path / "bekijken"
    monkeypatch.setattr(paths, "bekijkmap", lambda: map_)
    yield map_
    bijlage_uit.ruim_op()


@pytest.fixture
def antwoorden() -> Antwoorden:
    return Antwoorden()


@pytest.fixture
def tab(youssef: str, werker: Werker, antwoorden: Antwoorden) -> BijlagenTab:
    werker.open(youssef)
    werker.pagina.werkblad.balk.kies("bijlagen")
    gevonden = werker.pagina.werkblad.tabs["bijlagen"]
    assert isinstance(gevonden, BijlagenTab)
    gevonden._vraag_reden = lambda _ouder, _naam: antwoorden.reden
    gevonden._open_bestand = antwoorden.open
    gevonden._waarschuw = antwoorden.waarschuw
    return gevonden


def _voeg_toe(werker: Werker, naam: str, inhoud: bytes) -> None:
    werker.bij_collega(lambda ctx: bijlagen.voeg_een_toe(ctx, werker.dossier.kenmerk, naam, inhoud))
    werker.pagina.ververs()
    werker.rust()


def _cel(tab: BijlagenTab, rij: int, kolom: int) -> str:
    item = tab.lijst.item(rij, kolom)
    assert item is not None
    return item.text()


def test_what_it_is_stands_beside_its_name(tab: BijlagenTab, werker: Werker) -> None:
    assert not tab.openen.isEnabled()
    _voeg_toe(werker, "brief.pdf", b"%PDF-1.7 x")
    _voeg_toe(werker, "rekening.pdf", b"MZ\x90\0")
    _voeg_toe(werker, "site.html", b"<html>")
    assert [_cel(tab, rij, 1) for rij in range(3)] == ["▲ webpagina", "■ programma", "PDF"]
    item = tab.lijst.item(1, 1)
    assert item is not None
    assert "De naam zegt .pdf, maar de inhoud is: programma." in item.toolTip()


def test_a_harmless_file_is_opened_as_a_copy(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden, bekijkmap: Path
) -> None:
    _voeg_toe(werker, "brief.pdf", b"%PDF-1.7 x")
    werker.klik(tab.openen)
    werker.rust()
    (pad,) = antwoorden.geopend
    assert pad.read_bytes() == b"%PDF-1.7 x"
    assert bekijkmap in pad.parents
    assert antwoorden.gevraagd == []
    antwoorden.programma = False
    tab.lijst.open_gekozen()
    werker.rust()
    assert "geen programma" in tab.melding.tekst()


def test_macros_and_pages_are_opened_only_after_a_warning(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden
) -> None:
    _voeg_toe(werker, "site.html", b"<html>")
    werker.klik(tab.openen)
    werker.rust()
    assert antwoorden.geopend == []
    assert "browser" in antwoorden.gevraagd[0]
    antwoorden.toch = True
    werker.klik(tab.openen)
    werker.rust()
    assert [pad.name for pad in antwoorden.geopend] == ["site.html"]


def test_a_program_is_not_opened_whatever_the_answer(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden
) -> None:
    antwoorden.toch = True
    _voeg_toe(werker, "brief.pdf.exe", b"MZ\x90\0")
    werker.klik(tab.openen)
    werker.rust()
    assert antwoorden.geopend == []
    assert antwoorden.gevraagd == []
    assert "alleen opslaan" in tab.melding.tekst()
    assert tab.opslaan.isEnabled()


def test_an_attachment_is_taken_out_after_a_reason(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden
) -> None:
    _voeg_toe(werker, "paspoort.pdf", b"%PDF-1.7 x")
    werker.klik(tab.verwijderen)
    werker.rust()
    assert len(werker.dossier.documenten) == 1
    antwoorden.reden = "hoort hier niet"
    werker.klik(tab.verwijderen)
    werker.rust()
    assert werker.dossier.documenten == ()
    assert not tab.verwijderen.isEnabled()
    assert werker.navigatie.meldingen[-1] == "Bijlage verwijderd."


def test_what_must_stay_is_said_in_the_tab(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden
) -> None:
    _voeg_toe(werker, "paspoort.pdf", b"%PDF-1.7 x")
    antwoorden.reden = "te lang " * 40
    werker.klik(tab.verwijderen)
    werker.rust()
    assert "korter" in tab.melding.tekst()
    assert len(werker.dossier.documenten) == 1


def test_what_is_said_about_one_attachment_goes_when_another_is_chosen(
    tab: BijlagenTab, werker: Werker, antwoorden: Antwoorden
) -> None:
    _voeg_toe(werker, "rekening.pdf", b"MZ\x90\0")
    _voeg_toe(werker, "macro.html", b"<html>")
    tab.lijst.setCurrentCell(1, 0)
    werker.klik(tab.openen)
    assert "rekening.pdf (programma)" in tab.melding.tekst()
    tab.lijst.setCurrentCell(0, 0)
    assert tab.melding.tekst() == ""
    werker.klik(tab.openen)  # the user thinks better of it
    assert antwoorden.gevraagd
    assert tab.melding.tekst() == ""
