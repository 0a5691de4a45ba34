"""Signing in with a name and a geheim, where the gemeente switched that on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.services import aanmelden, beheer, gebruikers, geheimen
from klachtenapp.services.context import Context

NU = datetime(2026, 11, 24, 9, 0)
GEHEIM = "7391-balie-Zuid"


@pytest.fixture
def beheerder(tmp_path: Path) -> Iterator[Context]:
    ctx = bootstrap.nieuw(
        tmp_path / "r.klachten",
        Gemeente("Gemeente Voorbeeldstad", aanmelden_met_geheim=True),
        clock=FixedClock(NU),
        gebruiker="anna",
    )
    yield gebruikers.maak_eerste(ctx, "A. de Vries")
    bootstrap.sluit(ctx)


def _balie(ctx: Context, rollen: frozenset[Rol] = frozenset({Rol.BALIEMEDEWERKER})) -> Medewerker:
    wie = gebruikers.bewaar(ctx, Medewerker(0, "B. Balie", rollen=rollen), "")
    geheimen.stel_in(ctx, wie.id, GEHEIM)
    return wie


def _vreemde(ctx: Context, minuten: int = 0) -> Context:
    onbekend = gebruikers.herkend(replace(ctx, accountnaam="balie-pc", medewerker=None))
    return replace(onbekend, clock=FixedClock(NU + timedelta(minutes=minuten)))


def test_a_known_name_is_straight_in(beheerder: Context) -> None:
    assert not aanmelden.stand(beheerder).nodig


def test_someone_on_a_shared_computer_signs_in(beheerder: Context) -> None:
    wie = _balie(beheerder)
    ctx = _vreemde(beheerder)
    stand = aanmelden.stand(ctx)
    assert stand.nodig
    assert [m.naam for m in stand.mensen] == ["B. Balie"]
    binnen = aanmelden.meld_aan(ctx, wie.id, GEHEIM)
    assert (binnen.gebruiker, binnen.rollen) == ("B. Balie", {Rol.BALIEMEDEWERKER})
    assert log.regels(ctx.register, "", 1)[0].handeling == "aangemeld"
    assert gebruikers.ververs(binnen).medewerker == wie


def test_a_wrong_geheim_is_refused_logged_and_slowed(beheerder: Context) -> None:
    wie = _balie(beheerder)
    for _ in range(6):
        with pytest.raises(RegelFout) as fout:
            aanmelden.meld_aan(_vreemde(beheerder), wie.id, "niet-dit-9")
        assert fout.value.veld == "geheim"
    with pytest.raises(RegelFout, match="weer proberen"):
        aanmelden.meld_aan(_vreemde(beheerder), wie.id, GEHEIM)
    assert aanmelden.meld_aan(_vreemde(beheerder, 60), wie.id, GEHEIM).medewerker == wie
    assert "verkeerd geheim" in [r.handeling for r in log.regels(beheerder.register, "", 20)]


def test_while_the_disk_is_gone_one_signs_in_and_guessing_is_slowed(beheerder: Context) -> None:
    """The counter goes on with the shadow copy, in which nothing can be written."""
    wie = _balie(beheerder)

    def los(minuten: int = 0) -> Context:
        return replace(_vreemde(beheerder, minuten), losgekoppeld="/share/balie.klachten")

    regels = len(log.regels(beheerder.register, "", 50))
    beheerder.register.schrijfverbod = "De schijf is er niet."
    assert aanmelden.meld_aan(los(), wie.id, GEHEIM).rollen == {Rol.BALIEMEDEWERKER}
    for _ in range(3):
        with pytest.raises(RegelFout, match="klopt niet"):
            aanmelden.meld_aan(los(), wie.id, "niet-dit-9")
    with pytest.raises(RegelFout, match="weer proberen"):
        aanmelden.meld_aan(los(), wie.id, GEHEIM)
    assert aanmelden.meld_aan(los(5), wie.id, GEHEIM).medewerker == wie
    assert aanmelden.meld_aan(los(), wie.id, GEHEIM).medewerker == wie, "counted from nought"
    assert len(log.regels(beheerder.register, "", 50)) == regels


def test_without_the_setting_one_asks_the_beheerder(beheerder: Context) -> None:
    wie = _balie(beheerder)
    uit = beheer.bewaar_gemeente(beheerder, replace(beheerder.gemeente, aanmelden_met_geheim=False))
    stand = aanmelden.stand(_vreemde(uit))
    assert stand.mensen == ()
    assert "balie-pc" in stand.zin
    assert "beheerder" in stand.zin
    with pytest.raises(RegelFout):
        aanmelden.meld_aan(_vreemde(uit), wie.id, GEHEIM)


def test_only_who_has_a_geheim_and_a_role_can_be_chosen(beheerder: Context) -> None:
    _balie(beheerder, frozenset())
    assert beheerder.medewerker is not None
    stand = aanmelden.stand(_vreemde(beheerder))
    assert (stand.nodig, stand.mensen) == (True, ())
    with pytest.raises(RegelFout, match="Kies uw naam"):
        aanmelden.meld_aan(_vreemde(beheerder), beheerder.medewerker.id, "")


def test_someone_without_a_role_is_told_so(beheerder: Context) -> None:
    wie = gebruikers.bewaar(beheerder, Medewerker(0, "N. Nieuw"), "nieuw")
    stand = aanmelden.stand(gebruikers.als(beheerder, wie))
    assert stand.nodig
    assert "N. Nieuw" in stand.zin
