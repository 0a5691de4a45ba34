"""Presence in a register on a share that fails in every way a share can."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp.models.gedeeld import aanwezigheid
from klachtenapp.models.gedeeld.aanwezigheid import Aanwezigheid
from klachtenapp.services.context import Context
from klachtenapp.services.samenwerken import Samenwerking, wijzigingsnummer

NU = datetime(2026, 11, 24, 9, 30)


@pytest.fixture
def sonja(ctx: Context) -> Iterator[Samenwerking]:
    wie = Samenwerking(ctx.register.pad, "Sonja", NU)
    yield wie
    wie.sluit()


def test_twee_zien_elkaars_dossier(ctx: Context, sonja: Samenwerking) -> None:
    piet = Samenwerking(ctx.register.pad, "Piet", NU)
    piet.toon("K2026-0094", NU)
    piet.tik()
    (ander,) = sonja.tik().bij("K2026-0094")
    assert ander.naam == "Piet"
    assert sonja.tik().bij("K2026-0001") == ()
    piet.toon("", None)
    piet.tik()
    assert sonja.tik().bij("K2026-0094") == ()
    piet.sluit()
    assert sonja.tik().anderen == ()


def test_een_schijf_die_fouten_geeft_is_onbereikbaar_en_komt_terug(
    sonja: Samenwerking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that is cut off answers everything with an error, also "is it there?"."""
    assert sonja.tik().bereikbaar

    def kapot(*_: object, **__: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as even:
        even.setattr(os, "write", kapot)
        even.setattr(os, "lseek", kapot)
        even.setattr(aanwezigheid.os, "open", kapot)
        even.setattr(os, "stat", kapot)
        assert not sonja.tik().bereikbaar
        assert not sonja.tik().bereikbaar
    assert sonja.tik().bereikbaar


def test_twee_die_tegelijk_in_een_plek_kwamen_vinden_dat_de_sloten_niet_werken(
    ctx: Context, sonja: Samenwerking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aanwezigheid, "vergrendel", lambda *_: True)
    monkeypatch.setattr(aanwezigheid, "ontgrendel", lambda *_: None)
    karim = Samenwerking(ctx.register.pad, "Karim", ctx.nu)
    sonja.tik()
    plekken = ctx.register.pad.with_name(f"{ctx.register.pad.name}.aanwezig")
    plekken.write_bytes(b"")  # as it was when Karim looked for a free one
    karim.tik()
    assert sonja.tik().sloten_werken is False
    assert karim.tik().sloten_werken is False
    karim.sluit()


def test_een_vraag_die_nooit_antwoordt_wordt_achtergelaten(
    ctx: Context, sonja: Samenwerking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread that hangs on a dead disk keeps nobody from being seen when it is back."""
    assert sonja.tik().bereikbaar
    antwoordt, hangt = threading.Event(), threading.Event()
    klop = Aanwezigheid.klop

    def hang(plek: Aanwezigheid) -> None:
        if threading.current_thread() is oud:
            hangt.set()
            antwoordt.wait(20)
        klop(plek)

    oud = threading.Thread(target=sonja.tik)
    monkeypatch.setattr(Aanwezigheid, "klop", hang)
    oud.start()
    assert hangt.wait(20)
    sonja.laat_achter()
    assert sonja.tik().bereikbaar
    antwoordt.set()
    oud.join(20)
    assert sonja.tik().anderen == (), "what it held was let go"
    piet = Samenwerking(ctx.register.pad, "Piet", NU)
    assert [wie.naam for wie in piet.tik().anderen] == ["Sonja"]
    piet.sluit()


def test_een_schijf_zonder_het_register_is_onbereikbaar(
    tmp_path: Path,
) -> None:
    wie = Samenwerking(tmp_path / "weg" / "proef.klachten", "Sonja", NU)
    assert not wie.tik().bereikbaar


def test_alleen_wat_een_ander_bewaart_telt(ctx: Context) -> None:
    eerst = wijzigingsnummer(ctx)
    with ctx.register.transactie():
        ctx.register.sql("UPDATE instelling SET waarde = waarde")
    assert wijzigingsnummer(ctx) == eerst
