"""``klachtenapp dossierboek``: the whole dossier as one PDF, with parts in and out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pdfplumber
import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.services import bijlagen

KLACHT = {
    "soort": "klacht", "ontvangen_op": "2026-11-20", "kanaal": "balie", "vorm": "mondeling",
    "omschrijving": "Ik moest twee uur wachten.",
    "klager": {
        "achternaam": "Mohamed", "aanhef": "heer", "voorletters": "Y.", "straat": "Lindelaan",
        "huisnummer": "12", "postcode": "1234 CD", "plaats": "Dorp", "telefoon": "06 12345678",
    },
}  # fmt: skip


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([KLACHT])))
    assert main(["registreer", "-", "--register", str(bestand)]) == 0
    return bestand


def _boek(register: Path, uit: Path, *keuzes: str) -> str:
    opdracht = ["dossierboek", "K2026-0001", "--register", str(register), "--uit", str(uit)]
    assert main([*opdracht, *keuzes]) == 0
    with pdfplumber.open(uit) as boek:
        return " ".join(" ".join(str(c["text"]) for c in blad.chars) for blad in boek.pages)


def _los(tekst: str) -> str:
    return " ".join(tekst)


def test_the_book_is_written_and_says_what_it_could_not_show(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ctx = bootstrap.open(register)
    bijlagen.voeg_een_toe(ctx, "K2026-0001", "brief.docx", b"PK")
    bootstrap.sluit(ctx)
    tekst = _boek(register, tmp_path / "boek.pdf")
    assert _los("Lindelaan") in tekst
    assert _los("Tijdlijn") in tekst
    fouten = capsys.readouterr().err
    assert "Niet getoond: brief.docx" in fouten


def test_parts_come_in_and_stay_out(register: Path, tmp_path: Path) -> None:
    tekst = _boek(register, tmp_path / "a.pdf", "--zonder", "tijdlijn, termijnen", "--met",
                  "logboek")  # fmt: skip
    assert _los("Geregistreerd") in tekst
    assert _los("Tijdlijn") not in tekst
    assert _los("Lindelaan") not in _boek(register, tmp_path / "b.pdf", "--voor-beklaagde")


def test_an_unknown_part_is_refused(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "boek.pdf"
    opdracht = ["dossierboek", "K2026-0001", "--register", str(register), "--uit", str(uit)]
    assert main([*opdracht, "--zonder", "plaatjes"]) == 1
    assert "Kies uit: tijdlijn" in capsys.readouterr().err
    assert not uit.exists()
