"""Exactly once: the same opdracht again, and a disk that says "error" after saving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.register import Register
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig


def _teller(ctx: Context, gedaan: list[int]) -> Callable[[], Uitslag]:
    def doe() -> Uitslag:
        gedaan.append(1)
        ctx.register.sql(
            "INSERT INTO instelling (naam, waarde) VALUES (?, 'x')", (f"n{len(gedaan)}",)
        )
        return Uitslag("K2026-0001", f"resultaat {len(gedaan)}", {"veld": 1})

    return doe


def _aantal(ctx: Context) -> int:
    return int(ctx.register.sql("SELECT count(*) FROM instelling WHERE waarde = 'x'")[0][0])


@contextmanager
def _stoort(
    monkeypatch: pytest.MonkeyPatch, *, na_bewaren: bool, keer: int = 1
) -> Iterator[list[int]]:
    """Let the disk fail around a transaction, before or after it was saved."""
    echt = Register.transactie
    mis: list[int] = []

    @contextmanager
    def transactie(self: Register) -> Iterator[None]:
        if len(mis) >= keer:
            with echt(self):
                yield
            return
        with echt(self):
            yield
            mis.append(1)
            if not na_bewaren:
                raise SchijfFout(Oorzaak.VERSTOORD)
        raise SchijfFout(Oorzaak.VERSTOORD)

    monkeypatch.setattr(Register, "transactie", transactie)
    yield mis
    monkeypatch.undo()


def test_dezelfde_opdracht_verandert_niets_meer(ctx: Context) -> None:
    gedaan: list[int] = []
    eerste = eenmalig(ctx, "uid-1", "proef", _teller(ctx, gedaan))
    tweede = eenmalig(ctx, "uid-1", "proef", _teller(ctx, gedaan))
    assert (eerste.resultaat, tweede.resultaat) == ("resultaat 1", "resultaat 1")
    assert (eerste.herhaald, tweede.herhaald) == (False, True)
    assert (tweede.kenmerk, _aantal(ctx)) == ("K2026-0001", 1)
    regel = log.regels(ctx.register)[0]
    assert (regel.handeling, regel.opdracht, regel.gegevens) == ("proef", "uid-1", {"veld": 1})
    assert len(log.regels(ctx.register, "K2026-0001")) == 1


def test_zonder_uid_is_elke_keer_nieuw(ctx: Context) -> None:
    gedaan: list[int] = []
    for _ in range(2):
        eenmalig(ctx, "", "proef", _teller(ctx, gedaan))
    assert _aantal(ctx) == 2


def test_wat_geweigerd_wordt_laat_niets_achter(ctx: Context) -> None:
    kop = log.kop(ctx.register)

    def doe() -> Uitslag:
        ctx.register.sql("INSERT INTO instelling (naam, waarde) VALUES ('n', 'x')")
        raise RegelFout("Nee.")

    with pytest.raises(RegelFout):
        eenmalig(ctx, "uid-1", "proef", doe)
    assert _aantal(ctx) == 0
    assert log.kop(ctx.register) == kop
    assert eenmalig(ctx, "uid-1", "proef", _teller(ctx, [])).herhaald is False


@pytest.mark.parametrize("na_bewaren", [True, False])
def test_na_een_storing_is_het_een_keer_gebeurd(
    ctx: Context, monkeypatch: pytest.MonkeyPatch, na_bewaren: bool
) -> None:
    gedaan: list[int] = []
    with _stoort(monkeypatch, na_bewaren=na_bewaren) as mis:
        uitslag = eenmalig(ctx, "uid-1", "proef", _teller(ctx, gedaan))
    assert len(mis) == 1
    assert uitslag.herhaald is na_bewaren
    assert _aantal(ctx) == 1
    assert log.controleer(ctx.register) is None
    assert len(log.regels(ctx.register, "K2026-0001")) == 1


def test_een_storing_die_blijft_wordt_gezegd(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        _stoort(monkeypatch, na_bewaren=False, keer=9) as mis,
        pytest.raises(SchijfFout, match="verbinding"),
    ):
        eenmalig(ctx, "uid-1", "proef", _teller(ctx, []))
    assert len(mis) == 2
    assert _aantal(ctx) == 0
