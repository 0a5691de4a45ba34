"""What an ambassadeur follows: his own rows of the werkvoorraad, counted right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import behandelen, beheer, gebruikers, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.werkvoorraad import VOLG_IK, werkvoorraad

Maak = Callable[..., Aanmelding]
SMIT, BAKKER = "S. Smit", "J. Bakker"


@pytest.fixture
def mensen(ctx: Context) -> dict[str, Medewerker]:
    rollen = frozenset({Rol.AMBASSADEUR})
    return {
        naam: beheer.bewaar_medewerker(ctx, Medewerker(0, naam, rollen=rollen))
        for naam in (SMIT, BAKKER)
    }


@pytest.fixture
def kenmerken(ctx: Context, maak_aanmelding: Maak) -> list[str]:
    return [registreer(ctx, maak_aanmelding()).kenmerk for _ in range(3)]


def _doe(ctx: Context, kenmerk: str, handeling: str, **invoer: str) -> None:
    versie = zoeken.dossier(ctx, kenmerk).versie
    behandelen.voer_uit(ctx, Opdracht(kenmerk, handeling, invoer, versie))


def _volgt(ctx: Context, kenmerk: str, naam: str) -> None:
    _doe(ctx, kenmerk, "wijs_ambassadeur_toe", ambassadeur=naam, reden="Kijkt mee")


def _gevolgd(ctx: Context, wie: Medewerker) -> frozenset[str]:
    tegel = werkvoorraad(gebruikers.als(ctx, wie)).tegels.get(VOLG_IK)
    return tegel.kenmerken if tegel else frozenset()


def test_wie_niets_volgt_heeft_geen_tegel(
    ctx: Context, mensen: dict[str, Medewerker], kenmerken: list[str]
) -> None:
    _volgt(ctx, kenmerken[0], SMIT)
    assert VOLG_IK not in werkvoorraad(ctx).tegels
    assert VOLG_IK not in werkvoorraad(gebruikers.als(ctx, mensen[BAKKER])).tegels


def test_de_tegel_telt_wat_men_nu_volgt(
    ctx: Context, mensen: dict[str, Medewerker], kenmerken: list[str]
) -> None:
    for kenmerk in kenmerken[:2]:
        _volgt(ctx, kenmerk, SMIT)
    assert _gevolgd(ctx, mensen[SMIT]) == set(kenmerken[:2])
    _volgt(ctx, kenmerken[0], BAKKER)
    assert _gevolgd(ctx, mensen[SMIT]) == {kenmerken[1]}
    assert _gevolgd(ctx, mensen[BAKKER]) == {kenmerken[0]}


def test_wat_is_afgesloten_volgt_men_niet_meer(
    ctx: Context, mensen: dict[str, Medewerker], kenmerken: list[str]
) -> None:
    _volgt(ctx, kenmerken[0], SMIT)
    vandaag = ctx.vandaag.isoformat()
    _doe(ctx, kenmerken[0], "trek_in", ingetrokken_op=vandaag, vorm="balie", bevestigd_op=vandaag)
    assert _gevolgd(ctx, mensen[SMIT]) == frozenset()


def test_zonder_naam_volgt_men_niets(ctx: Context, kenmerken: list[str]) -> None:
    assert VOLG_IK not in werkvoorraad(replace(ctx, medewerker=None)).tegels
