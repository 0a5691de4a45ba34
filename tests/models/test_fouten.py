"""Errors of the disk: one sentence for people, and whether a retry makes sense."""

from __future__ import annotations

import os
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as driver

from klachtenapp.errors import OmgevingFout
from klachtenapp.models.database import open_register
from klachtenapp.models.fouten import Oorzaak, SchijfFout, vertaald
from klachtenapp.models.register import Register


class _DriverError(Exception):
    def __init__(self, naam: str) -> None:
        super().__init__(naam)
        self.sqlite_errorname = naam


def _breng_voort(naam: str, daarna: str = "") -> None:
    try:
        try:
            raise _DriverError(naam)
        except _DriverError as fout:
            raise peewee.OperationalError(str(fout))  # noqa: B904 - as peewee does
    except peewee.OperationalError:
        if not daarna:
            raise
        try:
            raise _DriverError(daarna)
        except _DriverError as fout:
            raise peewee.OperationalError(str(fout))  # noqa: B904


@pytest.mark.parametrize(
    ("naam", "oorzaak", "opnieuw"),
    [
        ("SQLITE_BUSY", Oorzaak.BEZET, False),
        ("SQLITE_BUSY_SNAPSHOT", Oorzaak.BEZET, False),
        ("SQLITE_FULL", Oorzaak.VOL, False),
        ("SQLITE_READONLY", Oorzaak.ALLEEN_LEZEN, True),
        ("SQLITE_READONLY_DBMOVED", Oorzaak.VERSTOORD, True),
        ("SQLITE_IOERR_WRITE", Oorzaak.VERSTOORD, True),
        ("SQLITE_CORRUPT", Oorzaak.VERSTOORD, True),
        ("SQLITE_CANTOPEN", Oorzaak.ONBEREIKBAAR, True),
        ("SQLITE_NOTADB", Oorzaak.GEEN_REGISTER, True),
    ],
)
def test_every_error_of_the_disk_has_its_sentence(
    naam: str, oorzaak: Oorzaak, opnieuw: bool
) -> None:
    with pytest.raises(SchijfFout) as gevangen, vertaald():
        _breng_voort(naam)
    assert (gevangen.value.oorzaak, gevangen.value.opnieuw) == (oorzaak, opnieuw)
    assert isinstance(gevangen.value, OmgevingFout)
    assert "beschadigd" not in gevangen.value.boodschap
    assert "SQLITE" not in gevangen.value.boodschap


def test_a_rollback_that_fails_does_not_hide_the_cause() -> None:
    with pytest.raises(SchijfFout) as gevangen, vertaald():
        _breng_voort("SQLITE_FULL", "SQLITE_ERROR")
    assert gevangen.value.oorzaak is Oorzaak.VOL


@pytest.mark.parametrize(
    ("tekst", "oorzaak"),
    [
        ("disk I/O error", Oorzaak.VERSTOORD),
        ("database or disk is full", Oorzaak.VOL),
        ("database is locked", Oorzaak.BEZET),
    ],
)
def test_a_copy_that_breaks_off_says_why_in_words_only(tekst: str, oorzaak: Oorzaak) -> None:
    with pytest.raises(SchijfFout) as gevangen, vertaald():
        raise driver.OperationalError(tekst)
    assert gevangen.value.oorzaak is oorzaak


def test_a_mistake_of_ours_stays_a_bug(register: Register) -> None:
    with pytest.raises(peewee.OperationalError):
        register.sql("SELECT geen_kolom FROM melding")


def test_a_reconnect_that_failed_is_tried_again(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The share is gone, and comes back later: the same open register goes on."""
    echt = register.db.connect
    weg = [True]

    def connect(**opties: object) -> object:
        if weg[0]:
            _breng_voort("SQLITE_CANTOPEN")
        return echt(**opties)

    monkeypatch.setattr(register.db, "connect", connect)
    for _ in range(2):
        with pytest.raises(SchijfFout) as gevangen:
            register.heropen()
        assert gevangen.value.oorzaak is Oorzaak.ONBEREIKBAAR
        with pytest.raises(SchijfFout):
            register.sql("SELECT 1")
        with pytest.raises(SchijfFout), register.transactie():
            pytest.fail("there is no connection")
    weg[0] = False
    assert register.sql("SELECT 1") == [(1,)]
    with register.transactie():
        register.sql("INSERT INTO instelling (naam, waarde) VALUES ('a', 'b')")
    register.sluit()
    with pytest.raises(SchijfFout):
        register.sql("SELECT 1")  # closed on purpose stays closed, and says so


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root may write everywhere",
)
def test_a_register_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    pad = tmp_path / "a.klachten"
    open_register(pad, maak=True).sluit()
    pad.chmod(0o444)
    tmp_path.chmod(0o555)
    register = open_register(pad)
    with pytest.raises(SchijfFout) as gevangen, register.transactie():
        register.sql("INSERT INTO instelling (naam, waarde) VALUES ('a', 'b')")
    assert gevangen.value.oorzaak is Oorzaak.ALLEEN_LEZEN
    register.sluit()
    tmp_path.chmod(0o755)


def test_a_full_disk_is_named_and_nothing_changed(register: Register) -> None:
    ((bladen,),) = register.sql("PRAGMA page_count")
    register.sql(f"PRAGMA max_page_count = {bladen}")
    with pytest.raises(SchijfFout) as gevangen, register.transactie():
        register.sql("INSERT INTO instelling (naam, waarde) VALUES ('a', ?)", ("x" * 100_000,))
    assert gevangen.value.oorzaak is Oorzaak.VOL
    assert register.sql("SELECT 1 FROM instelling WHERE naam = 'a'") == []


def test_a_damaged_row_that_says_it_is_endless_is_a_disturbance(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite asks for the memory that such a row would take; the driver then says so its way."""

    def geen_geheugen(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(register.db, "execute_sql", geen_geheugen)
    with pytest.raises(SchijfFout) as gevangen:
        register.sql("SELECT 1")
    assert gevangen.value.oorzaak is Oorzaak.VERSTOORD
