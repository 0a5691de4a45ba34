"""Version 5: fewer pages for a save, because each costs five round trips on a share. Frozen.

An opdracht is found by a number made of its uid, without an index beside its table. Of the
events only those kinds are indexed that are asked for. The search index keeps no sizes of
texts, which nothing asks for: in a register that has no melding yet, because making it anew
takes long.
"""

from __future__ import annotations

import hashlib

from klachtenapp.models.register import Register

_OPDRACHT = """
    CREATE TABLE "opdracht" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "uid" TEXT NOT NULL,
        "soort" TEXT NOT NULL,
        "kenmerk" TEXT NOT NULL,
        "resultaat" TEXT NOT NULL,
        "moment" DATETIME NOT NULL,
        "gebruiker" TEXT NOT NULL
    )
"""
_KOLOMMEN = "uid, soort, kenmerk, resultaat, moment, gebruiker"

_FEITEN = (
    'DROP INDEX IF EXISTS "gebeurtenis_soort_op"',
    'CREATE INDEX "gebeurtenis_gezocht" ON "gebeurtenis" ("soort", "op") '
    "WHERE soort NOT IN ('gesprek', 'gewijzigd', 'notitie')",
)

ZOEKINDEX = """
    CREATE VIRTUAL TABLE zoekindex USING fts5(
        tekst, content='zoektekst', content_rowid='melding_id',
        tokenize='trigram case_sensitive 1', columnsize=0
    )
"""


def migreer(register: Register) -> None:
    """Move the opdrachten and make the smaller indexes; nothing that is stored changes."""
    oud = register.sql(f"SELECT {_KOLOMMEN} FROM opdracht")  # noqa: S608 - our own names
    register.sql("DROP TABLE opdracht")
    register.sql(_OPDRACHT)
    for uid, *rest in sorted((_nummer(str(rij[0])), *rij) for rij in oud):
        register.sql(f"INSERT INTO opdracht (id, {_KOLOMMEN}) VALUES (?{', ?' * 6})", (uid, *rest))  # noqa: S608
    for opdracht in _FEITEN:
        register.sql(opdracht)
    if not register.sql("SELECT 1 FROM melding LIMIT 1"):
        register.sql("DROP TABLE zoekindex")
        register.sql(ZOEKINDEX)


def _nummer(uid: str) -> int:
    """Return 63 bits of the uid; two that are equal do not occur."""
    return int.from_bytes(hashlib.sha256(uid.encode()).digest()[:8], "big") >> 1
