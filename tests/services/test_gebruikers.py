"""The name on the computer becomes a medewerker; the last beheerder always stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import ALLE_ROLLEN
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer, gebruikers
from klachtenapp.services.context import Context

KLOK = FixedClock(datetime(2026, 11, 24, 9, 0))


def _open(ctx: Context, naam: str) -> Context:
    return bootstrap.open(ctx.register.pad, clock=KLOK, gebruiker=naam)


@pytest.fixture
def eerste(tmp_path: Path) -> Iterator[Context]:
    """A register whose maker, "anna" on this computer, is its first medewerker."""
    ctx = bootstrap.nieuw(
        tmp_path / "nieuw.klachten", Gemeente("Gemeente Voorbeeldstad"), clock=KLOK,
        gebruiker="anna",
    )  # fmt: skip
    yield gebruikers.maak_eerste(ctx, "A. de Vries")
    bootstrap.sluit(ctx)


def test_without_gebruikersnamen_everybody_may_do_everything(ctx: Context) -> None:
    beheer.bewaar_medewerker(ctx, Medewerker(0, "H. de Boer"))
    ander = _open(ctx, "wie dan ook")
    assert (ander.medewerker, ander.rollen, ander.gebruiker) == (
        None, ALLE_ROLLEN, "wie dan ook",
    )  # fmt: skip
    bootstrap.sluit(ander)


def test_the_first_user_is_beheerder_and_registrar(eerste: Context) -> None:
    assert eerste.medewerker is not None
    assert eerste.gebruiker == eerste.medewerker.naam == "A. de Vries"
    assert eerste.rollen == {Rol.BEHEERDER, Rol.REGISTRAR}
    with pytest.raises(RegelFout, match="al medewerkers"):
        gebruikers.maak_eerste(eerste, "Nog iemand")


def test_the_first_user_without_a_name_is_called_as_on_the_computer(ctx: Context) -> None:
    nieuw = gebruikers.maak_eerste(ctx, "  ")
    assert nieuw.medewerker is not None
    assert nieuw.medewerker.naam == "registrar"


def test_a_name_on_the_computer_is_a_medewerker(eerste: Context) -> None:
    wie = Medewerker(0, "B. Balie", rollen=frozenset({Rol.BALIEMEDEWERKER}))
    gebruikers.bewaar(eerste, wie, "GEMEENTE\\BBalie")
    ctx = _open(eerste, "bbalie")
    assert ctx.gebruiker == "B. Balie"
    assert ctx.rollen == {Rol.BALIEMEDEWERKER}
    bootstrap.sluit(ctx)


def test_an_unknown_name_has_no_role(eerste: Context) -> None:
    ctx = _open(eerste, "vreemde")
    assert (ctx.medewerker, ctx.rollen, ctx.gebruiker) == (None, frozenset(), "vreemde")
    bootstrap.sluit(ctx)


def test_who_left_is_not_known_any_more(eerste: Context) -> None:
    wie = gebruikers.bewaar(eerste, Medewerker(0, "B. Weg"), "weg")
    gebruikers.bewaar(eerste, replace(wie, actief=False), "weg")
    ctx = _open(eerste, "weg")
    assert ctx.medewerker is None
    assert ctx.rollen == frozenset()
    bootstrap.sluit(ctx)


@pytest.mark.parametrize(
    ("anders", "naam"),
    [({"actief": False}, "anna"), ({"rollen": frozenset({Rol.REGISTRAR})}, "anna"), ({}, "")],
)
def test_the_last_beheerder_stays(eerste: Context, anders: dict[str, object], naam: str) -> None:
    assert eerste.medewerker is not None
    gebruikers.bewaar(eerste, Medewerker(0, "B. Balie"), "bbalie")
    nieuw = replace(eerste.medewerker, **anders)  # type: ignore[arg-type]
    with pytest.raises(RegelFout, match="altijd een beheerder"):
        gebruikers.bewaar(eerste, nieuw, naam)
    if anders:
        with pytest.raises(RegelFout, match="altijd een beheerder"):
            beheer.bewaar_medewerker(eerste, nieuw)
    assert gebruikers.ververs(eerste).rollen == {Rol.BEHEERDER, Rol.REGISTRAR}


def test_with_a_second_beheerder_the_first_can_go(eerste: Context) -> None:
    assert eerste.medewerker is not None
    tweede = Medewerker(0, "B. Tweede", rollen=frozenset({Rol.BEHEERDER}))
    gebruikers.bewaar(eerste, tweede, "btweede")
    gebruikers.bewaar(eerste, replace(eerste.medewerker, actief=False), "anna")
    assert gebruikers.ververs(eerste).rollen == frozenset()


def test_the_first_gebruikersnaam_is_that_of_a_beheerder(ctx: Context) -> None:
    with pytest.raises(RegelFout, match="altijd een beheerder"):
        gebruikers.bewaar(ctx, Medewerker(0, "B. Balie"), "bbalie")
    assert beheer.medewerkers(ctx) == []


def test_two_people_do_not_share_a_name(eerste: Context) -> None:
    with pytest.raises(RegelFout, match="Vries heeft") as fout:
        gebruikers.bewaar(eerste, Medewerker(0, "B. Balie"), "Anna")
    assert fout.value.veld == "gebruikersnaam"


def test_leidinggevende_is_kept_and_is_someone_else(eerste: Context) -> None:
    assert eerste.medewerker is not None
    baas = eerste.medewerker.id
    wie = gebruikers.bewaar(eerste, Medewerker(0, "B. Balie"), "", baas)
    assert gebruikers.lijst(eerste)[wie.id].leidinggevende == baas
    with pytest.raises(RegelFout, match="iemand anders") as fout:
        gebruikers.bewaar(eerste, wie, "", wie.id)
    assert fout.value.veld == "leidinggevende"
