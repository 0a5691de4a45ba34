"""Version 4: who signs in how, and the signatures with their keys. Frozen."""

from __future__ import annotations

from klachtenapp.models.register import Register

_OPDRACHTEN = (
    """
    CREATE TABLE "toegang" (
        "medewerker_id" INTEGER NOT NULL PRIMARY KEY,
        "gebruikersnaam" TEXT NOT NULL,
        "geheim" TEXT NOT NULL,
        "pogingen" INTEGER NOT NULL,
        "laatste_poging" DATETIME,
        "leidinggevende_id" INTEGER,
        FOREIGN KEY ("medewerker_id") REFERENCES "medewerker" ("id"),
        FOREIGN KEY ("leidinggevende_id") REFERENCES "medewerker" ("id")
    )
    """,
    'CREATE INDEX "toegang_gebruikersnaam" ON "toegang" ("gebruikersnaam")',
    """
    CREATE TABLE "sleutel" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "medewerker_id" INTEGER NOT NULL,
        "publiek" TEXT NOT NULL,
        "vingerafdruk" TEXT NOT NULL,
        "gemaakt_op" DATETIME NOT NULL,
        "bevestigd_op" DATETIME,
        "bevestigd_door" TEXT NOT NULL,
        "ingetrokken_op" DATETIME,
        "ingetrokken_door" TEXT NOT NULL,
        "reden" TEXT NOT NULL,
        FOREIGN KEY ("medewerker_id") REFERENCES "medewerker" ("id")
    )
    """,
    'CREATE INDEX "sleutel_medewerker_id" ON "sleutel" ("medewerker_id")',
    'CREATE UNIQUE INDEX "sleutel_vingerafdruk" ON "sleutel" ("vingerafdruk")',
    """
    CREATE TABLE "handtekening" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "document_id" INTEGER NOT NULL,
        "sleutel_id" INTEGER NOT NULL,
        "gegevens" TEXT NOT NULL,
        "handtekening" TEXT NOT NULL,
        "moment" DATETIME NOT NULL,
        FOREIGN KEY ("document_id") REFERENCES "document" ("id"),
        FOREIGN KEY ("sleutel_id") REFERENCES "sleutel" ("id")
    )
    """,
    'CREATE INDEX "handtekening_document_id" ON "handtekening" ("document_id")',
    'CREATE INDEX "handtekening_sleutel_id" ON "handtekening" ("sleutel_id")',
    """
    CREATE TRIGGER handtekening_blijft BEFORE UPDATE ON handtekening BEGIN
        SELECT RAISE(ABORT, 'een handtekening wordt nooit gewijzigd');
    END
    """,
    """
    CREATE TRIGGER handtekening_blijft_staan BEFORE DELETE ON handtekening BEGIN
        SELECT RAISE(ABORT, 'een handtekening wordt nooit gewist');
    END
    """,
    """
    CREATE TRIGGER sleutel_blijft_staan BEFORE DELETE ON sleutel BEGIN
        SELECT RAISE(ABORT, 'een sleutel wordt nooit gewist');
    END
    """,
)


def migreer(register: Register) -> None:
    """Make the tables, and the triggers that keep every signature and key."""
    for opdracht in _OPDRACHTEN:
        register.sql(opdracht)
