"""What another program wrote into a register, or what decayed in it, is told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.errors import OmgevingFout
from klachtenapp.services import (
    bijlagen,
    logboek,
    registreren,
    reservekopie,
    terugzetten,
    werkvoorraad,
    zoeken,
)
from klachtenapp.services.context import Context
from tests.conftest import NU

Vernielen = Callable[..., Path]


@pytest.fixture
def verniel(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Vernielen:
    """Change a register with one dossier by hand, with the triggers that would refuse it gone."""
    kenmerk = registreren.registreer(ctx, maak_aanmelding()).kenmerk
    bijlagen.voeg_een_toe(ctx, kenmerk, "foto.txt", b"foto")
    bootstrap.sluit(ctx)

    def doe(*opdrachten: str) -> Path:
        pad = ctx.register.pad
        db = driver.connect(str(pad), isolation_level=None)
        vraag = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%blijft%'"
        for (naam,) in db.execute(vraag).fetchall():
            db.execute(f"DROP TRIGGER {naam}")
        for opdracht in opdrachten:
            db.execute(opdracht)
        db.close()
        return pad

    return doe


def _bekijk_alles(pad: Path) -> None:
    ctx = bootstrap.open(pad, clock=FixedClock(NU), gebruiker="registrar")
    try:
        zoeken.regels(ctx, zoeken.ids(ctx, zoeken.Filter()))
        werkvoorraad.werkvoorraad(ctx)
        logboek.regels(ctx, "")
        for document in zoeken.dossier(ctx, "K2026-0001").documenten:
            bijlagen.inhoud(ctx, document.id)
    finally:
        bootstrap.sluit(ctx)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE melding SET status = 'gestolen'",
        "UPDATE melding SET ontvangen_op = 'gisteren'",
        "UPDATE melding SET ontvangen_op = 7",
        "UPDATE melding SET onderwerp = CAST(x'ff00fe' AS TEXT)",
        "UPDATE persoon SET aanhef = 'graaf'",
        "UPDATE melding SET omschrijving = x'00', onderwerp = ''",
        "UPDATE document SET toegevoegd_op = 'ooit'",
        "UPDATE gebeurtenis SET gegevens = '{'",
        "UPDATE gebeurtenis SET gegevens = '[1]'",
        "UPDATE gebeurtenis SET soort = 'ontploft'",
        "UPDATE instelling SET waarde = '{' WHERE naam = 'gemeente'",
        "UPDATE log SET gegevens = '['",
        "UPDATE log SET moment = 'ooit'",
        "DROP TABLE persoon",
        "DROP TABLE instelling",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
        "PRAGMA user_version = 2",
    ],
)
def test_what_makes_no_sense_is_a_sentence(verniel: Vernielen, opdracht: str) -> None:
    pad = verniel(opdracht)
    with pytest.raises(OmgevingFout) as fout:
        _bekijk_alles(pad)
    assert "reservekopie" in str(fout.value)
    assert reservekopie.controleer(pad)
    terugzetten.huidig(pad)


def test_a_schema_that_is_no_text_is_a_sentence(verniel: Vernielen) -> None:
    pad = verniel()
    inhoud = bytearray(pad.read_bytes())
    inhoud[104:144] = b"\x9b\xff" * 20
    pad.write_bytes(inhoud)
    (bevinding, *_) = reservekopie.controleer(pad)
    assert not bevinding.goed
    terugzetten.huidig(pad)
    with pytest.raises(OmgevingFout):
        bootstrap.open(pad)


@pytest.mark.parametrize("wat", [b'CREATE TABLE "melding" (', b'CREATE TABLE "persoon" ('])
def test_a_table_of_which_the_words_decayed_is_a_sentence(verniel: Vernielen, wat: bytes) -> None:
    pad = verniel()
    inhoud = pad.read_bytes()
    assert wat in inhoud
    pad.write_bytes(inhoud.replace(wat + b'\n        "id"', wat + b'\n        "\xff\xfe"'))
    assert not all(b.goed for b in reservekopie.controleer(pad))
    terugzetten.huidig(pad)
    with pytest.raises(OmgevingFout):
        bootstrap.open(pad)


def test_a_text_that_is_no_text_is_a_sentence(verniel: Vernielen) -> None:
    pad = verniel()
    pad.write_bytes(pad.read_bytes().replace(b'{"regime"', b'{"\xffegime"'))
    with pytest.raises(OmgevingFout, match="niet te lezen"):
        _bekijk_alles(pad)


def test_a_key_that_is_no_key_does_not_stop_the_check(verniel: Vernielen) -> None:
    pad = verniel(
        "INSERT INTO medewerker VALUES (9, 'x', 'x', 'onbekend', '', '', '', NULL, '[]', 1)",
        "INSERT INTO sleutel VALUES (9, 9, 'é', 'x', '2026-01-01', NULL, '', NULL, '', '')",
        "INSERT INTO handtekening SELECT 1, id, 9, '{', 'x', '2026-01-01' FROM document LIMIT 1",
    )
    assert {b.onderdeel for b in reservekopie.controleer(pad)} > {"log", "documenten"}
