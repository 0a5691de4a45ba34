"""Reservekopieën: one a day, fourteen days, and back when it must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.services import beheer, reservekopie, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]


def _op(ctx: Context, moment: datetime) -> Context:
    return replace(ctx, clock=FixedClock(moment))


def test_een_kopie_per_dag_bij_de_start(ctx: Context, maak_aanmelding: Maak) -> None:
    registreer(ctx, maak_aanmelding())
    kopie = reservekopie.bij_start(ctx)
    assert kopie is not None
    assert kopie.pad == ctx.register.pad.parent / "reservekopieen" / (
        "register_2026-11-24_090000.klachten"
    )
    assert (kopie.moment, kopie.aantallen["melding"]) == (ctx.nu, 1)
    assert reservekopie.bij_start(_op(ctx, ctx.nu + timedelta(hours=8))) is None
    assert reservekopie.bij_start(_op(ctx, ctx.nu + timedelta(days=1))) is not None
    laatste = reservekopie.laatste(ctx)
    assert laatste is not None
    assert beheer.registerinfo(ctx).laatste_kopie == laatste.moment
    assert all(b.goed for b in reservekopie.controleer(kopie.pad))


def test_van_de_laatste_dagen_en_weken_blijft_de_nieuwste(ctx: Context) -> None:
    plek = ctx.register.pad.parent / "reservekopieen"
    plek.mkdir()
    vreemd = [plek / "ander_2026-01-01_090000.klachten", plek / "register-voor-versie-2.klachten"]
    for pad in vreemd:
        pad.touch()
    for dag in range(20):
        for uur in (9, 15):
            reservekopie.maak(_op(ctx, datetime(2026, 11, 1, uur) + timedelta(days=dag)))
    momenten = [kopie.moment for kopie in reservekopie.lijst(ctx)]
    vandaag = [datetime(2026, 11, 20, 15), datetime(2026, 11, 20, 9)]
    eerder = [datetime(2026, 11, 19, 15) - timedelta(days=n) for n in range(13)]
    assert momenten == [*vandaag, *eerder, datetime(2026, 11, 1, 15)]  # the last one of its week
    assert all(pad.exists() for pad in vreemd)


def test_openen_kan_meteen_een_kopie_maken(ctx: Context) -> None:
    ander = bootstrap.open(ctx.register.pad, clock=ctx.clock, reservekopie=True)
    assert len(reservekopie.lijst(ander)) == 1
    bootstrap.sluit(ander)


def test_terugzetten_bewaart_eerst_wat_er_staat(ctx: Context, maak_aanmelding: Maak) -> None:
    registreer(ctx, maak_aanmelding())
    kopie = reservekopie.maak(ctx)
    tweede = registreer(ctx, maak_aanmelding())
    with pytest.raises(RegelFout, match="1 melding meer") as gevangen:
        reservekopie.herstel(ctx.register.pad, kopie.pad, ctx.nu)
    assert gevangen.value.veld == "minder_mag"
    assert zoeken.dossier(ctx, tweede.kenmerk) == tweede
    herstel = reservekopie.herstel(ctx.register.pad, kopie.pad, ctx.nu, minder_mag=True)
    assert herstel.aantallen["melding"] == 1
    assert zoeken.aantal(ctx, zoeken.Filter()) == 1
    assert herstel.bewaard is not None
    eerder = bootstrap.open(herstel.bewaard)
    assert zoeken.dossier(eerder, tweede.kenmerk) == tweede
    bootstrap.sluit(eerder)
    assert all(b.goed for b in reservekopie.controleer(ctx.register.pad))


@pytest.mark.parametrize("inhoud", [b"", b"weg", b"SQLite format 3\0" + b"\xff" * 9000])
def test_een_kapot_register_wordt_vervangen_en_niet_weggegooid(
    ctx: Context, maak_aanmelding: Maak, inhoud: bytes
) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    kopie = reservekopie.maak(ctx)
    pad = ctx.register.pad
    bootstrap.sluit(ctx)
    pad.write_bytes(inhoud)
    herstel = reservekopie.herstel(pad, kopie.pad, ctx.nu)
    assert herstel.bewaard is not None
    assert herstel.bewaard.read_bytes() == inhoud
    terug = bootstrap.open(pad)
    assert zoeken.dossier(terug, dossier.kenmerk) == dossier
    bootstrap.sluit(terug)


def test_een_verdwenen_register_komt_terug(ctx: Context, tmp_path: Path) -> None:
    kopie = reservekopie.maak(ctx)
    doel = tmp_path / "nieuw" / "register.klachten"
    assert reservekopie.herstel(doel, kopie.pad, ctx.nu).bewaard is None
    assert all(b.goed for b in reservekopie.controleer(doel))


def test_een_kopie_die_er_niet_is_of_niet_heel_is(ctx: Context, tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="is er niet"):
        reservekopie.herstel(ctx.register.pad, tmp_path / "weg.klachten", ctx.nu)
    kapot = tmp_path / "kapot.klachten"
    kapot.write_bytes(b"x" * 9000)
    with pytest.raises(OmgevingFout, match="niet heel"):
        reservekopie.herstel(ctx.register.pad, kapot, ctx.nu, minder_mag=True)
    assert all(b.goed for b in reservekopie.controleer(ctx.register.pad))


def test_de_zoekindex_kan_opnieuw(ctx: Context, maak_aanmelding: Maak) -> None:
    registreer(ctx, maak_aanmelding())
    ctx.register.sql("DELETE FROM zoektekst")
    assert not all(b.goed for b in reservekopie.controleer(ctx.register.pad))
    assert reservekopie.herbouw_zoekindex(ctx) == 1
    assert all(b.goed for b in reservekopie.controleer(ctx.register.pad))
    assert zoeken.ids(ctx, zoeken.Filter(zoek="wachten")) == [1]


def test_een_schijf_die_niet_zegt_of_de_naam_vrij_is(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert(_pad: Path, **_opties: bool) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "exists", weigert)
    with pytest.raises(OmgevingFout, match="niet te bereiken"):
        reservekopie.maak(ctx)
