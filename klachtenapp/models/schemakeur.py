"""Knows every table, index and trigger of a register; anything else in the file is not ours.

A trigger or view that someone put in runs when the program reads or saves: it could change
another dossier or hide one. So a file that holds one is refused before a single table is
read. What is *missing* is no danger here: that is for the check of the register.
"""

from __future__ import annotations

import hashlib
from typing import Final

from klachtenapp.models.register import Register
from klachtenapp.models.tables import TABELLEN, ZoektekstRow

_VAN_SQLITE: Final = "sqlite_"  # names that only SQLite itself can give
_STATISTIEK: Final = "sqlite_stat"  # where it keeps how large the tables are

BEKEND: Final = frozenset(
    """
    096aacd54d5e9a47 cc6707d266001589 1d2e0c8e2c4f7442 abca0c9a3fbcd709 977c43c95b2119d8
    c6f468574f79e76e 128e7f0e616d6323 0d52288ba0731fb7 a7fe517f99d033ec e809cd82146de11d
    b5e89b43e0ba60ce b29f18d3637fe9a2 6ee0a5cc2c02597d a9c04344cb2c944c 3a3cab51f8c58f27
    4c8d24924ff5d544 15941f84cf19ec7b 6a23de87251fa830 ebb3502650633dcb 06b23ea3505c4591
    565fd95221ec0a57 a68e181c78238650 b49e5d6ead5e870a 9f9b892e31daf471 2ce6d6b518fe0a54
    da3b32757f74f6ef b042946305bca044 4630c848ea8a830a 8e4bc2ac4758e963 3a223aacc0d09bbb
    ce3469e5259b002c f0778a24ff36c1c8 c4b549152a337fae b06b6eb13cdc7a47 eea126713096a68d
    396432849e0c3853 ec3fbdbbe023c6d5 cfe971e4ac05bb84 976f0c619d015673 0be3b3c3695ea22b
    66e4e233ea677347 483075e2d238ecde bb3149dccb39c9a6 7150b73e69946cff 914295c91d3efc96
    a6246c17e642ec0d 8aa725bf9d225b1e a9454a8919f5d93e c701df9d1c5939de 6849d37b90b4326a
    747f7226ac520624 1ce2c873c9357291 34f21fe7f3cd88de 3e33f98debeffe4d 2eb5a41efcd6d50e
    4625864f75f0d98a 0041d63814c1ee13 74f7d33d31f8a2f3 8ad3c40e6042b890 fd6fd2a8f0adf647
    019208b1b21036d5 c76279cc424eb971 b3650f5a69b50f0a e825d1315fe6d5cb
    2305d8a33084b6f3 0ed460f08b228862 e9a5b2de76139ba1
    0d09b4c15a4adea7 22d8ca8ddd2a4077 e8be67a0628cb94f
    """.split()  # noqa: SIM905 - one line of it for each new migration
)
"""The digest of each thing that any version of the program ever made."""

_SOORTEN: Final = {"table": "tabel", "index": "index", "trigger": "trigger", "view": "weergave"}


def digest(soort: str, naam: str, tabel: str, sql: str) -> str:
    """Return what stands for one thing in the schema, with every letter of how it was made."""
    return hashlib.sha256("\0".join((soort, naam, tabel, sql)).encode()).hexdigest()[:16]


def vreemd(register: Register) -> str:
    """Return in words the first thing in the file that no program of ours made; empty for none."""
    dingen = register.sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
    for soort, naam, tabel, sql in dingen:
        eigen_naam = str(naam)
        if eigen_naam.startswith(_STATISTIEK) or (
            sql is None and eigen_naam.startswith(_VAN_SQLITE)
        ):
            continue
        if digest(str(soort), eigen_naam, str(tabel), str(sql)) not in BEKEND:
            leesbaar = "".join(teken for teken in eigen_naam if teken.isalnum() or teken in "_-")
            return f"{_SOORTEN.get(str(soort), 'onderdeel')} '{leesbaar[:40]}'"
    return ""


def ontbreekt(register: Register) -> list[str]:
    """Return the tables that an up-to-date register must have and this one has not.

    The search index does not count: it can be made anew.
    """
    er_is = {str(naam) for (naam,) in register.sql("SELECT name FROM sqlite_master")}
    namen = {rij._meta.table_name for rij in TABELLEN if rij is not ZoektekstRow}
    return sorted(namen - er_is)
