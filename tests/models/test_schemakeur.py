"""A register with a strange trigger, view or table in it is refused before anything is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from klachtenapp import bootstrap
from klachtenapp.errors import OmgevingFout
from klachtenapp.models import controle, kopie, schemakeur, vergelijken
from klachtenapp.models.database import open_register
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register

_VREEMD = {
    "trigger": "CREATE TRIGGER tik AFTER INSERT ON melding BEGIN DELETE FROM document; END",
    "weergave": "CREATE VIEW dossiers AS SELECT * FROM melding",
    "tabel": 'CREATE TABLE "x"" UNION SELECT 1 --" (a)',
    "index": "CREATE INDEX eigen ON melding (lower(kenmerk))",
}


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    plek = tmp_path / "a.klachten"
    open_register(plek, maak=True).sluit()
    return plek


def _voer_uit(pad: Path, *opdrachten: str) -> None:
    verbinding = driver.connect(str(pad))
    for opdracht in opdrachten:
        verbinding.execute(opdracht)
    verbinding.commit()
    verbinding.close()


def test_every_thing_of_every_version_is_known() -> None:
    """After a new migration: add what this says to ``BEKEND``."""
    register = Register(Path(":memory:"))
    register.verbind()
    nieuw: dict[str, str] = {}
    with register.transactie():
        for migratie in MIGRATIES:
            migratie(register)
            for soort, naam, tabel, sql in register.sql(
                "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            ):
                som = schemakeur.digest(soort, naam, tabel, sql)
                if som not in schemakeur.BEKEND:
                    nieuw[som] = naam
    register.sluit()
    assert nieuw == {}


@pytest.mark.parametrize("wat", _VREEMD)
def test_a_register_with_something_strange_in_it_is_refused(pad: Path, wat: str) -> None:
    _voer_uit(pad, _VREEMD[wat])
    voor = pad.read_bytes()
    with pytest.raises(OmgevingFout, match=f"niet van de Klachtenapp is: {wat} "):
        bootstrap.open(pad)
    (bevinding,) = controle.controleer(pad)
    assert not bevinding.goed
    assert "niet van de Klachtenapp" in bevinding.tekst
    assert "reservekopie" in bevinding.raad
    assert not vergelijken.inventaris(pad).leesbaar
    assert kopie.bekijk(pad) == {}
    assert pad.read_bytes() == voor


def test_a_trigger_of_ours_that_does_something_else_is_refused(pad: Path) -> None:
    _voer_uit(
        pad,
        "DROP TRIGGER log_blijft",
        "CREATE TRIGGER log_blijft BEFORE UPDATE ON log BEGIN SELECT 1; END",
    )
    with pytest.raises(OmgevingFout, match="trigger 'log_blijft'"):
        open_register(pad)


def test_what_is_missing_is_for_the_check_and_what_sqlite_keeps_itself_is_ours(pad: Path) -> None:
    _voer_uit(pad, "DROP TRIGGER log_blijft", "ANALYZE")
    open_register(pad).sluit()


def test_a_strange_register_of_an_older_version_is_not_migrated(tmp_path: Path) -> None:
    bron = Path(__file__).parents[1] / "registers" / "versie-001.klachten"
    oud = Path(shutil.copy(bron, tmp_path))
    _voer_uit(oud, _VREEMD["trigger"])
    voor = oud.read_bytes()
    with pytest.raises(OmgevingFout, match="trigger 'tik'"):
        open_register(oud)
    assert oud.read_bytes() == voor
