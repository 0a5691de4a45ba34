"""The share of our own keeps locks for a process, as the disk of a Linux computer does."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from klachtenapp.models.gedeeld.bytesloten import ontgrendel, vergrendel
from tests.harnas import bouw
from tests.harnas.share import Share

pytestmark = pytest.mark.skipif(bool(bouw.geen_share()), reason=bouw.geen_share() or "all is here")


def _open(pc: Share) -> sqlite3.Connection:
    return sqlite3.connect(pc.map / "r.db", timeout=0, isolation_level=None)


def _lees(verbinding: sqlite3.Connection) -> None:
    verbinding.execute("BEGIN")
    verbinding.execute("SELECT * FROM t").fetchall()


def test_twee_verbindingen_van_een_programma_houden_samen_niets_vast(tmp_path: Path) -> None:
    """Who came first leaves first: what it took is given back through the other."""
    (achter := tmp_path / "achter").mkdir()
    programma = bouw.bouw_share(tmp_path)
    with (
        Share(programma, achter, tmp_path / "pc1") as een,
        Share(programma, achter, tmp_path / "pc2") as twee,
    ):
        with closing(_open(een)) as maak:
            maak.execute("CREATE TABLE t (x)")
        with closing(_open(een)) as a, closing(_open(een)) as b, closing(_open(twee)) as collega:
            for verbinding in (a, b):
                _lees(verbinding)
            for verbinding in (a, b):
                verbinding.execute("COMMIT")
            collega.execute("BEGIN EXCLUSIVE")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                b.execute("BEGIN IMMEDIATE")
            collega.execute("COMMIT")
            for verbinding in (a, b):
                _lees(verbinding)
            a.execute("COMMIT")
            b.execute("INSERT INTO t VALUES (1)")
            b.execute("COMMIT")


def test_een_slot_van_het_geopende_bestand_is_van_dat_bestand_alleen(tmp_path: Path) -> None:
    (achter := tmp_path / "achter").mkdir()
    with Share(bouw.bouw_share(tmp_path), achter, tmp_path / "pc") as pc:
        a, b = (os.open(pc.map / "slot", os.O_RDWR | os.O_CREAT) for _ in range(2))
        assert vergrendel(a, 1)
        assert not vergrendel(b, 1)
        assert vergrendel(b, 2)
        ontgrendel(a, 1)
        assert vergrendel(b, 1)
        for greep in (a, b):
            os.close(greep)
