"""The second lock: one at a time, broken only when its holder is gone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.gedeeld.proces import computernaam, leeft
from klachtenapp.models.gedeeld.schrijfslot import VERVAL_S, WACHT_S, Schrijfslot


class Tik:
    """A clock that goes on only while somebody waits."""

    def __init__(self) -> None:
        self.stand = 0.0

    def __call__(self) -> float:
        return self.stand

    def pauze(self, seconden: float) -> None:
        self.stand += seconden


@pytest.fixture
def tik() -> Tik:
    return Tik()


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "proef.klachten"


def _slot(register: Path, wie: str, tik: Tik) -> Schrijfslot:
    return Schrijfslot(register, wie, klok=tik, pauze=tik.pauze)


def test_het_slot_is_weg_na_gebruik(register: Path, tik: Tik) -> None:
    slot = _slot(register, "Sonja", tik)
    with slot.houd():
        assert json.loads(slot.pad.read_text("utf-8"))["wie"] == "Sonja"
        slot.bevestig()
    assert not slot.pad.exists()


def test_een_tweede_wacht_en_krijgt_dan_een_zin(register: Path, tik: Tik) -> None:
    een, twee = _slot(register, "Sonja", tik), _slot(register, "Piet", tik)

    def pauze(seconden: float) -> None:
        tik.stand += seconden
        een.klop()  # she is still writing

    ander = Schrijfslot(register, "Piet", klok=tik, pauze=pauze)
    with een.houd():
        with pytest.raises(SchijfFout) as fout, ander.houd():
            raise AssertionError("twee tegelijk")
        assert fout.value.oorzaak is Oorzaak.BEZET
        assert tik.stand > WACHT_S
        een.bevestig()
    with twee.houd():
        twee.bevestig()


def test_wie_niet_meer_beweegt_verliest_het(register: Path, tik: Tik) -> None:
    register.with_name("proef.klachten.slot").write_text(
        json.dumps({"wie": "Sonja", "computer": "ANDERE-PC", "pid": 1, "merk": "x", "slag": 0}),
        "utf-8",
    )
    slot = _slot(register, "Piet", tik)
    with slot.houd():
        slot.bevestig()
    assert tik.stand > VERVAL_S
    assert [houder.wie for houder in slot.gebroken] == ["Sonja"]


def test_een_slaper_merkt_dat_een_ander_verderging(register: Path, tik: Tik) -> None:
    slaper = _slot(register, "Sonja", tik)
    with slaper.houd():
        slaper.pad.write_text(
            json.dumps({"wie": "Piet", "computer": "B", "pid": 1, "merk": "y"}), "utf-8"
        )
        with pytest.raises(SchijfFout) as fout:
            slaper.bevestig()
        assert fout.value.opnieuw
    assert slaper.pad.exists(), "het slot is nu van Piet"


def test_een_gedood_programma_op_deze_computer_houdt_niemand_op(register: Path, tik: Tik) -> None:
    kind = subprocess.Popen([sys.executable, "-c", "pass"])
    kind.wait()
    assert not leeft(kind.pid)
    inhoud = {"wie": "Sonja", "computer": computernaam(), "pid": kind.pid, "merk": "x"}
    register.with_name("proef.klachten.slot").write_text(json.dumps(inhoud), "utf-8")
    slot = _slot(register, "Piet", tik)
    with slot.houd():
        slot.bevestig()
    assert tik.stand < 1


@pytest.mark.parametrize("half", ["", "{"])
def test_een_half_slot_verloopt_ook(register: Path, tik: Tik, half: str) -> None:
    """Killed between making the file and writing in it."""
    slot = _slot(register, "Piet", tik)
    slot.pad.write_text(half, "utf-8")
    with slot.houd():
        slot.bevestig()
    assert slot.gebroken == []


def test_een_map_die_weg_is(tmp_path: Path, tik: Tik) -> None:
    slot = _slot(tmp_path / "weg" / "proef.klachten", "Piet", tik)
    with pytest.raises(SchijfFout) as fout, slot.houd():
        raise AssertionError("zonder map")
    assert fout.value.oorzaak is Oorzaak.VERSTOORD
