"""Version 2: the texts of letters that a gemeente writes itself. Frozen."""

from __future__ import annotations

from klachtenapp.models.register import Register

_OPDRACHTEN = (
    """
    CREATE TABLE "brieftekst" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "soort" TEXT NOT NULL,
        "tekst" TEXT NOT NULL,
        "moment" DATETIME NOT NULL,
        "gebruiker" TEXT NOT NULL,
        "toelichting" TEXT NOT NULL
    )
    """,
    'CREATE INDEX "brieftekst_soort" ON "brieftekst" ("soort")',
    """
    CREATE TRIGGER brieftekst_blijft BEFORE UPDATE ON brieftekst BEGIN
        SELECT RAISE(ABORT, 'een versie van een brieftekst wordt nooit gewijzigd');
    END
    """,
    """
    CREATE TRIGGER brieftekst_blijft_staan BEFORE DELETE ON brieftekst BEGIN
        SELECT RAISE(ABORT, 'een versie van een brieftekst wordt nooit gewist');
    END
    """,
)


def migreer(register: Register) -> None:
    """Make the table of versions, and the triggers that keep every one of them."""
    for opdracht in _OPDRACHTEN:
        register.sql(opdracht)
