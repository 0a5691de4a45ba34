"""The command postboek: on screen, as JSON, and to a file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.dossier import Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.models import gebeurtenissen
from klachtenapp.services.registreren import registreer_alles

NU = datetime(2026, 11, 24, 9)


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    """A register in which twelve klachten came in and one letter went out."""
    doel = tmp_path / "post.klachten"
    ctx = bootstrap.nieuw(doel, Gemeente("Voorbeeldstad"), clock=FixedClock(NU))
    klacht = Aanmelding(Soort.KLACHT, NU.date(), Kanaal.BRIEF, "Niemand belde terug.")
    (eerste, *_) = registreer_alles(
        ctx, [replace(klacht, ontvangen_op=date(2026, 11, dag), uid="") for dag in range(1, 13)]
    )
    gegevens = {"brief": "ontvangstbevestiging", "kanaal": "post"}
    feit = Gebeurtenis(G.BRIEF_VERZONDEN, NU.date(), NU, "registrar", gegevens)
    with ctx.register.transactie():
        gebeurtenissen.voeg_toe(ctx.register, eerste, feit)
    bootstrap.sluit(ctx)
    return doel


def test_on_screen_and_as_json(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["postboek", "--register", str(pad)]) == 0
    gewoon = capsys.readouterr()
    assert main(["postboek", "--register", str(pad), "--json"]) == 0
    regels = json.loads(capsys.readouterr().out)
    assert len(gewoon.out.splitlines()) == len(regels) == 13
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
    assert uit.stat().st_size > 500
    assert "regels" in capsys.readouterr().err


def test_another_kind_of_file_is_refused(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["postboek", "--register", str(pad), "--uit", str(tmp_path / "a.doc")]) == 1
    assert ".xlsx" in capsys.readouterr().err
