"""The second lock: one at a time, broken only when its holder is gone."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

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

    def pauze_waarin(self, klop: Callable[[], None]) -> Callable[[float], None]:
        """Return a pause in which ``klop`` is called about every second."""

        def pauze(seconden: float) -> None:
            if int(self.stand) != int(self.stand + seconden):
                klop()
            self.stand += seconden

        return pauze


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

    pauze = tik.pauze_waarin(een.klop)  # she is still writing

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
        tik.pauze(VERVAL_S)  # sleep counts: sooner nobody may break it
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


def test_wat_de_schijf_ons_niet_liet_weghalen_houdt_ons_niet_op(
    register: Path, tik: Tik, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The share was gone for a moment just when the lock was let go."""
    slot = _slot(register, "Sonja", tik)
    with monkeypatch.context() as even_weg, slot.houd():
        even_weg.setattr(Path, "unlink", _schijf_weg)
        slot.bevestig()
        blijft = slot.pad
    assert blijft.exists()
    with _slot(register, "Sonja", tik).houd():
        pass
    assert tik.stand < 1
    assert slot.gebroken == []
    assert not blijft.exists()


def test_een_eigen_slot_dat_nog_wordt_gebruikt_is_geen_restje(register: Path, tik: Tik) -> None:
    """Two windows in one program: the second waits like anybody else."""
    een = _slot(register, "Sonja", tik)

    pauze = tik.pauze_waarin(een.klop)
    twee = Schrijfslot(register, "Sonja", klok=tik, pauze=pauze)
    with een.houd():
        with pytest.raises(SchijfFout), twee.houd():
            raise AssertionError("twee tegelijk")
        een.bevestig()


def test_een_slot_waarin_niet_kan_worden_geschreven_blijft_niet_liggen(
    register: Path, tik: Tik, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = _slot(register, "Sonja", tik)
    with monkeypatch.context() as vol:
        vol.setattr("os.write", _schijf_weg)
        with pytest.raises(SchijfFout), slot.houd():
            raise AssertionError("zonder inhoud")
    assert not slot.pad.exists()


def test_wie_lang_schreef_kijkt_voor_het_loslaten_nog_eens(register: Path, tik: Tik) -> None:
    """It slept between the last look and letting go; by then the lock is a colleague's."""
    slaper = _slot(register, "Sonja", tik)
    with slaper.houd():
        slaper.bevestig()
        tik.stand += VERVAL_S
        slaper.pad.write_text(
            json.dumps({"wie": "Piet", "computer": "B", "pid": 1, "merk": "y"}), "utf-8"
        )
    assert slaper.pad.exists(), "het slot is nu van Piet"


def test_een_hartslag_tijdens_het_loslaten_laat_niets_achter(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow save: the heart beats just when the lock is let go."""
    slot = Schrijfslot(register, "Sonja")
    vast = slot.houd()
    vast.__enter__()
    los = threading.Thread(target=vast.__exit__, args=(None, None, None))
    open_: Callable[..., IO[Any]] = Path.open

    def traag(pad: Path, *hoe: str) -> IO[Any]:
        los.start()
        los.join(0.2)  # as far as it comes
        return open_(pad, *hoe)

    with monkeypatch.context() as trage_schijf:
        trage_schijf.setattr(Path, "open", traag)
        slot.klop()
    los.join()
    assert not slot.pad.exists()


def test_wie_langer_wacht_vraagt_vaker(register: Path) -> None:
    """Short pauses for who waits long, so that who came first is likely to be first."""
    tik, pauzes = Tik(), []

    def pauze(seconden: float) -> None:
        tik.pauze(seconden)
        pauzes.append(seconden)

    een = _slot(register, "Sonja", tik)
    ander = Schrijfslot(register, "Piet", klok=tik, pauze=pauze)
    with een.houd(), ander.houd():
        pass
    assert min(pauzes[:3]) > max(pauzes[-3:])


def _schijf_weg(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, "de schijf is even weg")


def test_wie_er_net_in_kijkt_laat_het_slot_niet_staan(
    register: Path, tik: Tik, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows takes no file away that another has open; who waits has it for three calls."""
    slot, echt, keren = _slot(register, "Sonja", tik), Path.unlink, iter(range(3))

    def kijkt_nog(pad: Path, *, missing_ok: bool = False) -> None:
        if next(keren, None) is not None:
            raise PermissionError(13, "in use", str(pad))
        echt(pad, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", kijkt_nog)
    with slot.houd():
        pass
    assert not slot.pad.exists()
    assert tik.stand < 1
