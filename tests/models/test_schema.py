"""The schema: what the migrations make is what the tables say, once, and never half."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playhouse.sqlcipher_ext import SqlCipherDatabase

from klachtenapp.models import identiteit
from klachtenapp.models.controle import controleer
from klachtenapp.models.database import open_register
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register
from klachtenapp.models.rij import Row
from klachtenapp.models.schema import KOPIEMAP, bijwerken
from klachtenapp.models.tables import TABELLEN, AfdelingRow

_ALLEEN_SQLITE = re.compile(r"zoekindex|sqlite_")


def _objecten(db: Any) -> dict[str, object]:
    """Return what each table and index is: its columns and links, or the words it was made by.

    A column that came later stands behind the links in the words of its table.
    """
    rijen = db.execute_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'index') "
        "AND sql IS NOT NULL"
    ).fetchall()
    return {
        naam: _tabel(db, naam) if soort == "table" else re.sub(r"\s+", " ", sql).strip()
        for soort, naam, sql in rijen
        if not _ALLEEN_SQLITE.match(naam)
    }


def _tabel(db: Any, naam: str) -> object:
    kolommen = db.execute_sql(f'PRAGMA table_xinfo("{naam}")').fetchall()
    links = db.execute_sql(f'PRAGMA foreign_key_list("{naam}")').fetchall()
    return kolommen, sorted(tuple(link[2:]) for link in links)


def test_migrations_make_exactly_the_tables(register: Register) -> None:
    db = SqlCipherDatabase(":memory:", passphrase="")
    db.connect()
    with db.bind_ctx(TABELLEN):
        db.create_tables(TABELLEN, safe=False)
    assert _objecten(register.db) == _objecten(db)
    db.close()


def test_every_table_is_listed() -> None:
    assert {rij.__name__ for rij in Row.__subclasses__() if "tables" in rij.__module__} == {
        rij.__name__ for rij in TABELLEN
    }


def test_no_column_has_a_type_of_sqlite_alone(register: Register) -> None:
    soorten = {
        str(soort)
        for rij in TABELLEN
        for _, _, soort, *_ in register.sql(f'PRAGMA table_info("{rij._meta.table_name}")')
    }
    assert soorten <= {"INTEGER", "TEXT", "DATE", "DATETIME", "BLOB"}


def test_a_row_refuses_fields_it_does_not_have() -> None:
    with pytest.raises(TypeError, match="plaats"):
        AfdelingRow(naam="Burgerzaken", plaats="x")
    with pytest.raises((ValueError, AttributeError)):
        AfdelingRow.insert(plaats="x")
    with pytest.raises(AttributeError):
        AfdelingRow.update(plaats="x")


@pytest.mark.parametrize("velden", [("naam", "sleutel", "actief", "plaats"), ("naam", "actief")])
def test_inserting_many_wants_exactly_the_fields(
    register: Register, velden: tuple[str, ...]
) -> None:
    with register.transactie(), pytest.raises(TypeError, match="te veel of te weinig"):
        register.schrijf_veel(AfdelingRow, velden, [])


def _extra_tabel(register: Register) -> None:
    register.sql("CREATE TABLE extra (a TEXT NOT NULL)")


def _mislukt(register: Register) -> None:
    _extra_tabel(register)
    raise ZeroDivisionError


def test_an_older_register_is_copied_before_it_is_changed(register: Register) -> None:
    bijwerken(register, (*MIGRATIES, _extra_tabel))
    assert identiteit.versie(register) == len(MIGRATIES) + 1
    (kopie,) = (register.pad.parent / KOPIEMAP).iterdir()
    assert kopie.name == f"register-voor-versie-{len(MIGRATIES) + 1}.klachten"
    assert all(bevinding.goed for bevinding in controleer(kopie))
    oud = Register(kopie)
    oud.verbind()
    assert identiteit.versie(oud) == len(MIGRATIES)
    oud.sluit()


def test_a_migration_that_fails_leaves_the_old_register(register: Register) -> None:
    with pytest.raises(ZeroDivisionError):
        bijwerken(register, (*MIGRATIES, _mislukt))
    assert identiteit.versie(register) == len(MIGRATIES)
    assert not register.sql("SELECT 1 FROM sqlite_master WHERE name = 'extra'")


def test_a_register_that_is_up_to_date_is_not_copied(register: Register) -> None:
    bijwerken(register, MIGRATIES)
    assert not (register.pad.parent / KOPIEMAP).exists()


_OPENER = """
import sys
from pathlib import Path
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register
from klachtenapp.models.schema import bijwerken

def extra(register):
    register.sql("CREATE TABLE extra (a TEXT NOT NULL)")
    register.sql("INSERT INTO extra VALUES ('een keer')")

register = Register(Path(sys.argv[1]))
register.verbind()
register.beveilig()
print("klaar", flush=True)
sys.stdin.readline()
bijwerken(register, (*MIGRATIES, extra))
print(register.sql("SELECT count(*) FROM extra")[0][0], flush=True)
register.sluit()
"""


def test_openers_at_the_same_time_migrate_once(
    tmp_path: Path, proces_omgeving: dict[str, str]
) -> None:
    pad = tmp_path / "a.klachten"
    open_register(pad, maak=True).sluit()
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENER, str(pad)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=proces_omgeving,
        )
        for _ in range(3)
    ]
    for proces in processen:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
    for proces in processen:
        assert proces.stdin is not None
        proces.stdin.write("\n")
        proces.stdin.flush()
    assert [proces.communicate(timeout=60)[0] for proces in processen] == ["1\n"] * 3
