"""The thread through the lines of the log about one dossier finds exactly those lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.models import controle, log, logdraad
from klachtenapp.models.log import Logregel
from klachtenapp.models.register import Register
from klachtenapp.services.context import Context
from klachtenapp.services.registercontrole import herbouw_zoekindex
from klachtenapp.services.registreren import registreer

_NU = datetime(2026, 11, 24, 9)
_DRIE = ("K2026-0001", "K2026-0002", "K2026-0003")
_BESTAAN_NIET = ("", "K1999-0001")


@pytest.fixture
def gevuld(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Register:
    """A register with three dossiers, each with lines of its own."""
    for nummer in range(3):
        registreer(ctx, maak_aanmelding(onderwerp=f"Klacht {nummer}"))
    return ctx.register


def _schrijf(register: Register, *kenmerken: str) -> None:
    with register.transactie():
        log.schrijf_veel(
            register, [Logregel(_NU, "registrar", "bekeken", kenmerk) for kenmerk in kenmerken]
        )


def _een_voor_een(register: Register, kenmerk: str) -> list[int]:
    rijen = register.sql("SELECT id FROM log WHERE kenmerk = ? ORDER BY id DESC", (kenmerk,))
    return [int(nummer) for (nummer,) in rijen]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(stapels=st.lists(st.lists(st.sampled_from(_DRIE + _BESTAAN_NIET), max_size=5), max_size=6))
def test_each_dossier_finds_its_lines_newest_first(
    gevuld: Register, stapels: list[list[str]]
) -> None:
    for stapel in stapels:
        _schrijf(gevuld, *stapel)
    for kenmerk in _DRIE:
        gevonden = [regel.id for regel in log.regels(gevuld, kenmerk)]
        assert gevonden == _een_voor_een(gevuld, kenmerk)
    assert logdraad.losse(gevuld) == 0
    assert log.controleer(gevuld) is None


def test_only_so_many_are_given(gevuld: Register) -> None:
    _schrijf(gevuld, *_DRIE, *_DRIE)
    alles = _een_voor_een(gevuld, _DRIE[1])
    assert [r.id for r in log.regels(gevuld, _DRIE[1], 2)] == alles[:2]
    assert [s.regel.id for s in log.schakels(gevuld, "bekeken", _DRIE[1])] == alles[1::-1]


def test_the_lines_about_a_dossier_that_is_gone_are_still_found(gevuld: Register) -> None:
    _schrijf(gevuld, "K1999-0001", "K1999-0001")
    assert [r.id for r in log.regels(gevuld, "K1999-0001")] == _een_voor_een(gevuld, "K1999-0001")


@pytest.mark.parametrize(
    "knoei",
    [
        "UPDATE log SET eerder = 0",
        "UPDATE log SET eerder = id",  # in a circle
        "UPDATE melding SET logregel = 0",
        "UPDATE melding SET logregel = 1",
        "UPDATE melding SET logregel = 9999",
    ],
)
def test_a_broken_thread_is_found_and_mended(ctx: Context, gevuld: Register, knoei: str) -> None:
    _schrijf(gevuld, *_DRIE, *_DRIE)
    with gevuld.transactie():
        gevuld.sql(knoei)
    for kenmerk in _DRIE:  # reading ends, and never gives the lines of another
        assert set(r.id for r in log.regels(gevuld, kenmerk)) <= set(_een_voor_een(gevuld, kenmerk))
    (slecht,) = [b for b in controle.controleer(gevuld.pad) if not b.goed]
    assert (slecht.onderdeel, "log" in slecht.tekst) == ("zoekindex", True)
    herbouw_zoekindex(ctx)
    assert all(b.goed for b in controle.controleer(gevuld.pad))
    for kenmerk in _DRIE:
        assert [r.id for r in log.regels(gevuld, kenmerk)] == _een_voor_een(gevuld, kenmerk)


def test_what_a_line_says_still_cannot_be_changed(gevuld: Register) -> None:
    for kolom in ("moment", "gebruiker", "handeling", "kenmerk", "gegevens", "vorige", "hash"):
        with pytest.raises(Exception, match="het log wordt nooit gewijzigd"), gevuld.transactie():
            gevuld.sql(f"UPDATE log SET {kolom} = 'x' WHERE id = 1")  # noqa: S608
