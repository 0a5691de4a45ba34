"""The command postboek: on screen, as JSON, and to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.services.oefengemeente import maak


@pytest.fixture(scope="module")
def pad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The oefengemeente, of which much went out."""
    doel = tmp_path_factory.mktemp("post") / "oefen.klachten"
    bootstrap.sluit(maak(doel))
    return doel


def test_on_screen_and_as_json(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["postboek", "--register", str(pad)]) == 0
    gewoon = capsys.readouterr()
    assert main(["postboek", "--register", str(pad), "--json"]) == 0
    regels = json.loads(capsys.readouterr().out)
    assert len(gewoon.out.splitlines()) == len(regels) > 100
    assert f"{len(regels)} regels" in gewoon.err
    assert {"op", "richting", "kenmerk", "wie", "wat", "kanaal", "document"} <= set(regels[0])
    assert {regel["richting"] for regel in regels} == {"in", "uit"}
    van = regels[-1]["op"]
    assert main(["postboek", "--register", str(pad), "--van", van, "--json"]) == 0
    assert {regel["op"] for regel in json.loads(capsys.readouterr().out)} == {van}


@pytest.mark.parametrize("uitgang", ["pdf", "xlsx", "csv"])
def test_to_a_file(
    pad: Path, tmp_path: Path, uitgang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / f"post.{uitgang}"
    assert main(["postboek", "--register", str(pad), "--uit", str(uit)]) == 0
    assert uit.stat().st_size > 1000
    assert "regels" in capsys.readouterr().err


def test_another_kind_of_file_is_refused(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["postboek", "--register", str(pad), "--uit", str(tmp_path / "a.doc")]) == 1
    assert ".xlsx" in capsys.readouterr().err
