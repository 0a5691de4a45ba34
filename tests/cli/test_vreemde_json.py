"""``registreer`` with JSON that was made to do harm: a sentence, and nothing registered."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main, meldingen
from klachtenapp.services import zoeken

GOED: dict[str, Any] = {
    "soort": "klacht",
    "ontvangen_op": "2026-02-20",
    "kanaal": "balie",
    "omschrijving": "Ik ben niet teruggebeld.",
}


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


@pytest.mark.parametrize(
    "tekst",
    [
        "[" * 200_000,
        '{"soort":' * 100_000,
        '{"soort": ' + "9" * 5_000 + "}",
        "",
        "null",
        "[[]]",
        "\ufeff[",
    ],
)
@pytest.mark.parametrize("weg", ["bestand", "pijp"])
def test_a_file_that_means_harm_is_refused(
    pad: Path,
    tekst: str,
    weg: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "in.json").write_text(tekst, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(tekst))
    capsys.readouterr()
    assert main(["registreer", "-" if weg == "pijp" else str(tmp_path / "in.json")]) == 1
    assert "niets geregistreerd" in capsys.readouterr().err


def test_a_file_that_is_too_large_is_not_read(
    pad: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meldingen, "GROOTSTE", 100)
    (tmp_path / "in.json").write_text(json.dumps([GOED] * 5), encoding="utf-8")
    assert main(["registreer", str(tmp_path / "in.json")]) == 1
    assert "te groot" in capsys.readouterr().err


@pytest.mark.parametrize("waarde", ["half \ud800 teken", "\udfff", "a\0b", "x" * 2_000_000])
@pytest.mark.parametrize(
    "veld", ["omschrijving", "onderwerp", "afdeling", "beklaagde", "koppeling"]
)
def test_a_strange_text_is_cleaned_or_refused(
    pad: Path, veld: str, waarde: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gegevens = {**GOED, veld: waarde, "klager": {"achternaam": waarde[:50]}}
    (tmp_path / "in.json").write_text(json.dumps([GOED, gegevens]), encoding="ascii")
    capsys.readouterr()
    code = main(["registreer", str(tmp_path / "in.json")])
    assert code in (0, 1), capsys.readouterr().err
    ctx = bootstrap.open(pad)
    assert len(zoeken.ids(ctx, zoeken.Filter())) == (0 if code else 2)
    bootstrap.sluit(ctx)
