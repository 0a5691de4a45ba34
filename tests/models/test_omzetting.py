"""The same register under another key: every row, every mark, and nothing to read without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling
from klachtenapp.errors import OmgevingFout
from klachtenapp.models import kopie
from klachtenapp.models.controle import controleer
from klachtenapp.models.database import open_register
from klachtenapp.models.omzetting import zet_om
from klachtenapp.services import beheer

A = "x'" + "ab" * 32 + "'"
B = "x'" + "cd" * 32 + "'"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    ctx = bootstrap.nieuw(tmp_path / "open.klachten", Gemeente("Voorbeeldstad"))
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Burgerzaken"))
    bootstrap.sluit(ctx)
    return ctx.register.pad


def test_op_slot_anders_op_slot_en_weer_open(register: Path, tmp_path: Path) -> None:
    stand = kopie.bekijk(register)
    sleutels = ["", A, B, ""]
    paden = [register, *(tmp_path / f"{n}.klachten" for n in range(3))]
    for n in range(3):
        assert zet_om(paden[n], sleutels[n], paden[n + 1], sleutels[n + 1]) == stand
    for pad, sleutel in zip(paden, sleutels, strict=True):
        assert all(bevinding.goed for bevinding in controleer(pad, sleutel))
        assert (b"Burgerzaken" in pad.read_bytes()) is (sleutel == "")
        open_register(pad, sleutel=sleutel).sluit()


def test_met_de_verkeerde_sleutel_gebeurt_er_niets(register: Path, tmp_path: Path) -> None:
    zet_om(register, "", tmp_path / "slot.klachten", A)
    with pytest.raises(OmgevingFout, match="sleutel past niet"):
        zet_om(tmp_path / "slot.klachten", B, tmp_path / "nieuw.klachten", "")


def test_een_bestand_dat_er_al_is_blijft(register: Path) -> None:
    inhoud = register.read_bytes()
    with pytest.raises(OmgevingFout, match="al een bestand"):
        zet_om(register, "", register, A)
    assert register.read_bytes() == inhoud
