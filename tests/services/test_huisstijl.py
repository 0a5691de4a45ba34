"""The house style of the register: the logo stored as bytes, on every letter, and gone again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Briefhoofd
from klachtenapp.domain.gemeentevelden import velden
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten
from klachtenapp.models.controle import controleer
from klachtenapp.services import beheer, correspondentie, huisstijl, registreren, reservekopie
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import GEEN_LOGO, Logokeuze
from tests.papier import huisstijlen


@pytest.fixture
def keuze(tmp_path: Path) -> Logokeuze:
    """A logo from a file that is thrown away."""
    pad = tmp_path / "Ons logo (1).png"
    pad.write_bytes(huisstijlen.png(alfa=True))
    gelezen = huisstijl.lees_logo(pad)
    pad.unlink()
    return gelezen


def _eerste(pdf: bytes) -> Any:
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        knoop = boek.Root.StructTreeRoot.K[0].K[0]
        return str(knoop.S), str(knoop.get("/Alt", ""))


def test_the_logo_lies_in_the_register_and_stands_on_letters(
    ctx: Context, keuze: Logokeuze, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    wie = replace(huisstijlen.GEMEENTE, ondertekenaar="M. de Groot", belnummer="0123 - 45 67 00")
    beheer.bewaar_gemeente(ctx, wie)
    ctx = huisstijl.bewaar(ctx, {"briefhoofd": "rechts", "logo_alt": "Ons schild"}, keuze)
    assert ctx.gemeente.briefhoofd is Briefhoofd.RECHTS
    assert documenten.lees_inhoud(ctx.register, ctx.gemeente.logo) == keuze.inhoud
    assert huisstijl.logokeuze(ctx) == keuze
    dossier = registreren.registreer(ctx, maak_aanmelding())
    venster = correspondentie.venstertest(ctx.gemeente, ctx)
    assert _eerste(venster) == ("/Figure", "Ons schild")
    brief = correspondentie.concept(ctx, dossier.kenmerk, "ontvangstbevestiging")
    assert not brief.bezwaren
    assert _eerste(brief.pdf) == ("/Figure", "Ons schild")


def test_another_section_leaves_the_logo_alone(ctx: Context, keuze: Logokeuze) -> None:
    ctx = huisstijl.bewaar(ctx, {}, keuze)
    ctx = beheer.bewaar_gemeente(ctx, beheer.gemeente(ctx))
    assert huisstijl.logokeuze(ctx) == keuze
    assert "logo" not in velden(ctx.gemeente)  # a form cannot point it elsewhere


def test_a_logo_that_is_taken_away_leaves_the_register(ctx: Context, keuze: Logokeuze) -> None:
    ctx = huisstijl.bewaar(ctx, {}, keuze)
    sha256 = ctx.gemeente.logo
    ctx = huisstijl.bewaar(ctx, {}, GEEN_LOGO)
    assert huisstijl.logo(ctx) is None
    assert (ctx.gemeente.logo, ctx.gemeente.logo_soort) == ("", "")
    assert documenten.lees_inhoud(ctx.register, sha256) is None


def test_a_refusal_changes_nothing(ctx: Context, keuze: Logokeuze) -> None:
    for fout in ({"kleur": "blauw"}, {"voetregels": "a\nb\nc\nd"}, {"voetregels": "☃"}):
        with pytest.raises(RegelFout) as gevangen:
            huisstijl.bewaar(ctx, fout, keuze)
        assert gevangen.value.veld in fout
    assert beheer.gemeente(ctx).logo == ""


def test_a_register_with_a_logo_is_whole_and_so_is_its_copy(ctx: Context, keuze: Logokeuze) -> None:
    ctx = huisstijl.bewaar(ctx, {}, keuze)
    assert all(bevinding.goed for bevinding in controleer(ctx.register.pad))
    kopie = reservekopie.maak(ctx)
    assert all(bevinding.goed for bevinding in controleer(kopie.pad))


def test_a_damaged_logo_is_named_and_letters_go_on_without(ctx: Context) -> None:
    ctx = huisstijl.bewaar(ctx, {}, Logokeuze("png", b"niet wat het was"))
    with ctx.register.transactie():
        ctx.register.sql("UPDATE inhoud SET inhoud = ?", (b"anders",))
    assert huisstijl.logo(ctx) is None
    assert "het logo" in next(b.tekst for b in controleer(ctx.register.pad) if not b.goed)


def test_the_example_shows_what_is_being_filled_in(ctx: Context, keuze: Logokeuze) -> None:
    pdf = huisstijl.voorbeeld(ctx.gemeente, {"kleur": "#7A0019", "briefhoofd": "rechts"}, keuze)
    assert _eerste(pdf)[0] == "/Figure"
    assert _eerste(huisstijl.voorbeeld(ctx.gemeente, {}, GEEN_LOGO))[0] == "/P"
    with pytest.raises(RegelFout):
        huisstijl.voorbeeld(ctx.gemeente, {"kleur": "x"}, GEEN_LOGO)
    assert beheer.gemeente(ctx).kleur == ctx.gemeente.kleur
