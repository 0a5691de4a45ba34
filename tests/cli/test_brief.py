"""``klachtenapp brief``: answers on the command line, a signer, and an e-mail draft."""

from __future__ import annotations

import io
import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pdfplumber
import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import beheer

KLACHT = {
    "soort": "klacht", "ontvangen_op": "2026-11-20", "kanaal": "balie", "vorm": "mondeling",
    "omschrijving": "Ik moest twee uur wachten.",
    "klager": {
        "achternaam": "Mohamed", "aanhef": "heer", "voorletters": "Y.", "straat": "Lindelaan",
        "huisnummer": "12", "postcode": "1234 CD", "plaats": "Dorp", "telefoon": "06 12345678",
        "email": "y@voorbeeld.nl", "email_akkoord": True,
    },
}  # fmt: skip

GEMEENTE = Gemeente(
    "Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00", ondertekenaar="M. de Groot"
)


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([KLACHT])))
    assert main(["registreer", "-"]) == 0
    ctx = bootstrap.open(bestand)
    beheer.bewaar_gemeente(ctx, GEMEENTE)
    bootstrap.sluit(ctx)
    return bestand


def _brief(uit: Path, *keuzes: str) -> int:
    return main(["brief", "K2026-0001", "ontvangstbevestiging", "--uit", str(uit), *keuzes])


def test_an_unknown_question_is_named(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "brief.pdf"
    assert _brief(uit, "--antwoord", "kleur=rood") == 1
    assert "'kleur' niet gevraagd" in capsys.readouterr().err
    assert _brief(uit, "--antwoord", "kleur") == 1
    assert "NAAM=WAARDE" in capsys.readouterr().err
    assert not uit.exists()


def test_an_unknown_signer_is_refused(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _brief(tmp_path / "brief.pdf", "--ondertekenaar", "S. Interklaas") == 1
    assert "staat niet in de lijst" in capsys.readouterr().err


def test_an_answer_is_in_the_letter(pad: Path, tmp_path: Path) -> None:
    uit = tmp_path / "brief.pdf"
    assert _brief(uit, "--antwoord", "omschrijving=Er was a=b.", "--antwoord",
                  "stappenplan_erbij=ja") == 0  # fmt: skip
    with pdfplumber.open(uit) as boek:
        tekst = "".join(str(c["text"]) for blad in boek.pages for c in blad.chars)
    assert "Er was a=b." in " ".join(tekst.split())
    assert "Stappenplan" in tekst


def test_an_email_draft_by_its_name(pad: Path, tmp_path: Path) -> None:
    uit = tmp_path / "brief.eml"
    assert _brief(uit) == 0
    bericht = message_from_bytes(uit.read_bytes(), policy=default)
    assert (bericht["X-Unsent"], bericht["To"]) == ("1", "y@voorbeeld.nl")
