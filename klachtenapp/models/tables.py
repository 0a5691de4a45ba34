"""The tables of the register: only columns and constraints.

Words are stored in full Dutch, JSON as text, days as DATE. The same tables must be
right on PostgreSQL later, so no type of SQLite alone; only the search index (in the
migrations) is. What is searched for or sorted by stands in its own normalised column.
"""

from __future__ import annotations

from typing import Any, Final

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from klachtenapp.models.rij import DatumField, MomentField, Row

_NUL: Final = SQL("DEFAULT 0")
"""What the rows get that were there before a column was."""


def _naar(rij: type[Row], **opties: Any) -> Any:
    """Return a foreign key that gives the number and never fetches the row by itself."""
    return ForeignKeyField(rij, lazy_load=False, **opties)


class AfdelingRow(Row):
    """A department."""

    id = AutoField()
    naam = TextField(unique=True)
    sleutel = TextField()
    actief = BooleanField(default=True)


class MedewerkerRow(Row):
    """Someone who works for the gemeente; ``rollen`` is a JSON list of words."""

    id = AutoField()
    naam = TextField(unique=True)
    sleutel = TextField()
    aanhef = TextField()
    functie = TextField(default="")
    telefoon = TextField(default="")
    email = TextField(default="")
    afdeling = _naar(AfdelingRow, null=True)
    rollen = TextField(default="[]")
    actief = BooleanField(default=True)


class ImportbatchRow(Row):
    """One import: what file, how many, and whether it was undone. ``verslag`` is JSON."""

    id = AutoField()
    bestand = TextField()
    sha256 = TextField()
    moment = MomentField()
    gebruiker = TextField()
    gelezen = IntegerField()
    toegevoegd = IntegerField()
    verslag = TextField(default="{}")
    ongedaan_op = MomentField(null=True)
    ongedaan_door = TextField(default="")


class MeldingRow(Row):
    """The facts of one dossier; long texts last, so that lists read few pages."""

    id = AutoField()
    uid = TextField(unique=True)
    kenmerk = TextField(unique=True)
    soort = TextField()
    status = TextField(index=True)
    ontvangen_op = DatumField(index=True)
    kanaal = TextField()
    vorm = TextField()
    klager_sleutel = TextField(default="", index=True)
    afdeling = _naar(AfdelingRow, null=True, index=False)
    behandelaar = _naar(MedewerkerRow, null=True, index=False)
    beklaagde = TextField(default="")
    wens = TextField(default="")
    formeel_regime = BooleanField()
    commissie = BooleanField(default=False)
    ondertekend = BooleanField(default=True)
    doorgeleid_op = DatumField(null=True)
    gedraging_op = DatumField(null=True)
    afdoeningswijze = TextField(default="")
    oordeel = TextField(default="")
    afgehandeld_op = DatumField(null=True)
    oud_kenmerk = TextField(default="")
    koppeling = TextField(default="")
    versie = IntegerField(default=1)
    onderwerp = TextField(default="")
    afdoeningsgrond = TextField(default="")
    omschrijving = TextField()
    notities = TextField(default="")
    logregel = IntegerField(default=0, constraints=[_NUL])
    """The last line of the log about it: from there each knows the one before."""


class PersoonRow(Row):
    """Someone as he was named in one dossier; ``rol`` is ``klager`` or ``gemachtigde``."""

    id = AutoField()
    melding = _naar(MeldingRow)
    rol = TextField()
    achternaam = TextField(default="")
    aanhef = TextField()
    voorletters = TextField(default="")
    voornaam = TextField(default="")
    tussenvoegsel = TextField(default="")
    organisatie = TextField(default="")
    straat = TextField(default="")
    huisnummer = TextField(default="")
    postcode = TextField(default="")
    plaats = TextField(default="")
    land = TextField(default="")
    telefoon = TextField(default="")
    email = TextField(default="")
    voorkeur = TextField(default="")
    leest_moeilijk = BooleanField(default=False)
    taal = TextField(default="")
    email_akkoord = BooleanField(default=False)


class NummerRow(Row):
    """Every number ever given; it outlives its melding, so the sequence has no gap.

    ``vervallen_op`` is empty while a melding carries the number.
    """

    id = IntegerField(primary_key=True)
    """Made of year and number (``models.nummers.sleutel``): one row for each of a year."""
    jaar = IntegerField()
    volgnummer = IntegerField()
    kenmerk = TextField()
    vervallen_op = MomentField(null=True)
    vervallen_reden = TextField(default="")


class ImportregelRow(Row):
    """Where in which file an imported melding came from."""

    melding = _naar(MeldingRow, primary_key=True)
    importbatch = _naar(ImportbatchRow)
    plek = TextField(default="")


class KlachtonderdeelRow(Row):
    """One part of a klacht, in the order of the letter."""

    id = AutoField()
    melding = _naar(MeldingRow)
    volgorde = IntegerField()
    omschrijving = TextField()
    aspect = TextField(default="")
    norm = TextField(default="")
    bevinding = TextField(default="")
    oordeel = TextField(default="")
    verbeterpunt = TextField(default="")
    verbeterpunt_klaar_op = DatumField(null=True)


class GebeurtenisRow(Row):
    """One thing that happened; triggers refuse to change or remove it. JSON in ``gegevens``."""

    id = AutoField()
    melding = _naar(MeldingRow)
    soort = TextField()
    op = DatumField()
    vastgelegd_op = MomentField()
    door = TextField()
    gegevens = TextField(default="{}")
    toelichting = TextField(default="")


FEIT_GEZOCHT: Final = "soort NOT IN ('gesprek', 'gewijzigd', 'notitie')"
"""Which kinds of events are found by an index; a query that says this as well uses it.

The other kinds are only ever read with their melding, and come with nearly every save: each
index more costs five round trips on a share.
"""
GebeurtenisRow.add_index(
    SQL(f'CREATE INDEX "gebeurtenis_gezocht" ON "gebeurtenis" ("soort", "op") WHERE {FEIT_GEZOCHT}')
)


class InhoudRow(Row):
    """The bytes of a letter or attachment, once for each content."""

    sha256 = TextField(primary_key=True)
    inhoud = BlobField()


class DocumentRow(Row):
    """A letter or attachment of a dossier."""

    id = AutoField()
    melding = _naar(MeldingRow)
    naam = TextField()
    soort = TextField()
    inhoud = _naar(InhoudRow, column_name="sha256")
    bytes = IntegerField()
    toegevoegd_op = MomentField()
    verzonden_op = DatumField(null=True)
    kanaal = TextField(default="")

    class Meta:
        """Attachments within a period, and letters that were never sent."""

        indexes = ((("soort", "toegevoegd_op"), False), (("soort", "verzonden_op"), False))


class LogRow(Row):
    """One line of the log: who did what, when; each carries the hash of the one before."""

    id = AutoField()
    moment = MomentField()
    gebruiker = TextField()
    handeling = TextField()
    kenmerk = TextField(default="")
    gegevens = TextField(default="{}")
    opdracht = TextField(default="")
    vorige = TextField()
    hash = TextField()
    eerder = IntegerField(default=0, constraints=[_NUL])
    """The line before it about the same dossier; 0 for the first. Not part of the chain."""


class OpdrachtRow(Row):
    """An opdracht that was carried out, written with its change; a retry finds it here."""

    id = IntegerField(primary_key=True)
    """Made of the uid, so that no index beside the table is needed to find it."""
    uid = TextField()
    soort = TextField()
    kenmerk = TextField(default="")
    resultaat = TextField(default="")
    moment = MomentField()
    gebruiker = TextField()


class InstellingRow(Row):
    """A setting of the register as text: gemeente and normen as JSON, the calendar as its table."""

    naam = TextField(primary_key=True)
    waarde = TextField()


class BrieftekstRow(Row):
    """One version of the text of a letter; empty ``tekst`` = back to the supplied text.

    Versions are only added, never changed: triggers refuse it.
    """

    id = AutoField()
    soort = TextField(index=True)
    tekst = TextField()
    moment = MomentField()
    gebruiker = TextField()
    toelichting = TextField(default="")


class ZoektekstRow(Row):
    """What can be searched of a melding, normalised; the trigram index hangs on it."""

    melding = _naar(MeldingRow, primary_key=True)
    tekst = TextField()


class ToegangRow(Row):
    """How a medewerker signs in, and who leads him; without a row nobody can be that person.

    ``gebruikersnaam`` is the name on the computer, in small letters. ``geheim`` is the
    argon2 hash of a PIN or password, empty when there is none.
    """

    medewerker = _naar(MedewerkerRow, primary_key=True)
    gebruikersnaam = TextField(default="", index=True)
    geheim = TextField(default="")
    pogingen = IntegerField(default=0)
    laatste_poging = MomentField(null=True)
    leidinggevende = _naar(MedewerkerRow, null=True, index=False)


class SleutelRow(Row):
    """The public half of a signer's key pair (Ed25519, base64); old ones stay to verify with."""

    id = AutoField()
    medewerker = _naar(MedewerkerRow)
    publiek = TextField()
    vingerafdruk = TextField(unique=True)
    gemaakt_op = MomentField()
    bevestigd_op = MomentField(null=True)
    bevestigd_door = TextField(default="")
    ingetrokken_op = MomentField(null=True)
    ingetrokken_door = TextField(default="")
    reden = TextField(default="")


class HandtekeningRow(Row):
    """A signature under one document: what was signed as JSON, and the signature in base64."""

    id = AutoField()
    document = _naar(DocumentRow)
    sleutel = _naar(SleutelRow)
    gegevens = TextField()
    handtekening = TextField()
    moment = MomentField()


TABELLEN: tuple[type[Row], ...] = (
    AfdelingRow,
    MedewerkerRow,
    ImportbatchRow,
    MeldingRow,
    PersoonRow,
    NummerRow,
    ImportregelRow,
    KlachtonderdeelRow,
    GebeurtenisRow,
    InhoudRow,
    DocumentRow,
    LogRow,
    OpdrachtRow,
    InstellingRow,
    BrieftekstRow,
    ZoektekstRow,
    ToegangRow,
    SleutelRow,
    HandtekeningRow,
)
