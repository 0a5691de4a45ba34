"""The lock of a register from the command line; secret words are never an argument."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pdfplumber
import pytest

from klachtenapp import paths
from klachtenapp.cli import main
from klachtenapp.cli.ontleder import maak_ontleder
from tests.geheugenkluis import Geheugenkluis


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plek = tmp_path / "computer"
    plek.mkdir()
    for naam in ("gegevensmap", "instellingenmap", "logmap"):
        monkeypatch.setattr(paths, naam, lambda: plek)
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


class _Lezer(io.StringIO):
    """What somebody types after looking at the paper: only known when it is asked for."""

    def __init__(self, blad: Path) -> None:
        super().__init__()
        self._blad = blad

    def readline(self, _size: int | None = -1, /) -> str:
        return " ".join(_woorden(self._blad)) + "\n"


def _woorden(blad: Path) -> list[str]:
    with pdfplumber.open(blad) as pdf:
        letters = [c for c in pdf.pages[0].chars if 23 < c["size"] < 25]
    tekst = "".join(c["text"] for c in letters)
    return [woord for woord in re.split(r"\s+", tekst) if woord]


@pytest.fixture
def dicht(pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A locked register, and the paper with its herstelsleutel."""
    blad = tmp_path / "herstel.pdf"
    monkeypatch.setattr("sys.stdin", _Lezer(blad))
    assert main(["sleutel", "aan", "--uit", str(blad), "--kopieen"]) == 0
    return pad, blad


def _status(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert main(["sleutel", "status", "--json"]) == 0
    stand: dict[str, object] = json.loads(capsys.readouterr().out)
    return stand


def test_aan_en_alles_werkt_nog_en_weer_uit(
    dicht: tuple[Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pad, blad = dicht
    assert len(_woorden(blad)) == 9
    stand = _status(capsys)
    assert stand["versleuteld"] is True
    assert stand["lijst_in_orde"] is True
    assert not pad.read_bytes().startswith(b"SQLite")
    for opdracht in (["lijst"], ["reservekopie"], ["controleer"], ["sleutel", "status"]):
        assert main(opdracht) == 0, opdracht
    (kopie, *_) = sorted((tmp_path / "reservekopieen").glob("*.klachten"))
    assert main(["herstel", str(kopie), "--ja"]) == 0
    assert main(["red", str(pad), "--uit", str(tmp_path / "gered.klachten")]) == 0
    assert main(["lijst", "--register", str(tmp_path / "gered.klachten")]) == 0
    assert main(["sleutel", "uit"]) == 0
    assert pad.read_bytes().startswith(b"SQLite")
    assert _status(capsys)["versleuteld"] is False


def test_zonder_toegang_een_zin_en_code_2(
    dicht: tuple[Path, Path], kluis: Geheugenkluis, capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    _pad, blad = dicht
    kluis.geheimen.clear()
    for opdracht in (
        ["lijst"], ["reservekopie"], ["controleer"], ["sleutel", "uit"],
        ["red", str(_pad), "--uit", str(tmp_path / "gered.klachten")],
    ):  # fmt: skip
        capsys.readouterr()
        assert main(opdracht) == 2, opdracht
        assert "uitnodiging" in capsys.readouterr().err
    assert main(["sleutel", "toetreden"]) == 0
    assert main(["lijst"]) == 0
    assert blad.exists()


def test_uitnodigen_toetreden_en_buitensluiten(
    dicht: tuple[Path, Path], kluis: Geheugenkluis, capsys: pytest.CaptureFixture[str],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    blad = tmp_path / "uitnodiging.pdf"
    assert main(["sleutel", "uitnodigen", "S. Jansen", "--uit", str(blad)]) == 0
    beheerder = dict(kluis.geheimen)
    kluis.geheimen.clear()
    monkeypatch.setattr("sys.stdin", _Lezer(blad))
    assert main(["sleutel", "toetreden"]) == 0
    assert main(["lijst"]) == 0
    assert main(["sleutel", "toetreden"]) == 1
    collega = dict(kluis.geheimen)
    kluis.geheimen = beheerder
    toegang = _status(capsys)["toegang"]
    assert isinstance(toegang, list)
    (nummer,) = [t["nummer"] for t in toegang if t["naam"].startswith("S. Jansen")]
    assert main(["sleutel", "buitensluiten", "zzzz"]) == 1
    assert main(["sleutel", "buitensluiten", nummer]) == 0
    assert main(["lijst"]) == 0
    kluis.geheimen = collega
    assert main(["lijst"]) == 2


def test_woorden_zijn_geen_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sleutel", "toetreden", "babab-babab"]) == 1
    assert main(["sleutel"]) == 1
    capsys.readouterr()
    maak_ontleder().print_help()
    assert "sleutel" in capsys.readouterr().out


def test_andere_woorden_zetten_niets_aan(
    pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("babab babab\n"))
    assert main(["sleutel", "aan", "--uit", str(tmp_path / "h.pdf")]) == 1
    assert pad.read_bytes().startswith(b"SQLite")
