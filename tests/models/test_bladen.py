"""The pages of a register: large in a new one, and as they were in one that is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klachtenapp.domain.dossier import Dossier
from klachtenapp.models import meldingen
from klachtenapp.models.bladen import BLADGROOTTE
from klachtenapp.models.controle import controleer
from klachtenapp.models.database import open_register
from klachtenapp.models.kopie import veilige_kopie, zet_terug
from klachtenapp.models.omzetting import zet_om
from klachtenapp.models.register import Register

SLEUTEL = "x'" + "5d" * 32 + "'"
OUD = Path(__file__).parents[1] / "registers" / "versie-004.klachten"


def _grootte(pad: Path, sleutel: str = "") -> int:
    register = open_register(pad, sleutel=sleutel)
    ((grootte,),) = register.sql("PRAGMA page_size")
    register.sluit()
    return int(grootte)


@pytest.fixture
def nieuw(register: Register, vol_dossier: Dossier) -> Path:
    with register.transactie():
        meldingen.voeg_toe(register, vol_dossier, "K{jaar}-{nummer:04}")
    register.sluit()
    return register.pad


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    return Path(shutil.copy(OUD, tmp_path / "oud.klachten"))


def test_a_new_register_has_large_pages_and_so_have_its_copies(nieuw: Path, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.klachten"
    veilige_kopie(nieuw, kopie)
    assert _grootte(nieuw) == _grootte(kopie) == BLADGROOTTE


def test_a_register_that_is_there_keeps_its_pages(oud: Path) -> None:
    assert _grootte(oud) == 4096
    assert all(bevinding.goed for bevinding in controleer(oud))


def test_a_copy_with_other_pages_can_be_put_back(nieuw: Path, oud: Path) -> None:
    """A window that has the register open reads on in what came back."""
    venster = open_register(nieuw)
    assert len(venster.sql("SELECT kenmerk FROM melding")) == 1
    zet_terug(oud, nieuw)
    assert venster.sql("SELECT count(*) FROM melding") > [(1,)]
    venster.sluit()
    assert all(bevinding.goed for bevinding in controleer(nieuw))
    terug = open_register(nieuw)
    zet_terug(nieuw, oud)
    assert terug.sql("PRAGMA integrity_check") == [("ok",)]
    terug.sluit()


def test_locked_and_open_again(nieuw: Path, tmp_path: Path) -> None:
    dicht, weer_open = tmp_path / "dicht.klachten", tmp_path / "open.klachten"
    zet_om(nieuw, "", dicht, SLEUTEL)
    zet_om(dicht, SLEUTEL, weer_open, "")
    assert _grootte(dicht, SLEUTEL) == 4096
    assert _grootte(weer_open) == BLADGROOTTE
    assert all(bevinding.goed for bevinding in controleer(weer_open))
