"""Strange files to import, along the services and the command line."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl

from klachtenapp import bootstrap, paths
from klachtenapp.cli import hoofd
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import importeren, reservekopie
from klachtenapp.services.context import Context
from klachtenapp.uitwisseling import grenzen, kindproces, leeskind
from tests.betrouwbaarheid import verminken
from tests.betrouwbaarheid.vijandregister import nieuw_register
from tests.betrouwbaarheid.vijandstand import GEDULD, Stand
from tests.betrouwbaarheid.vork import in_eigen_proces, spoor

GEGEVENS = Path(__file__).parents[1] / "uitwisseling" / "gegevens"
_STUK = 3  # the exit code of a bug
VERS = 200
"""After so many imports a fresh register: it would grow and grow."""


def _bronnen(map_: Path) -> list[tuple[str, Any, Callable[..., bytes]]]:
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
    ]  # fmt: skip


def imports(van: int, tot: int, map_: Path) -> Stand:
    """Import the files ``van`` to ``tot``, along the services and the command line."""
    stand, bronnen, ctx = Stand("imports"), _bronnen(map_), None

    def lees_in_vork(opdracht: Any, invoer: bytes, *, tijd: float, gestopt: Any = None) -> bytes:
        *_, vorm, naam = opdracht
        afloop = in_eigen_proces(lambda: _als_kind(invoer, vorm, naam), GEDULD)
        stand.geheugen = max(stand.geheugen, afloop.geheugen)
        if afloop.verlopen:
            stand.hangt += 1
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
                ctx = nieuw_register(map_ / f"r{zaad}" / "register.klachten")
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
    voor, erbij = _telling(ctx), -1
    try:
        with stand.klok(zaad, soort) as teken:
            if soort == "json":
                erbij = _via_de_opdrachtregel(ctx, pad)
                stand.uitkomsten["json geweigerd" if erbij < 0 else "json in"] += 1
            else:
                erbij = _via_de_dienst(ctx, pad, zaad, kans, teken)
                stand.uitkomsten[f"{soort} in" if erbij else f"{soort} gelezen"] += 1
    except KlachtenappError as fout:
        gestopt = isinstance(fout, RegelFout) and str(fout).startswith("Gestopt")
        stand.uitkomsten[f"{soort} {'gestopt' if gestopt else 'geweigerd'}"] += 1
    except BaseException as fout:  # noqa: BLE001 - any of them is what we look for
        stand.fout(zaad, f"{soort} {spoor(fout)}")
    na = _telling(ctx)
    goed = na == voor if erbij < 0 else na["melding"] - voor["melding"] == erbij
    los = [t for t in ("persoon", "gebeurtenis", "nummer", "log") if erbij < 0 and na[t] != voor[t]]
    if not goed or los:
        stand.half += 1
        stand.fout(zaad, f"half: {soort} {erbij} {voor} {na}")


def _via_de_dienst(
    ctx: Context, pad: Path, zaad: int, kans: random.Random, teken: Callable[[], None]
) -> int:
    """Return how many meldingen the import took in; some are stopped on the way."""
    # The copy before it is made once in twenty times: the disk would do little else.
    zonder = mock.patch.object(reservekopie, "maak") if zaad % 20 else contextlib.nullcontext()
    tellen = iter(range(kans.choice((1, 5, 40)))) if not zaad % 9 else count()

    def gestopt() -> bool:
        teken()
        return next(tellen, None) is None

    with zonder:
        return importeren.importeer(ctx, pad, gestopt=gestopt).toegevoegd


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
