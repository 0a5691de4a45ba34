"""``klachtenapp gesprekskaart``: half an A4 to keep beside the telephone."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pdfplumber
import pytest

from klachtenapp.cli import main

KLACHT = {
    "soort": "klacht", "ontvangen_op": "2026-02-20", "kanaal": "brief", "vorm": "schriftelijk",
    "omschrijving": "Ik moest twee uur wachten.", "onderwerp": "Lang wachten",
    "klager": {"achternaam": "Mohamed", "telefoon": "06 12 34 56 78"},
}  # fmt: skip


def test_the_card_fits_on_half_an_a4(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register, uit = tmp_path / "klachten.klachten", tmp_path / "kaart.pdf"
    assert main(["nieuw", str(register), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([KLACHT])))
    assert main(["registreer", "-", "--register", str(register)]) == 0
    opdracht = ["gesprekskaart", "K2026-0001", "--register", str(register), "--uit", str(uit)]
    assert main([*opdracht, "--peildatum", "2026-03-02"]) == 0
    with pdfplumber.open(uit) as kaart:
        (blad,) = kaart.pages
        tekst = str(blad.extract_text())
        assert (round(blad.width / 72 * 25.4), round(blad.height / 72 * 25.4)) in (
            (210, 148), (210, 149),
        )  # fmt: skip
    for deel in ("Mohamed · 06 12 34 56 78", "U spreekt met", "wat wilt u bereiken?", "twee uur"):
        assert deel in tekst
