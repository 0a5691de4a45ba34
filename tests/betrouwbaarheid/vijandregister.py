"""Damaged and hostile registers: opened, checked and restored."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import KlachtenappError
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
from tests.betrouwbaarheid import verminken
from tests.betrouwbaarheid.vijandstand import GEDULD, Stand
from tests.betrouwbaarheid.vork import in_eigen_proces

NU = datetime(2026, 11, 24, 9)

VIJANDIG = (
    "CREATE TRIGGER tik AFTER INSERT ON melding BEGIN DELETE FROM document; END",
    "CREATE TRIGGER \"'; DROP TABLE x\" BEFORE UPDATE ON log BEGIN SELECT 1; END",
    "CREATE VIEW m2 AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT n FROM r",
    'CREATE TABLE "x"" UNION SELECT 1 --" (a)',
    "DROP TABLE persoon", "DROP TABLE zoekindex", "DROP TABLE instelling", "DROP INDEX melding_uid",
    "PRAGMA application_id = 1", "PRAGMA user_version = 99", "PRAGMA user_version = 0",
    "PRAGMA user_version = 2", "PRAGMA user_version = -1",
    "UPDATE instelling SET waarde = '{'", "UPDATE instelling SET waarde = '[1]'",
    "UPDATE instelling SET waarde = replace(waarde, '1', 'x')", "DELETE FROM instelling",
    "UPDATE melding SET status = 'gestolen'", "UPDATE melding SET ontvangen_op = 'gisteren'",
    "UPDATE melding SET ontvangen_op = 7", "UPDATE melding SET onderwerp = x'ff00fe'",
    "UPDATE melding SET omschrijving = x'00'", "UPDATE persoon SET aanhef = 'graaf'",
    "UPDATE document SET sha256 = 'x'", "UPDATE inhoud SET inhoud = 'tekst'",
    "UPDATE document SET toegevoegd_op = 'ooit'", "UPDATE melding SET versie = 'veel'",
    "INSERT INTO log VALUES (99, 'ooit', 'x', 'y', '', '{', '', '', '')",
    "INSERT INTO log VALUES (99, '2026-01-01', x'ff', 'y', '', '[]', '', '', '')",
    "INSERT INTO gebeurtenis VALUES (99, 1, 'ontploft', 'x', 'x', 'x', '{', '')",
    "INSERT INTO gebeurtenis VALUES (98, 1, 'notitie', '2026-01-01', '2026-01-01', 'x', '[1]', '')",
    "UPDATE nummer SET jaar = 'x', volgnummer = id", "UPDATE melding SET kenmerk = '../' || id",
)  # fmt: skip


def _voorbeelden(map_: Path) -> list[bytes]:
    ctx = nieuw_register(map_ / "voorbeeld" / "register.klachten")
    klager = Persoon("Alberts", Aanhef.MEVROUW, voorletters="S.", straat="Kerkstraat", plaats="X")
    for i in range(6):
        aanmelding = Aanmelding(
            Soort.KLACHT, date(2026, 11, 20), Kanaal.BALIE, f"Ik wachtte {i} uur.",
            onderwerp="Wachten", klager=klager,
        )  # fmt: skip
        kenmerk = registreren.registreer(ctx, aanmelding).kenmerk
        bijlagen.voeg_een_toe(ctx, kenmerk, "foto.txt", b"foto" * 3000 + bytes([i]))
    bootstrap.sluit(ctx)
    oud = sorted((Path(__file__).parents[1] / "registers").glob("versie-*.klachten"))
    eigen = (map_ / "voorbeeld" / "register.klachten").read_bytes()
    return [eigen, eigen, eigen, *(pad.read_bytes() for pad in oud)]


def registers(van: int, tot: int, map_: Path) -> Stand:
    """Open, check and restore the damaged registers ``van`` to ``tot``."""
    stand, bronnen = Stand("registers"), _voorbeelden(map_)
    goed = map_ / "goed.klachten"
    goed.write_bytes(bronnen[0])
    for zaad in range(van, tot):
        kans = random.Random(zaad)
        plek = map_ / "nu"
        shutil.rmtree(plek, ignore_errors=True)
        plek.mkdir()
        pad = plek / "register.klachten"
        pad.write_bytes(bronnen[zaad % len(bronnen)])
        _verniel(kans, pad)
        stand.aantal += 1
        for naam, doe in (("controleer", _controle), ("herstel", _herstel), ("open", _werk)):
            with stand.klok(zaad, naam):
                afloop = in_eigen_proces(partial(doe, pad, goed), GEDULD)
            stand.geheugen = max(stand.geheugen, afloop.geheugen)
            if afloop.verlopen:
                stand.hangt += 1
                stand.fout(zaad, f"{naam} hangt")
            elif afloop.signaal or afloop.antwoord is None:
                stand.fout(zaad, f"{naam} dood door {afloop.signaal}")
            elif isinstance(afloop.antwoord, tuple):
                stand.fout(zaad, f"{naam} {afloop.antwoord[1]}")
            else:
                stand.uitkomsten[f"{naam} {afloop.antwoord}"] += 1
    return stand


def _verniel(kans: random.Random, pad: Path) -> None:
    if not kans.randrange(4):
        verbinding = driver.connect(str(pad), isolation_level=None)
        with contextlib.suppress(driver.Error):
            for (naam,) in verbinding.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                if kans.randrange(2):
                    verbinding.execute(f'DROP TRIGGER "{naam}"')
        for _ in range(kans.choice((1, 2))):
            with contextlib.suppress(driver.Error):
                verbinding.execute(kans.choice(VIJANDIG))
        verbinding.close()
        pad.with_name(pad.name + "-journal").unlink(missing_ok=True)
        if kans.randrange(3):
            return
    pad.write_bytes(verminken.register(kans, pad.read_bytes()))
    if not kans.randrange(8):
        kop = kans.choice((b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", b"\0" * 8, kans.randbytes(8)))
        achter = kans.choice(("-journal", "-journal", "-wal", ".slot", ".sleutels"))
        inhoud = kop + kans.randbytes(4) + bytes(4) + kans.randbytes(8) + kans.randbytes(9000)
        pad.with_name(pad.name + achter).write_bytes(inhoud)


def _controle(pad: Path, goed: Path) -> str:
    try:
        return "goed" if all(b.goed for b in reservekopie.controleer(pad)) else "bezwaar"
    except KlachtenappError:
        return "zin"


def _herstel(pad: Path, goed: Path) -> str:
    try:
        terugzetten.huidig(pad)
        terugzetten.kopieen(pad)
        terugzetten.vergelijk(pad, goed)
        return "bruikbaar" if terugzetten.vergelijk(goed, pad).bruikbaar else "onbruikbaar"
    except KlachtenappError:
        return "zin"


def _werk(pad: Path, goed: Path) -> str:
    """Open it and look at everything, as the first screens do."""
    try:
        ctx = bootstrap.open(pad, clock=FixedClock(NU), gebruiker="registrar")
    except KlachtenappError:
        return "geweigerd"
    with contextlib.closing(ctx.register.db):
        return "gelezen" if all(_bekeken(ctx)) else "gelezen met zinnen"


def _bekeken(ctx: Context) -> Iterator[bool]:
    kenmerken: list[str] = []

    def regels() -> None:
        kenmerken.extend(r.kenmerk for r in zoeken.regels(ctx, zoeken.ids(ctx, zoeken.Filter())))

    yield _gaat(regels)
    yield _gaat(lambda: werkvoorraad.werkvoorraad(ctx))
    yield _gaat(lambda: logboek.regels(ctx, ""))
    for kenmerk in kenmerken[:3]:
        yield _gaat(lambda k=kenmerk: _dossier(ctx, k))  # type: ignore[misc]


def _dossier(ctx: Context, kenmerk: str) -> None:
    for info in zoeken.dossier(ctx, kenmerk).documenten:
        bijlagen.inhoud(ctx, info.id)


def _gaat(doe: Callable[[], object]) -> bool:
    try:
        doe()
    except KlachtenappError:
        return False
    return True


def nieuw_register(pad: Path) -> Context:
    """Make an empty register."""
    pad.parent.mkdir(parents=True)
    return bootstrap.nieuw(
        pad, Gemeente("Gemeente Voorbeeldstad"), clock=FixedClock(NU), gebruiker="registrar"
    )
