"""The trial of a disk: what it measures, what it says, and that nothing of it stays behind."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from klachtenapp.cli import main
from klachtenapp.errors import OmgevingFout
from klachtenapp.models import schijfproef
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.models.schijfproef import Schijfproef, proef
from klachtenapp.services import schijftest
from klachtenapp.services.context import Context

GOED = Schijfproef(SoortSchijf.NETWERK, "", True, True, "persist", 2, 1, 1, 1, 9)


def test_een_echte_schijf_wordt_getest_en_weer_opgeruimd(tmp_path: Path) -> None:
    register = tmp_path / "r.klachten"
    register.touch()
    tikken = count()
    uitslag = proef(register, keren=3, klok=lambda: next(tikken) / 100)
    assert uitslag.sloten
    assert uitslag.hernoemen
    assert uitslag.journaal == "persist"
    assert uitslag.schrijven_ms == pytest.approx(10)
    assert uitslag.bewaren_ms == pytest.approx(10)
    assert list(tmp_path.iterdir()) == [register]


@pytest.mark.parametrize(
    ("anders", "fout", "zin"),
    [
        ({"sloten": False}, "sloten", "byte-range locks"),
        ({"hernoemen": False}, "hernoemen", "andere map"),
        ({"journaal": "delete"}, "journaal", "andere map"),
        ({"wolk": "OneDrive"}, "wolk", "netwerkschijf"),
        ({"lezen_ms": 34.0}, "snelheid", "PostgreSQL"),
    ],
)
def test_wat_niet_goed_is_zegt_wat_u_vraagt(anders: dict[str, object], fout: str, zin: str) -> None:
    assert all(b.goed for b in schijftest.bevindingen(GOED))
    gevonden = schijftest.bevindingen(replace(GOED, **anders))  # type: ignore[arg-type]
    (slecht,) = [b for b in gevonden if not b.goed]
    assert slecht.onderdeel == fout
    assert zin in slecht.raad


def test_hoe_snel_staat_er_in_gewone_woorden() -> None:
    assert "tien mensen" in schijftest.bevindingen(GOED)[-1].tekst
    assert "een paar mensen" in schijftest.bevindingen(replace(GOED, slot_ms=12.0))[-1].tekst
    assert "34 ms" in schijftest.bevindingen(replace(GOED, slot_ms=34.2))[-1].tekst


def test_sloten_die_niemand_tegenhouden_vallen_op(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schijfproef, "vergrendel", lambda _greep, _nummer: True)
    assert not proef(tmp_path / "r.klachten", keren=1).sloten


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_een_map_waarin_men_niet_mag_schrijven(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OmgevingFout, match="schrijfrechten"):
        schijftest.test(tmp_path / "r.klachten")


def test_een_map_die_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="schrijfrechten"):
        schijftest.test(tmp_path / "weg" / "r.klachten")


def test_op_de_opdrachtregel(ctx: Context, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schijftest", "--register", str(ctx.register.pad)], None) in (0, 1)
    uit = capsys.readouterr().out
    assert "Vergrendelen werkt" in uit
    assert " ms" in uit


def test_een_map_van_onedrive_wordt_ontraden(tmp_path: Path) -> None:
    zin = schijftest.wolkzin(tmp_path / "OneDrive - Gemeente" / "r.klachten")
    assert "OneDrive" in zin
    assert "netwerkschijf" in zin
    assert schijftest.wolkzin(tmp_path / "r.klachten") == ""
