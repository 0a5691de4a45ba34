"""Proof by numbers: copies come back as they were, and a killed copy never has a name.

The long forms run with ``-m lang`` and print one line of figures each.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.models.database import open_register
from klachtenapp.models.kopie import TIJDELIJK, bekijk
from klachtenapp.services import bijlagen, kopielijst, kopiemanifest, reservekopie, terugzetten
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plek = tmp_path / "instellingenmap"
    plek.mkdir()
    monkeypatch.setattr(paths, "instellingenmap", lambda: plek)


def _alles(pad: Path) -> str:
    """Return one hash of every row of every table: equal registers have equal ones."""
    register = open_register(pad)
    try:
        som = hashlib.sha256()
        namen = register.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoekindex%' "
            "AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        for (naam,) in namen:
            for rij in register.sql(f'SELECT * FROM "{naam}" ORDER BY rowid'):  # noqa: S608
                som.update(repr(rij).encode())
        return som.hexdigest()
    finally:
        register.sluit()


def _werk(ctx: Context, maak_aanmelding: Maak, willekeur: random.Random) -> None:
    """Do something small that changes the register."""
    tekst = f"Melding {willekeur.random()}. " * willekeur.randrange(1, 200)
    dossier = registreer(ctx, maak_aanmelding(omschrijving=tekst))
    if willekeur.random() < 0.3:
        inhoud = b"%PDF-1.4\n" + willekeur.randbytes(willekeur.randrange(100, 60_000))
        pad = ctx.register.pad.with_name("bijlage.pdf")
        pad.write_bytes(inhoud + b"\n%%EOF\n")
        bijlagen.voeg_toe(ctx, dossier.kenmerk, [pad])


def _proef_terugzetten(ctx: Context, maak_aanmelding: Maak, hoeveel: int) -> int:
    """Make and put back ``hoeveel`` copies in random order; return how many were equal."""
    willekeur = random.Random(11)  # noqa: S311
    pad, moment = ctx.register.pad, datetime(2026, 11, 24, 9)
    was: dict[Path, str] = {}
    gelijk = teruggezet = 0
    while teruggezet < hoeveel:
        moment += timedelta(hours=willekeur.randrange(1, 30))
        nu = replace(ctx, clock=FixedClock(moment))
        _werk(nu, maak_aanmelding, willekeur)
        gemaakt = reservekopie.maak(nu)
        was[gemaakt.pad] = _alles(pad)
        bestaat = sorted(p for p in was if p.exists())
        assert gemaakt.pad in bestaat
        if willekeur.random() < 0.5:
            kopie = willekeur.choice(bestaat)
            voor = _alles(pad)
            uitkomst = terugzetten.herstel(pad, kopie, moment, minder_mag=True)
            assert uitkomst.bewaard is not None
            assert _alles(uitkomst.bewaard) == voor, "what stood there is kept whole"
            gelijk += _alles(pad) == was[kopie]
            teruggezet += 1
    assert all(b.goed for b in reservekopie.controleer(pad))
    return gelijk


def test_wat_terugkomt_is_wat_gekopieerd_werd(ctx: Context, maak_aanmelding: Maak) -> None:
    assert _proef_terugzetten(ctx, maak_aanmelding, 6) == 6


@pytest.mark.lang
def test_tweehonderd_kopieen_komen_gelijk_terug(ctx: Context, maak_aanmelding: Maak) -> None:
    gelijk = _proef_terugzetten(ctx, maak_aanmelding, 200)
    print(f"terugzetten: {gelijk} van 200 kopieën gelijk aan wat gekopieerd werd")  # noqa: T201
    assert gelijk == 200


_KOPIEERDER = """
import sys
from datetime import datetime, timedelta
from dataclasses import replace
from pathlib import Path
from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.services import reservekopie
paths.instellingenmap = lambda: Path(sys.argv[2])
ctx = bootstrap.open(Path(sys.argv[1]), clock=FixedClock(datetime(2026, 11, 25, 9)))
for i in range(1000):
    sys.stdout.write("begin\\n")
    sys.stdout.flush()
    reservekopie.maak(replace(ctx, clock=FixedClock(ctx.nu + timedelta(seconds=i))))
"""


def _proef_doden(
    ctx: Context, maak_aanmelding: Maak, omgeving: dict[str, str], rondes: int
) -> tuple[int, int]:
    """Kill a copying program at random moments; return how often one was busy, and copies."""
    willekeur = random.Random(12)  # noqa: S311
    for _ in range(30):
        _werk(ctx, maak_aanmelding, willekeur)
    pad = ctx.register.pad
    tweede = pad.with_name("tweede")
    tweede.mkdir()
    reservekopie.bewaar_keuze(ctx, "15", str(tweede))
    verwacht = bekijk(pad)
    bezig = heel = 0
    for _ in range(rondes):
        proces = subprocess.Popen(
            [sys.executable, "-c", _KOPIEERDER, str(pad), str(paths.instellingenmap())],
            stdout=subprocess.PIPE, text=True, env=omgeving,
        )  # fmt: skip
        assert proces.stdout is not None
        assert proces.stdout.readline() == "begin\n"
        try:
            proces.wait(timeout=willekeur.uniform(0.001, 0.6))
        except subprocess.TimeoutExpired:
            proces.kill()
        proces.communicate()
        for plek in (kopielijst.kopiemap(pad), tweede):
            if not plek.is_dir():
                continue
            bezig += bool(list(plek.glob(f"*{TIJDELIJK}*")))
            for gemaakt in plek.glob("*.klachten"):
                assert bekijk(gemaakt) == verwacht
                manifest = kopiemanifest.lees(gemaakt)
                assert manifest is not None
                (kopie,) = [k for k in kopielijst.in_map(plek, pad.stem) if k.pad == gemaakt]
                assert kopielijst.is_gelijk(kopie)
                heel += 1
            for bestand in plek.iterdir():
                bestand.unlink()
    assert all(b.goed for b in reservekopie.controleer(pad))
    return bezig, heel


def test_een_gedode_kopie_heeft_nooit_een_naam(
    ctx: Context, maak_aanmelding: Maak, proces_omgeving: dict[str, str]
) -> None:
    _proef_doden(ctx, maak_aanmelding, proces_omgeving, 6)


@pytest.mark.lang
def test_honderd_keer_gedood_tijdens_het_kopieren(
    ctx: Context, maak_aanmelding: Maak, proces_omgeving: dict[str, str]
) -> None:
    bezig, heel = _proef_doden(ctx, maak_aanmelding, proces_omgeving, 100)
    print(f"kopie gedood: 100 keer, {bezig} midden in het schrijven; {heel} kopieën, alle heel")  # noqa: T201
    assert bezig > 5


def test_de_proef_opent_wat_hij_maakt(ctx: Context) -> None:
    bootstrap.sluit(bootstrap.open(reservekopie.maak(ctx).pad))
