"""Opening a register: safe settings, and no file that is not ours."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import peewee
import pytest
from playhouse.sqlcipher_ext import SqlCipherDatabase

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit
from klachtenapp.models.database import open_register
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.rij import Row


@pytest.mark.parametrize(
    ("instelling", "waarde"),
    [
        ("journal_mode", "persist"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 15_000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("application_id", identiteit.APPLICATIE),
        ("user_version", len(MIGRATIES)),
    ],
)
def test_the_settings_that_keep_data_safe_are_on(
    register: Register, instelling: str, waarde: object
) -> None:
    assert register.sql(f"PRAGMA {instelling}") == [(waarde,)]


def test_the_settings_are_there_again_after_reopening(register: Register) -> None:
    register.heropen()
    assert register.sql("PRAGMA journal_mode") == [("persist",)]
    assert register.sql("PRAGMA foreign_keys") == [(1,)]


def test_a_disk_that_refuses_the_journal_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "a.klachten"
    open_register(pad, maak=True).sluit()
    register = Register(pad)
    register.verbind()
    monkeypatch.setattr("klachtenapp.models.register.JOURNAAL", "onzin")
    with pytest.raises(OmgevingFout, match="niet veilig"):
        register.beveilig()
    assert register.db.is_closed()


def test_an_unknown_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    pad = tmp_path / "ander.klachten"
    ander = SqlCipherDatabase(str(pad), passphrase="", pragmas={"journal_mode": "wal"})
    ander.execute_sql("CREATE TABLE t (a)")
    ander.close()
    voor = pad.read_bytes()
    with pytest.raises(OmgevingFout, match="geen register"):
        open_register(pad)
    assert pad.read_bytes() == voor


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04" + b"x" * 5000, b"SQLite format 3\0" * 500])
def test_what_is_no_database_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "a.klachten"
    pad.write_bytes(inhoud)
    with pytest.raises(OmgevingFout, match="geen register"):
        open_register(pad)
    assert pad.read_bytes() == inhoud


def test_a_newer_register_is_refused_with_both_versions(tmp_path: Path) -> None:
    pad = tmp_path / "a.klachten"
    register = open_register(pad, maak=True)
    with register.transactie():
        identiteit.zet(register, 99)
    register.sluit()
    with pytest.raises(OmgevingFout, match=r"nieuwere versie .*register 99"):
        open_register(pad)


def test_a_register_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="is er niet"):
        open_register(tmp_path / "weg.klachten")
    assert list(tmp_path.iterdir()) == []


def test_making_never_replaces_a_file(tmp_path: Path) -> None:
    pad = tmp_path / "a.klachten"
    open_register(pad, maak=True).sluit()
    with pytest.raises(OmgevingFout, match="al een bestand"):
        open_register(pad, maak=True)
    with pytest.raises(OmgevingFout, match="bestaat niet"):
        open_register(tmp_path / "weg" / "a.klachten", maak=True)


def test_a_half_made_empty_file_can_still_become_a_register(tmp_path: Path) -> None:
    pad = tmp_path / "a.klachten"
    pad.touch()
    register = open_register(pad, maak=True)
    assert identiteit.versie(register) == len(MIGRATIES)
    register.sluit()


def test_another_thread_cannot_use_the_connection(register: Register) -> None:
    fouten: list[BaseException] = []

    def vraag() -> None:
        try:
            register.sql("SELECT 1")
        except peewee.InterfaceError as fout:
            fouten.append(fout)

    draad = threading.Thread(target=vraag)
    draad.start()
    draad.join()
    assert len(fouten) == 1


def test_writing_outside_a_transaction_is_a_bug(register: Register) -> None:
    with pytest.raises(RuntimeError):
        register.schrijf_veel(Row, (), [])


def test_memory_lasts_until_someone_saves(register: Register) -> None:
    geteld: list[int] = []

    def tel() -> int:
        geteld.append(1)
        return len(geteld)

    assert [register.onthoud(("a",), tel), register.onthoud(("a",), tel)] == [1, 1]
    with register.transactie():
        register.sql("INSERT INTO instelling (naam, waarde) VALUES ('a', 'b')")
    assert register.onthoud(("a",), tel) == 2
    ander = open_register(register.pad)
    with ander.transactie():
        ander.sql("INSERT INTO instelling (naam, waarde) VALUES ('c', 'd')")
    ander.sluit()
    assert register.onthoud(("a",), tel) == 3
    assert register.onthoud(("a", "anders"), tel) == 4


@pytest.mark.parametrize("aantal", [0, 1, 500, 501, 1234])
def test_long_lists_are_cut_into_pieces_without_loss(aantal: int) -> None:
    stukken = list(in_stukken(range(aantal)))
    assert [n for stuk in stukken for n in stuk] == list(range(aantal))
    assert all(len(stuk) <= 500 for stuk in stukken)


def test_een_share_die_is_afgesneden_is_een_zin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off, a share answers even "is it there?" with an error."""

    echt = os.stat

    def afgesneden(pad: os.PathLike[str], *rest: object, **opties: object) -> os.stat_result:
        if str(pad).endswith("afgesneden.klachten"):
            raise OSError(errno.EIO, "Input/output error")
        return echt(pad, *rest, **opties)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", afgesneden)
    with pytest.raises(OmgevingFout, match="is er niet"):
        open_register(tmp_path / "afgesneden.klachten")


def test_een_register_dat_gesloten_is_geeft_een_zin(tmp_path: Path) -> None:
    """A page asks once more after the disk went and the register was closed behind it."""
    dicht = open_register(tmp_path / "dicht.klachten", maak=True)
    dicht.sluit()
    with pytest.raises(OmgevingFout, match="niet bereikbaar"):
        dicht.sql("SELECT 1")
    with pytest.raises(OmgevingFout, match="niet bereikbaar"):
        dicht.lees(lambda: None)
    with pytest.raises(OmgevingFout, match="niet bereikbaar"), dicht.transactie():
        raise AssertionError("schrijven in een gesloten register")
