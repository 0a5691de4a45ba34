"""Every door of the services × every role: what the table refuses is refused."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from klachtenapp import services
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.formulier import Formulier
from klachtenapp.domain.personen import Persoon, Rol
from klachtenapp.domain.rollen import mag
from klachtenapp.errors import RegelFout
from klachtenapp.services import balie, behandelen, eigen_invoer, intake, zoeken
from klachtenapp.services.balie import Keuze
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import DEUREN, ONBEKEND
from klachtenapp.services.registreren import registreer

VRIJ = {
    # Settings and names, which every screen needs to draw itself; nothing of a dossier.
    "beheer": "gemeente afdelingen medewerkers normen feestdagen registerinfo ververs",
    "collegas": "collegas leidinggevenden plaatsvervanger",
    # The lock of the register: whether it is on; and what its guarded doors are made of.
    "versleuteling": "stand",
    "omsleutelen": "voer_uit",
    "rondom": "breng_bij ververs_schaduw",
    "samenwerken": "heropen past_sleutel wie_zijn_er",
    "schaduw": "is_nodig werk_bij",  # a locked copy on this computer; shows nothing
    "huisstijl": "logokeuze logo met_logo",
    "intake": "keuzelijsten lijkt_op",  # lijkt_op: nothing without LEZEN, see below
    "registreren": "beoordeel",
    "stappenproef": "lees vorm_voor stand",
    "stappentalen": "talen teksten taal_van",
    "stappenblad": "stappenplan vorm_voor gekozen bijlage_stappenplan blad_bij_brief",
    "taalcheck": "woordenlijst controleer eigen_woorden",
    "teksten": "brieven geldig versies controleer",
    "tekstvoorbeeld": "voorbeeld",  # asks LEZEN itself for an example from the register
    # Copies: the program makes one every day, whoever is there.
    "reservekopie": "maak bij_start laatste lijst keuze nodig",
    # The parts of which guarded doors are made, and signing in itself.
    "balie": "begin",
    "briefkeuring": "feiten",
    "briefmaken": "maak",
    "briefopslag": "verzonden noteer klaar bewaar",
    "handtekeningzetten": "naam eigen_naam pak_pen zet zet_nat",
    "aanmelden": "stand meld_aan",
    "gebruikers": "lijst herkend als ververs maak_eerste",
    "gelijkenis": "gelijkende_ids",
    "oefenrol": "spelers speel",
    "oefensleutel": "nieuw prive",
    "opdracht": "eenmalig een_keer schrijf_log",
    "ondertekenversie": "versie",
    "oud_dossier": "als_dossier",
    "rechten": "mag vereis",
    "werkvoorraad": "signaleer_kaal",  # no names; who is known needs LEZEN all the same
    "verzending": "controleer controleer_dag",
}
"""Doors without a right of their own, each for the reason above it."""

GASTEN = frozenset({"oefengemeente"})
ZELF = frozenset({"geheimen", "sleutels", "ondertekenen", "handtekeningbeeld"})
"""Modules in which it is not the role alone that decides: they ask in themselves, and their
own tests say whom."""


def _modules() -> list[ModuleType]:
    return [
        importlib.import_module(f"klachtenapp.services.{m.name}")
        for m in pkgutil.iter_modules(services.__path__)
        if m.name not in GASTEN
    ]


def _deuren() -> dict[str, Callable[..., Any]]:
    gevonden = {}
    for module in _modules():
        kort = module.__name__.rpartition("services.")[2]
        if kort in ZELF:
            continue
        for naam, functie in vars(module).items():
            eigen = inspect.isfunction(functie) and functie.__module__ == module.__name__
            if not eigen or naam.startswith("_"):
                continue
            eerste = next(iter(inspect.signature(functie).parameters.values()), None)
            if eerste is not None and str(eerste.annotation).startswith("Context"):
                gevonden[f"{kort}.{naam}"] = functie
    return gevonden


ALLE = _deuren()


def test_every_door_names_its_right_or_stands_among_the_free_ones() -> None:
    vrij = {f"{module}.{naam}" for module, namen in VRIJ.items() for naam in namen.split()}
    assert sorted(set(ALLE) - set(DEUREN) - vrij) == [], "@vraagt(Recht.…), or VRIJ with a reason"
    assert vrij <= set(ALLE) - set(DEUREN)


@pytest.mark.parametrize("rol", Rol)
def test_what_the_table_refuses_is_refused(ctx: Context, rol: Rol) -> None:
    wie = replace(ctx, rollen=frozenset({rol}))
    for naam, recht in DEUREN.items():
        if naam not in ALLE or mag({rol}, recht):
            continue
        with pytest.raises(RegelFout) as fout:
            ALLE[naam](wie)
        assert fout.value.veld == "rol", naam
        assert recht.value in str(fout.value)


@pytest.mark.parametrize("rol", Rol)
def test_what_the_table_allows_gets_past_the_door(ctx: Context, rol: Rol) -> None:
    """Without its other arguments a door that opens complains of those, not of the role."""
    wie = replace(ctx, rollen=frozenset({rol}))
    for naam, recht in DEUREN.items():
        if naam in ALLE and mag({rol}, recht) and _vraagt_meer(ALLE[naam]):
            with pytest.raises(TypeError):
                ALLE[naam](wie)


def _vraagt_meer(functie: Callable[..., Any]) -> bool:
    verplicht = [p for p in inspect.signature(functie).parameters.values() if p.default is p.empty]
    return len(verplicht) > 1


def test_who_is_not_known_is_told_whom_to_ask(ctx: Context) -> None:
    with pytest.raises(RegelFout, match="beheerder") as fout:
        zoeken.aantal(replace(ctx, rollen=frozenset()), zoeken.Filter())
    assert str(fout.value) == ONBEKEND


def test_ambassadeur_notes_and_does_nothing_else(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    wie = replace(ctx, rollen=frozenset({Rol.AMBASSADEUR}))
    assert [h.naam for h in behandelen.mogelijk(wie, dossier.kenmerk)] == ["noteer"]
    na = behandelen.voer_uit(
        wie, Opdracht(dossier.kenmerk, "noteer", {"toelichting": "Ik volg dit."}, dossier.versie)
    )
    with pytest.raises(RegelFout, match="behandelen"):
        behandelen.voer_uit(wie, Opdracht(dossier.kenmerk, "neem_in_beoordeling", {}, na.versie))


def test_behandelaar_does_not_choose_the_behandelaar(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    wie = replace(ctx, rollen=frozenset({Rol.BEHANDELAAR}))
    with pytest.raises(RegelFout, match="registrar of afdelingshoofd"):
        behandelen.voer_uit(
            wie, Opdracht(dossier.kenmerk, "wijs_behandelaar_toe", {}, dossier.versie)
        )


def test_the_counter_sees_its_own_entries_of_today_and_nothing_else(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    van_ander = registreer(ctx, maak_aanmelding())
    wie = replace(ctx, rollen=frozenset({Rol.BALIEMEDEWERKER}), gebruiker="S. Balie")
    mijn = registreer(wie, maak_aanmelding(klager=Persoon("Alberts", voorletters="T.")))

    (regel,) = eigen_invoer.vandaag(wie)
    assert (regel.kenmerk, regel.klager) == (mijn.kenmerk, "T. Alberts")
    assert [r.kenmerk for r in balie.zoek(wie, "Alberts")] == [mijn.kenmerk]
    assert balie.stappenplan(wie, balie.voorstel(wie, mijn.kenmerk)).startswith(b"%PDF-")
    assert balie.noteer_meegegeven(wie, mijn.kenmerk, "uid-1") is not None
    assert balie.stappenplan(wie, Keuze()).startswith(b"%PDF-")
    for deur in (
        lambda: balie.voorstel(wie, van_ander.kenmerk),
        lambda: balie.stappenplan(wie, Keuze(van_ander.kenmerk)),
        lambda: balie.noteer_meegegeven(wie, van_ander.kenmerk, "uid-2"),
        lambda: zoeken.dossier(wie, mijn.kenmerk),
    ):
        with pytest.raises(RegelFout, match="dossiers bekijken"):
            deur()


def test_the_counter_does_not_see_yesterday(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    wie = replace(ctx, rollen=frozenset({Rol.BALIEMEDEWERKER}), gebruiker="S. Balie")
    registreer(wie, maak_aanmelding())
    morgen = FixedClock(ctx.nu.replace(day=ctx.nu.day + 1))
    assert eigen_invoer.vandaag(replace(wie, clock=morgen)) == ()


def test_the_intake_shows_no_earlier_klachten_to_the_counter(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    registreer(ctx, maak_aanmelding())
    formulier = Formulier(
        achternaam="Alberts", postcode="1234 AB", huisnummer="12", omschrijving="Wachten."
    )
    assert intake.lijkt_op(ctx, formulier)
    assert intake.lijkt_op(replace(ctx, rollen=frozenset({Rol.BALIEMEDEWERKER})), formulier) == ()
