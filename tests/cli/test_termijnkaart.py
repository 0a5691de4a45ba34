"""``klachtenapp termijnkaart``: every date of a dossier as a PDF, without a name in it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pdfplumber
import pytest

from klachtenapp.cli import main

KLACHT = {
    "soort": "klacht", "ontvangen_op": "2026-02-20", "kanaal": "brief", "vorm": "schriftelijk",
    "omschrijving": "Ik moest twee uur wachten.",
    "klager": {"achternaam": "Mohamed", "straat": "Lindelaan", "huisnummer": "12",
               "postcode": "1234 CD", "plaats": "Dorp"},
}  # fmt: skip


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([KLACHT])))
    assert main(["registreer", "-", "--register", str(bestand)]) == 0
    return bestand


def test_every_date_stands_on_it_with_its_derivation(register: Path, tmp_path: Path) -> None:
    uit = tmp_path / "kaart.pdf"
    opdracht = ["termijnkaart", "K2026-0001", "--register", str(register), "--uit", str(uit)]
    assert main([*opdracht, "--peildatum", "2026-03-02"]) == 0
    with pdfplumber.open(uit) as kaart:
        tekst = "".join(str(c["text"]) for blad in kaart.pages for c in blad.chars)
    for deel in ("Termijnkaart K2026-0001", "Afdoening (wet)", "di 7 apr 2026", "Goede Vrijdag"):
        assert deel in tekst
    assert "Mohamed" not in tekst


def test_an_unknown_kenmerk_is_refused(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "kaart.pdf"
    opdracht = ["termijnkaart", "K2026-0999", "--register", str(register), "--uit", str(uit)]
    assert main(opdracht) == 1
    assert "K2026-0999" in capsys.readouterr().err
    assert not uit.exists()
