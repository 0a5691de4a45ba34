"""Two places, a list beside each copy, and a register that is locked with a key."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from klachtenapp import paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.bewaarschema import Kopiekeuze, Soortkopie
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import instellingen, kopie, log, schema
from klachtenapp.models.database import open_register
from klachtenapp.models.kopie import KopieGestopt
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.services import (
    importeren,
    kopielijst,
    kopiemanifest,
    reservekopie,
    terugzetten,
    zoeken,
)
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]
SLEUTEL = "x'" + "5a" * 32 + "'"
ANDERE = "x'" + "c3" * 32 + "'"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plek = tmp_path / "instellingenmap"
    plek.mkdir()
    monkeypatch.setattr(paths, "instellingenmap", lambda: plek)


@pytest.fixture
def tweede(ctx: Context, tmp_path: Path) -> Path:
    plek = tmp_path / "andere schijf"
    plek.mkdir()
    reservekopie.bewaar_keuze(ctx, "15", str(plek))
    return plek


def _later(ctx: Context, **tijd: int) -> Context:
    return replace(ctx, clock=FixedClock(ctx.nu + timedelta(**tijd)))


def _op_slot(ctx: Context, sleutel: str = SLEUTEL) -> Context:
    """The same context on a register that is locked."""
    register = open_register(
        ctx.register.pad.with_name("slot.klachten"), maak=True, sleutel=sleutel
    )
    with register.transactie():
        instellingen.bewaar_gemeente(register, ctx.gemeente)
        instellingen.bewaar_kalender(register, ctx.kader.kalender)
        log.schrijf(register, log.Logregel(ctx.nu, sleutel[2:8], "register aangemaakt"))
    return replace(ctx, register=register)


def test_naast_een_kopie_staat_wat_erin_zit(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    gemaakt = reservekopie.maak(ctx)
    vorm = json.loads(kopiemanifest.bij(gemaakt.pad).read_text("utf-8"))
    assert vorm["laatste_kenmerk"] == dossier.kenmerk
    assert vorm["aantallen"]["melding"] == 1
    assert vorm["log_kop"] == log.kop(ctx.register)
    assert vorm["bytes"] == gemaakt.pad.stat().st_size
    assert (vorm["versleuteld"], vorm["opmerkingen"]) == (False, [])
    (uit_lijst,) = reservekopie.lijst(ctx)
    assert uit_lijst.manifest == gemaakt.manifest
    assert kopielijst.is_gelijk(uit_lijst)
    assert "Alberts" not in kopiemanifest.bij(gemaakt.pad).read_text("utf-8")


def test_een_kopie_die_veranderde_wordt_herkend_en_telt_nergens_mee(
    ctx: Context, maak_aanmelding: Maak
) -> None:
    registreer(ctx, maak_aanmelding())
    oude = reservekopie.maak(ctx)
    kapot = reservekopie.maak(_later(ctx, hours=3))
    with kapot.pad.open("r+b") as bestand:
        bestand.seek(5000)
        bestand.write(b"geknoeid")
    (nieuwste, *_) = reservekopie.lijst(ctx)
    assert nieuwste.pad == kapot.pad
    assert not kopielijst.is_gelijk(nieuwste)
    assert terugzetten.vergelijk(ctx.register.pad, kapot.pad).bezwaar
    with kapot.pad.open("r+b") as bestand:
        bestand.truncate(9000)
    (afgekapt, _) = reservekopie.lijst(ctx)
    assert afgekapt.afgekapt
    reservekopie.maak(_later(ctx, days=1))
    assert oude.pad.exists(), "the one that is whole counts as the newest of its day"
    assert kapot.pad.exists(), "and the other one is left for who wants to look"


def test_een_log_waarmee_geknoeid_is_staat_erbij(ctx: Context) -> None:
    ctx.register.sql("DROP TRIGGER log_blijft")
    ctx.register.sql("UPDATE log SET gebruiker = 'iemand anders'")
    gemaakt = reservekopie.maak(ctx)
    assert gemaakt.manifest is not None
    assert "regel 1" in gemaakt.manifest.opmerkingen[0]
    assert "viel dit op" in terugzetten.vergelijk(ctx.register.pad, gemaakt.pad).bezwaar


def test_ook_op_de_tweede_plek(ctx: Context, tweede: Path) -> None:
    gemaakt = reservekopie.maak(ctx)
    assert gemaakt.tweede_fout == ""
    assert (tweede / gemaakt.pad.name).read_bytes() == gemaakt.pad.read_bytes()
    assert kopiemanifest.lees(tweede / gemaakt.pad.name) == gemaakt.manifest
    alle = terugzetten.kopieen(ctx.register.pad)
    assert [k.op_tweede_plek for k in alle] == [False, True]


def test_de_tweede_plek_houdt_de_eerste_nooit_tegen(ctx: Context, tweede: Path) -> None:
    shutil.rmtree(tweede)
    gemaakt = reservekopie.maak(ctx)
    assert gemaakt.pad.exists()
    assert "is er nu niet" in gemaakt.tweede_fout
    assert not tweede.exists(), "no folder is made where a disk belongs"
    tweede.mkdir()
    (tweede / f"{reservekopie.maak(_later(ctx, hours=1)).pad.name}").unlink()
    in_de_weg = kopielijst.vrije_plek(
        gemaakt.pad.parent, "register", Soortkopie.GEWOON, _later(ctx, hours=2).nu
    )
    (tweede / in_de_weg.name).mkdir()
    assert "lukt het nu niet" in reservekopie.maak(_later(ctx, hours=2)).tweede_fout


def test_een_ander_register_met_dezelfde_naam_blijft_met_rust(ctx: Context, tweede: Path) -> None:
    gemaakt = reservekopie.maak(ctx)
    assert gemaakt.manifest is not None
    vreemd = tweede / "register_2020-01-01_090000.klachten"
    vreemd.write_bytes(b"van een ander")
    kopiemanifest.schrijf(vreemd, replace(gemaakt.manifest, begin="anders", bytes=13))
    for uur in range(1, 4):
        reservekopie.maak(_later(ctx, days=uur))
    assert vreemd.exists()


@pytest.mark.parametrize(
    ("minuten", "plek", "veld"),
    [("vaak", "", "minuten"), ("1", "", "minuten"), ("15", "map", "tweede_plek"),
     ("15", "/bestaat/niet", "tweede_plek"), ("15", ".", "tweede_plek")],
)  # fmt: skip
def test_een_keuze_die_niet_kan(ctx: Context, minuten: str, plek: str, veld: str) -> None:
    if plek == ".":
        plek = str(ctx.register.pad.parent)
    with pytest.raises(RegelFout) as fout:
        reservekopie.bewaar_keuze(ctx, minuten, plek)
    assert fout.value.veld == veld
    assert reservekopie.keuze(ctx) == Kopiekeuze()


def test_alleen_als_er_iets_veranderde_en_het_tijd_is(ctx: Context, maak_aanmelding: Maak) -> None:
    assert reservekopie.nodig(ctx)
    reservekopie.maak(ctx)
    assert not reservekopie.nodig(_later(ctx, hours=1))
    registreer(ctx, maak_aanmelding())
    assert not reservekopie.nodig(_later(ctx, minutes=14))
    assert reservekopie.nodig(_later(ctx, minutes=14), nu_al=True)
    assert reservekopie.nodig(_later(ctx, minutes=15))
    reservekopie.bewaar_keuze(ctx, "60", "")
    assert not reservekopie.nodig(_later(ctx, minutes=59))


@pytest.mark.parametrize("na", [0, 1])
def test_wie_niet_wil_wachten_houdt_geen_halve_kopie_over(ctx: Context, na: int) -> None:
    vragen = iter([False] * na)
    with pytest.raises(KopieGestopt):
        reservekopie.maak(ctx, gestopt=lambda: next(vragen, True))
    assert list((ctx.register.pad.parent / "reservekopieen").iterdir()) == []


def test_voortgang_loopt_op_tot_het_eind(ctx: Context) -> None:
    standen: list[tuple[int, int]] = []
    reservekopie.maak(ctx, voortgang=lambda gedaan, totaal: standen.append((gedaan, totaal)))
    assert standen == sorted(standen)
    assert standen[-1] == (100, 100)


def test_twee_in_een_seconde_krijgen_ieder_een_naam(ctx: Context) -> None:
    namen = [reservekopie.maak(ctx).pad.name for _ in range(3)]
    assert len(set(namen)) == 3
    assert sorted(namen, reverse=True) == [k.pad.name for k in reservekopie.lijst(ctx)]


def test_resten_van_een_gedode_kopie_gaan_weg(ctx: Context) -> None:
    eerste = reservekopie.maak(ctx)
    resten = [
        eerste.pad.with_name("register_2026-01-02_090000.klachten.77-1.bezig"),
        eerste.pad.with_name("register_2026-01-02_090000.klachten.77-1.bezig-journal"),
        eerste.pad.with_name("register_2026-01-02_090000.klachten.json"),
    ]
    blijft = [
        eerste.pad.with_name("register_2026-01-03_090000.klachten.78-1.bezig"),
        eerste.pad.with_name("mijn lijst.json"),
        eerste.pad.with_name("register_mijn eigen.klachten"),
    ]
    oud = eerste.pad.stat().st_mtime - 100_000
    for pad in (*resten, *blijft):
        pad.write_bytes(b"half")
        os.utime(pad, (oud, oud))
    os.utime(blijft[0])
    reservekopie.maak(_later(ctx, hours=2))
    assert [p.name for p in resten if p.exists()] == []
    assert all(p.exists() for p in blijft)


# -- locked -------------------------------------------------------------------------------------


def test_een_vergrendeld_register_geeft_vergrendelde_kopieen(
    ctx: Context, maak_aanmelding: Maak
) -> None:
    op_slot = _op_slot(ctx)
    try:
        dossier = registreer(op_slot, maak_aanmelding())
        gemaakt = reservekopie.maak(op_slot)
        tweede_dossier = registreer(op_slot, maak_aanmelding())
        assert gemaakt.manifest is not None
        assert gemaakt.manifest.versleuteld
        assert not gemaakt.pad.read_bytes().startswith(b"SQLite")
        assert all(b.goed for b in reservekopie.controleer(gemaakt.pad, SLEUTEL))
        assert not reservekopie.controleer(gemaakt.pad)[0].goed
        pad = op_slot.register.pad
        beeld = terugzetten.vergelijk(pad, gemaakt.pad, SLEUTEL)
        assert beeld.weg == (tweede_dossier.kenmerk,)
        assert not terugzetten.vergelijk(pad, gemaakt.pad).bruikbaar
        uitkomst = terugzetten.herstel(pad, gemaakt.pad, ctx.nu, minder_mag=True, sleutel=SLEUTEL)
        assert uitkomst.bewaard is not None
        assert not uitkomst.bewaard.read_bytes().startswith(b"SQLite")
        assert zoeken.aantal(op_slot, zoeken.Filter()) == 1
        assert zoeken.dossier(op_slot, dossier.kenmerk) == dossier
    finally:
        op_slot.register.sluit()


def test_een_kopie_met_de_vorige_sleutel_kan_terug(ctx: Context, maak_aanmelding: Maak) -> None:
    op_slot = _op_slot(ctx)
    registreer(op_slot, maak_aanmelding())
    gemaakt = reservekopie.maak(op_slot)
    op_slot.register.sluit()
    oude = gemaakt.pad.rename(ctx.register.pad.with_name("oud.klachten"))
    op_slot.register.pad.unlink()
    op_slot.register.pad.with_name("slot.klachten-journal").unlink(missing_ok=True)
    anders = _op_slot(ctx, ANDERE)
    try:
        pad = anders.register.pad
        assert "ander register" in terugzetten.vergelijk(pad, oude, ANDERE, SLEUTEL).bezwaar
        terugzetten.herstel(
            pad, oude, ctx.nu, minder_mag=True, sleutel=ANDERE, kopiesleutel=SLEUTEL
        )
        assert zoeken.aantal(anders, zoeken.Filter()) == 1
        assert all(b.goed for b in reservekopie.controleer(pad, ANDERE))
        # A register that is not locked (any more) takes a locked copy too, and the other way.
        terugzetten.herstel(ctx.register.pad, oude, ctx.nu, minder_mag=True, kopiesleutel=SLEUTEL)
        assert zoeken.aantal(ctx, zoeken.Filter()) == 1
        # Only that key is remembered besides: something may still be locked with it.
        een, twee = kopie.bekijk(ctx.register.pad), kopie.bekijk(oude, SLEUTEL)
        assert {n for n in een if een[n] != twee[n]} == {"instelling"}
        open_kopie = reservekopie.maak(_later(ctx, hours=1)).pad
        terugzetten.herstel(
            pad, open_kopie, ctx.nu, minder_mag=True, sleutel=ANDERE, kopiesleutel=""
        )
        assert kopie.bekijk(pad, ANDERE) == kopie.bekijk(open_kopie)
        assert not pad.read_bytes().startswith(b"SQLite")
    finally:
        anders.register.sluit()


def test_de_kopie_voor_een_nieuwe_versie_is_ook_vergrendeld(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = _op_slot(ctx).register.pad
    register = open_register(pad, sleutel=SLEUTEL)
    register.sql("PRAGMA user_version = 3")
    schema.bijwerken(register, (lambda _: None,) * 4)
    register.sluit()
    (gemaakt,) = (pad.parent / "reservekopieen").glob("slot-voor-versie-4*")
    assert kopie.bekijk(gemaakt, SLEUTEL)
    assert not kopie.bekijk(gemaakt)


def test_voor_een_import_wordt_eerst_gekopieerd(
    ctx: Context, maak_aanmelding: Maak, tmp_path: Path
) -> None:
    registreer(ctx, maak_aanmelding())
    blad = tmp_path / "oud.csv"
    blad.write_text(
        "Nummer;Datum ontvangst;Naam klager;Klacht\n2019-1;03-02-2019;Jansen;Te laat\n", "utf-8"
    )
    kopieen = ctx.register.pad.parent / "reservekopieen"
    assert importeren.proef(ctx, blad).regels
    assert not kopieen.exists(), "looking changes nothing, so there is nothing to copy for"
    verslag = importeren.importeer(ctx, blad)
    assert verslag.toegevoegd == 1
    (gemaakt,) = kopieen.glob("*-voor-import_*.klachten")
    assert terugzetten.vergelijk(ctx.register.pad, gemaakt).weg == ("K2019-0001",)
    assert reservekopie.lijst(ctx) == [], "it is no ordinary copy"
    importeren.importeer(ctx, blad)
    assert len(list(kopieen.glob("*.klachten"))) == 1, "nothing new, nothing to copy for"


def test_de_ingangen_van_een_slot_gaan_met_de_kopie_mee(ctx: Context, tweede: Path) -> None:
    deuren = ctx.register.pad.with_name("register.klachten.sleutels")
    deuren.write_text("{de sleutels van toen}", "utf-8")
    gemaakt = reservekopie.maak(ctx)
    deuren.write_text("{de sleutels van nu}", "utf-8")
    for plek in (gemaakt.pad.parent, tweede):
        bij = plek / f"{gemaakt.pad.name}.sleutels"
        assert bij.read_text("utf-8") == "{de sleutels van toen}"
    nieuw = ctx.register.pad.with_name("elders") / "register.klachten"
    terugzetten.herstel(nieuw, gemaakt.pad, ctx.nu)
    assert nieuw.with_name("register.klachten.sleutels").read_text("utf-8").endswith("toen}")
    for dag in range(1, 3):
        reservekopie.maak(_later(ctx, days=400, hours=dag))
    reservekopie.maak(_later(ctx, days=1200))
    assert all(
        pad.with_name(pad.name.removesuffix(".sleutels")).exists()
        for pad in gemaakt.pad.parent.glob("*.sleutels")
    )


def test_de_kopie_van_voor_een_nieuwe_versie_kan_terug_en_wordt_weer_van_nu(
    ctx: Context, maak_aanmelding: Maak
) -> None:
    registreer(ctx, maak_aanmelding())
    pad = ctx.register.pad
    oud = pad.parent / "reservekopieen" / "register-voor-versie-4.klachten"
    kopie.veilige_kopie(pad, oud)
    van_toen = open_register(oud)
    for tabel in ("handtekening", "sleutel", "toegang"):
        van_toen.sql(f"DROP TABLE {tabel}")
    van_toen.sql("DROP INDEX gebeurtenis_gezocht")
    van_toen.sql("ALTER TABLE log DROP COLUMN eerder")
    van_toen.sql("ALTER TABLE melding DROP COLUMN logregel")
    van_toen.sql("PRAGMA user_version = 3")
    van_toen.sluit()
    (in_lijst,) = terugzetten.kopieen(pad)
    assert (in_lijst.pad, in_lijst.soort) == (oud, Soortkopie.VOOR_VERSIE)
    registreer(ctx, maak_aanmelding())
    terugzetten.herstel(pad, oud, ctx.nu, minder_mag=True)
    ctx.register.heropen()
    assert zoeken.aantal(ctx, zoeken.Filter()) == 1
    assert all(b.goed for b in reservekopie.controleer(pad))
    assert ctx.register.sql("PRAGMA user_version") == [(len(MIGRATIES),)]


def test_een_kopie_van_een_nieuwer_programma_wordt_geweigerd(ctx: Context) -> None:
    gemaakt = reservekopie.maak(ctx)
    nieuwer = open_register(gemaakt.pad)
    nieuwer.sql("PRAGMA user_version = 99")
    nieuwer.sluit()
    assert "nieuwere versie" in terugzetten.vergelijk(ctx.register.pad, gemaakt.pad).bezwaar
    with pytest.raises(OmgevingFout, match="nieuwere versie"):
        terugzetten.herstel(ctx.register.pad, gemaakt.pad, ctx.nu, minder_mag=True)
