"""Runs the program over strange files, each in a process that may die, and counts what came of it.

``python -m tests.betrouwbaarheid.vijandlus imports|registers VAN TOT MAP`` prints one line of
JSON. Only where there is ``fork``: a fresh Python for each of ten thousand files takes hours.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import random
import resource
import select
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl
from argon2 import PasswordHasher
from sqlcipher3 import dbapi2 as driver

import klachtenapp.kluis
from klachtenapp import bootstrap, paths
from klachtenapp.cli import hoofd
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.kluis import Kluis, geheim, sleutelbos
from klachtenapp.services import (
    bijlagen,
    importeren,
    logboek,
    registreren,
    reservekopie,
    terugzetten,
    werkvoorraad,
    zoeken,
)
from klachtenapp.services.context import Context
from klachtenapp.uitwisseling import grenzen, kindproces, leeskind
from tests.betrouwbaarheid import verminken
from tests.geheugenkluis import Geheugenkluis

GEGEVENS = Path(__file__).parents[1] / "uitwisseling" / "gegevens"
NU = datetime(2026, 11, 24, 9)
_STUK = 3  # the exit code of a bug
HANGT = 10.0
"""Seconds after which a file counts as hanging."""
VERS = 200
"""After so many imports a fresh register: it would grow and grow."""


@dataclass
class Stand:
    """What came of the files."""

    soort: str
    aantal: int = 0
    uitkomsten: Counter[str] = field(default_factory=Counter)
    fouten: list[str] = field(default_factory=list)
    traag: list[str] = field(default_factory=list)
    half: int = 0
    hangt: int = 0
    traagst: float = 0.0
    geheugen: int = 0

    def fout(self, zaad: int, wat: str) -> None:
        """Write down what went wrong with one file, so that it can be made again."""
        self.fouten.append(f"{zaad}: {wat}")

    def regel(self) -> dict[str, Any]:
        """Return the figures."""
        return {
            "soort": self.soort,
            "bestanden": self.aantal,
            "uitkomsten": dict(self.uitkomsten),
            "crashes": len(self.fouten),
            "half": self.half,
            "hangt": self.hangt,
            "traagst_s": round(self.traagst, 2),
            "geheugen_MB": self.geheugen // 2**20,
            "fouten": self.fouten[:25],
            "traag": self.traag[:25],
        }


@dataclass(frozen=True)
class Afloop:
    """How a process of one file ended: its answer, or how it died."""

    antwoord: Any
    signaal: int
    seconden: float
    geheugen: int


def in_eigen_proces(doe: Callable[[], Any], tijd: float = HANGT) -> Afloop:
    """Run ``doe`` in a fork; it may die or hang, we live on."""
    lezen, schrijven = os.pipe()
    begin = time.monotonic()
    kind = os.fork()
    if not kind:
        with os.fdopen(schrijven, "wb") as uit:
            try:
                pickle.dump(doe(), uit)
            except BaseException as fout:  # noqa: BLE001 - any of them is what we look for
                pickle.dump(_spoor(fout), uit)
            uit.flush()
        os._exit(0)
    os.close(schrijven)
    ruw = b""
    while over := max(0.0, begin + tijd - time.monotonic()):
        if not select.select([lezen], [], [], over)[0]:
            break
        stuk = os.read(lezen, 1 << 20)
        if not stuk:
            break
        ruw += stuk
    os.close(lezen)
    duur = time.monotonic() - begin
    if duur >= tijd:
        os.kill(kind, signal.SIGKILL)
    _, status, gebruik = os.wait4(kind, 0)
    antwoord = pickle.loads(ruw) if ruw and not os.WIFSIGNALED(status) else None  # noqa: S301 - ours
    dood = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return Afloop(antwoord, dood, duur, gebruik.ru_maxrss * 1024)


def _spoor(fout: BaseException) -> tuple[str, str]:
    if os.environ.get("VIJAND_SPOOR"):
        traceback.print_exception(fout)
    plekken = traceback.extract_tb(fout.__traceback__)[::-1]
    plek = next((p for p in plekken if "klachtenapp" in p.filename), plekken[0])
    wat = f"{type(fout).__name__} {str(fout)[:90]!r}"
    return ("CRASH", f"{wat} {Path(plek.filename).name}:{plek.lineno}")


# --- imports ---------------------------------------------------------------------------------


def _bronnen(map_: Path) -> list[tuple[str, bytes, Callable[..., bytes]]]:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.append(["Nr.", "Datum ontvangst", "Naam klager", "Adres", "Klacht", "Afgedaan", "Oordeel"])
    for i in range(6):
        dag = date(2020, 1 + i, 3)
        rij = [f"20-{i}", dag, "Mw. A. de Vries", "Kerkstraat 1", f"Klacht {i}", dag, "gegrond"]
        blad.append(rij)
    boek.save(map_ / "bron.xlsx")
    json_bron = [
        {
            "soort": "klacht", "ontvangen_op": "2026-11-20", "kanaal": "balie", "ondertekend": True,
            "omschrijving": "Ik wachtte twee uur.", "onderwerp": f"Wachten {i}",
            "klager": {"achternaam": "Alberts", "postcode": "1234 AB", "aanhef": "mevrouw"},
        }
        for i in range(3)
    ]  # fmt: skip
    export = (GEGEVENS / "export-oud-systeem.csv").read_bytes().splitlines(keepends=True)
    groot = (GEGEVENS / "jz-register-2021-2025.xlsx").read_bytes()
    eigen = (map_ / "bron.xlsx").read_bytes()
    ods, xls = (GEGEVENS / "klein.ods").read_bytes(), (GEGEVENS / "klein.xls").read_bytes()
    return [
        ("xlsx", eigen, verminken.rekenblad), ("xlsx", eigen, verminken.rekenblad),
        ("xlsx", groot, verminken.rekenblad), ("ods", ods, verminken.rekenblad),
        ("ods", ods, verminken.rekenblad), ("xls", xls, verminken.bytes_om),
        ("csv", b"".join(export[:8]), verminken.csv), ("csv", b"".join(export[:8]), verminken.csv),
        ("json", json_bron, verminken.json_om), ("json", json_bron, verminken.json_om),
    ]  # type: ignore[list-item]  # fmt: skip


def imports(van: int, tot: int, map_: Path) -> Stand:
    """Import the files ``van`` to ``tot``, along the services and the command line."""
    stand, bronnen, ctx = Stand("imports"), _bronnen(map_), None

    def lees_in_vork(opdracht: Any, invoer: bytes, *, tijd: float, gestopt: Any = None) -> bytes:
        *_, vorm, naam = opdracht
        afloop = in_eigen_proces(lambda: _als_kind(invoer, vorm, naam))
        stand.geheugen = max(stand.geheugen, afloop.geheugen)
        if afloop.seconden >= HANGT:
            stand.hangt += 1
            stand.traag.append(f"{naam} {vorm} {len(invoer)} bytes")
            raise kindproces.Verlopen
        stand.uitkomsten[f"lezer dood {afloop.signaal}"] += bool(afloop.signaal)
        if isinstance(afloop.antwoord, tuple):
            # In a process of its own this is an answer that is no hand-over: a sentence.
            stand.uitkomsten[f"lezer: {afloop.antwoord[1][:60]}"] += 1
            return b""
        return afloop.antwoord or b""

    with mock.patch.object(kindproces, "vraag", lees_in_vork):
        for zaad in range(van, tot):
            if ctx is None or (zaad - van) % VERS == 0:
                if ctx is not None:
                    bootstrap.sluit(ctx)
                ctx = _nieuw(map_ / f"r{zaad}" / "register.klachten")
            kans = random.Random(zaad)
            soort, bron, verminkt = bronnen[zaad % len(bronnen)]
            pad = map_ / f"vreemd.{soort}"
            pad.write_bytes(verminkt(kans, bron))
            _een_import(stand, ctx, soort, pad, zaad, kans)
    if ctx is not None:
        slecht = [b.tekst for b in reservekopie.controleer(ctx.register.pad) if not b.goed]
        stand.fouten += slecht
        bootstrap.sluit(ctx)
    return stand


def _als_kind(inhoud: bytes, vorm: str, naam: str) -> bytes:
    """Do what the reading process does, with its limits."""
    grenzen.begrens_dit_proces()
    buis = io.BytesIO()
    buis.close = lambda: None  # type: ignore[method-assign]
    pijpen = {0: io.BytesIO(inhoud), 1: buis}
    with mock.patch.object(os, "fdopen", lambda nummer, *_, **__: pijpen[nummer]):
        leeskind.main([vorm, naam])
    return buis.getvalue()


def _een_import(
    stand: Stand, ctx: Context, soort: str, pad: Path, zaad: int, kans: random.Random
) -> None:
    stand.aantal += 1
    voor, begin = _telling(ctx), time.monotonic()
    erbij = -1
    try:
        if soort == "json":
            erbij = _via_de_opdrachtregel(ctx, pad)
            stand.uitkomsten["json geweigerd" if erbij < 0 else "json in"] += 1
        else:
            # The copy before it is made once in twenty times: the disk would do little else.
            echt = contextlib.nullcontext() if not zaad % 20 else None
            zonder = echt or mock.patch.object(reservekopie, "maak")
            tellen = iter(range(kans.choice((1, 5, 40)))) if not zaad % 9 else None
            with zonder:
                verslag = importeren.importeer(
                    ctx, pad, gestopt=None if tellen is None else lambda: next(tellen, None) is None
                )
            erbij = verslag.toegevoegd
            stand.uitkomsten[f"{soort} in" if erbij else f"{soort} gelezen"] += 1
    except KlachtenappError as fout:
        gestopt = isinstance(fout, RegelFout) and str(fout).startswith("Gestopt")
        stand.uitkomsten[f"{soort} {'gestopt' if gestopt else 'geweigerd'}"] += 1
    except BaseException as fout:  # noqa: BLE001 - any of them is what we look for
        stand.fout(zaad, f"{soort} {_spoor(fout)[1]}")
    duur = time.monotonic() - begin
    stand.traagst = max(stand.traagst, duur)
    if duur > HANGT:
        stand.hangt += 1
        stand.traag.append(f"{zaad}: {soort} {duur:.1f} s")
    na = _telling(ctx)
    goed = na == voor if erbij < 0 else na["melding"] - voor["melding"] == erbij
    los = [t for t in ("persoon", "gebeurtenis", "nummer", "log") if erbij < 0 and na[t] != voor[t]]
    if not goed or los:
        stand.half += 1
        stand.fout(zaad, f"half: {soort} {erbij} {voor} {na}")


def _via_de_opdrachtregel(ctx: Context, pad: Path) -> int:
    """Return how many meldingen ``registreer`` says it took in; -1 when it refused."""
    uit, fout = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        code = hoofd.main(
            ["registreer", str(pad), "--register", str(ctx.register.pad)],
            lambda *_: 0,
        )
    if code == _STUK:
        raise AssertionError(f"het programma zelf ging stuk: {_laatste_fout()}")
    if code:
        if not fout.getvalue().strip():
            raise AssertionError("geen zin bij een weigering")
        return -1
    gegeven = json.loads(uit.getvalue())
    return len(gegeven) if isinstance(gegeven, list) else 1


def _laatste_fout() -> str:
    log = paths.logmap() / "klachtenapp.log"
    return log.read_text("utf-8", "replace").strip().splitlines()[-1][-120:]


def _telling(ctx: Context) -> dict[str, int]:
    tabellen = ("melding", "persoon", "gebeurtenis", "nummer", "importregel", "importbatch", "log")
    return {t: ctx.register.sql(f"SELECT count(*) FROM {t}")[0][0] for t in tabellen}  # noqa: S608


def _nieuw(pad: Path) -> Context:
    pad.parent.mkdir(parents=True)
    return bootstrap.nieuw(
        pad, Gemeente("Gemeente Voorbeeldstad"), clock=FixedClock(NU), gebruiker="registrar"
    )


# --- registers -------------------------------------------------------------------------------

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
    ctx = _nieuw(map_ / "voorbeeld" / "register.klachten")
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
            afloop = in_eigen_proces(partial(doe, pad, goed))
            stand.traagst = max(stand.traagst, afloop.seconden)
            stand.geheugen = max(stand.geheugen, afloop.geheugen)
            if afloop.seconden >= HANGT:
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


def main(argumenten: list[str]) -> int:
    """Run a part and print its figures."""
    soort, van, tot, map_ = argumenten
    plek = Path(map_)
    plek.mkdir(parents=True, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["RUST_BACKTRACE"] = "0"  # as kindproces does
    opslag = Geheugenkluis()
    for module in (sleutelbos, klachtenapp.kluis):
        module.Kluis = lambda: Kluis(opslag)  # type: ignore[assignment,misc]
    geheim._HASHER = PasswordHasher(1, 8, 1)  # type: ignore[misc]
    stand = {"imports": imports, "registers": registers}[soort](int(van), int(tot), plek)
    print(json.dumps(stand.regel(), ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
