"""Version 1: the first schema. Frozen: whoever needs another table writes a new migration."""

from __future__ import annotations

from klachtenapp.models.register import Register

_TABELLEN = (
    """
    CREATE TABLE "afdeling" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "naam" TEXT NOT NULL,
        "sleutel" TEXT NOT NULL,
        "actief" INTEGER NOT NULL
    )
    """,
    'CREATE UNIQUE INDEX "afdeling_naam" ON "afdeling" ("naam")',
    """
    CREATE TABLE "medewerker" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "naam" TEXT NOT NULL,
        "sleutel" TEXT NOT NULL,
        "aanhef" TEXT NOT NULL,
        "functie" TEXT NOT NULL,
        "telefoon" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "afdeling_id" INTEGER,
        "rollen" TEXT NOT NULL,
        "actief" INTEGER NOT NULL,
        FOREIGN KEY ("afdeling_id") REFERENCES "afdeling" ("id")
    )
    """,
    'CREATE UNIQUE INDEX "medewerker_naam" ON "medewerker" ("naam")',
    'CREATE INDEX "medewerker_afdeling_id" ON "medewerker" ("afdeling_id")',
    """
    CREATE TABLE "melding" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "uid" TEXT NOT NULL,
        "kenmerk" TEXT NOT NULL,
        "soort" TEXT NOT NULL,
        "status" TEXT NOT NULL,
        "ontvangen_op" DATE NOT NULL,
        "kanaal" TEXT NOT NULL,
        "vorm" TEXT NOT NULL,
        "klager_sleutel" TEXT NOT NULL,
        "afdeling_id" INTEGER,
        "behandelaar_id" INTEGER,
        "beklaagde" TEXT NOT NULL,
        "wens" TEXT NOT NULL,
        "formeel_regime" INTEGER NOT NULL,
        "commissie" INTEGER NOT NULL,
        "ondertekend" INTEGER NOT NULL,
        "doorgeleid_op" DATE,
        "gedraging_op" DATE,
        "afdoeningswijze" TEXT NOT NULL,
        "oordeel" TEXT NOT NULL,
        "afgehandeld_op" DATE,
        "oud_kenmerk" TEXT NOT NULL,
        "koppeling" TEXT NOT NULL,
        "versie" INTEGER NOT NULL,
        "onderwerp" TEXT NOT NULL,
        "afdoeningsgrond" TEXT NOT NULL,
        "omschrijving" TEXT NOT NULL,
        "notities" TEXT NOT NULL,
        FOREIGN KEY ("afdeling_id") REFERENCES "afdeling" ("id"),
        FOREIGN KEY ("behandelaar_id") REFERENCES "medewerker" ("id")
    )
    """,
    'CREATE UNIQUE INDEX "melding_uid" ON "melding" ("uid")',
    'CREATE UNIQUE INDEX "melding_kenmerk" ON "melding" ("kenmerk")',
    'CREATE INDEX "melding_status" ON "melding" ("status")',
    'CREATE INDEX "melding_ontvangen_op" ON "melding" ("ontvangen_op")',
    'CREATE INDEX "melding_klager_sleutel" ON "melding" ("klager_sleutel")',
    """
    CREATE TABLE "inhoud" (
        "sha256" TEXT NOT NULL PRIMARY KEY,
        "inhoud" BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE "document" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "melding_id" INTEGER NOT NULL,
        "naam" TEXT NOT NULL,
        "soort" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "bytes" INTEGER NOT NULL,
        "toegevoegd_op" DATETIME NOT NULL,
        "verzonden_op" DATE,
        "kanaal" TEXT NOT NULL,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id"),
        FOREIGN KEY ("sha256") REFERENCES "inhoud" ("sha256")
    )
    """,
    'CREATE INDEX "document_melding_id" ON "document" ("melding_id")',
    'CREATE INDEX "document_sha256" ON "document" ("sha256")',
    """
    CREATE TABLE "gebeurtenis" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "melding_id" INTEGER NOT NULL,
        "soort" TEXT NOT NULL,
        "op" DATE NOT NULL,
        "vastgelegd_op" DATETIME NOT NULL,
        "door" TEXT NOT NULL,
        "gegevens" TEXT NOT NULL,
        "toelichting" TEXT NOT NULL,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id")
    )
    """,
    'CREATE INDEX "gebeurtenis_melding_id" ON "gebeurtenis" ("melding_id")',
    """
    CREATE TABLE "importbatch" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "bestand" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        "moment" DATETIME NOT NULL,
        "gebruiker" TEXT NOT NULL,
        "gelezen" INTEGER NOT NULL,
        "toegevoegd" INTEGER NOT NULL,
        "verslag" TEXT NOT NULL,
        "ongedaan_op" DATETIME,
        "ongedaan_door" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "importregel" (
        "melding_id" INTEGER NOT NULL PRIMARY KEY,
        "importbatch_id" INTEGER NOT NULL,
        "plek" TEXT NOT NULL,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id"),
        FOREIGN KEY ("importbatch_id") REFERENCES "importbatch" ("id")
    )
    """,
    'CREATE INDEX "importregel_importbatch_id" ON "importregel" ("importbatch_id")',
    """
    CREATE TABLE "instelling" (
        "naam" TEXT NOT NULL PRIMARY KEY,
        "waarde" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "klachtonderdeel" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "melding_id" INTEGER NOT NULL,
        "volgorde" INTEGER NOT NULL,
        "omschrijving" TEXT NOT NULL,
        "aspect" TEXT NOT NULL,
        "norm" TEXT NOT NULL,
        "bevinding" TEXT NOT NULL,
        "oordeel" TEXT NOT NULL,
        "verbeterpunt" TEXT NOT NULL,
        "verbeterpunt_klaar_op" DATE,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id")
    )
    """,
    'CREATE INDEX "klachtonderdeel_melding_id" ON "klachtonderdeel" ("melding_id")',
    """
    CREATE TABLE "log" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "moment" DATETIME NOT NULL,
        "gebruiker" TEXT NOT NULL,
        "handeling" TEXT NOT NULL,
        "kenmerk" TEXT NOT NULL,
        "gegevens" TEXT NOT NULL,
        "opdracht" TEXT NOT NULL,
        "vorige" TEXT NOT NULL,
        "hash" TEXT NOT NULL
    )
    """,
    'CREATE INDEX "log_kenmerk" ON "log" ("kenmerk")',
    """
    CREATE TABLE "nummer" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "jaar" INTEGER NOT NULL,
        "volgnummer" INTEGER NOT NULL,
        "kenmerk" TEXT NOT NULL,
        "vervallen_op" DATETIME,
        "vervallen_reden" TEXT NOT NULL
    )
    """,
    'CREATE UNIQUE INDEX "nummer_jaar_volgnummer" ON "nummer" ("jaar", "volgnummer")',
    """
    CREATE TABLE "opdracht" (
        "uid" TEXT NOT NULL PRIMARY KEY,
        "soort" TEXT NOT NULL,
        "kenmerk" TEXT NOT NULL,
        "resultaat" TEXT NOT NULL,
        "moment" DATETIME NOT NULL,
        "gebruiker" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "persoon" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "melding_id" INTEGER NOT NULL,
        "rol" TEXT NOT NULL,
        "achternaam" TEXT NOT NULL,
        "aanhef" TEXT NOT NULL,
        "voorletters" TEXT NOT NULL,
        "voornaam" TEXT NOT NULL,
        "tussenvoegsel" TEXT NOT NULL,
        "organisatie" TEXT NOT NULL,
        "straat" TEXT NOT NULL,
        "huisnummer" TEXT NOT NULL,
        "postcode" TEXT NOT NULL,
        "plaats" TEXT NOT NULL,
        "land" TEXT NOT NULL,
        "telefoon" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "voorkeur" TEXT NOT NULL,
        "leest_moeilijk" INTEGER NOT NULL,
        "taal" TEXT NOT NULL,
        "email_akkoord" INTEGER NOT NULL,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id")
    )
    """,
    'CREATE INDEX "persoon_melding_id" ON "persoon" ("melding_id")',
    """
    CREATE TABLE "zoektekst" (
        "melding_id" INTEGER NOT NULL PRIMARY KEY,
        "tekst" TEXT NOT NULL,
        FOREIGN KEY ("melding_id") REFERENCES "melding" ("id")
    )
    """,
)

# The index over what can be searched; the text itself stands in zoektekst. It was made
# small letters without accents before, so the tokenizer need not fold anything.
ZOEKINDEX = (
    """
    CREATE VIRTUAL TABLE zoekindex USING fts5(
        tekst, content='zoektekst', content_rowid='melding_id',
        tokenize='trigram case_sensitive 1'
    )
    """,
    """
    CREATE TRIGGER zoektekst_eraf AFTER DELETE ON zoektekst BEGIN
        INSERT INTO zoekindex(zoekindex, rowid, tekst)
        VALUES ('delete', old.melding_id, old.tekst);
    END
    """,
    """
    CREATE TRIGGER zoektekst_anders AFTER UPDATE ON zoektekst BEGIN
        INSERT INTO zoekindex(zoekindex, rowid, tekst)
        VALUES ('delete', old.melding_id, old.tekst);
        INSERT INTO zoekindex(rowid, tekst) VALUES (new.melding_id, new.tekst);
    END
    """,
)

_VOOR_ALTIJD = (
    """
    CREATE TRIGGER log_blijft BEFORE UPDATE ON log BEGIN
        SELECT RAISE(ABORT, 'het log wordt nooit gewijzigd');
    END
    """,
    """
    CREATE TRIGGER log_blijft_staan BEFORE DELETE ON log BEGIN
        SELECT RAISE(ABORT, 'uit het log wordt nooit iets gewist');
    END
    """,
    """
    CREATE TRIGGER nummer_blijft_staan BEFORE DELETE ON nummer BEGIN
        SELECT RAISE(ABORT, 'een gegeven nummer blijft bestaan');
    END
    """,
    """
    CREATE TRIGGER gebeurtenis_blijft BEFORE UPDATE ON gebeurtenis BEGIN
        SELECT RAISE(ABORT, 'een gebeurtenis wordt nooit gewijzigd');
    END
    """,
    # Only the undoing of an import takes events away, and it says so first.
    """
    CREATE TRIGGER gebeurtenis_blijft_staan BEFORE DELETE ON gebeurtenis
    WHEN NOT EXISTS (
        SELECT 1 FROM importregel
        JOIN importbatch ON importbatch.id = importregel.importbatch_id
        WHERE importregel.melding_id = old.melding_id AND importbatch.ongedaan_op IS NOT NULL
    )
    BEGIN
        SELECT RAISE(ABORT, 'een gebeurtenis wordt nooit gewist');
    END
    """,
)


def migreer(register: Register) -> None:
    """Make all tables, the search index and the triggers that keep history."""
    for opdracht in (*_TABELLEN, *ZOEKINDEX, *_VOOR_ALTIJD):
        register.sql(opdracht)
